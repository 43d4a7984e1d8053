import { addDays, type CivilDate } from '../model/civil-date'
import { civilDateIn, type Instant } from '../model/instant'
import { judgeCourse } from './course-standing'
import type { AccountFacts, CourseFacts } from './diagnosis-facts'
import type { Evidence } from './evidence'

/** A session that announces a code: one of a series, or the live activity itself where it is held once. */
export interface EventSession {
  /** The session's identifier; the activity's own where it has no sessions. */
  readonly id: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly location: string
  readonly code: string
}

/**
 * The form in which event codes are compared (trap T26): no case, no blanks or dashes, and one sign for each pair that
 * is easily taken for the other, O and 0, I, l and 1. Not for display.
 */
export function foldEventCode(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** The days a session's code is good for; `untilOn` is null where nothing limits it. */
export interface CodeWindow {
  readonly fromOn: CivilDate
  readonly untilOn: CivilDate | null
}

/**
 * A code opens with its session and closes with the time to claim after it (C7, C9, T26), a late claim on record
 * honoured, and never after the activity's own last day. No portal states a window of its own: this is the house's rule.
 */
export function codeWindow(session: Pick<EventSession, 'startsAt' | 'endsAt'>, { portal }: Pick<AccountFacts, 'portal'>, course: CourseFacts): CodeWindow {
  const zone = portal.zone.value
  const days = course.activity.claimDays ?? portal.windows.claim?.value.days
  const own = days === undefined ? null : addDays(civilDateIn(session.endsAt, zone), days)
  const extended = course.exceptions.flatMap((exception) => (exception.kind === 'late_claim' && exception.untilOn !== null ? [exception.untilOn] : []))
  const last = own === null ? null : [own, ...extended].reduce((latest, day) => (day > latest ? day : latest))
  const { expiresOn } = course.activity
  const untilOn = last === null ? expiresOn : expiresOn === null || last < expiresOn ? last : expiresOn
  return { fromOn: civilDateIn(session.startsAt, zone), untilOn }
}

export const eventCodeRefusals = ['event_code_wrong', 'event_code_of_other_session', 'session_not_begun', 'event_code_expired'] as const
export type EventCodeRefusal = (typeof eventCodeRefusals)[number]

interface Judged {
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

export type EventCodeVerdict =
  | (Judged & { readonly kind: 'right'; readonly session: EventSession; readonly written: 'exactly' | 'alike' })
  | (Judged & { readonly kind: 'refused'; readonly code: EventCodeRefusal; readonly session: EventSession | null })

function ofSession(session: EventSession, field: string, value: string | null): Evidence {
  return { recordKind: 'activity', record: session.id, field, value }
}

/** What stands against a session's code today: it has not begun, or its time is over. */
function judgeWindow(session: EventSession, account: AccountFacts, course: CourseFacts): (Judged & { readonly code: 'session_not_begun' | 'event_code_expired' }) | undefined {
  if (session.startsAt > account.now) {
    return { code: 'session_not_begun', rows: ['C7', 'T26'], evidence: [ofSession(session, 'starts_at', session.startsAt)], nextStep: 'The code is announced at the session: wait until it has begun.' }
  }
  const window = codeWindow(session, account, course)
  const today = civilDateIn(account.now, account.portal.zone.value)
  if (window.untilOn !== null && today > window.untilOn) {
    return { code: 'event_code_expired', rows: ['C9', 'T26'], evidence: [ofSession(session, 'ends_at', session.endsAt), ofSession(session, 'valid_until', window.untilOn)], nextStep: 'The time to claim is over: only a late claim on record opens it again (C10).' }
  }
  return undefined
}

/**
 * Whether what a learner typed is the code of the session they mean, or of any session of the activity that has begun
 * and can still be claimed. A code used again week by week is taken for the latest session that has begun.
 */
export function judgeEventCode(account: AccountFacts, course: CourseFacts, sessions: readonly EventSession[], asked: { readonly typed: string; readonly sessionId: string | null }): EventCodeVerdict {
  const folded = foldEventCode(asked.typed)
  const bearing = folded === '' ? [] : sessions.filter((session) => foldEventCode(session.code) === folded)
  const chosen = asked.sessionId === null ? undefined : sessions.find((session) => session.id === asked.sessionId)
  const begun = bearing.filter((session) => session.startsAt <= account.now).sort((one, other) => (one.startsAt < other.startsAt ? 1 : -1))
  const session = bearing.find((one) => one.id === asked.sessionId) ?? begun[0] ?? bearing[0]
  if (session === undefined) {
    return {
      kind: 'refused',
      code: 'event_code_wrong',
      session: null,
      rows: ['C7', 'T26'],
      evidence: [{ recordKind: 'activity', record: course.activity.id, field: 'event_code', value: null }],
      nextStep: 'Find the session by date or room and compare the code.',
    }
  }
  if (chosen !== undefined && session.id !== chosen.id) {
    return { kind: 'refused', code: 'event_code_of_other_session', session, rows: ['T26', 'T30'], evidence: [ofSession(session, 'starts_at', session.startsAt)], nextStep: 'Choose the session this code belongs to, if the learner was there.' }
  }
  const closed = judgeWindow(session, account, course)
  if (closed !== undefined) return { kind: 'refused', session, ...closed }
  return {
    kind: 'right',
    session,
    written: asked.typed === session.code ? 'exactly' : 'alike',
    rows: ['C7', 'T26'],
    evidence: [ofSession(session, 'starts_at', session.startsAt)],
    nextStep: 'Enter it: the claim and the evaluation open.',
  }
}

export const givingRefusals = ['account_not_active', 'not_enrolled', 'session_not_begun', 'registered_after_session', 'event_code_expired'] as const
export type GivingRefusal = (typeof givingRefusals)[number]

export type GivingVerdict =
  | (Judged & { readonly kind: 'entitled'; readonly because: 'attendance_on_record' | 'registered_before' })
  | (Judged & { readonly kind: 'refused'; readonly code: GivingRefusal })

/**
 * Whether a learner may be told a session's code (C8): their account is open, they are registered in the activity, the
 * session has begun and can still be claimed, and attendance is on record or they registered before it ended.
 */
export function judgeGiving(account: AccountFacts, course: CourseFacts, session: EventSession): GivingVerdict {
  const { learner, portal } = account
  const refuse = (code: GivingRefusal, evidence: readonly Evidence[], nextStep: string, rows: readonly string[] = ['C8']): GivingVerdict => ({ kind: 'refused', code, rows, evidence, nextStep })
  if (learner.status !== 'active') return refuse('account_not_active', [{ recordKind: 'learner', record: learner.id, field: 'status', value: learner.status }], 'Open the account first, once it is clear who is asking.')
  const standing = judgeCourse(account, course)
  if (standing === undefined) {
    return refuse('not_enrolled', [{ recordKind: 'learner', record: learner.id, field: 'enrolments', value: null }], 'Look for the registration under the learner’s other addresses (C6).', ['C8', 'C6'])
  }
  const closed = judgeWindow(session, account, course)
  if (closed !== undefined) return refuse(closed.code, closed.evidence, closed.nextStep, [...new Set(['C8', ...closed.rows])])
  const zone = portal.zone.value
  const day = civilDateIn(session.startsAt, zone)
  const attended = course.enrolments.find((one) => one.attendedAt !== null && civilDateIn(one.attendedAt, zone) === day)
  if (attended !== undefined) {
    return { kind: 'entitled', because: 'attendance_on_record', rows: ['C8'], evidence: [{ recordKind: 'enrolment', record: attended.id, field: 'attended_at', value: attended.attendedAt }], nextStep: 'Give the code; that it was given is kept.' }
  }
  const registered = { recordKind: 'enrolment', record: standing.enrolment.id, field: 'registered_at', value: standing.firstRegisteredAt } as const
  if (standing.firstRegisteredAt > session.endsAt) {
    return refuse('registered_after_session', [registered, ofSession(session, 'ends_at', session.endsAt)], 'Ask for the sign-in sheet; if they were there, enter the attendance first.')
  }
  return { kind: 'entitled', because: 'registered_before', rows: ['C8'], evidence: [registered], nextStep: 'Ask what they remember of the session, then give the code; that it was given is kept.' }
}
