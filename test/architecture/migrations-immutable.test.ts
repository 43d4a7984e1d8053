import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../main/store/migrations'

const folder = resolve(import.meta.dirname, '..', '..', 'main', 'store', 'migrations')

/** What each step was when it was merged. A store out there has run it: a change goes into a step of its own. */
const merged: Readonly<Record<string, string>> = {
  '0010-records.ts': '4533bbc1066e4c8e085138807ee602133ae1c225e42676c084a474e34840cf73',
  '0020-desk.ts': 'd0b878224ecb07b762b6f11dfc82464744ee2524010959e8d0f621c4cf28c5e3',
  '0040-paper.ts': '3fd1e0fc0fc33f8c2bdb02446b0efcfc4c37a46298a5f70c1ec730c98c44f372',
  '0050-search.ts': 'a3469fcb4e7dc0d744667913a28ceb81f0f8b5da6b2bf11723c9f560d041ac36',
  '0080-record-checks.ts': 'ce7b0fbc37d5ba1a05c38397ad8bee0af29283c9e8a60aa000f031b2d4384d02',
  '0110-printing-ahead.ts': '14963b17e77bb3325ae7fe1f708af690ea11e4375141d8bd6ec61127c56319df',
  '0060-exceptions.ts': '6eb46a1e076878a064df5bf678c2f77304e3f29d5d25ff58da4d01efdf0e1e5f',
  '0081-portal-versions.ts': '08e04e2bdad8a3a978d96e8854b0556371b29c11999ec46cea6a15118a832168',
  '0070-claim-acts.ts': '218ea08462fb13e8f9a372d46be45b9c82fb8e4b8022a17d5db04841c16e1b20',
  '0100-proofs.ts': 'dd722e6a2aeb66766e0f10ed42d241f92a6ae1be44e3db4c24b25432e5f341c0',
  '0140-ticket-work.ts': 'ec1e892b98ea987bd925b92d8772d98342cdab4fc8de82a39cc99232f0ead933',
  'column-shapes.ts': '271fc20beb39e86c760001299313cd3db3beccbb2b61a35381e8d41ffd0f7b45',
}

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
