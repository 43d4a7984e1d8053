import { spawnSync } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { findingCodes } from '@shared/policy/finding-codes'
import { openExchangeDesk, type ExchangeDesk } from '../../support/exchange-desk'
import { makeDemoFolder } from '../../support/killed-import'

async function contents(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)))
}

const column = (csv: string | undefined, place: number): readonly (string | undefined)[] => (csv ?? '').trim().split('\n').slice(1).map((line) => line.split(',')[place])

describe('demo data', () => {
  const folders: string[] = []
  let desk: ExchangeDesk | undefined
  afterEach(async () => {
    await desk?.remove()
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
  })

  it('keeps to the format, and is the same for the same seed', async () => {
    const folder = await makeDemoFolder(300)
    const same = await makeDemoFolder(300)
    folders.push(folder, same)
    expect(await contents(folder)).toEqual(await contents(same))
    desk = await openExchangeDesk()
    const { view, refusals } = await desk.import(folder)
    expect(refusals).toEqual([])
    expect(view.notices).toEqual([])
    expect(view.files.find(({ file }) => file === 'learners.csv')).toMatchObject({ added: 300 })
    expect(view.files.every(({ state, added }) => state === 'taken_in' && added > 0)).toBe(true)
  })

  it('has every situation of the sample, with the same answers', async () => {
    const folder = await makeDemoFolder(100)
    folders.push(folder)
    const made = (await contents(folder))['scenarios.csv']
    const sample = await readFile(join(import.meta.dirname, '..', '..', 'support', 'scenarios.csv'), 'utf8')
    const asMany = (rows: readonly (string | undefined)[]): readonly (string | undefined)[] => rows.slice(0, column(sample, 0).length)
    expect(asMany(column(made, 0))).toEqual(column(sample, 0))
    expect(asMany(column(made, 1))).toEqual(column(sample, 1))
    // What credit a collector may claim depends on chance; everything else follows from the rules alone.
    const answers = (csv: string | undefined): readonly (string | undefined)[] => column(csv, 6).map((expected) => (expected?.startsWith('claimable:') === true ? 'claimable' : expected))
    expect(asMany(answers(made))).toEqual(answers(sample))
    // Beside them, every finding that an imported record can lead to.
    const expected = new Set(column(made, 6).map((answer) => answer?.split(':')[0]))
    const unmet = findingCodes.filter((code) => !expected.has(code))
    expect(unmet).toEqual(['report_overdue'])
  })

  it('says how it is used when asked for too little', () => {
    const run = spawnSync(process.execPath, [join(import.meta.dirname, '..', '..', '..', 'scripts', 'demo-data.mjs'), '--learners', '99', '--out', '/tmp/never'], { encoding: 'utf8' })
    expect(run.status).not.toBe(0)
    expect(run.stderr).toContain('--learners is a whole number of 100 or more.')
  })
})
