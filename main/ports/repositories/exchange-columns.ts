import type { ExchangeFile } from '@shared/contract/imports'
import {
  activityFormats, claimStates, creditTypes, deliveries, learnerStatuses, messageKinds, messageStates, orderLineKinds,
  orderStatuses, paymentMeans, professions, reportStates, reportingBodies,
} from '@shared/model/field-codes'

/**
 * What a cell of a column may hold. `money` and `amount` are decimals of two places; `attempts` is a number or
 * `unlimited`; `identifier` is taken as text whatever stands there, and flagged when its check fails.
 */
export type ColumnKind =
  | 'text'
  | 'identifier'
  | 'key'
  | 'reference'
  | 'portal'
  | 'code'
  | 'email'
  | 'email_list'
  | 'list'
  | 'date'
  | 'instant'
  | 'money'
  | 'currency'
  | 'amount'
  | 'whole'
  | 'percent'
  | 'yes_no'
  | 'attempts'
  | 'card_digits'

export interface ExchangeColumn {
  readonly name: string
  readonly kind: ColumnKind
  readonly required?: true
  readonly codes?: readonly string[]
  /** The file whose records a reference names. */
  readonly to?: ExchangeFile
  /** What an empty cell means where the format says so. */
  readonly whenEmpty?: string
}

interface More {
  readonly required?: true
  readonly whenEmpty?: string
}

const required = { required: true } as const
const column = (name: string, kind: ColumnKind, more: More = {}): ExchangeColumn => ({ name, kind, ...more })
const code = (name: string, codes: readonly string[], more: More = {}): ExchangeColumn => ({ name, kind: 'code', codes, ...more })
const reference = (name: string, to: ExchangeFile, more: More = {}): ExchangeColumn => ({ name, kind: 'reference', to, ...more })
const texts = (...names: readonly string[]): readonly ExchangeColumn[] => names.map((name) => column(name, 'text'))

const externalId = column('external_id', 'key', required)
const portal = column('portal', 'portal', required)
const learnerId = reference('learner_id', 'learners.csv', required)
const activityId = reference('activity_id', 'activities.csv', required)
const enrolmentId = reference('enrolment_id', 'enrolments.csv', required)
const creditType = code('credit_type', creditTypes, required)

