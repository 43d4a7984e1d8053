import { settingKeys } from '@shared/contract/settings'
import { ok, refuse } from '@shared/model/result'
import type { SettingView } from '../../services/setting-service'
import type { DeskCommand } from '../command'
import { table } from '../output'

const shown = ({ key, value, secret, set }: SettingView): { key: string; value: string; secret: boolean; set: boolean } => ({ key, value, secret, set })

/** `desk settings [KEY [VALUE]]`: all, one, or set one; an empty VALUE clears it. Passwords are never shown. */
export const settingsCommand: DeskCommand = {
  name: 'settings',
  summary: 'Show all settings or one, or set one; an empty value clears it. Passwords are never shown.',
  words: [{ name: 'KEY', required: false }, { name: 'VALUE', required: false }],
  options: [],
  async run({ services, words, acting }) {
    const key = settingKeys.find((known) => known === words.KEY)
    if (words.KEY !== undefined && key === undefined) return refuse('unknown_setting', { field: 'KEY' })
    if (key !== undefined && words.VALUE !== undefined) {
      const written = await services.settings.write({ key, value: words.VALUE }, acting)
      if (!written.ok) return refuse(written.error.code, { ...written.error, field: key })
    }
    const views = await services.settings.list()
    const one = views.find((view) => view.key === key)
    if (one !== undefined) return ok({ value: shown(one), text: one.value === '' ? `${one.key} is not set.` : one.value })
    return ok({ value: views.map(shown), text: table(['Setting', 'Value'], views.map((view) => [view.key, view.value === '' ? '(not set)' : view.value])) })
  },
}
