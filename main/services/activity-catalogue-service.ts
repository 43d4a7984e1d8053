import type { HandlerResult, Input } from '@shared/contract'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { civilDateIn } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { ServicePorts } from '../ports/service-ports'

export interface ActivityCatalogueService {
  /** A page of activities by title; what expired is told by each portal's own day. */
  list(input: Input<'activities.list'>): Promise<HandlerResult<'activities.list'>>
  /** One activity: every field of its exchange row, its credits and sessions. */
  open(input: Input<'activities.open'>): Promise<HandlerResult<'activities.open'>>
}

export function createActivityCatalogueService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): ActivityCatalogueService {
  return {
    list(input) {
      return unitOfWork.read(async ({ activityList, portals }) => {
        const profiles = await portals.list()
        const named = new Map(profiles.map((profile) => [profile.key, profile]))
        const now = clock.now()
        const byPortal = Object.fromEntries(profiles.map((profile) => [profile.key, civilDateIn(now, profile.zone.value)]))
        const { total, rows } = await activityList.list({ ...input, today: { byPortal, otherwise: civilDateIn(now, 'UTC') } })
        return ok({
          total,
          rows: rows.map(({ portal, credits, ...row }) => ({
            ...row,
            id: recordId('activity', row.id),
            portalName: named.get(portal)?.name ?? portal,
            portalShortName: named.get(portal)?.shortName ?? portal,
            credits: credits.map((credit) => `${formatCreditAmount(credit.maximumAmount)} ${credit.creditType}`).join('; '),
          })),
        })
      })
    },
    open(input) {
      return unitOfWork.read(async ({ activityList, portals }): Promise<HandlerResult<'activities.open'>> => {
        const activity = await activityList.find(recordNumber('activity', input.id) ?? -1)
        if (activity === undefined) return refuse('not_found')
        const { portal, ...whole } = activity
        const profile = await portals.find(portal)
        return ok({
          ...whole,
          id: recordId('activity', activity.id),
          portalName: profile?.name ?? portal,
          zone: profile?.zone.value ?? 'UTC',
          fields: [...activity.fields],
          credits: [...activity.credits],
          sessions: activity.sessions.map((session) => ({ ...session, id: recordId('session', session.id) })),
        })
      })
    },
  }
}
