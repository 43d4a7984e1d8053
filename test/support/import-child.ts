import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fixedClock } from '../../main/adapters/system-clock'
import { machinePace } from '../../main/adapters/machine-pace'
import { nodeFiles } from '../../main/adapters/node-files'
import { exchangeReader } from '../../main/exchange/exchange-folder'
import type { Acting } from '../../main/ports/acting'
import { createImportServices } from '../../main/services/create-import-services'
import { openStore } from '../../main/store/open-store'

const sampleNow = '2026-11-20T20:00:00.000Z'
const acting: Acting = { actor: 'Dana Whitfield', operatingSystemUser: 'dana', via: 'cli' }

/**
 * A process of its own that imports a folder into a store: `node import-child.cjs DESK FOLDER`. Prints a line when the
 * store is open and one when the import has ended, with its counts, speed and highest memory, so that a test can kill
 * or measure it.
 */
async function main(desk: string, folder: string): Promise<void> {
  const clock = fixedClock(sampleNow)
  const opened = await openStore(join(desk, 'data'), clock)
  if (!opened.ok) throw new Error(opened.error.code)
  const { unitOfWork } = opened.value
  const log = { info: () => undefined, fault: (event: string, fault: unknown) => console.error(event, fault) }
  const { imports } = createImportServices({
    unitOfWork,
    clock,
    log,
    exchange: exchangeReader,
    pace: machinePace,
    dialogs: { chooseFolder: () => Promise.resolve(null), chooseFile: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) },
    files: nodeFiles,
    sampleFolder: '',
  })
  await imports.recover()
  const idle = process.memoryUsage().rss
  let highest = idle
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 20)
  const stalls = monitorEventLoopDelay({ resolution: 5 })
  stalls.enable()
  const cpu = process.cpuUsage()
  console.log('open')
  const started = await imports.start({ folder, dryRun: process.argv.includes('--dry-run') }, acting)
  if (!started.ok) throw new Error(started.error.code)
  await imports.ended(started.value.importId)
  clearInterval(watch)
  const view = await imports.open(started.value)
  if (!view.ok) throw new Error(view.error.code)
  const spent = process.cpuUsage(cpu)
  const rows = view.value.files.reduce((sum, file) => sum + file.rows, 0)
  console.log(
    JSON.stringify({
      state: view.value.state,
      rows,
      refused: view.value.files.reduce((sum, file) => sum + file.refused, 0),
      milliseconds: view.value.milliseconds,
      cpuMilliseconds: Math.round((spent.user + spent.system) / 1000),
      idleMegabytes: Math.round(idle / 1e6),
      highestMegabytes: Math.round(highest / 1e6),
      stallMilliseconds: { p50: stalls.percentile(50) / 1e6, p99: stalls.percentile(99) / 1e6, longest: stalls.max / 1e6 },
      files: Object.fromEntries(view.value.files.map(({ file, added, changed, unchanged, refused }) => [file, [added, changed, unchanged, refused]])),
    }),
  )
  await opened.value.close()
}

const [desk, folder] = process.argv.slice(2)
if (desk === undefined || folder === undefined) throw new Error('name the desk and the folder')
void main(desk, folder)
