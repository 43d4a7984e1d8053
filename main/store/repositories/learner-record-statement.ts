import { columnsAs, jsonColumn, jsonObject, jsonRows } from '../json-statement'
import { wasReplaced } from './replaced-resets'

const certificates = jsonRows(
  {
    ...columnsAs('certificates', {
      id: 'id',
      number: 'number',
      state: 'state',
      creditType: 'credit_type',
      amount: 'amount',
      printedName: 'printed_name',
      form: 'form',
      issuedAt: 'issued_at',
      issuedBy: 'issued_by',
      reason: 'reason',
      endedAt: 'ended_at',
      endedReason: 'ended_reason',
      sha256: 'bytes_sha256',
    }),
    supersededBy: '(select other.number from certificates other where other.id = certificates.superseded_by_certificate_id)',
    replaces: '(select other.number from certificates other where other.id = certificates.replaces_certificate_id)',
  },
  'certificates where certificates.claim_id = claims.id',
  'certificates.id desc',
)

const reports = jsonRows(
  columnsAs('reports', { body: 'body', state: 'state', at: 'at', message: 'message' }),
  'reports where reports.claim_id = claims.id',
  'reports.at desc, reports.id desc',
)

const claims = jsonRows(
  {
    ...columnsAs('claims', {
      id: 'id',
      externalId: 'external_id',
      version: 'version',
      creditType: 'credit_type',
      amount: 'amount',
      claimedAt: 'claimed_at',
      state: 'status',
      platformNumber: 'certificate_number',
    }),
    maximumAmount:
      '(select max(designated.max_amount) from activity_credits designated where designated.activity_id = enrolments.activity_id and designated.credit_type = claims.credit_type)',
    certificates,
    reports,
  },
  'claims where claims.enrolment_id = enrolments.id',
  'claims.claimed_at desc, claims.id desc',
)

const earned = jsonRows(
  columnsAs('earned_credits', { topic: 'topic', creditType: 'credit_type', amount: 'amount', earnedAt: 'earned_at' }),
  'earned_credits where earned_credits.enrolment_id = enrolments.id',
  'earned_credits.earned_at desc, earned_credits.id desc',
)

const enrolments = jsonRows(
  {
    ...columnsAs('enrolments', {
      id: 'id',
      externalId: 'external_id',
      activityId: 'activity_id',
      registeredAt: 'registered_at',
      pretestAt: 'pretest_at',
      attemptsUsed: 'attempts_used',
      bestPercent: 'best_percent',
      passedAt: 'passed_at',
      evaluatedAt: 'evaluated_at',
      eventCodeEnteredAt: 'event_code_entered_at',
      attendedAt: 'attended_at',
      segmentsDone: 'segments_done',
      segmentsTotal: 'segments_total',
    }),
    ...columnsAs('activities', {
      activityExternalId: 'external_id',
      activityTitle: 'title',
      format: 'format',
      delivery: 'delivery',
      expiresOn: 'expires_on',
      pretestRequired: 'pretest_required',
      posttestRequired: 'posttest_required',
      evaluationRequired: 'evaluation_required',
      passPercent: 'pass_percent',
      maximumAttempts: 'max_attempts',
    }),
    withdrawn: 'exists (select 1 from withdrawn_enrolments gone where gone.enrolment_id = enrolments.id)',
    eventCodeGiven:
      "(activities.event_code <> '' or exists (select 1 from sessions where sessions.activity_id = activities.id and sessions.event_code <> ''))",
    earned,
    claims,
  },
  'enrolments join activities on activities.id = enrolments.activity_id where enrolments.learner_id = learners.id',
  'enrolments.registered_at desc, enrolments.id desc',
)

const orders = jsonRows(
  {
    ...columnsAs('orders', {
      id: 'id',
      externalId: 'external_id',
      placedAt: 'placed_at',
      status: 'status',
      currency: 'currency',
      discountCode: 'discount_code',
      discount: 'discount',
      tax: 'tax',
      total: 'total',
      refunded: 'refunded',
      refundedAt: 'refunded_at',
      cardLast4: 'card_last4',
      billingName: 'billing_name',
      billingAddress: 'billing_address',
    }),
    paidWith: "nullif(orders.paid_with, '')",
    lines: jsonRows(
      columnsAs('order_lines', { kind: 'kind', description: 'description', quantity: 'quantity', unitPrice: 'unit_price' }),
      'order_lines where order_lines.order_id = orders.id',
      'order_lines.position',
    ),
    receipts: jsonRows(
      { ...columnsAs('receipts', { number: 'number', issuedAt: 'issued_at' }), sha256: 'coalesce(receipts.bytes_sha256, receipts.snapshot_sha256)' },
      'receipts where receipts.order_id = orders.id',
      'receipts.id desc',
    ),
  },
  'orders where orders.learner_id = learners.id',
  'orders.placed_at desc, orders.id desc',
)

const deskMessages = jsonRows(
  {
    ...columnsAs('outbox', { id: 'id', kind: 'kind', subject: 'subject', to: 'to', at: 'created_at', attempts: 'attempts', lastAnswer: 'last_answer' }),
    state: `case when ${wasReplaced} then 'replaced' else outbox.state end`,
  },
  'outbox where outbox.learner_id = learners.id',
  'outbox.created_at desc, outbox.id desc',
)

