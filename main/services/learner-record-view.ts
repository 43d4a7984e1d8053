import type { CertificateView, ClaimView, EnrolmentView, LearnerRecordView, LearnerView, OrderView } from '@shared/contract/learners'
import { civilDateIn } from '@shared/model/instant'
import { recordId } from '@shared/model/record-id'
import { maskIdentifier } from '@shared/policy/name-folding'
import { printableName } from '@shared/policy/printable-name'
import { climbLadder } from '@shared/policy/step-ladder'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { LearnerRecord, RecordedCertificate, RecordedClaim, RecordedEnrolment, RecordedOrder } from '../ports/repositories/learner-record-repository'
import { timelineOf } from './learner-timeline'
import { warningsOf } from './learner-warnings'

/** Where a portal has no profile its days are told in UTC. */
const zoneOf = (portal: PortalProfile | undefined): string => portal?.zone.value ?? 'UTC'

/** Why a certificate that was never printed cannot be: a script that no font on file writes. Stored bytes always print. */
function refusalOf(certificate: RecordedCertificate): CertificateView['refusal'] {
  const name = certificate.sha256 === null ? printableName(certificate.printedName) : null
  return name === null || name.ok ? null : { code: name.error.code, facts: { ...name.error.facts } }
}

function certificateView(certificate: RecordedCertificate, claimId: string): CertificateView {
  return {
    id: recordId('certificate', certificate.id),
    claimId,
    number: certificate.number,
    state: certificate.state,
    creditType: certificate.creditType,
    amount: certificate.amount,
    name: certificate.printedName,
    form: certificate.form,
    issuedAt: certificate.issuedAt,
    issuedBy: certificate.issuedBy,
    reason: certificate.reason,
    supersededBy: certificate.supersededBy,
    replaces: certificate.replaces,
    sha256: certificate.sha256,
    refusal: refusalOf(certificate),
  }
}

/** The number that stands for a claim today: its certificate in force, else the newest, else what the platform printed. */
function currentNumber(claim: RecordedClaim): string | null {
  const standing = claim.certificates.find((certificate) => certificate.state === 'current') ?? claim.certificates[0]
  return standing?.number ?? (claim.platformNumber || null)
}

function claimView(claim: RecordedClaim, enrolment: RecordedEnrolment, zone: string): ClaimView {
  const id = recordId('claim', claim.id)
  return {
    id,
    externalId: claim.externalId,
    version: claim.version,
    enrolmentId: recordId('enrolment', enrolment.id),
    activityId: recordId('activity', enrolment.activityId),
    activityExternalId: enrolment.activityExternalId,
    activityTitle: enrolment.activityTitle,
    creditType: claim.creditType,
    amount: claim.amount,
    maximumAmount: claim.maximumAmount,
    claimedAt: claim.claimedAt,
    completedOn: civilDateIn(enrolment.attendedAt ?? enrolment.evaluatedAt ?? enrolment.passedAt ?? claim.claimedAt, zone),
    state: claim.state,
    certificateNumber: currentNumber(claim),
    certificates: claim.certificates.map((certificate) => certificateView(certificate, id)),
    reports: [...claim.reports],
  }
}

/** The activity's own limit, else its portal's; null where tries are not limited. */
function maximumAttempts(enrolment: RecordedEnrolment, portal: PortalProfile | undefined): number | null {
  if (/^\d+$/.test(enrolment.maximumAttempts)) return Number(enrolment.maximumAttempts)
  if (enrolment.maximumAttempts === 'unlimited') return null
  const attempts = portal?.attempts.value ?? 'unlimited'
  return attempts === 'unlimited' ? null : attempts
}

