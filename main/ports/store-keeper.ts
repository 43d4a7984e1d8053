import type { Result } from '@shared/model/result'
import type { UnitOfWork } from './unit-of-work'

export type RestoreRefusal = 'not_found' | 'backup_damaged' | 'database_too_new' | 'not_a_store' | 'store_in_use' | 'disk_full' | 'write_failed'

export interface RestoreOrder {
  readonly path: string
  readonly expectedSha256: string | undefined
  /** Written into the restored store before it takes its place. */
  prepare(unitOfWork: UnitOfWork, backup: { readonly sha256: string; readonly auditEntries: number }): Promise<void>
}

/** What could be read of a store that cannot be opened. */
export interface Salvage {
  readonly tables: number
  readonly rows: number
  /** Tables of which something could not be read. */
  readonly unreadable: number
}

/** The window's hold on the store: opened, closed and replaced as a whole. */
export interface StoreKeeper {
  /** Why it cannot be opened, after trying; null when it is open. */
  problem(): Promise<string | null>
  /** Closes the store, puts the back-up in its place and opens again, whichever is there then. */
  restore(order: RestoreOrder): Promise<Result<{ readonly formerKeptAs: string | null }, RestoreRefusal>>
  /** Writes what can be read as CSV files into the folder. */
  saveReadable(folder: string): Promise<Result<Salvage, 'disk_full' | 'write_failed' | 'store_in_use' | 'nothing_readable'>>
  quit(): void
}
