import Store from 'electron-store'
import type { PreferenceStore } from '../ports/preferences'

/** Preferences in electron-store's file of the user's profile; a file that is no JSON begins anew. */
export function createElectronPreferences(): PreferenceStore {
  const store = new Store<{ preferences?: unknown }>({ name: 'preferences', clearInvalidConfig: true })
  return {
    read: () => store.get('preferences'),
    write: (preferences) => store.set('preferences', preferences),
  }
}
