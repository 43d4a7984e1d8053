import { portalProfileSchema, type PortalProfile } from './portal-profile'

/** What keeps a profile from being taken: the field by its path, and what is wrong there. */
export interface ProfileProblem {
  readonly field: string
  readonly problem: string
}

export type ProfileVerdict = { readonly kind: 'good'; readonly profile: PortalProfile } | { readonly kind: 'bad'; readonly problems: readonly ProfileProblem[] }

/** A path as the form and a person name it: the wrapping of a cited value is left out. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.map(String).filter((part, place) => part !== 'value' || place === 0).join('.')
}

/**
 * Checks a profile as somebody wrote it against the schema, every problem with its field: a missing zone is `zone`.
 * Which of two kinds of value it should have been is said in plain words.
 */
export function checkProfile(candidate: unknown): ProfileVerdict {
  const parsed = portalProfileSchema.safeParse(candidate)
  if (parsed.success) return { kind: 'good', profile: parsed.data }
  const problems = parsed.error.issues.map((issue) => ({ field: fieldOf(issue.path), problem: issue.code === 'invalid_type' && issue.message.includes('undefined') ? 'is missing' : issue.message }))
  return { kind: 'bad', problems }
}
