import { describe, expect, it } from 'vitest'
import { sentenceOf } from '../../../main/cli/code-sentences'
import { exitCodeOf } from '../../../main/cli/command-codes'
import { table, writeAnswer, writeRefusal, type Streams } from '../../../main/cli/output'

function collecting(): Streams & { readonly written: { out: string; err: string } } {
  const written = { out: '', err: '' }
  return { written, out: (text) => void (written.out += text), err: (text) => void (written.err += text) }
}

describe('what a call writes', () => {
  it('is one JSON document on standard output, also for a refusal', () => {
    const streams = collecting()
    expect(writeRefusal(streams, true, { code: 'field_malformed', field: 'smtp.url', facts: { expected: 'smtp://host' } })).toBe(1)
    expect(JSON.parse(streams.written.out)).toEqual({ ok: false, error: { code: 'field_malformed', message: 'smtp.url is malformed: smtp://host.', field: 'smtp.url' } })
    expect(streams.written.err).toBe('')
  })

  it('is a sentence on standard error without --json', () => {
    const streams = collecting()
    expect(writeRefusal(streams, false, { code: 'store_in_use' })).toBe(3)
    expect(streams.written.out).toBe('')
    expect(streams.written.err).toBe(`desk: ${sentenceOf({ code: 'store_in_use' })}\n`)
  })

  it('lets no control character of a record reach the terminal', () => {
    const streams = collecting()
    writeAnswer(streams, false, { value: null, text: 'Ada\u001b[2J\nOkafor\u0007' })
    expect(streams.written.out).toBe('Ada [2J\nOkafor \n')
    expect(table(['A', 'B'], [['x\ny', 'z']])).toBe('A    B\nx y  z')
  })

  it('aligns columns by the letters a person sees', () => {
    expect(table(['Name', 'N'], [['Zoë', '1'], ['Zoe\u0308', '2']])).toBe('Name  N\nZoë   1\nZoe\u0308   2')
  })
})

describe('exit codes', () => {
  it('tell refusals, wrong use and faults of the surroundings apart', () => {
    expect([exitCodeOf('not_found'), exitCodeOf('wrong_use'), exitCodeOf('store_in_use'), exitCodeOf('disk_full'), exitCodeOf('internal')]).toEqual([1, 2, 3, 3, 3])
  })
})
