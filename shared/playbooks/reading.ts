import { ok, refuse, type Result } from '../model/result'
import type { FindingCode } from '../policy/finding-codes'
import { factsAlwaysKnown, factsOfEveryLearner, isFactName, type FactName } from './fact-names'
import { playbookSchema, slotsOf, type Branch, type Playbook } from './playbook'
import type { z } from 'zod'

/** Facts that a finding rests on: where it is the first one, they are known. */
const factsBehind: Readonly<Partial<Record<FindingCode, readonly FactName[]>>> = {
  activity_expired: ['activity', 'expires_on'],
  completion_window_closed: ['activity', 'complete_by', 'registered_on'],
  claim_window_closed: ['activity', 'claim_closed_on'],
  unclaimed_credit_lapsed: ['activity', 'lapsed_on'],
  attempts_exhausted: ['activity', 'attempt_limit'],
  membership_inactive: ['activity', 'plan_needed'],
  wrong_email: ['activity', 'other_record'],
  not_enrolled: ['activity'],
  event_code_required: ['activity'],
  segments_incomplete: ['activity', 'segments'],
  pretest_missing: ['activity'],
  posttest_missing: ['activity'],
  posttest_not_passed: ['activity'],
  evaluation_missing: ['activity'],
  not_claimed: ['activity'],
}

/** Facts that come together: where the first is known, the others are. */
const factsBeside: Readonly<Partial<Record<FactName, readonly FactName[]>>> = {
  report_state: ['report_body'],
  report_due_on: ['report_body'],
  claimed_on: ['credit'],
  membership: ['plan_needed'],
}

/** The facts a branch may count on: those every reader has, and those its own conditions and the branches before it leave known. */
export function factsKnownIn(playbook: Playbook, branch: Branch, before: readonly Branch[]): ReadonlySet<string> {
  const known = new Set<string>([...factsAlwaysKnown, ...(playbook.kind === 'record' ? factsOfEveryLearner : [])])
  // A branch that took away every case without the fact leaves only cases with it.
  for (const earlier of before) {
    const [only] = earlier.when
    if (earlier.when.length === 1 && only !== undefined && 'known' in only && !only.known) known.add(only.fact)
  }
  for (const condition of branch.when) {
    if ('known' in condition && condition.known) known.add(condition.fact)
    if ('is' in condition) known.add(condition.fact)
    if ('finding' in condition) {
      const [first = [], ...others] = condition.finding.map((code) => factsBehind[code] ?? [])
      for (const fact of first) if (others.every((facts) => facts.includes(fact))) known.add(fact)
    }
  }
  for (const fact of [...known].filter(isFactName)) for (const beside of factsBeside[fact] ?? []) known.add(beside)
  return known
}

interface Fault {
  readonly field: string
  readonly reason: string
}

function faultOfSentence(text: string, field: string, known: ReadonlySet<string>): Fault | undefined {
  for (const { fact, optional } of slotsOf(text)) {
    if (!isFactName(fact)) return { field, reason: `no such fact: ${fact}` }
    if (!optional && !known.has(fact)) return { field, reason: `${fact} may be unknown here: ask for it in the branch or put the words around it in brackets` }
  }
  return /[{}[\]]/.test(text.replaceAll(/\[[^[\]]*\{\w+\}[^[\]]*\]|\{\w+\}/g, '')) ? { field, reason: 'has a bracket without its fact or its other end' } : undefined
}

function faultOf(playbook: Playbook): Fault | undefined {
  const letters = playbook.portals === 'any' ? undefined : new Set(playbook.portals.map((portal) => rowLetters[portal]))
  const foreign = playbook.rows.find((row) => letters?.has(row.slice(0, 1)) === false)
  if (foreign !== undefined) return { field: 'rows', reason: `${foreign} is of a portal this playbook is not for` }
  const last = playbook.branches.at(-1)
  if (last === undefined || last.when.length > 0) return { field: 'branches', reason: 'the last branch must hold for everything that is left' }
  for (const [at, branch] of playbook.branches.entries()) {
    const here = `branches.${String(at)}`
    if (branch.when.length === 0 && branch !== last) return { field: `${here}.when`, reason: 'nothing after this branch can ever apply' }
    if (playbook.kind === 'information' && branch.when.some((condition) => 'finding' in condition || 'found' in condition)) return { field: `${here}.when`, reason: 'information is given without a diagnosis' }
    const known = factsKnownIn(playbook, branch, playbook.branches.slice(0, at))
    for (const [text, field] of [[branch.says, `${here}.says`] as const, ...branch.reply.map((paragraph, index) => [paragraph, `${here}.reply.${String(index)}`] as const)]) {
      const fault = faultOfSentence(text, field, known)
      if (fault !== undefined) return fault
    }
  }
  return faultOfSentence(playbook.subject, 'subject', new Set(factsAlwaysKnown))
}

/** The portals whose rows domain section 5 lists, by the letter of their rows. */
export const rowLetters: Readonly<Record<string, string>> = {
  'haymarket-mycme': 'H',
  'cleveland-clinic-mycme': 'C',
  'med-challenger': 'M',
  'maryland-pharmacy-ce': 'P',
}

/** Of the alternatives of a union the one that came furthest says what is wrong. */
function deepest(issue: z.core.$ZodIssue | undefined, under: readonly PropertyKey[] = []): Fault {
  if (issue === undefined) return { field: '', reason: 'not a playbook' }
  const path = [...under, ...issue.path]
  if (issue.code === 'invalid_union') {
    const reached = issue.errors.flatMap((issues) => (issues.length === 1 ? issues : [])).find((inner) => inner.path.length > 0 && inner.code !== 'unrecognized_keys')
    if (reached !== undefined) return deepest(reached, path)
  }
  return { field: path.join('.'), reason: issue.message }
}

/**
 * Reads one playbook from data. Refused with the field and the reason when it names a fact, finding, act or slot that
 * does not exist, or fills a sentence from a fact that may be unknown there.
 */
export function readPlaybook(source: unknown): Result<Playbook, 'playbook_malformed'> {
  const read = playbookSchema.safeParse(source)
  if (!read.success) {
    const { field, reason } = deepest(read.error.issues[0])
    return refuse('playbook_malformed', { field, facts: { reason } })
  }
  const fault = faultOf(read.data)
  return fault === undefined ? ok(read.data) : refuse('playbook_malformed', { field: fault.field, facts: { reason: fault.reason } })
}
