import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontsDirectory } from '../../support/paper-fonts'
import golden from '../../support/paper-golden.json'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..', '..')
// Inside the repository, where the packages it imports are found.
const outDir = join(root, 'test-results', 'paper-process')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': join(root, 'shared') } },
    build: { ssr: join(root, 'test', 'support', 'paper-process.ts'), outDir, emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'paper-process.mjs' } } },
  })
})

afterAll(() => rm(outDir, { recursive: true, force: true }))

describe('paper drawn by another process', () => {
  it.each([
    ['UTC', 'C'],
    ['Asia/Tokyo', 'ja_JP.UTF-8'],
    ['America/New_York', 'tr_TR.UTF-8'],
  ])('in zone %s and locale %s is the same bytes', async (TZ, LC_ALL) => {
    const { stdout } = await run(process.execPath, [join(outDir, 'paper-process.mjs'), fontsDirectory], { env: { ...process.env, TZ, LC_ALL, LANG: LC_ALL } })
    expect(JSON.parse(stdout)).toEqual(golden)
  })
})
