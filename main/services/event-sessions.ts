import type { EventSessionView } from '@shared/contract/enrolments'
import { recordId } from '@shared/model/record-id'
import type { SearchedSession } from '@shared/policy/event-session-search'
import type { StoredEventSession } from '../ports/repositories/event-session-repository'

/** A stored session as the rules read it; one that is its activity bears the activity's identifier. */
export function eventSessionOf(stored: StoredEventSession): SearchedSession & { readonly activityId: number } {
  return {
    id: stored.sessionId === null ? recordId('activity', stored.activityId) : recordId('session', stored.sessionId),
    activityId: stored.activityId,
    title: stored.title,
    startsAt: stored.startsAt,
    endsAt: stored.endsAt,
    location: stored.location,
    code: stored.code,
  }
}

/** A session as the window shows it: that it has a code, never the code. */
export function eventSessionView(session: ReturnType<typeof eventSessionOf>): EventSessionView {
  const { id, activityId, title, startsAt, endsAt, location, code } = session
  return { id, activityId: recordId('activity', activityId), title, startsAt, endsAt, location, hasCode: code !== '' }
}
