import type { Preferences } from '@shared/contract/settings'

/** What the person at this window prefers: kept beside the window's own state, never in the record. */
export interface PreferenceStore {
  /** Whatever was kept, unchecked: an older program may have written it. */
  read(): unknown
  write(preferences: Preferences): void
}
