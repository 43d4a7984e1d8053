import type { CertificateState, ClaimState } from '@shared/model/field-codes'
import { civilDateIn, type Instant } from '@shared/model/instant'
import { decideParticipationForm } from '@shared/policy/participation-form'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { DesignatedActivity } from '../ports/repositories/activity-repository'
import type { Certificate, CertificateContextFacts, NewCertificate } from '../ports/repositories/certificate-repository'
import type { ClaimSource } from '../ports/repositories/claim-repository'
import type { Repositories } from '../ports/unit-of-work'
import { contextKey, freezeContext, freezeLearner } from './certificate-facts'
import { takeCertificateNumbers } from './certificate-numbers'

/** The layout that certificates frozen today are composed for. */
export const certificateTemplate = 'certificate/2'

/** What became of the claims handed in. */
export interface FreezingOutcome {
  readonly frozen: number
  /** Claims whose platform number belongs to another claim's certificate: theirs has a number of the desk's. */
  readonly renumberedClaimIds: readonly number[]
}

const stateOf: Readonly<Record<ClaimState, CertificateState>> = { active: 'current', superseded: 'superseded', void: 'void' }

interface Frozen {
  readonly source: ClaimSource
  readonly portal: PortalProfile
  readonly context: CertificateContextFacts
}

type Unnumbered = Omit<NewCertificate, 'number' | 'contextId'>

/** Loads what the claims' certificates are frozen from, a few statements whatever their number. */
async function loadFrozen({ claims, activities, portals }: Repositories, claimIds: readonly number[]): Promise<readonly Frozen[]> {
  const sources = await claims.listSources(claimIds)
  const designated = await activities.listDesignated(sources.map(({ enrolment }) => enrolment.activityId))
  const profiles = new Map<string, PortalProfile>()
  for (const key of new Set([...designated.values()].map(({ activity }) => activity.portal))) {
    const profile = await portals.find(key)
    if (profile === undefined) throw new Error(`there is no portal profile ${key}`)
    profiles.set(key, profile)
  }
  const contexts = new Map<string, CertificateContextFacts>()
  return sources.map((source): Frozen => {
    const activity: DesignatedActivity | undefined = designated.get(source.enrolment.activityId)
    const portal = activity === undefined ? undefined : profiles.get(activity.activity.portal)
    if (activity === undefined || portal === undefined) throw new Error(`claim ${String(source.claim.id)} has no activity`)
    const key = contextKey(source, activity)
    const context = contexts.get(key) ?? freezeContext(source, activity, portal, source.claim.creditType)
    contexts.set(key, context)
    return { source, portal, context }
  })
}

/** Keeps the contexts, each once, and answers the number of each. */
async function keepContexts({ certificates }: Repositories, frozen: readonly Frozen[]): Promise<ReadonlyMap<CertificateContextFacts, number>> {
  const contexts = [...new Set(frozen.map(({ context }) => context))]
  const numbers = await certificates.keepContexts(contexts)
  const kept = new Map<CertificateContextFacts, number>()
  for (const [place, number] of numbers.entries()) {
    const context = contexts[place]
    if (context !== undefined) kept.set(context, number)
  }
  return kept
}

/** As the platform issued it when the credit was claimed: nothing in it depends on when it was imported. */
function asIssuedByPlatform({ source, portal }: Frozen): Unnumbered {
  const { claim, learner } = source
  const facts = freezeLearner(source, portal, claim.creditType)
  return {
    claimId: claim.id,
    learnerId: learner.id,
    state: stateOf[claim.state],
    origin: 'platform',
    creditType: claim.creditType,
    amount: claim.amount,
    printedName: facts.printedName,
    form: decideParticipationForm(claim.creditType, learner.profession).form,
    issuedAt: claim.claimedAt,
    issuedBy: '',
    reason: '',
    facts,
    templateVersion: certificateTemplate,
    replacesCertificateId: null,
  }
}

/** The platform's own number, unless it has none or another certificate bears it. */
async function platformNumbers({ certificates }: Repositories, frozen: readonly Pick<Frozen, 'source'>[]): Promise<ReadonlyMap<number, string>> {
  const wanted = frozen.flatMap(({ source }) => (source.claim.certificateNumber === '' ? [] : [source.claim.certificateNumber]))
  const taken = new Set(await certificates.takenNumbers(wanted))
  const numbers = new Map<number, string>()
  for (const { source } of frozen) {
    const { id, certificateNumber } = source.claim
    if (certificateNumber === '' || taken.has(certificateNumber)) continue
    taken.add(certificateNumber)
    numbers.set(id, certificateNumber)
  }
  return numbers
}

