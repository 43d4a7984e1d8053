import { civilDateIn, type Instant } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { diagnoseActivity, diagnoseLearner } from '@shared/policy/diagnosis'
import type { CourseFacts } from '@shared/policy/diagnosis-facts'
import type { Diagnosis } from '@shared/policy/diagnosis-findings'
import type { Playbook } from '@shared/playbooks/playbook'
import type { AskedActivity, AskedClaim, AskedOrder, AskingLearner, CatalogueTitles, PlaybookSubject } from '@shared/playbooks/playbook-subject'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { WholeActivity } from '../ports/repositories/activity-list-repository'
import type { DiagnosisRecord } from '../ports/repositories/diagnosis-repository'
import type { LearnerRecord, RecordedClaim, RecordedOrder } from '../ports/repositories/learner-record-repository'
import type { Repositories } from '../ports/unit-of-work'
import { accountOf } from './diagnosis-service'

/** A learner's record as playbooks read it. */
export interface AskedRecord {
  readonly record: LearnerRecord
  readonly facts: DiagnosisRecord
}

/** What a question is about, chosen by the agent or by the record. */
export interface Chosen {
  readonly activity: number | null
  readonly claim: RecordedClaim | null
  readonly order: RecordedOrder | null
}

/** Everything on file of a learner; nothing when there is no such learner. */
export async function readAskedRecord({ learnerRecords, diagnoses }: Repositories, learnerId: string): Promise<AskedRecord | undefined> {
  const number = recordNumber('learner', learnerId) ?? -1
  const record = await learnerRecords.find(number)
  const facts = await diagnoses.find(number)
  return record === undefined || facts === undefined ? undefined : { record, facts }
}

const newest = <One>(ones: readonly One[], at: (one: One) => Instant): One | undefined => ones.reduce<One | undefined>((last, one) => (last === undefined || at(one) > at(last) ? one : last), undefined)

function activityOfClaim({ record }: AskedRecord, claim: RecordedClaim | undefined): number | null {
  return record.enrolments.find((enrolment) => enrolment.claims.some((one) => one.id === claim?.id))?.activityId ?? null
}

/** The latest claim that stands in that activity, or at all. */
function latestClaim({ record }: AskedRecord, activity: number | null): RecordedClaim | undefined {
  const enrolments = record.enrolments.filter((enrolment) => activity === null || enrolment.activityId === activity)
  return newest(enrolments.flatMap((enrolment) => enrolment.claims).filter((claim) => claim.state === 'active'), (claim) => claim.claimedAt)
}

/** An activity with something open, the first the diagnosis names; else the one registered for last. */
function openActivity({ record }: AskedRecord, whole: Diagnosis): number | null {
  const named = whole.findings.flatMap((finding) => (finding.activityId === null ? [] : [recordNumber('activity', finding.activityId) ?? -1]))
  return named[0] ?? newest(record.enrolments, (enrolment) => enrolment.registeredAt)?.activityId ?? null
}

/** What the question is about: what the agent named, else what the record suggests for that kind of question. */
export function chooseSubject(asked: AskedRecord, playbook: Playbook, aboutId: string | undefined, whole: Diagnosis): Chosen {
  const { record } = asked
  const order = record.orders.find((one) => recordId('order', one.id) === aboutId) ?? (playbook.about === 'order' ? newest(record.orders, (one) => one.placedAt) : undefined) ?? null
  if (playbook.about === 'account' || playbook.about === 'order') return { activity: null, claim: null, order }
  const namedClaim = record.enrolments.flatMap((enrolment) => enrolment.claims).find((claim) => recordId('claim', claim.id) === aboutId)
  const named = aboutId === undefined ? undefined : recordNumber('activity', aboutId)
  const latest = playbook.about === 'claim' ? latestClaim(asked, null) : undefined
  const activity = named ?? activityOfClaim(asked, namedClaim) ?? activityOfClaim(asked, latest) ?? openActivity(asked, whole)
  return { activity, claim: namedClaim ?? latestClaim(asked, activity) ?? null, order }
}

function askingLearner({ record }: AskedRecord, otherRecordEmail: string | null): AskingLearner {
  const { learner } = record
  return {
    externalId: learner.externalId,
    credentials: learner.credentials,
    printedName: learner.certificateName === '' ? `${learner.givenName} ${learner.familyName}` : learner.certificateName,
    specialty: learner.specialty,
    newsletters: learner.newsletters,
    otherRecordEmail,
    activeClaims: record.enrolments.flatMap((enrolment) => enrolment.claims).filter((claim) => claim.state === 'active').length,
    messages: [...record.messages].sort((one, other) => (one.at < other.at ? 1 : -1)),
  }
}

