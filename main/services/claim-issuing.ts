import type { CivilDate } from '@shared/model/civil-date'
import { formatCreditAmount, type CreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import { civilDateIn, type Instant } from '@shared/model/instant'
import { recordId } from '@shared/model/record-id'
import type { DesignatedCredit } from '@shared/policy/designated-credit'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { DesignatedActivity } from '../ports/repositories/activity-repository'
import type { CertificateContextFacts, CertificateLearnerFacts, NewCertificate } from '../ports/repositories/certificate-repository'
import type { ClaimAct, ClaimedTopic } from '../ports/repositories/claim-act-repository'
import type { ClaimSource } from '../ports/repositories/claim-repository'
import type { Learner } from '../ports/repositories/learner-repository'
import type { Repositories } from '../ports/unit-of-work'
import { freezeContext, freezeLearner } from './certificate-facts'
import { certificateTemplate } from './certificate-freezing'
import { takeCertificateNumbers } from './certificate-numbers'
import { issueLetter } from './claim-letter'
import { mailAddressOf } from './claim-mail'

/** One claim to be made, as its verdict allows it. */
export interface ClaimToIssue {
  readonly enrolmentId: number
  readonly activity: DesignatedActivity
  readonly creditType: CreditType
  readonly designated: DesignatedCredit
  readonly amount: CreditAmount
  readonly form: 'credit' | 'participation'
  readonly claimedAt: Instant
  /** The day of completion, where the enrolment does not know it. */
  readonly completedOn: CivilDate | null
  readonly topics: readonly Omit<ClaimedTopic, 'claimId'>[]
}

/** Who claims what for whom, and why. */
export interface Issuing {
  readonly kind: ClaimAct['kind']
  readonly operation: string
  readonly learner: Learner
  readonly portal: PortalProfile
  readonly claims: readonly ClaimToIssue[]
  readonly at: Instant
  readonly acting: Acting
  readonly reason: string
  readonly proof: ClaimAct['proof']
  /** What else the audit entry says: exceptions honoured, the proof, an enrolment made. */
  readonly alsoAudited: Readonly<Record<string, string | readonly string[]>>
  readonly mailTemplates: ServicePorts['mailTemplates']
  readonly messageId: string
}

export interface IssuedClaims {
  readonly claims: readonly { readonly claimId: string; readonly certificate: string }[]
  readonly draftId: string
  readonly entryId: string
}

/** What a claim's certificate says, but for its number and the row of its context. */
export interface FrozenClaim {
  readonly certificate: Omit<NewCertificate, 'number' | 'contextId' | 'claimId'>
  readonly context: CertificateContextFacts
}

/** The topics of a claim beneath its course title, with the days between which they were earned (M24). */
function aggregateOf({ topics }: ClaimToIssue, portal: PortalProfile): Pick<CertificateLearnerFacts, 'aggregate'> {
  const days = topics.map(({ earnedAt }) => civilDateIn(earnedAt, portal.zone.value)).sort()
  const [earnedFrom, earnedTo] = [days[0], days.at(-1)]
  if (earnedFrom === undefined || earnedTo === undefined) return {}
  return { aggregate: { earnedFrom, earnedTo, topics: topics.map(({ topic, amount }) => ({ topic, amount })) } }
}

/** Freezes what the certificate of a claim will say (T7, T24); `source.claim` is the claim as it is or would be. */
export function freezeNewClaim(source: ClaimSource, claim: ClaimToIssue, portal: PortalProfile, issue: { readonly at: Instant; readonly actor: string; readonly reason: string }): FrozenClaim {
  const context = freezeContext(source, claim.activity, portal, claim.creditType)
  const learner = freezeLearner(source, portal, claim.creditType)
  const facts = {
    ...learner,
    completedOn: claim.completedOn ?? learner.completedOn,
    ...aggregateOf(claim, portal),
  }
  return {
    context: {
      ...context,
      activity: { ...context.activity, accreditationNumber: claim.designated.accreditationNumber, pharmacologyAmount: claim.designated.pharmacologyAmount },
      maximumAmount: claim.designated.maxAmount,
    },
    certificate: {
      learnerId: source.learner.id,
      state: 'current',
      origin: 'desk',
      creditType: claim.creditType,
      amount: claim.amount,
      printedName: facts.printedName,
      form: claim.form,
      issuedAt: issue.at,
      issuedBy: issue.actor,
      reason: issue.reason,
      facts,
      templateVersion: certificateTemplate,
      replacesCertificateId: null,
    },
  }
}

const padded = (number: number): string => String(number).padStart(6, '0')

/** Names of the desk's own for claims, `DC2026-000001` on; one that came in with a folder from another desk is passed over. */
async function takeClaimNames({ numberSeries, claims }: Repositories, at: Instant, portal: PortalProfile, count: number): Promise<readonly string[]> {
  const year = civilDateIn(at, portal.zone.value).slice(0, 4)
  const names: string[] = []
  while (names.length < count) {
    const name = `DC${year}-${padded(await numberSeries.take(`claim-${year}`, 1))}`
    if ((await claims.findByExternalId(name)) === undefined) names.push(name)
  }
  return names
}

/**
 * Makes claims with their certificates, the drafted mail, the act that binds them and its audit entry; to be run in one
 * transaction, after the verdict.
 */
export async function issueClaims(repositories: Repositories, issuing: Issuing): Promise<IssuedClaims> {
  const { claims, claimActs, certificates, outbox, audit } = repositories
  const { learner, portal, at, acting, reason } = issuing
  const names = await takeClaimNames(repositories, at, portal, issuing.claims.length)
  const numbers = await takeCertificateNumbers(repositories, at, portal, issuing.claims.length)
  const issued: { readonly claimId: number; readonly certificate: string; readonly claim: ClaimToIssue }[] = []
  for (const [place, claim] of issuing.claims.entries()) {
    const { enrolmentId, creditType, amount, claimedAt } = claim
    const certificate = numbers[place] ?? ''
    const claimId = await claims.add({ externalId: names[place] ?? '', enrolmentId, creditType, amount, claimedAt })
    const source = await claims.findSource(claimId)
    if (source === undefined) throw new Error(`claim ${String(claimId)} was not kept`)
    await claimActs.addTopics(claim.topics.map((topic) => ({ ...topic, claimId })))
    const frozen = freezeNewClaim(source, claim, portal, { at, actor: acting.actor, reason })
    const [contextId] = await certificates.keepContexts([frozen.context])
    if (contextId === undefined) throw new Error('a certificate lacks its context')
    await certificates.add({ ...frozen.certificate, claimId, number: certificate, contextId })
    issued.push({ claimId, certificate, claim })
  }
  const actId = await claimActs.add({ learnerId: learner.id, kind: issuing.kind, at, actor: acting.actor, reason, proof: issuing.proof, claimIds: issued.map(({ claimId }) => claimId) })
  const draftId = await outbox.add({
    ...issueLetter(issuing.mailTemplates, learner, portal, issued.map(({ claim, certificate }) => ({ ...claim, certificate }))),
    ...mailAddressOf(learner, portal),
    attachments: issued.map(({ certificate }) => certificate),
    messageId: issuing.messageId,
    createdAt: at,
    createdBy: acting.actor,
  })
  const entryId = await audit.append(
    {
      at,
      operation: issuing.operation,
      entity: 'claim_act',
      entityId: actId,
      learnerId: learner.id,
      reason,
      before: {},
      after: {
        ...issuing.alsoAudited,
        claims: issued.map(({ claimId, claim }) => `${recordId('claim', claimId)} ${claim.activity.activity.externalId}: ${formatCreditAmount(claim.amount)} ${claim.creditType}`),
        certificates: issued.map(({ certificate }) => certificate),
        draft: recordId('message', draftId),
      },
    },
    acting,
  )
  return {
    claims: issued.map(({ claimId, certificate }) => ({ claimId: recordId('claim', claimId), certificate })),
    draftId: recordId('message', draftId),
    entryId: recordId('audit', entryId),
  }
}
