import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, refuse } from '@shared/model/result'
import type { Files } from '../ports/files'

const full: readonly string[] = ['ENOSPC', 'EDQUOT']

/** Files on the disk: written beside their place, synchronised, then put there in one step. */
export const nodeFiles: Files = {
  async write(path, content) {
    const beside = join(dirname(path), `.${createHash('sha256').update(path).digest('hex').slice(0, 12)}.part`)
    try {
      await mkdir(dirname(path), { recursive: true })
      const handle = await open(beside, 'w', 0o600)
      try {
        if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content)
        else for await (const piece of content) await handle.writeFile(piece)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(beside, path)
      return ok(null)
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined)
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
      if (!/^E[A-Z]+$/.test(code)) throw error
      return refuse(full.includes(code) ? 'disk_full' : 'write_failed')
    }
  },
  join: (folder, name) => join(folder, name),
}
