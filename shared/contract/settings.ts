import { z } from 'zod'
import { emptySchema, textSchema, type Operation } from './operation'

/** Keys of `desk settings`, and so of the settings page. */
export const settingKeys = ['smtp.url', 'smtp.from', 'smtp.replyTo', 'smtp.holdSeconds', 'imap.url', 'desk.name', 'reset.linkBase', 'backup.everyHours'] as const
export type SettingKey = (typeof settingKeys)[number]

export const themeModes = ['system', 'light', 'dark'] as const

/** What this person prefers in this window: electron-store, never the record. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(themeModes),
  density: z.enum(['normal', 'compact']),
  letterKeys: z.boolean(),
  reopenTabs: z.boolean(),
  /** How large papers are shown, 1 for their real size; null fits the page into its dialog. */
  paperZoom: z.number().min(0.25).max(4).nullable(),
  paneSizes: z.record(z.string().max(100), z.number().min(0).max(10_000)),
  openTabs: z.array(z.strictObject({ kind: z.string().max(40), id: z.string().max(60), title: z.string().max(200) })).max(50),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const settingsOperations = {
  'settings.read': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({
      settings: z.array(z.object({ key: z.enum(settingKeys), value: z.string(), secret: z.boolean(), set: z.boolean() })),
      /** In plain words: how well secrets are protected here. */
      secretProtection: z.enum(['keyring', 'key_file', 'environment_key']),
      dataFolder: z.string(),
      storeBytes: z.number().int(),
      electronVersion: z.string(),
      standInRuntime: z.boolean(),
      version: z.string(),
    }),
    errors: [],
    reads: ['settings'],
  },
  'settings.write': {
    kind: 'command',
    role: 'supervisor',
    input: z.strictObject({ key: z.enum(settingKeys), value: textSchema(2000) }),
    output: emptySchema,
    errors: ['field_malformed', 'tls_required', 'secrets_unreadable'],
    reads: [],
  },
  'settings.sendTest': {
    kind: 'command',
    role: 'supervisor',
    input: z.strictObject({ to: textSchema(320) }),
    output: z.object({ answer: z.string() }),
    errors: ['smtp_not_configured', 'field_malformed', 'smtp_failed', 'secrets_unreadable'],
    reads: [],
  },
  'preferences.read': { kind: 'query', role: 'agent', input: emptySchema, output: preferencesSchema, errors: [], reads: ['preferences'] },
  'preferences.write': { kind: 'command', role: 'agent', input: preferencesSchema.partial(), output: emptySchema, errors: [], reads: [] },
} as const satisfies Record<string, Operation>
