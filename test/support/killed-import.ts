import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { z } from 'zod'
import { bundleChild } from './bundled-child'
import { openExchangeDesk } from './exchange-desk'
import { checkStore, dumpStore, queryStore } from './store-dump'

const root = join(import.meta.dirname, '..', '..')

const progressSchema = z.object({ files: z.array(z.object({ file: z.string(), added: z.number() })) })

interface ChildEnd {
  readonly output: string
  readonly milliseconds: number
}

/** Starts a process on the arguments and waits for its end; kills it so long after its first line, if told so. */
function runChild(program: string, words: readonly string[], killAfter?: number): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    let output = ''
    let errors = ''
    let killing: NodeJS.Timeout | undefined
    const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, NODE_PATH: join(root, 'node_modules') }, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString('utf8')
      if (killAfter !== undefined && killing === undefined) killing = setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')))
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(killing)
      if (code === 0 || signal === 'SIGKILL') resolve({ output, milliseconds: performance.now() - begun })
      else reject(new Error(`the child ended with ${String(code)}: ${errors}`))
    })
  })
}

/** Writes an exchange folder of so many learners; `more` are further words of the command, such as another seed. */
export async function makeDemoFolder(learners: number, more: readonly string[] = []): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cme-desk-demo-'))
  await runChild(join(root, 'scripts', 'demo-data.mjs'), ['--learners', String(learners), '--out', folder, ...more])
  return folder
}

/** What an import left in a closed store agrees with what it said it did. */
async function expectWholeChunks(data: string): Promise<void> {
  expect(await checkStore(data)).toEqual({ integrity: ['ok'], dangling: [] })
  const [job] = await queryStore(data, 'select progress from jobs order by id desc limit 1')
  const { files } = progressSchema.parse(JSON.parse(typeof job?.progress === 'string' ? job.progress : '{"files":[]}'))
  const said = (name: string): number => files.find(({ file }) => file === name)?.added ?? 0
  for (const [file, table] of [['learners.csv', 'learners'], ['enrolments.csv', 'enrolments'], ['claims.csv', 'claims'], ['tickets.csv', 'tickets']] as const) {
    const [row] = await queryStore(data, `select count(*) as count from ${table}`)
    expect({ table, count: row?.count }).toEqual({ table, count: said(file) })
  }
  const bare = await queryStore(data, 'select id from claims where id not in (select claim_id from certificates)')
  expect(bare).toEqual([])
}

/**
 * Kills a real importing process at `trials` random points. After each: the store is sound, holds whole chunks only, and
 * the import ends in the very state an import without a kill ends in: begun again, or every second time resumed, with the
 * very counts of one without a kill. Answers how many kills hit the import.
 */
export async function killImports(trials: number, learners: number, random: () => number): Promise<number> {
  const child = await bundleChild('import-child')
  const folder = await makeDemoFolder(learners)
  const desks = await mkdtemp(join(tmpdir(), 'cme-desk-killed-'))
  try {
    const undisturbed = await runChild(child, [join(desks, 'undisturbed'), folder])
    const expected = await dumpStore(join(desks, 'undisturbed', 'data'))
    const counts: unknown = z.object({ files: z.unknown() }).parse(JSON.parse(undisturbed.output.trim().split('\n').at(-1) ?? '')).files
    const importing = Number(/"milliseconds":(\d+)/.exec(undisturbed.output)?.[1])
    let hits = 0
    for (let trial = 0; trial < trials; trial += 1) {
      const at = join(desks, `trial-${String(trial)}`)
      const killed = await runChild(child, [at, folder], Math.round(random() * importing))
      await expectWholeChunks(join(at, 'data'))
      if (!killed.output.includes('"state"')) {
        hits += 1
        const desk = await openExchangeDesk({ at })
        await desk.imports.recover()
        const list = await desk.imports.list({ offset: 0, limit: 10 })
        expect(list.ok && list.value.rows.every(({ state }) => state === 'interrupted')).toBe(true)
        const importId = list.ok ? (list.value.rows[0]?.id ?? '') : ''
        if (hits % 2 === 1 && importId !== '') {
          expect(await desk.imports.resume({ importId }, desk.acting)).toEqual({ ok: true, value: { importId } })
          await desk.imports.ended(importId)
          const view = await desk.imports.open({ importId })
          expect(view.ok && view.value.state).toBe('finished')
          expect(view.ok && Object.fromEntries(view.value.files.map(({ file, added, changed, unchanged, refused }) => [file, [added, changed, unchanged, refused]]))).toEqual(counts)
        } else {
          const again = await desk.import(folder)
          expect(again.view.state).toBe('finished')
          expect(again.refusals).toEqual([])
        }
        await desk.store.close()
      }
      expect(await dumpStore(join(at, 'data'))).toEqual(expected)
      await rm(at, { recursive: true, force: true })
    }
    return hits
  } finally {
    await rm(desks, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
}

/** Repeatable chance for the points of a harness. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