/** Numbers of the desk's series, by year of issue, in the order given. */
async function deskNumbers(
  repositories: Repositories,
  issues: readonly { readonly claimId: number; readonly portal: PortalProfile; readonly issuedAt: Instant }[],
): Promise<ReadonlyMap<number, string>> {
  const byYear = new Map<string, { readonly first: (typeof issues)[number]; readonly claimIds: number[] }>()
  for (const issue of issues) {
    const year = civilDateIn(issue.issuedAt, issue.portal.zone.value).slice(0, 4)
    const known = byYear.get(year)
    if (known === undefined) byYear.set(year, { first: issue, claimIds: [issue.claimId] })
    else known.claimIds.push(issue.claimId)
  }
  const numbers = new Map<number, string>()
  for (const { first, claimIds } of byYear.values()) {
    const taken = await takeCertificateNumbers(repositories, first.issuedAt, first.portal, claimIds.length)
    for (const [place, claimId] of claimIds.entries()) numbers.set(claimId, taken[place] ?? '')
  }
  return numbers
}

/**
 * Freezes a certificate for each of these claims that has none: number, name, profession, form and amount as they were
 * at the claim (H31, H37, T7), provider and activity as they are on the import (T24). A name no font can print is frozen
 * all the same. Calling it again changes nothing. Some statements a thousand claims, none per claim.
 */
export async function freezeForClaims(repositories: Repositories, claimIds: readonly number[]): Promise<FreezingOutcome> {
  const { certificates } = repositories
  const having = await certificates.claimsHavingOne(claimIds)
  const frozen = await loadFrozen(repositories, claimIds.filter((id) => !having.has(id)))
  const ofPlatform = await platformNumbers(repositories, frozen)
  const others = frozen.filter(({ source }) => !ofPlatform.has(source.claim.id))
  const ofDesk = await deskNumbers(repositories, others.map(({ source, portal }) => ({ claimId: source.claim.id, portal, issuedAt: source.claim.claimedAt })))
  const contextIds = await keepContexts(repositories, frozen)
  await certificates.addAll(
    frozen.map((each): NewCertificate => {
      const contextId = contextIds.get(each.context)
      const number = ofPlatform.get(each.source.claim.id) ?? ofDesk.get(each.source.claim.id)
      if (contextId === undefined || number === undefined) throw new Error('a certificate lacks its context or number')
      return { ...asIssuedByPlatform(each), number, contextId }
    }),
  )
  await certificates.linkSupersededClaims(claimIds)
  return { frozen: frozen.length, renumberedClaimIds: others.filter(({ source }) => source.claim.certificateNumber !== '').map(({ source }) => source.claim.id) }
}

/** When, by whom and why the platform's change of claims was taken over. */
export interface Superseding {
  readonly at: Instant
  readonly acting: Acting
  readonly reason: string
}

/**
 * Supersedes the certificates of claims that the platform changed (exchange format: a changed claim supersedes its
 * certificate). A claim that is active still gets a successor: under the platform's own new number as the platform
 * issued it, else under the desk's, naming the one it replaces. One that ended there ends its certificate here.
 */
export async function supersedeForChangedClaims(repositories: Repositories, claimIds: readonly number[], superseding: Superseding): Promise<void> {
  const { certificates } = repositories
  const before = new Map((await certificates.listCurrentOfClaims(claimIds)).map((certificate) => [certificate.claimId, certificate]))
  const frozen = await loadFrozen(repositories, claimIds)
  const ended = frozen.filter(({ source }) => source.claim.state !== 'active')
  for (const { source } of ended) {
    const certificate = before.get(source.claim.id)
    if (certificate === undefined || source.claim.state === 'active') continue
    await certificates.end(certificate, { state: source.claim.state, at: superseding.at, reason: superseding.reason })
  }
  const active = frozen.filter(({ source }) => source.claim.state === 'active')
  const ofPlatform = await platformNumbers(repositories, active)
  const others = active.filter(({ source }) => !ofPlatform.has(source.claim.id))
  const ofDesk = await deskNumbers(repositories, others.map(({ source, portal }) => ({ claimId: source.claim.id, portal, issuedAt: superseding.at })))
  const contextIds = await keepContexts(repositories, active)
  for (const each of active) {
    const old = before.get(each.source.claim.id)
    const number = ofPlatform.get(each.source.claim.id)
    const contextId = contextIds.get(each.context)
    if (contextId === undefined) throw new Error('a certificate lacks its context')
    const successor = number === undefined ? asIssuedByDesk(each, old, superseding) : asIssuedByPlatform(each)
    if (old !== undefined) await certificates.end(old, { state: 'superseded', at: superseding.at, reason: superseding.reason })
    await certificates.add({ ...successor, number: number ?? ofDesk.get(each.source.claim.id) ?? '', contextId, replacesCertificateId: old?.id ?? null })
  }
  await certificates.linkSupersededClaims(claimIds)
}

function asIssuedByDesk(frozen: Frozen, old: Certificate | undefined, { at, acting, reason }: Superseding): Unnumbered {
  const unnumbered = asIssuedByPlatform(frozen)
  const replaces = old === undefined ? null : { number: old.number, supersededAt: at, reason: 'record corrected by the platform' }
  return { ...unnumbered, origin: 'desk', issuedAt: at, issuedBy: acting.actor, reason, facts: { ...unnumbered.facts, replaces } }
}
