import { describe, expect, it } from 'vitest'
import { readLaunchArguments } from '../../../main/app/launch-arguments'

describe('the arguments of a start', () => {
  it('are read wherever they stand among the runtime’s own switches', () => {
    expect(readLaunchArguments(['electron', '--inspect=0', '.', '--data', '/records', '--remote-debugging-port=0', '--now=2026-11-20T15:00:00-05:00'], false)).toEqual({
      dataFolder: '/records',
      now: '2026-11-20T20:00:00.000Z',
      malformed: [],
    })
    expect(readLaunchArguments(['electron', '.', '--data=/a folder/with=signs'], false)).toMatchObject({ dataFolder: '/a folder/with=signs', now: undefined })
  })

  it('are all optional', () => {
    expect(readLaunchArguments(['electron', '.', '--data-of-another=/x'], false)).toEqual({ dataFolder: undefined, now: undefined, malformed: [] })
  })

  it.each([
    [['--data'], ['--data']],
    [['--data='], ['--data']],
    [['--now', 'yesterday'], ['--now']],
    [['--now=2026-13-40T00:00:00Z'], ['--now']],
    [['--data', '--now'], ['--now']],
  ])('%j is told as not understood', (argv, malformed) => {
    expect(readLaunchArguments(['electron', '.', ...argv], false).malformed).toEqual(malformed)
  })

  it('never stop the clock of a packaged program', () => {
    expect(readLaunchArguments(['CME Desk', '--now', '2026-11-20T15:00:00-05:00'], true)).toEqual({ dataFolder: undefined, now: undefined, malformed: [] })
  })
})
