import type { Preferences } from '@shared/contract/settings'

/** What the person at this window prefers: kept beside the window's own state, never in the record. */
export interface PreferenceStore {
  /** What was kept, field by field where it still has the right form. */
  read(): Partial<Preferences>
  write(preferences: Preferences): void
}
