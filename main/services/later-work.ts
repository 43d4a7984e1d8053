import { refuse, type Refused } from '@shared/model/result'
import type { Repositories } from '../ports/unit-of-work'

type LaterWork = Refused<'later_work_depends'>

/** What later depends on an act, where it is no act of the desk: mail under way, a report sent, a newer claim of
 * the same credit, or a record that no longer stands as the act left it (the platform changed it). */
export function laterThing(later: 'mail' | 'report' | 'record' | 'newer_claim'): LaterWork {
  return refuse('later_work_depends', { facts: { later } })
}

/**
 * The first act since on one of the records that still stands, by its operation, day and actor, so that the console can
 * say what to take back first; without one, the platform has changed the record.
 */
export async function laterAct({ audit }: Pick<Repositories, 'audit'>, entity: string, entityIds: readonly number[], entryId: number): Promise<LaterWork> {
  for (const entityId of entityIds) {
    const [later] = await audit.listLaterOn(entity, entityId, entryId)
    if (later !== undefined) return refuse('later_work_depends', { facts: { later: later.operation, at: later.at, actor: later.actor } })
  }
  return laterThing('record')
}
