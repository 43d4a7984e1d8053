import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import PersonOutlined from '@mui/icons-material/PersonOutlined'
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined'
import ShoppingBagOutlined from '@mui/icons-material/ShoppingBagOutlined'
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import { creditTypes, type FoundKind } from '@shared/model/field-codes'
import { creditSystemOf } from '@shared/policy/credit-systems'
import type { OpenOptions, TabTarget } from '../../bridge/navigation'
import { dayWords } from '../../words/time-words'
import type { Hit } from './api'

export const hitIcons: Readonly<Record<FoundKind, SvgIconComponent>> = {
  learner: PersonOutlined,
  activity: MenuBookOutlined,
  certificate: WorkspacePremiumOutlined,
  order: ShoppingBagOutlined,
  receipt: ReceiptLongOutlined,
  ticket: ConfirmationNumberOutlined,
  session: EventOutlined,
}

/** What names a hit; a number that leads the label stands at the line's end instead. */
export function hitName(hit: Hit): string {
  const lead = `${hit.externalId}, `
  return hit.label.startsWith(lead) ? hit.label.slice(lead.length) : hit.label
}

/** The number of a hit for the line's end; empty where the name says it. */
export function hitNumber(hit: Hit): string {
  if (hitName(hit).includes(hit.externalId)) return ''
  return hit.kind === 'certificate' ? `certificate ${hit.externalId}` : hit.externalId
}

const creditCode = new RegExp(`\\b(${creditTypes.join('|')})\\b`, 'g')

/** The second part of a hit's line, its codes and days in the window's words. */
export function hitDetail(hit: Hit): string {
  return hit.detail
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayWords(day))
    .replace(creditCode, (code) => {
      const creditType = creditTypes.find((known) => known === code)
      return creditType === undefined ? code : creditSystemOf(creditType).shortLabel
    })
}

/** Where a hit leads: a ticket to the tickets, a paper or an order to its learner's record, with that row shown. */
export function targetOf(hit: Hit): { readonly target: TabTarget; readonly options: OpenOptions } {
  if (hit.kind === 'ticket') return { target: { kind: 'tickets', id: '' }, options: { act: { verb: 'show', subject: hit.id } } }
  if (hit.learnerId !== null) {
    const shown: OpenOptions = hit.kind === 'learner' ? { title: hit.label } : { act: { verb: 'show', subject: hit.externalId } }
    return { target: { kind: 'learner', id: hit.learnerId }, options: shown }
  }
  if (hit.activityId === null) return { target: { kind: 'home', id: '' }, options: {} }
  return { target: { kind: 'activity', id: hit.activityId }, options: { title: hit.label, ...(hit.kind === 'session' ? { act: { verb: 'show', subject: hit.externalId } } : {}) } }
}
