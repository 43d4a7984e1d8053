import { recordId } from '@shared/model/record-id'
import type { Instant } from '@shared/model/instant'
import type { CreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import type { AllowedCreditChange, CreditChangeFacts } from '@shared/policy/credit-change'
import { routeReport } from '@shared/policy/report-route'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { DesignatedActivity } from '../ports/repositories/activity-repository'
import type { Certificate, CertificateContextFacts, CertificateLearnerFacts, NewCertificate } from '../ports/repositories/certificate-repository'
import type { ClaimSource } from '../ports/repositories/claim-repository'
import type { Learner } from '../ports/repositories/learner-repository'
import type { Repositories } from '../ports/unit-of-work'
import { freezeContext, freezeLearner } from './certificate-facts'
import { certificateTemplate } from './certificate-freezing'

/** A claim with all that its correction is decided from and written to. */
export interface CorrectionSubject {
  readonly source: ClaimSource
  readonly learner: Learner
  readonly designated: DesignatedActivity
  readonly portal: PortalProfile
  /** The certificate in force; an imported claim may have none. */
  readonly certificate: Certificate | undefined
  readonly facts: CreditChangeFacts
  /** Claimed topic by topic at this desk: its amount is their sum (M14). */
  readonly byTopic: boolean
}

/** Loads a claim for correction; nothing when there is no such claim. */
export async function loadCorrectionSubject(repositories: Repositories, claimId: number, now: Instant): Promise<CorrectionSubject | undefined> {
  const { claims, claimActs, learners, activities, portals, certificates, reports } = repositories
  const source = await claims.findSource(claimId)
  if (source === undefined) return undefined
  const { claim, enrolment } = source
  const learner = await learners.find(enrolment.learnerId)
  const designated = await activities.findDesignated(enrolment.activityId)
  const portal = designated === undefined ? undefined : await portals.find(designated.activity.portal)
  if (learner === undefined || designated === undefined || portal === undefined) throw new Error(`claim ${String(claimId)} has no learner, activity or portal`)
  const certificate = await certificates.findCurrentOfClaim(claimId)
  const facts: CreditChangeFacts = {
    now,
    portal,
    learner: { id: recordId('learner', learner.id), profession: learner.profession, board: learner.board === '' ? null : learner.board },
    activity: { id: recordId('activity', designated.activity.id), credits: designated.credits },
    claim: {
      id: recordId('claim', claim.id),
      creditType: claim.creditType,
      amount: claim.amount,
      state: claim.state,
      professionAtClaim: certificate?.facts.professionAtClaim ?? learner.profession,
      claimedAt: claim.claimedAt,
      attendedAt: enrolment.attendedAt,
      passedAt: enrolment.passedAt,
      evaluatedAt: enrolment.evaluatedAt,
      reports: await reports.listOfClaim(claimId),
    },
  }
  return { source, learner, designated, portal, certificate, facts, byTopic: (await claimActs.listTopicsOfClaim(claimId)).length > 0 }
}

/** What is put right: the credit type (H32) or the amount alone (H34). */
export type CorrectedField = 'credit_type' | 'amount'

/** What is printed as the reason on the successor: the agent's own words may be about the person and stay in the record. */
const printedReasons: Readonly<Record<CorrectedField, string>> = { credit_type: 'credit type corrected', amount: 'amount corrected' }

/**
 * The learner's side of the successor. The name stays that of the certificate it replaces: type or amount is corrected,
 * not the name (C15). With the type, the profession is today's, by which it was judged (H37), and the letters after the
 * name go with it; where only the amount changes, the person is who they were at the claim (T7). Topics stay while they
 * add up to the amount (M24).
 */
function successorLearner(subject: CorrectionSubject, change: AllowedCreditChange, field: CorrectedField, at: Instant): CertificateLearnerFacts {
  const today = freezeLearner(subject.source, subject.portal, change.to)
  const { certificate } = subject
  if (certificate === undefined) return today
  const { aggregate, ...former } = certificate.facts
  const { attendedAt, evaluatedAt, passedAt } = subject.source.enrolment
  const replaces = { number: certificate.number, supersededAt: at, reason: printedReasons[field] }
  const kept = aggregate !== undefined && change.newAmount === certificate.amount ? { aggregate } : {}
  if (field === 'amount') return { ...former, ...kept, replaces }
  return {
    ...today,
    ...kept,
    // Where the enrolment knows no day, the certificate's own is the only one there is.
    completedOn: (attendedAt ?? evaluatedAt ?? passedAt) === null ? former.completedOn : today.completedOn,
    printedName: former.printedName,
    credentials: former.professionAtClaim === today.professionAtClaim ? former.credentials : today.credentials,
    replaces,
  }
}

/** The certificate that a correction issues, but for its number and the row of its context. */
export interface Successor {
  readonly certificate: Omit<NewCertificate, 'number' | 'contextId'>
  readonly context: CertificateContextFacts
}

/** Freezes the successor of a claim's certificate, as of the moment of the correction. */
export function freezeSuccessor(
  subject: CorrectionSubject,
  change: AllowedCreditChange,
  issue: { readonly field: CorrectedField; readonly at: Instant; readonly acting: Acting; readonly reason: string },
): Successor {
  const facts = successorLearner(subject, change, issue.field, issue.at)
  const context = freezeContext(subject.source, subject.designated, subject.portal, change.to)
  return {
    context: {
      ...context,
      activity: { ...context.activity, accreditationNumber: change.designated.accreditationNumber, pharmacologyAmount: change.designated.pharmacologyAmount },
      maximumAmount: change.designated.maxAmount,
    },
    certificate: {
      claimId: subject.source.claim.id,
      learnerId: subject.learner.id,
      state: 'current',
      origin: 'desk',
      creditType: change.to,
      amount: change.newAmount,
      printedName: facts.printedName,
      form: change.form,
      issuedAt: issue.at,
      issuedBy: issue.acting.actor,
      reason: issue.reason,
      facts,
      templateVersion: certificateTemplate,
      replacesCertificateId: subject.certificate?.id ?? null,
    },
  }
}

/** The old and new credit of a claim with the certificates that state them. */
export interface CorrectedCredit {
  readonly from: { readonly creditType: CreditType; readonly amount: CreditAmount }
  readonly change: AllowedCreditChange
  readonly field: CorrectedField
  readonly newCertificate: string
  readonly at: Instant
}

/**
 * Queues what outside bodies that were told must hear (trap T9): the old credit withdrawn from each, and the new one
 * added where the portal reports it. A correction before this one may still wait; they go out in order.
 */
export async function queueReportCorrections({ reports }: Repositories, subject: CorrectionSubject, corrected: CorrectedCredit): Promise<readonly string[]> {
  const { change, from, at } = corrected
  if (change.reportsToCorrect.length === 0) return []
  const claimId = subject.source.claim.id
  const common = { claimId, createdAt: at }
  const numbers = { formerCertificate: subject.certificate?.number ?? '', certificate: corrected.newCertificate }
  for (const body of change.reportsToCorrect) {
    await reports.queueCorrection({ ...common, body, act: 'withdraw', facts: { ...from, ...numbers }, lastOn: null })
  }
  const told = change.reportsToCorrect.map((body) => `withdraw from ${body}`)
  const route = routeReport({ ...subject.facts.claim, creditType: change.to, professionAtClaim: corrected.field === 'amount' ? subject.facts.claim.professionAtClaim : subject.learner.profession }, subject.portal)
  if (route.kind !== 'provider_reports') return told
  await reports.queueCorrection({ ...common, body: route.body, act: 'add', facts: { creditType: change.to, amount: change.newAmount, ...numbers }, lastOn: route.dueOn })
  return [...told, `add to ${route.body}`]
}