const platformMessages = jsonRows(
  columnsAs('platform_messages', { id: 'id', kind: 'kind', to: 'to', state: 'state', at: 'sent_at' }),
  'platform_messages where platform_messages.learner_id = learners.id',
  'platform_messages.sent_at desc, platform_messages.id desc',
)

/** A conflict may stand on the learner or on what belongs to it; every arm is found by (entity, entity_id). */
const conflictArms = [
  "import_conflicts.entity = 'learner' and import_conflicts.entity_id = learners.id",
  "import_conflicts.entity = 'enrolment' and import_conflicts.entity_id in (select mine.id from enrolments mine where mine.learner_id = learners.id)",
  "import_conflicts.entity = 'claim' and import_conflicts.entity_id in (select claims.id from claims join enrolments mine on mine.id = claims.enrolment_id where mine.learner_id = learners.id)",
  "import_conflicts.entity = 'order' and import_conflicts.entity_id in (select mine.id from orders mine where mine.learner_id = learners.id)",
]
const openConflicts = jsonRows(
  columnsAs('found', { column: 'column', label: 'label' }),
  `(${conflictArms.map((arm) => `select import_conflicts.* from import_conflicts where import_conflicts.decision = 'open' and ${arm}`).join(' union all ')}) found`,
  'found.id',
)

/** What makes two accounts look like one person's, the strongest reason first. */
export const likeFields = ['npi', 'nabpEprofileId', 'licenceNumber', 'boardId', 'name'] as const

const likeConditions: Readonly<Record<(typeof likeFields)[number], string>> = {
  npi: "other.npi = learners.npi and learners.npi <> ''",
  nabpEprofileId: "other.nabp_eprofile_id = learners.nabp_eprofile_id and learners.nabp_eprofile_id <> ''",
  licenceNumber: "other.licence_number = learners.licence_number and learners.licence_number <> '' and other.licence_state = learners.licence_state",
  boardId: "other.board_id = learners.board_id and learners.board_id <> '' and other.board = learners.board",
  name: "other.name_folded = learners.name_folded and learners.name_folded <> ''",
}

const likeArm = (field: (typeof likeFields)[number], place: number): string =>
  `select * from (select other.id, other.external_id, ${String(place)} as place from learners other where ${likeConditions[field]} and other.portal = learners.portal and other.id <> learners.id limit 10)`

const likeAccounts = jsonRows(
  columnsAs('alike', { externalId: 'external_id', place: 'place' }),
  `(select id, external_id, min(place) as place from (${likeFields.map(likeArm).join(' union all ')}) found group by id, external_id order by min(place), id limit 10) alike`,
  'alike.place, alike.id',
)

/** One learner's whole record as one JSON document; its one binding is the learner's number. */
export const learnerRecordStatement = `select ${jsonObject({
  learner: jsonObject({
    ...columnsAs('learners', {
      id: 'id',
      externalId: 'external_id',
      version: 'version',
      portal: 'portal',
      email: 'email',
      givenName: 'given_name',
      familyName: 'family_name',
      certificateName: 'certificate_name',
      credentials: 'credentials',
      profession: 'profession',
      specialty: 'specialty',
      npi: 'npi',
      nabpEprofileId: 'nabp_eprofile_id',
      birthMonthDay: 'birth_month_day',
      licenceState: 'licence_state',
      licenceNumber: 'licence_number',
      board: 'board',
      boardId: 'board_id',
      status: 'status',
      registeredAt: 'registered_at',
    }),
    linkedSites: jsonColumn('learners.linked_sites'),
    newsletters: jsonColumn('learners.newsletters'),
    emails: jsonRows(
      columnsAs('learner_emails', { email: 'email', kind: 'kind', untilAt: 'until_at' }),
      'learner_emails where learner_emails.learner_id = learners.id',
      'learner_emails.id',
    ),
    formerNames: jsonRows(
      columnsAs('learner_names', { name: 'name', untilAt: 'until_at' }),
      'learner_names where learner_names.learner_id = learners.id',
      'learner_names.id desc',
    ),
  }),
  portalProfile: '(select portals.profile from portals where portals.key = learners.portal)',
  flags: jsonRows(
    columnsAs('record_flags', { field: 'field', code: 'code' }),
    "record_flags where record_flags.entity = 'learner' and record_flags.entity_id = learners.id",
    'record_flags.id',
  ),
  openConflicts,
  likeAccounts,
  enrolments,
  orders,
  deskMessages,
  platformMessages,
  memberships: jsonRows(
    columnsAs('memberships', { plan: 'plan', startsOn: 'starts_on', endsOn: 'ends_on' }),
    'memberships where memberships.learner_id = learners.id',
    'memberships.starts_on desc, memberships.id desc',
  ),
  tickets: jsonRows(
    columnsAs('tickets', { id: 'id', externalId: 'external_id', channel: 'channel', receivedAt: 'received_at', subject: 'subject' }),
    'tickets where tickets.learner_id = learners.id',
    'tickets.received_at desc, tickets.id desc',
  ),
  edits: jsonRows(
    { ...columnsAs('entry', { id: 'id', at: 'at', actor: 'actor', reason: 'reason' }), after: jsonColumn('entry.after') },
    "(select * from audit where audit.learner_id = learners.id and audit.entity = 'learner' and audit.operation <> 'learners.showMasked' order by audit.id desc limit 200) entry",
    'entry.id desc',
  ),
  historyCount: '(select count(*) from audit where audit.learner_id = learners.id)',
})} as value from learners where learners.id = ?`
