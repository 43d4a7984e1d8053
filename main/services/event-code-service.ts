import type { HandlerResult, Input } from '@shared/contract'
import type { GivingVerdictView } from '@shared/contract/enrolments'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { judgeGiving, type GivingVerdict } from '@shared/policy/event-code'
import { searchEventSessions, type FoundSession } from '@shared/policy/event-session-search'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import { loadCourse } from './course-subject'
import { eventSessionOf, eventSessionView } from './event-sessions'

export interface EventCodeService {
  /** Sessions with a code by half-remembered title, date or room, each with what this learner is entitled to (C7, C8). */
  find(input: Input<'eventCodes.find'>): Promise<HandlerResult<'eventCodes.find'>>
  /** Tells the code, to be given to the learner: only where they are entitled, and audited (C8). */
  give(input: Input<'eventCodes.give'>, acting: Acting): Promise<HandlerResult<'eventCodes.give'>>
}

type Session = ReturnType<typeof eventSessionOf>

/** So many sessions are shown; more of them say that the question should say more. */
const mostShown = 20

function verdictView(verdict: GivingVerdict): GivingVerdictView {
  const common = { rows: [...verdict.rows], nextStep: verdict.nextStep }
  return verdict.kind === 'entitled' ? { kind: 'entitled', because: verdict.because, ...common } : { kind: 'refused', code: verdict.code, ...common }
}

export function createEventCodeService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): EventCodeService {
  return {
    find({ learnerId, question, activityId }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'eventCodes.find'>> => {
        const { diagnoses, eventSessions } = repositories
        const id = recordNumber('learner', learnerId) ?? -1
        const record = await diagnoses.find(id)
        const learner = await repositories.learners.find(id)
        if (record?.portal === undefined || learner === undefined) return refuse('not_found')
        const now = clock.now()
        const zone = record.portal.zone.value
        const stored = activityId === undefined ? await eventSessions.listOfPortal(learner.portal) : await eventSessions.listOfActivity(recordNumber('activity', activityId) ?? -1)
        const sessions = stored.map(eventSessionOf).filter((session) => session.code !== '')
        const asked = question.trim()
        const found: readonly FoundSession<Session>[] =
          asked === '' ? (activityId === undefined ? [] : [...sessions].reverse().map((session) => ({ session, matchedBy: [] }))) : searchEventSessions(asked, sessions, { zone, now })
        const shown = []
        for (const { session, matchedBy } of found.slice(0, mostShown)) {
          const subject = await loadCourse(repositories, { learnerId: id, activityId: session.activityId }, now)
          if (subject === undefined) throw new Error(`session ${session.id} has no activity`)
          shown.push({ ...eventSessionView(session), matchedBy: [...matchedBy], verdict: verdictView(judgeGiving(subject.account, subject.course, session)) })
        }
        // What may be given comes first; within that, the best match.
        const ranked = [...shown.filter(({ verdict }) => verdict.kind === 'entitled'), ...shown.filter(({ verdict }) => verdict.kind === 'refused')]
        return ok({ learnerName: `${learner.givenName} ${learner.familyName}`.trim(), zone, sessions: ranked })
      })
    },
    give({ learnerId, sessionId }, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'eventCodes.give'>> => {
        const at = clock.now()
        const learner = await repositories.learners.find(recordNumber('learner', learnerId) ?? -1)
        if (learner === undefined) return refuse('not_found')
        const stored = (await repositories.eventSessions.listOfPortal(learner.portal)).map(eventSessionOf)
        const session = stored.find((one) => one.id === sessionId)
        if (session === undefined) return refuse('not_found', { field: 'sessionId' })
        const subject = await loadCourse(repositories, { learnerId: learner.id, activityId: session.activityId }, at)
        if (subject === undefined) return refuse('not_found')
        const verdict = judgeGiving(subject.account, subject.course, session)
        if (verdict.kind === 'refused') return refuse(verdict.code, { facts: { next: verdict.nextStep } })
        // Which session's code was told, not the code: the history may be read by more people than are entitled to it.
        const auditId = await repositories.audit.append(
          { at, operation: 'eventCodes.give', entity: 'session', entityId: recordNumber('session', session.id) ?? null, learnerId: learner.id, reason: '', before: {}, after: { session: session.id, sessionBegan: session.startsAt, because: verdict.because } },
          acting,
        )
        return ok({ code: session.code, auditId: recordId('audit', auditId) })
      })
    },
  }
}