function enrolmentView(enrolment: RecordedEnrolment, portal: PortalProfile | undefined): EnrolmentView {
  const passPercent = enrolment.passPercent ?? portal?.passPercent.value ?? null
  const limit = maximumAttempts(enrolment, portal)
  const active = enrolment.claims.filter((claim) => claim.state === 'active')
  const certificate = active.flatMap((claim) => claim.certificates).find((candidate) => candidate.state === 'current')
  const printed = active.find((claim) => claim.platformNumber !== '' && claim.certificates.length === 0)
  return {
    id: recordId('enrolment', enrolment.id),
    externalId: enrolment.externalId,
    activityId: recordId('activity', enrolment.activityId),
    activityExternalId: enrolment.activityExternalId,
    activityTitle: enrolment.activityTitle,
    format: enrolment.format,
    delivery: enrolment.delivery,
    registeredAt: enrolment.registeredAt,
    expiresOn: enrolment.expiresOn,
    attemptsUsed: enrolment.attemptsUsed,
    maximumAttempts: limit,
    bestPercent: enrolment.bestPercent,
    passPercent,
    passedAt: enrolment.passedAt,
    evaluatedAt: enrolment.evaluatedAt,
    steps: climbLadder({
      ...enrolment,
      passPercent,
      maximumAttempts: limit,
      eventCodeRequired: enrolment.eventCodeGiven,
      claimedAt: active[0]?.claimedAt ?? null,
      certificateAt: certificate?.issuedAt ?? printed?.claimedAt ?? null,
    }).map((rung) => ({ ...rung })),
    claimIds: active.map((claim) => recordId('claim', claim.id)),
    earned: [...enrolment.earned],
  }
}

function orderView(order: RecordedOrder): OrderView {
  return { ...order, id: recordId('order', order.id), lines: [...order.lines], receipts: [...order.receipts] }
}

function learnerView(record: LearnerRecord): LearnerView {
  const { learner, portal } = record
  return {
    id: recordId('learner', learner.id),
    externalId: learner.externalId,
    version: learner.version,
    portal: learner.portal,
    portalName: portal?.name ?? learner.portal,
    zone: zoneOf(portal),
    email: learner.email,
    givenName: learner.givenName,
    familyName: learner.familyName,
    certificateName: learner.certificateName,
    credentials: learner.credentials,
    profession: learner.profession,
    specialty: learner.specialty,
    alternateEmails: [...learner.alternateEmails],
    formerNames: [...learner.formerNames],
    formerEmails: [...learner.formerEmails],
    linkedSites: [...learner.linkedSites],
    npi: learner.npi,
    nabpEprofileId: learner.nabpEprofileId,
    birthMonthDayMasked: maskIdentifier(learner.birthMonthDay),
    licenceState: learner.licenceState,
    licenceNumberMasked: maskIdentifier(learner.licenceNumber),
    board: learner.board,
    boardId: learner.boardId,
    newsletters: [...learner.newsletters],
    status: learner.status,
    registeredAt: learner.registeredAt,
    warnings: warningsOf(record),
  }
}

const newestFirst = (left: ClaimView, right: ClaimView): number => (left.claimedAt < right.claimedAt ? 1 : left.claimedAt > right.claimedAt ? -1 : 0)

/** What the window shows of a record; licence and birth day are masked, their showing is an audited act of its own. */
export function learnerRecordView(record: LearnerRecord): LearnerRecordView {
  const zone = zoneOf(record.portal)
  return {
    learner: learnerView(record),
    claims: record.enrolments.flatMap((enrolment) => enrolment.claims.map((claim) => claimView(claim, enrolment, zone))).sort(newestFirst),
    enrolments: record.enrolments.filter(({ withdrawn }) => !withdrawn).map((enrolment) => enrolmentView(enrolment, record.portal)),
    orders: record.orders.map(orderView),
    messages: record.messages.map((message) => ({ ...message, id: recordId(message.origin === 'desk' ? 'message' : 'platformMessage', message.id) })),
    memberships: [...record.memberships],
    tickets: record.tickets.map((ticket) => ({ ...ticket, id: recordId('ticket', ticket.id) })),
    timeline: timelineOf(record),
    historyCount: record.historyCount,
  }
}
