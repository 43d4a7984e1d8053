import type { HandlerResult, Input } from '@shared/contract'
import { preferencesSchema, type Preferences } from '@shared/contract/settings'
import { ok } from '@shared/model/result'
import type { PreferenceStore } from '../ports/preferences'

export interface PreferenceService {
  /** What this person prefers; a field never set, or kept in a form that no longer fits, has its usual value. */
  read(): Promise<HandlerResult<'preferences.read'>>
  /** Changes the given fields. */
  write(input: Input<'preferences.write'>): Promise<HandlerResult<'preferences.write'>>
}

const usual: Preferences = { theme: 'system', density: 'normal', letterKeys: true, reopenTabs: true, paperZoom: null, paneSizes: {}, openTabs: [] }

/** Field by field, so that one that no longer fits does not take the others with it. */
function fitting(kept: unknown): Preferences {
  const candidates = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
  return candidates.reduce<Preferences>((preferences, [field, value]: [string, unknown]) => {
    const checked = preferencesSchema.safeParse({ ...preferences, [field]: value })
    return checked.success ? checked.data : preferences
  }, usual)
}

/** `changed` tells the windows that preferences are to be asked again: they are outside the store's unit of work. */
export function createPreferenceService(store: PreferenceStore, changed: () => void): PreferenceService {
  return {
    read: () => Promise.resolve(ok(fitting(store.read()))),
    write(input) {
      const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
      store.write(preferencesSchema.parse({ ...fitting(store.read()), ...given }))
      changed()
      return Promise.resolve(ok({}))
    },
  }
}
