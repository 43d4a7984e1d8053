import type { Output } from '@shared/contract'
import { useAsk } from '../../bridge/use-ask'
import { useCommand } from '../../bridge/use-command'

export type Settings = Output<'settings.read'>
export type Setting = Settings['settings'][number]
export type SettingKey = Setting['key']

/** The desk's settings, its runtime and its version. */
export function useSettings() {
  return useAsk('settings.read', {})
}

/** Writes one setting. */
export function useWriteSetting() {
  return useCommand('settings.write')
}

/** Writes this person's preferences. */
export function useWritePreferences() {
  return useCommand('preferences.write')
}

/** Sends a test through the mail server as it is set. */
export function useSendTest() {
  return useCommand('settings.sendTest')
}
