import type { settingsOperations } from '@shared/contract/settings'
import type { Services } from '../../services/create-services'
import type { PreferenceService } from '../../services/preference-service'
import type { HandlersOf } from './handler'

/** Preferences belong to the window and its user, not to the desk: they come from outside the services. */
export function settingsHandlers({ settings }: Pick<Services, 'settings'>, preferences: PreferenceService): HandlersOf<typeof settingsOperations> {
  return {
    'settings.read': () => settings.read(),
    'settings.write': (input, acting) => settings.write(input, acting),
    'settings.sendTest': (input, acting) => settings.sendTest(input, acting),
    'preferences.read': () => preferences.read(),
    'preferences.write': (input) => preferences.write(input),
  }
}
