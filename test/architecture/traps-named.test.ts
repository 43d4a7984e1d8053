import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const tests = resolve(import.meta.dirname, '..')
const own = 'traps-named.test.ts'

/** The titles of a test file: every text in quotes of a line that names a trap. */
function trapsNamedIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (/['"`]/.test(line) ? (line.match(/\bT\d{1,2}\b/g) ?? []) : []))
}

const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts') && !file.endsWith(own))
const named = new Set(files.flatMap((file) => trapsNamedIn(readFileSync(join(tests, file), 'utf8'))))

describe('the traps of the field (section 7)', () => {
  it.each(Array.from({ length: 31 }, (_, place) => `T${String(place + 1)}`))('%s is named by a test', (trap) => {
    expect([...named]).toContain(trap)
  })

  it('would notice one that no test names', () => {
    expect([...named]).not.toContain('T32')
    expect(trapsNamedIn("it('T7: profession at claim')")).toEqual(['T7'])
    expect(trapsNamedIn('// a comment about T7')).toEqual([])
  })
})
