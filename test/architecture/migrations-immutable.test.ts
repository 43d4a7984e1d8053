import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../main/store/migrations'

const folder = resolve(import.meta.dirname, '..', '..', 'main', 'store', 'migrations')

/** What each step was when it was merged. A store out there has run it: a change goes into a step of its own. */
const merged: Readonly<Record<string, string>> = HASHES

describe('the steps of the schema', () => {
  it('are the ones that were merged, to the letter', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts')
    const found = Object.fromEntries(files.map((file) => [file, createHash('sha256').update(readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')).digest('hex')]))
    expect(found).toEqual(merged)
  })

  it('are listed once each, oldest first', () => {
    const numbers = migrations.map((step) => step.number)
    expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right))
    expect(numbers).toHaveLength(Object.keys(merged).filter((file) => /^\d{4}-/.test(file)).length)
  })
})
