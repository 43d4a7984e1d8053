import type { HandlerResult, Input } from '@shared/contract'
import type { EnrolmentProgressView } from '@shared/contract/enrolments'
import { civilDateIn, type Instant } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { EnrolmentFacts } from '@shared/policy/diagnosis-facts'
import { decideEnrolmentCorrection, type EnrolmentChanges, type EnrolmentCorrectionRequest } from '@shared/policy/enrolment-correction'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { EnrolmentProgress } from '../ports/repositories/enrolment-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { loadCourse, type CourseSubject } from './course-subject'
import { eventSessionOf, eventSessionView } from './event-sessions'
import type { Undoing } from './undoing'

export interface EnrolmentService {
  /** An enrolment as it is corrected: days in the portal's zone, what is required, the sessions of a series. */
  progress(input: Input<'enrolments.progress'>): Promise<HandlerResult<'enrolments.progress'>>
  /** Enters or corrects attendance, segments, event code, tries, evaluation (P5, C7, C8): one transaction, undoable. */
  correct(input: Input<'enrolments.correct'>, acting: Acting): Promise<HandlerResult<'enrolments.correct'>>
  readonly undoing: Undoing
}

const columns = ['pretestAt', 'passedAt', 'evaluatedAt', 'attendedAt', 'eventCodeEnteredAt', 'attemptsUsed', 'bestPercent', 'segmentsDone', 'segmentsTotal'] as const

interface Subject extends CourseSubject {
  readonly progress: EnrolmentProgress
  readonly enrolment: EnrolmentFacts
  readonly sessions: readonly ReturnType<typeof eventSessionOf>[]
}

async function load(repositories: Repositories, id: number, now: Instant): Promise<Subject | undefined> {
  const progress = await repositories.enrolments.findProgress(id)
  const subject = progress === undefined ? undefined : await loadCourse(repositories, progress, now)
  const enrolment = subject?.course.enrolments.find((one) => one.id === recordId('enrolment', id))
  if (progress === undefined || subject === undefined || enrolment === undefined) return undefined
  const sessions = await repositories.eventSessions.listOfActivity(progress.activityId)
  return { ...subject, progress, enrolment, sessions: sessions.map(eventSessionOf) }
}

function progressView({ account, course, progress, enrolment, sessions, learnerName, activityTitle }: Subject): EnrolmentProgressView {
  const zone = account.portal.zone.value
  const on = (instant: Instant | null): string | null => (instant === null ? null : civilDateIn(instant, zone))
  const { activity } = course
  return {
    id: recordId('enrolment', progress.id),
    version: progress.version,
    learnerId: recordId('learner', progress.learnerId),
    learnerName,
    activityId: recordId('activity', progress.activityId),
    activityTitle,
    zone,
    today: civilDateIn(account.now, zone),
    registeredOn: civilDateIn(enrolment.registeredAt, zone),
    expiresOn: activity.expiresOn,
    pretestOn: on(enrolment.pretestAt),
    passedOn: on(enrolment.passedAt),
    evaluatedOn: on(enrolment.evaluatedAt),
    attendedOn: on(enrolment.attendedAt),
    eventCodeEnteredAt: enrolment.eventCodeEnteredAt,
    attemptsUsed: enrolment.attemptsUsed,
    bestPercent: enrolment.bestPercent,
    segmentsDone: enrolment.segmentsDone,
    segmentsTotal: enrolment.segmentsTotal,
    requires: { pretest: activity.pretestRequired, posttest: activity.posttestRequired, evaluation: activity.evaluationRequired, eventCode: activity.hasEventCode },
    passMark: activity.passPercent ?? account.portal.passPercent.value,
    live: activity.delivery === 'live',
    sessions: sessions.filter((session) => session.id !== recordId('activity', progress.activityId)).map(eventSessionView),
  }
}

/** Only what was said: a key that is there without a value would say something else. */
function requestOf({ changes, reason }: Input<'enrolments.correct'>): EnrolmentCorrectionRequest {
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  return { ...said, reason: reason.trim() }
}

function valuesOf(fields: EnrolmentChanges, which: EnrolmentChanges): AuditValues {
  return Object.fromEntries(columns.flatMap((column) => (which[column] === undefined ? [] : [[column, fields[column] ?? null] as const])))
}

/** The columns an audit entry names, as they were kept. */
function changesOf(values: AuditValues): EnrolmentChanges {
  const instants = ['pretestAt', 'passedAt', 'evaluatedAt', 'attendedAt', 'eventCodeEnteredAt'] as const
  const numbers = ['attemptsUsed', 'bestPercent', 'segmentsDone', 'segmentsTotal'] as const
  const changes: { -readonly [Column in keyof EnrolmentChanges]: EnrolmentChanges[Column] } = {}
  for (const column of instants) {
    const value = values[column]
    if (value === null || typeof value === 'string') changes[column] = value
  }
  for (const column of numbers) {
    const value = values[column]
    if (value === null || typeof value === 'number') changes[column] = value
  }
  return changes
}

const undoing: Undoing = {
  operation: 'enrolments.correct',
  async undo(entry, repositories, at) {
    const subject = await load(repositories, entry.entityId ?? -1, at)
    if (subject === undefined) return refuse('not_undoable')
    const { progress, enrolment } = subject
    const left = changesOf(entry.after)
    const former = changesOf(entry.before)
    if (columns.some((column) => left[column] !== undefined && left[column] !== progress.fields[column])) return refuse('later_work_depends')
    // A claim made since rests on what was entered.
    const entered = columns.some((column) => former[column] === null && left[column] !== undefined)
    if (entered && enrolment.claims.some((claim) => claim.state === 'active' && claim.claimedAt >= entry.at)) return refuse('later_work_depends')
    if ((await repositories.enrolments.update(progress.id, progress.version, former)) === 'stale') return refuse('later_work_depends')
    return ok({ entity: 'enrolment', entityId: progress.id, learnerId: progress.learnerId, before: valuesOf(left, left), after: valuesOf(former, former) })
  },
}

export function createEnrolmentService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): EnrolmentService {
  const enrolmentNumber = (id: string): number => recordNumber('enrolment', id) ?? -1

  return {
    progress({ id }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'enrolments.progress'>> => {
        const subject = await load(repositories, enrolmentNumber(id), clock.now())
        return subject === undefined ? refuse('not_found') : ok(progressView(subject))
      })
    },
    correct(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'enrolments.correct'>> => {
        const at = clock.now()
        const subject = await load(repositories, enrolmentNumber(input.id), at)
        if (subject === undefined) return refuse('not_found')
        const { progress } = subject
        if (progress.version !== input.version) return refuse('stale')
        const request = requestOf(input)
        const verdict = decideEnrolmentCorrection(subject, request)
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { next: verdict.nextStep } })
        const version = await repositories.enrolments.update(progress.id, progress.version, verdict.changes)
        if (version === 'stale') return refuse('stale')
        const entryId = await repositories.audit.append(
          {
            at,
            operation: undoing.operation,
            entity: 'enrolment',
            entityId: progress.id,
            learnerId: progress.learnerId,
            reason: request.reason,
            before: valuesOf(progress.fields, verdict.changes),
            after: { ...valuesOf(verdict.changes, verdict.changes), ...(verdict.session === null ? {} : { session: verdict.session.id }) },
          },
          acting,
        )
        return ok({ version, entryId: recordId('audit', entryId) })
      })
    },
    undoing,
  }
}
