import type { HandlerResult, Input } from '@shared/contract'
import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { decideAggregateClaim } from '@shared/policy/aggregate-claim'
import { decideAmountChange } from '@shared/policy/claim-amount'
import { decideClaim } from '@shared/policy/claim-eligibility'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { aggregateToIssue } from './aggregate-claim-service'
import { certificateFactsOf, composeFrozen } from './certificate-service'
import { freezeSuccessor, loadCorrectionSubject, type Successor } from './claim-correction'
import { activityOf, loadClaimant, unmadeClaim, type Claimant } from './claim-facts'
import { freezeNewClaim, type ClaimToIssue, type FrozenClaim } from './claim-issuing'
import { claimToIssue } from './claim-on-behalf-service'

type SpecimenInput = Input<'claims.specimen'>
type SpecimenRefusal = Extract<HandlerResult<'claims.specimen'>, { ok: false }>['error']['code']
type Composed = Result<CertificateSnapshot, SpecimenRefusal>

export interface ClaimSpecimenService {
  /** The paper an act on a claim would make, marked as a specimen; nothing is stored and no number taken. */
  draw(input: SpecimenInput, acting: Acting): Promise<Result<Uint8Array, SpecimenRefusal>>
}

function composed({ certificate, context }: FrozenClaim | Successor): Composed {
  return composeFrozen({ ...certificateFactsOf({ ...certificate, number: 'given on issue' }, context), specimen: true })
}

async function ofNewClaim(repositories: Repositories, claimant: Claimant, claim: ClaimToIssue, acting: Acting): Promise<Composed> {
  const { account, learner } = claimant
  const source = await unmadeClaim(repositories, learner, claim.enrolmentId, claim)
  return composed(freezeNewClaim(source, claim, account.portal, { at: account.now, actor: acting.actor, reason: '' }))
}

async function compose(repositories: Repositories, input: SpecimenInput, acting: Acting, at: string): Promise<Composed> {
  switch (input.of) {
    case 'amount': {
      const subject = await loadCorrectionSubject(repositories, recordNumber('claim', input.claimId) ?? -1, at)
      if (subject === undefined) return refuse('not_found')
      const verdict = decideAmountChange(subject.facts, { amount: input.amount, reason: 'preview', byTopic: subject.byTopic })
      return verdict.kind === 'refused' ? refuse('not_claimable', { facts: { detail: verdict.nextStep } }) : composed(freezeSuccessor(subject, verdict, { field: 'amount', at, acting, reason: '' }))
    }
    case 'claim': {
      const claimant = await loadClaimant(repositories, input.learnerId, input.activityId, at)
      const [course] = claimant?.courses ?? []
      if (claimant === undefined || course === undefined) return refuse('not_found')
      const verdict = decideClaim(claimant.account, course, { creditType: input.creditType, amount: input.amount ?? null, reason: 'preview' })
      if (verdict.kind === 'refused') return refuse('not_claimable', { facts: { detail: verdict.nextStep } })
      return ofNewClaim(repositories, claimant, claimToIssue(verdict, await activityOf(repositories, input.activityId), claimant), acting)
    }
    case 'aggregate': {
      const claimant = await loadClaimant(repositories, input.learnerId, null, at)
      if (claimant === undefined) return refuse('not_found')
      const verdict = decideAggregateClaim(claimant.account, claimant.courses, { picks: [input.pick], reason: 'preview' })
      const [claim] = verdict.kind === 'allowed' ? verdict.claims : []
      if (claim === undefined) return refuse('not_claimable', { facts: { detail: verdict.nextStep } })
      return ofNewClaim(repositories, claimant, await aggregateToIssue(repositories, claim, claimant), acting)
    }
  }
}

export function createClaimSpecimenService({ unitOfWork, clock, paper }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'paper'>): ClaimSpecimenService {
  return {
    async draw(input, acting) {
      const snapshot = await unitOfWork.read((repositories) => compose(repositories, input, acting, clock.now()))
      return snapshot.ok ? ok((await paper.renderCertificate(snapshot.value, null)).bytes) : snapshot
    },
  }
}
