import type { HandlerResult, Input } from '@shared/contract'
import type { FoundView } from '@shared/contract/desk'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { civilDateIn } from '@shared/model/instant'
import { formatMoney } from '@shared/model/money'
import { recordId } from '@shared/model/record-id'
import { ok } from '@shared/model/result'
import { maskEmail } from '@shared/policy/name-folding'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { FoundRecord } from '../ports/repositories/finder-repository'
import type { ServicePorts } from '../ports/service-ports'

export interface FindService {
  /** Whatever fits the text, best first; addresses masked, identifiers never in full beside a name. */
  search(input: Input<'find.search'>): Promise<HandlerResult<'find.search'>>
}

interface Line {
  readonly label: string
  readonly detail: readonly string[]
  readonly learnerId: number | null
}

/** The line of a hit: what names the record, and what tells it from its neighbours. */
function lineOf(found: FoundRecord, portal: string, zone: string): Line {
  switch (found.kind) {
    case 'learner':
      return {
        label: [found.name, found.credentials].filter((part) => part !== '').join(', '),
        detail: [portal, maskEmail(found.email), found.status === 'active' ? '' : found.status],
        learnerId: found.id,
      }
    case 'activity':
      return { label: found.title, detail: [portal, found.format.replaceAll('_', ' '), found.expiresOn === null ? '' : `until ${found.expiresOn}`], learnerId: null }
    case 'certificate':
      return {
        label: `${found.externalId}, ${found.title}`,
        detail: [found.learnerName, `${formatCreditAmount(found.amount)} ${found.creditType}`, found.state],
        learnerId: found.learnerId,
      }
    case 'order':
      return { label: `Order ${found.externalId}`, detail: [found.learnerName, civilDateIn(found.placedAt, zone), `${formatMoney(found.total)} ${found.currency}`, found.status.replaceAll('_', ' ')], learnerId: found.learnerId }
    case 'receipt':
      return { label: `Receipt ${found.externalId}`, detail: [found.learnerName, `order ${found.orderExternalId}`, civilDateIn(found.issuedAt, zone)], learnerId: found.learnerId }
    case 'ticket':
      return { label: found.subject, detail: [found.learnerName, portal, civilDateIn(found.receivedAt, zone)], learnerId: found.learnerId }
    case 'session':
      return { label: found.title, detail: [portal, civilDateIn(found.startsAt, zone), found.location], learnerId: null }
  }
}

function activityOf(found: FoundRecord): string | null {
  if (found.kind === 'activity') return recordId('activity', found.id)
  return found.kind === 'session' ? recordId('activity', found.activityId) : null
}

function foundView(found: FoundRecord, profile: PortalProfile | undefined): FoundView {
  const line = lineOf(found, profile === undefined ? found.portal : profile.shortName, profile?.zone.value ?? 'UTC')
  return {
    kind: found.kind,
    id: recordId(found.kind, found.id),
    externalId: found.externalId,
    label: line.label,
    detail: line.detail.filter((part) => part !== '').join(' · '),
    portal: found.portal,
    learnerId: line.learnerId === null ? null : recordId('learner', line.learnerId),
    activityId: activityOf(found),
    matched: found.matched,
  }
}

export function createFindService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): FindService {
  return {
    search(input) {
      return unitOfWork.read(async ({ finder, portals }) => {
        const found = await finder.find({ ...input, today: civilDateIn(clock.now(), 'UTC') })
        const profiles = found.length === 0 ? [] : await portals.list()
        return ok({ hits: found.map((each) => foundView(each, profiles.find((profile) => profile.key === each.portal))) })
      })
    },
  }
}
