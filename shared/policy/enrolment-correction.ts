import { addDays, type CivilDate } from '../model/civil-date'
import { civilDateIn, endOfDayIn, millisecondsOf, instantOf, type Instant } from '../model/instant'
import { judgeAttempts } from './attempts'
import type { AccountFacts, CourseFacts, EnrolmentFacts } from './diagnosis-facts'
import { judgeEventCode, type EventSession } from './event-code'
import type { Evidence } from './evidence'

/** Days as the desk enters them; a field left out stays, null takes it off the record. */
export interface EnrolmentCorrectionRequest {
  readonly pretestOn?: CivilDate | null
  readonly passedOn?: CivilDate | null
  readonly evaluatedOn?: CivilDate | null
  /** Attendance of the activity, or by `sessionId` of one of its sessions. */
  readonly attendedOn?: CivilDate | null
  readonly sessionId?: string
  /** The event code as the learner says it; entering it records attendance of its session where none is on record. */
  readonly eventCode?: string | null
  readonly attemptsUsed?: number | null
  readonly bestPercent?: number | null
  readonly segmentsDone?: number | null
  readonly segmentsTotal?: number | null
  readonly reason: string
}

/** The columns of an enrolment that a correction writes. */
export type EnrolmentChanges = Partial<
  Pick<EnrolmentFacts, 'pretestAt' | 'passedAt' | 'evaluatedAt' | 'attendedAt' | 'eventCodeEnteredAt' | 'attemptsUsed' | 'bestPercent' | 'segmentsDone' | 'segmentsTotal'>
>

/** Refusals of a correction of an enrolment, each with its field. */
export const enrolmentCorrectionRefusals = [
  'field_missing',
  'field_malformed',
  'date_in_future',
  'date_before_registration',
  'date_after_expiry',
  'number_out_of_range',
  'below_pass_mark',
  'claim_rests_on_it',
  'nothing_changed',
  'reason_missing',
  'event_code_wrong',
  'event_code_of_other_session',
  'session_not_begun',
  'event_code_expired',
] as const
export type EnrolmentCorrectionRefusal = (typeof enrolmentCorrectionRefusals)[number]

export type EnrolmentCorrectionVerdict =
  | { readonly kind: 'allowed'; readonly changes: EnrolmentChanges; readonly session: EventSession | null; readonly rows: readonly string[]; readonly evidence: readonly Evidence[]; readonly nextStep: string }
  | { readonly kind: 'refused'; readonly code: EnrolmentCorrectionRefusal; readonly field: string; readonly rows: readonly string[]; readonly evidence: readonly Evidence[]; readonly nextStep: string }

type Refused = Extract<EnrolmentCorrectionVerdict, { kind: 'refused' }>

interface Subject {
  readonly account: AccountFacts
  readonly course: CourseFacts
  readonly enrolment: EnrolmentFacts
  readonly sessions: readonly EventSession[]
}

const dayFields = [
  ['pretestOn', 'pretestAt'],
  ['passedOn', 'passedAt'],
  ['evaluatedOn', 'evaluatedAt'],
  ['attendedOn', 'attendedAt'],
] as const

function refused(code: EnrolmentCorrectionRefusal, field: string, nextStep: string, more: { readonly rows?: readonly string[]; readonly evidence?: readonly Evidence[] } = {}): Refused {
  return { kind: 'refused', code, field, rows: more.rows ?? ['T10', 'T12'], evidence: more.evidence ?? [], nextStep }
}

function ofEnrolment({ enrolment }: Subject, field: string, value: string | number | null): Evidence {
  return { recordKind: 'enrolment', record: enrolment.id, field, value: value === null ? null : String(value) }
}

/** A day that cannot be: to come, before the registration, or after the activity's own last day (P26). */
function judgeDay(subject: Subject, field: string, day: CivilDate): Refused | undefined {
  const { account, course, enrolment } = subject
  const zone = account.portal.zone.value
  if (day > civilDateIn(account.now, zone)) return refused('date_in_future', field, 'Enter a day that has come.')
  if (day < civilDateIn(enrolment.registeredAt, zone)) {
    return refused('date_before_registration', field, 'Check the day; if the learner registered earlier under another address, look there (C6).', { evidence: [ofEnrolment(subject, 'registered_at', enrolment.registeredAt)] })
  }
  const { expiresOn } = course.activity
  if (expiresOn !== null && day > expiresOn) {
    return refused('date_after_expiry', field, 'No credit can be earned after the activity’s last day: enter the day it was really done.', { rows: ['P26', 'H43', 'T23'], evidence: [{ recordKind: 'activity', record: course.activity.id, field: 'expiration_date', value: expiresOn }] })
  }
  return undefined
}

