import { z } from 'zod'
import { instantSchema } from '../model/instant'
import { emptySchema, textSchema, type Operation } from './operation'

export const backupViewSchema = z.object({
  /** Its file's name in the folder of back-ups. */
  name: z.string(),
  kind: z.enum(['scheduled', 'asked', 'before_migration', 'before_restore', 'damaged']),
  at: instantSchema,
  bytes: z.number().int(),
  sha256: z.string().nullable(),
})
export type BackupView = z.infer<typeof backupViewSchema>

const copyErrors = ['disk_full', 'write_failed', 'store_damaged'] as const
const restoreErrors = ['not_found', 'backup_damaged', 'database_too_new', 'not_a_store', 'store_in_use', 'disk_full', 'write_failed'] as const

export const backupOperations = {
  'backups.list': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({ folder: z.string(), everyHours: z.number().int(), backups: z.array(backupViewSchema) }),
    errors: [],
    reads: ['settings', 'desk'],
  },
  /** Copies the store now, reads the copy through, and keeps it beside the store. */
  'backups.make': { kind: 'command', role: 'supervisor', input: emptySchema, output: z.object({ name: z.string(), bytes: z.number().int() }), errors: copyErrors, reads: [] },
  /** The same into a file that the person chooses, on another disk at best; `saved` is false when the dialog was closed. */
  'backups.saveCopy': { kind: 'command', role: 'supervisor', input: emptySchema, output: z.object({ saved: z.boolean(), path: z.string().nullable() }), errors: copyErrors, reads: [] },
} as const satisfies Record<string, Operation>

/** What is answered also while the store cannot be opened. */
export const recoveryOperations = {
  'recovery.state': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({
      /** Why the store cannot be opened; null while it is open. */
      problem: z.string().nullable(),
      dataFolder: z.string(),
      backups: z.array(backupViewSchema),
    }),
    errors: [],
    reads: ['desk'],
  },
  /** Tries once more to open the store. */
  'recovery.tryAgain': { kind: 'command', role: 'agent', input: emptySchema, output: z.object({ problem: z.string().nullable() }), errors: [], reads: [] },
  /**
   * Puts a back-up in the store's place: one of the folder's by its name, or with null a file that the person chooses.
   * What stands there now is kept beside. `restored` is false when the dialog was closed.
   */
  'recovery.restore': {
    kind: 'command',
    role: 'supervisor',
    input: z.strictObject({ name: textSchema(200).nullable() }),
    output: z.object({ restored: z.boolean(), mailToDecide: z.number().int(), formerKeptAs: z.string().nullable() }),
    errors: restoreErrors,
    reads: [],
  },
  /** Writes every row that can still be read, a CSV file for each table, into a folder that the person chooses. */
  'recovery.saveReadable': {
    kind: 'command',
    role: 'supervisor',
    input: emptySchema,
    output: z.object({ saved: z.boolean(), folder: z.string().nullable(), rows: z.number().int(), tables: z.number().int(), unreadable: z.number().int() }),
    errors: ['disk_full', 'write_failed', 'store_in_use', 'nothing_readable'],
    reads: [],
  },
  'recovery.quit': { kind: 'command', role: 'agent', input: emptySchema, output: emptySchema, errors: [], reads: [] },
} as const satisfies Record<string, Operation>
