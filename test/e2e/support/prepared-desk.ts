import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const root = resolve(import.meta.dirname, '..', '..', '..')
const where = 'CME_DESK_PREPARED'

/** The folder that every test's sample desk is copied from. */
export function preparedDesk(): string {
  const folder = process.env[where]
  if (folder === undefined) throw new Error(`${where} is not set: run these tests with their own configuration`)
  return folder
}

/** Takes an exchange folder into a new data folder by the command line. */
export async function importedDesk(exchangeFolder: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cme-desk-prepared-'))
  await promisify(execFile)(process.execPath, [join(root, 'out', 'main', 'desk.cjs'), 'import', exchangeFolder, '--data', folder, '--now', '2026-11-20T15:00:00-05:00', '--json'], { cwd: root, maxBuffer: 50_000_000 })
  return folder
}

/** Once for the whole run: the sample is taken in, and removed when all tests are done. */
export async function prepareSampleDesk(): Promise<() => Promise<void>> {
  const folder = await importedDesk(join(root, 'resources', 'sample'))
  process.env[where] = folder
  return () => rm(folder, { recursive: true, force: true })
}

// Playwright takes the file's default export as what to do before all tests.
export default prepareSampleDesk
