import { z, type ZodType } from 'zod'

// The window's policy forbids eval, which zod's compiled parsers would need.
z.config({ jitless: true })

/** What a repository write touches; a window refetches the queries that read it. */
export const topics = [
  'desk',
  'learners',
  'activities',
  'enrolments',
  'claims',
  'certificates',
  'orders',
  'receipts',
  'messages',
  'tickets',
  'imports',
  'jobs',
  'checks',
  'settings',
  'preferences',
  'audit',
] as const
export type Topic = (typeof topics)[number]

/** Roles of the people at the desk. Until sign-in exists, the window's operator has them all. */
export const roles = ['agent', 'coordinator', 'supervisor'] as const
export type Role = (typeof roles)[number]

/** One thing the renderer may ask of main. */
export interface Operation {
  readonly kind: 'query' | 'command'
  readonly role: Role
  readonly input: ZodType
  readonly output: ZodType
  /** The refusals this operation can answer with; `invalid_input` and `internal` come with every one. */
  readonly errors: readonly string[]
  /** A query's topics: it is asked again when one of them changes. A command reads nothing. */
  readonly reads: readonly Topic[]
}

/** Errors that dispatch itself answers with, whatever the operation. */
export const dispatchErrors = ['invalid_input', 'not_allowed', 'unknown_operation', 'store_unavailable', 'internal'] as const
export type DispatchError = (typeof dispatchErrors)[number]

/** The store's own identifier as it crosses the bridge: a prefix for the kind and a number, `lrn_12`. */
export const recordIdSchema = z.string().regex(/^[a-z]{3}_\d{1,15}$/)

/** A page of a long list. */
export const pageSchema = z.strictObject({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) })

/** Text a person typed: bounded, so that no input can fill the memory. */
export const textSchema = (longest: number): z.ZodString => z.string().max(longest)

/** Nothing to say beside "done". */
export const emptySchema = z.strictObject({})
