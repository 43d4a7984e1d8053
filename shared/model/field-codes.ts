import { z } from 'zod'

/** Professions of `learners.csv`. */
export const professions = [
  'physician',
  'physician_assistant',
  'nurse_practitioner',
  'nurse',
  'pharmacist',
  'pharmacy_technician',
  'psychologist',
  'dentist',
  'student',
  'other',
] as const
export type Profession = (typeof professions)[number]
export const professionSchema = z.enum(professions)

/** Credit types of `activity_credits.csv`. */
export const creditTypes = [
  'ama_pra_1',
  'aapa_1',
  'aafp_prescribed',
  'ancc',
  'aanp',
  'acpe',
  'acep_1',
  'aap',
  'ipce',
  'abim_moc',
  'abp_moc_2',
  'aba_moc',
  'abo_moc',
  'abohns_moc',
  'abpath_moc',
  'abs_cc',
  'apa_ce',
  'state',
  'participation',
] as const
export type CreditType = (typeof creditTypes)[number]
export const creditTypeSchema = z.enum(creditTypes)

/** Forms of an activity in `activities.csv`. */
export const activityFormats = [
  'webcast',
  'monograph',
  'case_study',
  'slide_deck',
  'meeting_coverage',
  'journal',
  'text',
  'audio',
  'video',
  'board_review',
  'course',
  'live_meeting',
  'grand_rounds',
] as const
export type ActivityFormat = (typeof activityFormats)[number]

export const deliveries = ['enduring', 'live'] as const
export type Delivery = (typeof deliveries)[number]

export const learnerStatuses = ['active', 'locked', 'closed'] as const
export type LearnerStatus = (typeof learnerStatuses)[number]
export const learnerStatusSchema = z.enum(learnerStatuses)

export const claimStates = ['active', 'superseded', 'void'] as const
export type ClaimState = (typeof claimStates)[number]

export const certificateStates = ['current', 'superseded', 'void'] as const
export type CertificateState = (typeof certificateStates)[number]

export const orderStatuses = ['paid', 'pending', 'refunded', 'partly_refunded'] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const paymentMeans = ['card', 'invoice', 'code'] as const
export type PaymentMeans = (typeof paymentMeans)[number]

export const orderLineKinds = ['activity', 'package', 'membership', 'seats'] as const
export type OrderLineKind = (typeof orderLineKinds)[number]

export const reportingBodies = ['pars', 'cpe_monitor', 'abp'] as const
export type ReportingBody = (typeof reportingBodies)[number]

export const reportStates = ['sent', 'accepted', 'rejected'] as const
export type ReportState = (typeof reportStates)[number]

/** States of an outgoing message, as `desk outbox` promises them. */
export const messageStates = ['draft', 'queued', 'held', 'handed_over', 'failed', 'bounced', 'unknown'] as const
export type MessageState = (typeof messageStates)[number]

/** What the window says of a message: its state, or that a newer reset took its place, so that it alarms nobody. */
export const shownMessageStates = [...messageStates, 'replaced'] as const
export type ShownMessageState = (typeof shownMessageStates)[number]

export const messageKinds = ['reset', 'confirmation', 'access', 'receipt', 'certificate', 'other'] as const
export type MessageKind = (typeof messageKinds)[number]

/** What an exception sets aside: the time to claim, the number of tries, the time to complete. */
export const exceptionKinds = ['late_claim', 'extra_attempt', 'more_time'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]

/** Certifying boards whose diplomates may claim that board's points. */
export const boards = ['abim', 'abp', 'aba', 'abo', 'abohns', 'abpath', 'abs'] as const
export type Board = (typeof boards)[number]

/** What the finder can find, as `desk find` promises it. */
export const foundKinds = ['learner', 'activity', 'certificate', 'order', 'receipt', 'ticket', 'session'] as const
export type FoundKind = (typeof foundKinds)[number]

/** States of a ticket; the promise clock runs in `new` and `open` only. */
export const ticketStatuses = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed'] as const
export type TicketStatus = (typeof ticketStatuses)[number]

/** How a ticket came, as `tickets.csv` names it. */
export const ticketChannels = ['email', 'phone'] as const
export type TicketChannel = (typeof ticketChannels)[number]
