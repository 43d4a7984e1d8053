import type { z } from 'zod'
import { portalProfileSchema, type PortalProfile } from './portal-profile'

/** What keeps a profile from being taken: the field by its path, and what is wrong there. */
export interface ProfileProblem {
  readonly field: string
  readonly problem: string
}

export type ProfileVerdict = { readonly kind: 'good'; readonly profile: PortalProfile } | { readonly kind: 'bad'; readonly problems: readonly ProfileProblem[] }

/** A path as the form and a person name it: the wrapping of a cited value is left out; a contact's `value` is its own. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.map(String).filter((part) => part !== 'value' || path[0] === 'contacts').join('.')
}

/** What stands at the path of an issue. */
function inputAt(candidate: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined), candidate)
}

/** An issue in plain words that follow the field's name. */
function problemOf(issue: z.core.$ZodIssue, candidate: unknown): string {
  const found = inputAt(candidate, issue.path)
  const missing = found === undefined || found === null || found === ''
  switch (issue.code) {
    case 'invalid_type':
      return missing ? 'is missing' : issue.expected === 'number' ? 'is not a number' : 'does not have its form'
    case 'too_small':
      return missing ? 'is missing' : issue.origin === 'number' ? `is at least ${String(issue.minimum)}` : 'must not be empty'
    case 'too_big':
      return issue.origin === 'number' ? `is at most ${String(issue.maximum)}` : 'is too long'
    case 'invalid_value':
      return missing ? 'is missing' : `is none of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return missing ? 'is missing' : issue.format === 'email' ? 'is no e-mail address' : 'does not have its form'
    case 'custom':
      return missing ? 'is missing' : issue.message
    case 'invalid_union':
      return missing ? 'is missing' : 'does not have its form'
    case 'unrecognized_keys':
      return `has an unknown entry: ${issue.keys.join(', ')}`
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return 'does not have its form'
  }
}

/** Checks a profile as somebody wrote it against the schema, every problem with its field: a missing zone is `zone`, "is missing". */
export function checkProfile(candidate: unknown): ProfileVerdict {
  const parsed = portalProfileSchema.safeParse(candidate)
  if (parsed.success) return { kind: 'good', profile: parsed.data }
  return { kind: 'bad', problems: parsed.error.issues.map((issue) => ({ field: fieldOf(issue.path), problem: problemOf(issue, candidate) })) }
}