/** Noon of that day in the portal's zone, but never before the registration nor after now: the rules read the day. */
export function instantOnDay(day: CivilDate, { account, enrolment }: Pick<Subject, 'account' | 'enrolment'>): Instant {
  const begin = endOfDayIn(addDays(day, -1), account.portal.zone.value)
  const noon = instantOf(millisecondsOf(begin) + 12 * 3_600_000)
  const notBefore = noon < enrolment.registeredAt ? enrolment.registeredAt : noon
  return notBefore > account.now ? account.now : notBefore
}

function judgeDays(subject: Subject, request: EnrolmentCorrectionRequest): Refused | EnrolmentChanges {
  const changes: { -readonly [Field in keyof EnrolmentChanges]: EnrolmentChanges[Field] } = {}
  for (const [asked, column] of dayFields) {
    const day = request[asked]
    if (day === undefined) continue
    const wrong = day === null ? undefined : judgeDay(subject, asked, day)
    if (wrong !== undefined) return wrong
    changes[column] = day === null ? null : instantOnDay(day, subject)
  }
  return changes
}

function judgeSession(subject: Subject, sessionId: string): Refused | EnrolmentChanges {
  const session = subject.sessions.find((one) => one.id === sessionId)
  if (session === undefined) return refused('field_malformed', 'sessionId', 'Choose one of the sessions of this activity.', { rows: ['T30'] })
  if (session.startsAt > subject.account.now) {
    return refused('date_in_future', 'sessionId', 'This session has not begun: choose one that has.', { rows: ['T30'], evidence: [{ recordKind: 'activity', record: session.id, field: 'starts_at', value: session.startsAt }] })
  }
  const wrong = judgeDay(subject, 'sessionId', civilDateIn(session.startsAt, subject.account.portal.zone.value))
  return wrong ?? { attendedAt: session.startsAt > subject.enrolment.registeredAt ? session.startsAt : subject.enrolment.registeredAt }
}

const numberFields = ['attemptsUsed', 'bestPercent', 'segmentsDone', 'segmentsTotal'] as const
const bounds: Readonly<Record<(typeof numberFields)[number], readonly [number, number]>> = { attemptsUsed: [0, 100], bestPercent: [0, 100], segmentsDone: [0, 500], segmentsTotal: [1, 500] }

function judgeNumbers(subject: Subject, request: EnrolmentCorrectionRequest): Refused | EnrolmentChanges {
  const changes: { -readonly [Field in keyof EnrolmentChanges]: EnrolmentChanges[Field] } = {}
  for (const field of numberFields) {
    const value = request[field]
    if (value === undefined) continue
    const [least, most] = bounds[field]
    if (value !== null && (!Number.isInteger(value) || value < least || value > most)) return refused('number_out_of_range', field, `Enter a whole number from ${String(least)} to ${String(most)}.`, { rows: ['P7', 'P5'] })
    changes[field] = value
  }
  const after = { ...subject.enrolment, ...changes }
  if (after.segmentsDone !== null && after.segmentsTotal !== null && after.segmentsDone > after.segmentsTotal) {
    return refused('number_out_of_range', 'segmentsDone', `The course has ${String(after.segmentsTotal)} segments: enter no more than that.`, { rows: ['P5'], evidence: [ofEnrolment(subject, 'segments_total', after.segmentsTotal)] })
  }
  if (changes.segmentsDone !== undefined && changes.segmentsDone !== null && after.segmentsTotal === null) return refused('field_missing', 'segmentsTotal', 'Say how many segments the course has.', { rows: ['P5'] })
  const limit = judgeAttempts({ portal: subject.account.portal, maxAttempts: subject.course.activity.maxAttempts, attemptsUsed: 0, granted: granted(subject.course) }).left
  if (changes.attemptsUsed !== undefined && changes.attemptsUsed !== null && limit !== 'unlimited' && changes.attemptsUsed > limit) {
    return refused('number_out_of_range', 'attemptsUsed', `The rule allows ${String(limit)} tries here; another needs an exception on record.`, { rows: ['H21', 'P7', 'P8'] })
  }
  return changes
}

const granted = (course: CourseFacts): number => course.exceptions.reduce((sum, exception) => sum + (exception.kind === 'extra_attempt' ? exception.attempts : 0), 0)

/** What a pass needs beside its day: a score at the pass mark, where both are known, and a try. */
function judgePass(subject: Subject, changes: EnrolmentChanges): Refused | undefined {
  const after = { ...subject.enrolment, ...changes }
  if (after.passedAt === null) return undefined
  const mark = subject.course.activity.passPercent ?? subject.account.portal.passPercent.value
  if (mark !== null && after.bestPercent !== null && after.bestPercent < mark) {
    return refused('below_pass_mark', 'bestPercent', `The pass mark is ${String(mark)} %: enter the score they passed with, or take the pass off.`, { rows: ['P7', 'H21'], evidence: [ofEnrolment(subject, 'best_percent', after.bestPercent)] })
  }
  if (after.attemptsUsed === 0) return refused('number_out_of_range', 'attemptsUsed', 'Nobody passes without a try: enter how many were used.', { rows: ['P7'] })
  return undefined
}

