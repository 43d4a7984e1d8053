import { describe, expect, it } from 'vitest'
import { readArguments, splitCommand, wantsJson } from '../../../main/cli/arguments'
import type { Command } from '../../../main/cli/command'

const command: Command = {
  name: 'correct',
  summary: '',
  words: [{ name: 'CLAIM', required: true }, { name: 'NOTE', required: false }],
  options: [{ name: 'to', value: 'TYPE', required: true }, { name: 'reason', value: 'TEXT' }, { name: 'force' }],
  run: () => Promise.reject(new Error('not called')),
}
const read = (...rest: string[]): ReturnType<typeof readArguments> => readArguments(command, rest)

describe('the arguments of a call', () => {
  it('reads words, options and the frame’s own wherever they stand', () => {
    const expected = {
      frame: { data: 'd', json: true, now: '2026-11-20T20:00:00.000Z', as: 'Night Shift' },
      words: { CLAIM: 'C-1' },
      options: { to: 'ama_pra_1', reason: '-1 is not --reason', force: '' },
    }
    expect(read('--json', '--now=2026-11-20T15:00:00-05:00', 'C-1', '--to', 'ama_pra_1', '--reason', '-1 is not --reason', '--force', '--data', 'd', '--as', ' Night Shift ')).toEqual({ ok: true, value: expected })
  })

  it('takes what follows a lone double hyphen as words', () => {
    expect(read('--data', 'd', '--to', 't', '--', '--json', '--x')).toMatchObject({ ok: true, value: { words: { CLAIM: '--json', NOTE: '--x' }, frame: { json: false } } })
    expect(wantsJson(['find', '--', '--json'])).toBe(false)
  })

  it.each([
    ['a missing word', ['--data', 'd', '--to', 't']],
    ['an empty required word', ['', '--data', 'd', '--to', 't']],
    ['a word too many', ['a', 'b', 'c', '--data', 'd', '--to', 't']],
    ['a missing required option', ['a', '--data', 'd']],
    ['a missing folder', ['a', '--to', 't']],
    ['an option without its value', ['a', '--data', 'd', '--to']],
    ['an option in the place of a value', ['a', '--data', '--json', '--to', 't']],
    ['an unknown option', ['a', '--data', 'd', '--to', 't', '--loud']],
    ['an option given twice', ['a', '--data', 'd', '--to', 't', '--to', 'u']],
    ['a switch with a value', ['a', '--data', 'd', '--to', 't', '--force=1']],
    ['an instant without an offset', ['a', '--data', 'd', '--to', 't', '--now', '2026-11-20T15:00:00']],
    ['a name of blanks', ['a', '--data', 'd', '--to', 't', '--as', '  ']],
  ])('refuses %s', (_what, rest) => {
    expect(read(...rest)).toMatchObject({ ok: false, error: { code: 'wrong_use' } })
  })

  it('finds the command behind the frame’s options', () => {
    expect(splitCommand(['--data', 'd', '--json', 'find', 'x'])).toEqual({ name: 'find', rest: ['--data', 'd', '--json', 'x'] })
    expect(splitCommand(['--help'])).toEqual({ name: undefined, rest: ['--help'] })
  })
})
