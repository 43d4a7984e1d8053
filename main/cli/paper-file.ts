import { resolve } from 'node:path'
import { ok, type Result } from '@shared/model/result'
import { nodeFiles } from '../adapters/node-files'

/** Writes a printed paper whole or not at all and answers where it lies, as an absolute path. */
export async function writePaperFile(path: string, bytes: Uint8Array): Promise<Result<string, 'write_failed' | 'disk_full'>> {
  const file = resolve(path)
  const written = await nodeFiles.write(file, bytes)
  return written.ok ? ok(file) : written
}