/** The exchange format, version 1: the columns of each file, in the order in which they are written. */
export const exchangeColumns: Readonly<Record<ExchangeFile, readonly ExchangeColumn[]>> = {
  'learners.csv': [
    externalId, portal, column('email', 'email', required), column('given_name', 'text', required), column('family_name', 'text', required),
    ...texts('certificate_name', 'credentials'), code('profession', professions, required), ...texts('specialty'),
    column('alternate_emails', 'email_list'), column('linked_sites', 'list'), column('npi', 'identifier'),
    column('nabp_eprofile_id', 'identifier'), column('birth_month_day', 'identifier'), column('licence_state', 'identifier'),
    column('licence_number', 'identifier'), column('board', 'identifier'), column('board_id', 'identifier'),
    column('newsletters', 'list'), code('status', learnerStatuses, required), column('registered_at', 'instant', required),
  ],
  'activities.csv': [
    externalId, portal, column('title', 'text', required), ...texts('accreditor', 'joint_provider'), code('format', activityFormats),
    code('delivery', deliveries, required), column('release_date', 'date'), column('expiration_date', 'date'),
    column('starts_at', 'instant'), column('ends_at', 'instant'), ...texts('location'), column('minutes', 'whole'),
    column('pretest_required', 'yes_no', required), column('posttest_required', 'yes_no', required),
    column('evaluation_required', 'yes_no', required), column('pass_percent', 'percent'), column('max_attempts', 'attempts'),
    column('fee', 'money'), column('currency', 'currency'), column('target_professions', 'list'), column('topics', 'list'),
    ...texts('event_code'), code('mobile', ['yes', 'no', 'partly']), code('app', ['yes', 'no']), column('downloads', 'list'),
    column('question_count', 'whole'), ...texts('short_code', 'instructor'), code('achievement', ['yes', 'no']),
    column('completion_days', 'whole'), column('claim_days', 'whole'), column('capacity', 'whole'), ...texts('source_url'),
  ],
  'activity_credits.csv': [
    activityId, creditType, column('max_amount', 'amount', required), column('step', 'amount'),
    column('accreditation_number', 'identifier'), column('pharmacology_amount', 'amount'),
  ],
  'sessions.csv': [
    externalId, activityId, column('starts_at', 'instant', required), column('ends_at', 'instant', required),
    ...texts('location', 'event_code'), column('capacity', 'whole'),
  ],
  'packages.csv': [externalId, portal, column('title', 'text', required), column('price', 'money'), column('currency', 'currency')],
  'package_activities.csv': [reference('package_id', 'packages.csv', required), activityId],
  'discount_codes.csv': [
    column('code', 'key', required), portal, column('percent', 'percent'), column('amount', 'money'),
    code('audience', ['student', 'military', 'group', 'public']), column('valid_from', 'date'), column('valid_to', 'date'),
    column('uses_left', 'whole'),
  ],
  'orders.csv': [
    externalId, learnerId, portal, column('placed_at', 'instant', required), code('status', orderStatuses, required),
    column('currency', 'currency', required), ...texts('discount_code'), column('discount', 'money', { whenEmpty: '0.00' }),
    column('tax', 'money', { whenEmpty: '0.00' }), column('total', 'money', required), code('paid_with', paymentMeans),
    column('card_last4', 'card_digits'), column('refunded', 'money', { whenEmpty: '0.00' }), column('refunded_at', 'instant'),
    ...texts('billing_name', 'billing_address'),
  ],
  'order_lines.csv': [
    reference('order_id', 'orders.csv', required), code('kind', orderLineKinds, required), ...texts('item_id'),
    column('description', 'text', required), column('quantity', 'whole', required), column('unit_price', 'money', required),
  ],
  'memberships.csv': [
    externalId, learnerId, column('plan', 'text', required), column('starts_on', 'date', required), column('ends_on', 'date', required),
  ],
  'enrolments.csv': [
    externalId, learnerId, activityId, column('registered_at', 'instant', required), reference('order_id', 'orders.csv'),
    column('pretest_at', 'instant'), column('attempts_used', 'whole'), column('best_percent', 'percent'), column('passed_at', 'instant'),
    column('evaluated_at', 'instant'), column('event_code_entered_at', 'instant'), column('attended_at', 'instant'),
    column('segments_done', 'whole'), column('segments_total', 'whole'),
  ],
  'earned_credits.csv': [
    externalId, enrolmentId, column('topic', 'text', required), creditType, column('amount', 'amount', required),
    column('earned_at', 'instant', required),
  ],
  'claims.csv': [
    externalId, enrolmentId, creditType, column('amount', 'amount', required), column('claimed_at', 'instant', required),
    ...texts('certificate_number', 'certificate_name'), code('status', claimStates, { whenEmpty: 'active' }),
    reference('superseded_by', 'claims.csv'),
  ],
  'reports.csv': [
    reference('claim_id', 'claims.csv', required), code('body', reportingBodies, required), code('state', reportStates, required),
    column('at', 'instant', required), ...texts('message'),
  ],
  'messages.csv': [
    externalId, learnerId, code('kind', messageKinds, required), column('sent_at', 'instant', required), column('to', 'text', required),
    code('state', messageStates, { whenEmpty: 'unknown' }),
  ],
  'tickets.csv': [
    externalId, portal, code('channel', ['email', 'phone'], required), column('received_at', 'instant', required), ...texts('from_email'),
    reference('learner_id', 'learners.csv'), column('subject', 'text', required), column('body', 'text', required),
  ],
}

/** Cells by column name, in canonical form: equal values have equal text. A column that was not in the file is not there. */
export type Cells = Readonly<Record<string, string>>

/** The parts that name a record within its file: `external_id`, or the columns the format names as its key. */
export type RecordKey = readonly string[]