function askedActivity(whole: WholeActivity, now: Instant): AskedActivity {
  const fields = new Map(whole.fields.map(({ field, value }) => [field, value]))
  const cell = (field: string): string => fields.get(field) ?? ''
  const held = whole.sessions.filter((session) => session.startsAt <= now)
  return {
    externalId: whole.externalId,
    title: whole.title,
    format: cell('format'),
    minutes: cell('minutes'),
    accreditor: cell('accreditor'),
    jointProvider: cell('joint_provider'),
    startsAt: cell('starts_at'),
    location: cell('location'),
    capacity: cell('capacity'),
    fee: cell('fee'),
    currency: cell('currency'),
    mobile: cell('mobile'),
    app: cell('app'),
    downloads: cell('downloads'),
    questionCount: cell('question_count'),
    shortCode: cell('short_code'),
    instructor: cell('instructor'),
    achievement: cell('achievement'),
    topics: cell('topics'),
    lastSession: newest(held, (session) => session.startsAt) ?? null,
  }
}

function askedClaim(claim: RecordedClaim, course: CourseFacts | null): AskedClaim | null {
  const facts = course?.enrolments.flatMap((enrolment) => enrolment.claims).find((one) => one.id === recordId('claim', claim.id))
  if (facts === undefined) return null
  const current = claim.certificates.find((certificate) => certificate.state === 'current')
  return { externalId: claim.externalId, facts, certificate: current === undefined ? null : { number: current.number, name: current.printedName, form: current.form } }
}

async function askedOrder(order: RecordedOrder, { playbooks }: Repositories): Promise<AskedOrder> {
  return {
    externalId: order.externalId,
    placedAt: order.placedAt,
    status: order.status,
    total: order.total,
    currency: order.currency,
    items: order.lines.map((line) => line.description),
    receiptNumber: order.receipts.at(-1)?.number ?? null,
    packaged: await playbooks.listPackaged(order.id),
  }
}

const noTitles: CatalogueTitles = { meetings: [], texts: [], journals: [], recordings: [], boardReviews: [] }

/** What the catalogue holds at present; asked only where a question is about it (C22–C26). */
async function catalogueTitles(playbook: Playbook, portal: PortalProfile, now: Instant, { playbooks }: Repositories): Promise<CatalogueTitles> {
  if (playbook.family !== 'meetings' || playbook.kind !== 'information') return noTitles
  const today = civilDateIn(now, portal.zone.value)
  const titles = (...formats: Parameters<typeof playbooks.listCurrentTitles>[0]['formats']): Promise<readonly string[]> => playbooks.listCurrentTitles({ portal: portal.key, formats, today })
  return {
    meetings: await titles('live_meeting', 'grand_rounds'),
    texts: await titles('text', 'monograph'),
    journals: await titles('journal'),
    recordings: await titles('webcast', 'video', 'audio'),
    boardReviews: await titles('board_review'),
  }
}

/** Address of another record of the portal that has an identifier of this one; an equal name alone is not enough to name it (C5). */
async function otherRecordEmail({ record }: AskedRecord, { learners }: Repositories): Promise<string | null> {
  const like = record.likeAccounts.find((account) => account.sameField !== 'name')
  const other = like === undefined ? undefined : await learners.findByExternalId(like.externalId)
  return other?.email ?? null
}

/** The subject of a question nobody in particular asks. */
export async function readPortalSubject(repositories: Repositories, playbook: Playbook, portal: PortalProfile, now: Instant): Promise<PlaybookSubject> {
  const catalogue = await catalogueTitles(playbook, portal, now, repositories)
  return { now, portal, account: null, learner: null, courses: [], course: null, enrolmentExternalId: null, activity: null, diagnosis: null, claim: null, order: null, catalogue }
}

/** The learner as a whole, diagnosed. */
export function diagnosedLearner({ facts }: AskedRecord, now: Instant): Diagnosis {
  return diagnoseLearner(accountOf(facts, now), facts.courses)
}

/** Reads what a question is about and the rest a playbook may be answered from; nothing when the activity named is none of the desk's. */
export async function readSubject(repositories: Repositories, playbook: Playbook, asked: AskedRecord, chosen: Chosen, now: Instant): Promise<PlaybookSubject | undefined> {
  const { record, facts } = asked
  const account = accountOf(facts, now)
  const whole = chosen.activity === null ? undefined : await repositories.activityList.find(chosen.activity)
  if (chosen.activity !== null && whole === undefined) return undefined
  const course = chosen.activity === null ? null : ((await repositories.diagnoses.findWithActivity(facts.learnerId, chosen.activity))?.courses[0] ?? null)
  return {
    now,
    portal: account.portal,
    account,
    learner: askingLearner(asked, await otherRecordEmail(asked, repositories)),
    courses: facts.courses,
    course,
    enrolmentExternalId: record.enrolments.find((enrolment) => enrolment.activityId === chosen.activity)?.externalId ?? null,
    activity: whole === undefined ? null : askedActivity(whole, now),
    diagnosis: course === null ? diagnosedLearner(asked, now) : diagnoseActivity(account, course),
    claim: chosen.claim === null ? null : askedClaim(chosen.claim, course),
    order: chosen.order === null ? null : await askedOrder(chosen.order, repositories),
    catalogue: await catalogueTitles(playbook, account.portal, now, repositories),
  }
}
