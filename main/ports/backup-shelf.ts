import type { Instant } from '@shared/model/instant'

/** `scheduled` and `asked` are back-ups proper; the others are copies kept before something replaced the store. */
export const backupKinds = ['scheduled', 'asked', 'before_migration', 'before_restore', 'damaged'] as const
export type BackupKind = (typeof backupKinds)[number]

/** What was noted when a back-up was made. */
export interface BackupNote {
  readonly kind: BackupKind
  readonly at: Instant
  readonly sha256: string
  readonly auditEntries: number
}

export interface ShelvedBackup {
  readonly name: string
  readonly kind: BackupKind
  readonly at: Instant
  readonly bytes: number
  /** Null where none was noted. */
  readonly sha256: string | null
  readonly auditEntries: number | null
}

/** The data folder's own back-ups, files beside the store. */
export interface BackupShelf {
  /** Newest first; nothing where there is no folder yet. */
  list(): Promise<readonly ShelvedBackup[]>
  /** Where a back-up of that moment is to be written: a name nobody has. */
  newPlace(at: Instant): Promise<{ readonly name: string; readonly path: string }>
  note(name: string, note: BackupNote): Promise<void>
  /** The path of a listed back-up; undefined for any other name. */
  pathOf(name: string): Promise<string | undefined>
  remove(name: string): Promise<void>
}
