import { columnsAs, jsonColumn, jsonObject, jsonRows, jsonText, jsonTexts } from '../json-statement'

/** The certificate in force, else the last one there was: a claim whose certificate ended has no number, but still its profession. */
const certificate = jsonColumn(
  `(select ${jsonObject({ ...columnsAs('certificates', { number: 'number', state: 'state' }), profession: jsonText('certificates.facts', 'professionAtClaim') })}
    from certificates where certificates.claim_id = claims.id
    order by case when certificates.state = 'current' then 0 else 1 end, certificates.id desc limit 1)`,
)

const claims = jsonRows(
  {
    ...columnsAs('claims', {
      id: 'id',
      externalId: 'external_id',
      creditType: 'credit_type',
      amount: 'amount',
      claimedAt: 'claimed_at',
      state: 'status',
      platformNumber: 'certificate_number',
    }),
    certificate,
    // A claim without imported cells was made at this desk; a past credit was reported, or not, by whoever made it then.
    answeredFor: `((claims.source is null and not exists (select 1 from claim_act_claims made join claim_acts act on act.id = made.claim_act_id where made.claim_id = claims.id and act.kind = 'past_credit')) or exists (select 1 from report_corrections told where told.claim_id = claims.id and told.act = 'add' and told.state <> 'cancelled'))`,
    takes: jsonRows(columnsAs('claimed_topics', { earnedCreditId: 'earned_credit_id', amount: 'amount' }), 'claimed_topics where claimed_topics.claim_id = claims.id', 'claimed_topics.id'),
    reports: jsonRows(columnsAs('reports', { body: 'body', state: 'state', at: 'at', message: 'message' }), 'reports where reports.claim_id = claims.id', 'reports.at, reports.id'),
  },
  'claims where claims.enrolment_id = enrolments.id',
  'claims.claimed_at, claims.id',
)

const earned = jsonRows(
  columnsAs('earned_credits', { id: 'id', externalId: 'external_id', topic: 'topic', creditType: 'credit_type', amount: 'amount', earnedAt: 'earned_at' }),
  'earned_credits where earned_credits.enrolment_id = enrolments.id',
  'earned_credits.earned_at, earned_credits.id',
)

