import knexFactory, { type Knex } from 'knex'

/** The parts of node-sqlite3's connection that the pool's hook uses. */
interface RawConnection {
  exec(sql: string, done: (error: Error | null) => void): void
}

/**
 * One connection, taken for this process alone: WAL, every commit on the disk before it is acknowledged
 * (`synchronous=FULL`; NORMAL loses acknowledged commits in a power loss), keys enforced, deleted content overwritten.
 */
const pragmas = `
  PRAGMA busy_timeout = 0;
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
  PRAGMA cache_size = -32000;
  PRAGMA temp_store = MEMORY;
  BEGIN IMMEDIATE;
  COMMIT;
`

const silent = (): void => undefined

/** Opens the file through a pool of exactly one connection; the lock on it is the folder's ownership. */
export function openConnection(file: string): Knex {
  return knexFactory({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    // Knex would write to standard output, which belongs to the command line's one JSON document.
    log: { warn: silent, error: silent, deprecate: silent, debug: silent },
    pool: {
      min: 1,
      max: 1,
      propagateCreateError: true,
      afterCreate: (connection: RawConnection, done: (error: Error | null, connection: RawConnection) => void) => {
        connection.exec(pragmas, (error) => done(error, connection))
      },
    },
  })
}

/** Opens a file to read what can be read of it, with none of the settings a damaged one might refuse. */
export function openForReading(file: string): Knex {
  return knexFactory({
    client: 'sqlite3',
    connection: { filename: file },
    useNullAsDefault: true,
    log: { warn: silent, error: silent, deprecate: silent, debug: silent },
    pool: { min: 1, max: 1, propagateCreateError: true },
  })
}

/** What SQLite says of a file or disk it cannot work with, in the codes the desk answers with. */
export const storeProblems = ['store_in_use', 'store_damaged', 'disk_full', 'database_too_new', 'store_unreadable'] as const
export type StoreProblem = (typeof storeProblems)[number]

/** Maps an error of the driver to the problem it stands for; `undefined` means a bug of ours. */
export function storeProblemOf(error: unknown): StoreProblem | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return 'store_in_use'
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return 'store_damaged'
    case 'SQLITE_FULL':
      return 'disk_full'
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
    case 'SQLITE_IOERR':
      return 'store_unreadable'
    default:
      return undefined
  }
}
