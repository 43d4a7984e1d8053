import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../../main/adapters/system-clock'
import { nodePorts } from '../../main/adapters/node-ports'
import { createServices, type Services } from '../../main/services/create-services'
import { openStore, type Store } from '../../main/store/open-store'
import type { Acting } from '../../main/ports/acting'

export const benchNow = '2026-11-20T20:00:00.000Z'
export const acting: Acting = { actor: 'bench', operatingSystemUser: 'bench', via: 'cli' }

/** The desk under measure, and a copy of its store for the yardstick, which may not share the lock. */
export interface PreparedRecords {
  readonly services: Services
  readonly store: Store
  readonly copy: string
  readonly learners: number
  remove(): Promise<void>
}

async function openDesk(folder: string): Promise<{ readonly services: Services; readonly store: Store }> {
  const clock = fixedClock(benchNow)
  const opened = await openStore(folder, clock)
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const log = { info: () => undefined, fault: (event: string, fault: unknown) => { throw new Error(event, { cause: fault }) } }
  return { store: opened.value, services: createServices({ ...nodePorts({ folder, clock, log, environment: {} }), unitOfWork: opened.value.unitOfWork }) }
}

/** What the records depend on: the demo data's scripts and the schema's steps. */
function fingerprint(root: string): string {
  const hash = createHash('sha256')
  for (const folder of [join(root, 'scripts', 'demo-data'), join(root, 'main', 'store', 'migrations')]) for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Records of so many learners, made and imported once for a schema and kept for the next run. */
export async function prepareRecords(root: string, learners: number, tell: (line: string) => void): Promise<PreparedRecords> {
  const kept = join(tmpdir(), `cme-desk-bench-${String(learners)}-${fingerprint(root)}`)
  if (!existsSync(kept)) {
    const draft = `${kept}.${String(process.pid)}`
    mkdirSync(draft, { recursive: true })
    tell(`making records of ${learners.toLocaleString('en-US')} learners (once)`)
    const exchange = join(draft, 'exchange')
    const made = spawnSync(process.execPath, [join(root, 'scripts', 'demo-data.mjs'), '--learners', String(learners), '--out', exchange, '--seed', '11'], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (made.status !== 0) throw new Error('the demo data were not made')
    tell('importing them')
    const desk = await openDesk(join(draft, 'data'))
    const started = await desk.services.imports.start({ folder: exchange, dryRun: false }, acting)
    if (!started.ok) throw new Error(started.error.code)
    await desk.services.imports.ended(started.value.importId)
    await desk.store.close()
    rmSync(exchange, { recursive: true, force: true })
    renameSync(draft, kept)
  }
  const folder = join(tmpdir(), `cme-desk-bench-run-${String(process.pid)}`)
  cpSync(join(kept, 'data'), folder, { recursive: true })
  const copy = join(folder, 'yardstick.sqlite')
  cpSync(join(folder, 'desk.sqlite'), copy)
  const desk = await openDesk(folder)
  return {
    ...desk,
    copy,
    learners,
    async remove() {
      await desk.store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
