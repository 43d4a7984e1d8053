import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { instantSchema } from '@shared/model/instant'
import { backupKinds, type BackupKind, type BackupShelf, type ShelvedBackup } from '../ports/backup-shelf'
import { writeDurably } from './durable-file'

const noteSchema = z.object({ kind: z.enum(backupKinds), at: instantSchema, sha256: z.string(), auditEntries: z.number() })

/** What a copy without a note is, by its name. */
function kindOf(name: string): BackupKind {
  if (name.startsWith('before-step-')) return 'before_migration'
  if (name.startsWith('before-restore-')) return 'before_restore'
  return name.startsWith('damaged-') ? 'damaged' : 'asked'
}

/** The folder `backups` of a data folder: each back-up with a small file beside it that says when, why and its hash. */
export function createBackupFolder(dataFolder: string): BackupShelf {
  const folder = join(dataFolder, 'backups')

  async function look(name: string): Promise<ShelvedBackup | undefined> {
    const file = await stat(join(folder, name)).catch(() => undefined)
    if (file?.isFile() !== true) return undefined
    const text = await readFile(join(folder, `${name}.json`), 'utf8').catch(() => '{}')
    const note = noteSchema.safeParse(parsed(text)).data
    return {
      name,
      bytes: file.size,
      kind: note?.kind ?? kindOf(name),
      at: note?.at ?? file.mtime.toISOString(),
      sha256: note?.sha256 ?? null,
      auditEntries: note?.auditEntries ?? null,
    }
  }

  async function names(): Promise<readonly string[]> {
    return (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.sqlite'))
  }

  return {
    async list() {
      const found = await Promise.all((await names()).map(look))
      return found.flatMap((backup) => (backup === undefined ? [] : [backup])).sort((one, other) => (one.at === other.at ? other.name.localeCompare(one.name, 'en') : other.at.localeCompare(one.at, 'en')))
    },
    async newPlace(at) {
      const taken = new Set(await names())
      const stem = `desk-${at.replace(/[-:.]/g, '')}`
      for (let count = 1; ; count += 1) {
        const name = count === 1 ? `${stem}.sqlite` : `${stem}-${String(count)}.sqlite`
        if (!taken.has(name)) return { name, path: join(folder, name) }
      }
    },
    note: (name, note) => writeDurably(join(folder, `${name}.json`), Buffer.from(`${JSON.stringify(note)}\n`)),
    async pathOf(name) {
      return (await names()).includes(name) ? join(folder, name) : undefined
    },
    async remove(name) {
      if (!(await names()).includes(name)) return
      await rm(join(folder, name), { force: true })
      await rm(join(folder, `${name}.json`), { force: true })
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