const enrolments = jsonRows(
  {
    ...columnsAs('enrolments', {
      id: 'id',
      externalId: 'external_id',
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
    earned,
    claims,
  },
  // The plus keeps the walk on the learner's few enrolments; an activity may have every learner's.
  `enrolments where enrolments.learner_id = learners.id and +enrolments.activity_id = activities.id
    and not exists (select 1 from withdrawn_enrolments gone where gone.enrolment_id = enrolments.id)`,
  'enrolments.registered_at, enrolments.id',
)

const exceptions = jsonRows(
  columnsAs('exceptions', { id: 'id', kind: 'kind', approvedBy: 'approver', untilOn: 'until_on', attempts: 'attempts' }),
  'exceptions where exceptions.learner_id = learners.id and exceptions.activity_id = activities.id and exceptions.withdrawn_at is null',
  'exceptions.id',
)

/** What the activity's rules are made of, beside its identifier. */
const activity = jsonObject({
  ...columnsAs('activities', {
    delivery: 'delivery',
    expiresOn: 'expires_on',
    endsAt: 'ends_at',
    pretestRequired: 'pretest_required',
    posttestRequired: 'posttest_required',
    evaluationRequired: 'evaluation_required',
    passPercent: 'pass_percent',
    maxAttempts: 'max_attempts',
    completionDays: 'completion_days',
    claimDays: 'claim_days',
  }),
  hasEventCode: "(activities.event_code <> '' or exists (select 1 from sessions where sessions.activity_id = activities.id and sessions.event_code <> ''))",
  sessions: jsonRows(columnsAs('sessions', { startsAt: 'starts_at', endsAt: 'ends_at' }), 'sessions where sessions.activity_id = activities.id', 'sessions.starts_at, sessions.id'),
  credits: jsonRows(
    columnsAs('activity_credits', { creditType: 'credit_type', maxAmount: 'max_amount', step: 'step', accreditationNumber: 'accreditation_number', pharmacologyAmount: 'pharmacology_amount' }),
    'activity_credits where activity_credits.activity_id = activities.id',
    'activity_credits.id',
  ),
})

const coursesFrom = (which: string): string =>
  jsonRows({ ...columnsAs('activities', { id: 'id', externalId: 'external_id', title: 'title' }), activity, enrolments, exceptions }, `activities where ${which}`, 'activities.id')

/** Who somebody is, as another record of the same person is told by it. */
const person = {
  ...columnsAs('learners', {
    id: 'id',
    externalId: 'external_id',
    givenName: 'given_name',
    familyName: 'family_name',
    email: 'email',
    npi: 'npi',
    nabpEprofileId: 'nabp_eprofile_id',
    licenceState: 'licence_state',
    licenceNumber: 'licence_number',
    board: 'board',
    boardId: 'board_id',
  }),
  alternateEmails: jsonTexts('learner_emails.email', "learner_emails where learner_emails.learner_id = learners.id and learner_emails.kind = 'alternate'", 'learner_emails.id'),
}

const recordWith = (courses: string): string =>
  jsonObject({
    learner: jsonObject({
      ...person,
      ...columnsAs('learners', { portal: 'portal', status: 'status', profession: 'profession', birthMonthDay: 'birth_month_day' }),
      linkedSites: jsonColumn('learners.linked_sites'),
    }),
    portalProfile: '(select portals.profile from portals where portals.key = learners.portal)',
    memberships: jsonRows(
      columnsAs('memberships', { id: 'id', externalId: 'external_id', plan: 'plan', startsOn: 'starts_on', endsOn: 'ends_on' }),
      'memberships where memberships.learner_id = learners.id',
      'memberships.starts_on, memberships.id',
    ),
    courses,
  })

const ofEveryEnrolment = recordWith(coursesFrom('activities.id in (select mine.activity_id from enrolments mine where mine.learner_id = learners.id and not exists (select 1 from withdrawn_enrolments gone where gone.enrolment_id = mine.id))'))

/** A learner's facts as one JSON document; its binding is the learner's number. */
export const learnerFactsStatement = `select ${ofEveryEnrolment} as value from learners where learners.id = ?`

/** The same of the next learners; its bindings are the last number read and how many. */
export const nextLearnersStatement = `select ${ofEveryEnrolment} as value from learners where learners.id > ? order by learners.id limit ?`

/** The same with one activity, enrolled or not; its bindings are the activity's number and the learner's. */
export const activityFactsStatement = `select ${recordWith(coursesFrom('activities.id = ?'))} as value from learners where learners.id = ?`

const alike = [
  "npi = own.npi and own.npi <> ''",
  "nabp_eprofile_id = own.nabp_eprofile_id and own.nabp_eprofile_id <> ''",
  "licence_number = own.licence_number and own.licence_number <> ''",
  "board_id = own.board_id and own.board_id <> ''",
  'name_folded in (select value from names)',
  'email_folded in (select email_folded from addresses)',
  "id in (select learner_id from learner_emails where kind = 'alternate' and email_folded in (select email_folded from addresses))",
]

/**
 * Other records of the portal that are enrolled in an activity and may be the learner: candidates, for the rule to judge.
 * Its bindings are the learner's number, the spellings of the name as a JSON array, and the activity's number. The cross
 * join keeps the one learner outermost, so that each way of being alike is a search in an index.
 */
export const otherRecordsStatement = `with own as (select * from learners where id = ?),
  names as (select value from json_each(?)),
  addresses as (select email_folded from own union select email_folded from learner_emails where learner_id = (select id from own) and kind = 'alternate'),
  alike as (${alike.map((arm) => `select learners.id from own cross join learners where learners.${arm}`).join(' union ')})
  select ${jsonObject({
    ...person,
    enrolmentId: 'enrolments.id',
    enrolmentExternalId: 'enrolments.external_id',
    registeredAt: 'enrolments.registered_at',
  })} as value
  from own cross join alike cross join learners on learners.id = alike.id cross join enrolments on enrolments.learner_id = learners.id and +enrolments.activity_id = ?
  where learners.portal = own.portal and learners.id <> own.id
  order by enrolments.registered_at, enrolments.id`
