import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..')

/** A line that breaks a rule, and the file where it stands for the length of this test. */
const plants = [
  ['main/services/planted-store.ts', "import knex from 'knex'; export const planted = knex", 'only-the-store-knows-knex'],
  ['main/services/planted-window.ts', "import { app } from 'electron'; export const planted = app", 'electron-has-its-places'],
  ['main/services/planted-type.ts', "import type { Store } from '../store/open-store'; export type Planted = Store", 'services-are-free'],
  ['shared/policy/planted-policy.ts', "import { z } from 'zod'; export const planted = z", 'policy-has-no-library'],
  ['shared/model/planted-value.ts', "import { readFileSync } from 'node:fs'; export const planted = readFileSync", 'shared-is-pure'],
  ['renderer/features/planted/page.ts', "import { openStore } from '../../../main/store/open-store'; export const planted = openStore", 'renderer-asks'],
  ['main/store/planted-paper.ts', "import { jsPDF } from 'jspdf'; export const planted = jsPDF", 'only-documents-know-jspdf'],
] as const

describe('the plan of the house is kept by machine', () => {
  let broken = ''

  beforeAll(() => {
    for (const [file, line] of plants) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), `${line}\n`)
    }
    const program = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
    const files = plants.map(([file]) => file)
    broken = execFileSync(process.execPath, [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...files], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    })
  }, 60_000)

  afterAll(() => {
    for (const [file] of plants) rmSync(join(root, file), { force: true })
    rmSync(join(root, 'renderer', 'features', 'planted'), { recursive: true, force: true })
  })

  it.each(plants)('refuses in %s: %s', (file, _line, rule) => {
    const report = JSON.parse(broken) as { summary: { violations: { from: string; rule: { name: string } }[] } }
    expect(report.summary.violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name)).toContain(rule)
  })
})
