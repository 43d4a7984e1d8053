import { z } from 'zod'
import { instantSchema } from '../model/instant'
import { portalProfileSchema } from '../portals/portal-profile'
import { emptySchema, recordIdSchema, textSchema, type Operation } from './operation'

const keySchema = textSchema(100)
const differenceSchema = z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })
const versionViewSchema = z.object({ version: z.number().int(), at: instantSchema, by: z.string(), reason: z.string(), changed: z.array(z.string()) })

export const portalOperations = {
  'portals.list': {
    kind: 'query',
    role: 'agent',
    input: emptySchema,
    output: z.object({
      portals: z.array(z.object({ key: z.string(), name: z.string(), zone: z.string(), version: z.number().int(), editedAt: instantSchema.nullable(), editedBy: z.string(), shipped: z.boolean(), differences: z.number().int() })),
    }),
    errors: [],
    reads: ['settings'],
  },
  /** One portal's rules as they are in force, beside those the console comes with, and how they came to be. */
  'portals.open': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ key: keySchema }),
    output: z.object({
      profile: portalProfileSchema,
      /** 0 while nobody has edited it. */
      version: z.number().int(),
      /** Against the profile the console comes with; empty for a portal added here. */
      differences: z.array(differenceSchema),
      shipped: z.boolean(),
      history: z.array(versionViewSchema),
    }),
    errors: ['not_found'],
    reads: ['settings'],
  },
  /** Checks a profile as written, and says in what it differs from the one in force. */
  'portals.check': {
    kind: 'query',
    role: 'agent',
    input: z.strictObject({ key: keySchema, profile: z.unknown() }),
    output: z.object({ problems: z.array(z.object({ field: z.string(), problem: z.string() })), differences: z.array(differenceSchema) }),
    errors: [],
    reads: ['settings'],
  },
  /** Makes a new version of a portal's rules, in force at once; version 0 of an unknown key adds a portal. */
  'portals.save': {
    kind: 'command',
    role: 'coordinator',
    input: z.strictObject({ key: keySchema, version: z.number().int().min(0), profile: z.unknown(), reason: textSchema(2000) }),
    output: z.object({ version: z.number().int(), entryId: recordIdSchema.nullable() }),
    errors: ['profile_malformed', 'portal_key_fixed', 'reason_missing', 'stale'],
    reads: [],
  },
  /** Puts the rules of an earlier version, or with 0 those the console comes with, in force again as a new version. */
  'portals.putBack': {
    kind: 'command',
    role: 'coordinator',
    input: z.strictObject({ key: keySchema, version: z.number().int().min(0), to: z.number().int().min(0), reason: textSchema(2000) }),
    output: z.object({ version: z.number().int(), entryId: recordIdSchema.nullable() }),
    errors: ['not_found', 'reason_missing', 'stale'],
    reads: [],
  },
} as const satisfies Record<string, Operation>
