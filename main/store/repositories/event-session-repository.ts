import type { Knex } from 'knex'
import { z } from 'zod'
import type { EventSessionRepository, StoredEventSession } from '../../ports/repositories/event-session-repository'

const sessionRowSchema = z.object({
  activity_id: z.number(),
  title: z.string(),
  session_id: z.number().nullable(),
  starts_at: z.string(),
  ends_at: z.string(),
  location: z.string(),
  event_code: z.string(),
})

function sessionsOf(rows: unknown): readonly StoredEventSession[] {
  return sessionRowSchema.array().parse(rows).map((row) => ({
    activityId: row.activity_id,
    title: row.title,
    sessionId: row.session_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    location: row.location,
    code: row.event_code,
  }))
}

export function createEventSessionRepository(connection: Knex): EventSessionRepository {
  const ofSeries = (): Knex.QueryBuilder =>
    connection('sessions')
      .join('activities', 'activities.id', 'sessions.activity_id')
      .select({
        activity_id: 'activities.id',
        title: 'activities.title',
        session_id: 'sessions.id',
        starts_at: 'sessions.starts_at',
        ends_at: 'sessions.ends_at',
        // A session without a room of its own is held where its activity is.
        location: connection.raw(`case when sessions.location = '' then activities.location else sessions.location end`),
        event_code: 'sessions.event_code',
      })
  // A series may repeat its latest session's code at the activity: then the sessions say it.
  const heldOnce = (): Knex.QueryBuilder =>
    connection('activities')
      .whereNotNull('activities.starts_at')
      .whereNotExists(connection('sessions').whereRaw('sessions.activity_id = activities.id').select('sessions.id'))
      .select({
        activity_id: 'activities.id',
        title: 'activities.title',
        session_id: connection.raw('null'),
        starts_at: 'activities.starts_at',
        ends_at: connection.raw('coalesce(activities.ends_at, activities.starts_at)'),
        location: 'activities.location',
        event_code: 'activities.event_code',
      })

  return {
    async listOfActivity(activityId) {
      const rows = sessionsOf(await ofSeries().where({ 'sessions.activity_id': activityId }).orderBy(['sessions.starts_at', 'sessions.id']))
      return rows.length > 0 ? rows : sessionsOf(await heldOnce().where({ 'activities.id': activityId }))
    },
    async listOfPortal(portal) {
      const series = sessionsOf(await ofSeries().where({ 'activities.portal': portal }).whereNot({ 'sessions.event_code': '' }))
      const single = sessionsOf(await heldOnce().where({ 'activities.portal': portal }).whereNot({ 'activities.event_code': '' }))
      return [...series, ...single].sort((one, other) => other.startsAt.localeCompare(one.startsAt))
    },
  }
}