const requirementColumns = ['pretestAt', 'passedAt', 'evaluatedAt', 'attendedAt', 'eventCodeEnteredAt'] as const

/** A step that an active claim rests on is not taken off the record under it. */
function judgeClaims(subject: Subject, changes: EnrolmentChanges): Refused | undefined {
  const claim = subject.enrolment.claims.find((one) => one.state === 'active')
  if (claim === undefined) return undefined
  const taken = requirementColumns.find((column) => changes[column] === null && subject.enrolment[column] !== null)
  if (taken === undefined) return undefined
  return refused('claim_rests_on_it', taken.replace(/At$/, 'On'), 'Void or correct the claim first.', { rows: ['T9'], evidence: [{ recordKind: 'claim', record: claim.id, field: 'claimed_at', value: claim.claimedAt }] })
}

function judgeCode(subject: Subject, request: EnrolmentCorrectionRequest, changes: EnrolmentChanges): Refused | { readonly changes: EnrolmentChanges; readonly session: EventSession | null } {
  const { eventCode } = request
  if (eventCode === undefined) return { changes: {}, session: null }
  if (eventCode === null) return { changes: { eventCodeEnteredAt: null }, session: null }
  const verdict = judgeEventCode(subject.account, subject.course, subject.sessions, { typed: eventCode, sessionId: request.sessionId ?? null })
  if (verdict.kind === 'refused') return refused(verdict.code, 'eventCode', verdict.nextStep, { rows: verdict.rows, evidence: verdict.evidence })
  const came = changes.attendedAt === undefined && subject.enrolment.attendedAt === null
  const attendance = came ? judgeSession(subject, verdict.session.id) : {}
  if ('kind' in attendance) return attendance
  return { changes: { eventCodeEnteredAt: subject.account.now, ...attendance }, session: verdict.session }
}

/** Only what really differs from the record; a day that stays the day it was keeps its time of day. */
function differing(subject: Subject, changes: EnrolmentChanges): EnrolmentChanges {
  const zone = subject.account.portal.zone.value
  const days = new Set<string>(requirementColumns)
  const same = (column: string, value: string | number | null, before: string | number | null): boolean =>
    value === before || (days.has(column) && column !== 'eventCodeEnteredAt' && typeof value === 'string' && typeof before === 'string' && civilDateIn(value, zone) === civilDateIn(before, zone))
  const columns = [...requirementColumns, ...numberFields] as const
  return Object.fromEntries(
    columns.flatMap((column) => {
      const value = changes[column]
      return value === undefined || same(column, value, subject.enrolment[column]) ? [] : [[column, value] as const]
    }),
  )
}

/**
 * Decides a correction of an enrolment (P5, C7, C8, T26, T30; issue "Bad input"): every value is judged before anything is
 * written, and refused with its field. The reason is judged last, so that what no words can cure is said first.
 */
export function decideEnrolmentCorrection(subject: Subject, request: EnrolmentCorrectionRequest): EnrolmentCorrectionVerdict {
  const days = judgeDays(subject, request)
  if ('kind' in days) return days
  const attended = request.sessionId === undefined || request.eventCode !== undefined ? {} : judgeSession(subject, request.sessionId)
  if ('kind' in attended) return attended
  const numbers = judgeNumbers(subject, request)
  if ('kind' in numbers) return numbers
  const code = judgeCode(subject, request, { ...days, ...attended })
  if ('kind' in code) return code
  const changes = differing(subject, { ...days, ...attended, ...numbers, ...code.changes })
  const wrong = judgePass(subject, changes) ?? judgeClaims(subject, changes)
  if (wrong !== undefined) return wrong
  if (Object.keys(changes).length === 0) return refused('nothing_changed', 'reason', 'Change a value, or close the dialog.', { rows: ['P5'] })
  if (request.reason.trim() === '') return refused('reason_missing', 'reason', 'Say on what evidence the record is corrected.', { rows: ['P5', 'C8'] })
  return {
    kind: 'allowed',
    changes,
    session: code.session,
    rows: [...(request.eventCode === undefined ? [] : ['C7', 'T26']), ...(request.sessionId === undefined ? [] : ['T30']), 'P5'],
    evidence: Object.keys(changes).map((column) => ofEnrolment(subject, column, null)),
    nextStep: 'Save: the steps follow at once, and the history keeps the reason.',
  }
}
