import type { Output } from '@shared/contract'
import { formatCreditAmount } from '@shared/model/credit-amount'
import type { Instant } from '@shared/model/instant'
import { recordId } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import type { AllowedCreditChange } from '@shared/policy/credit-change'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { takeCertificateNumbers } from './certificate-numbers'
import { freezeSuccessor, queueReportCorrections, type CorrectedField, type CorrectionSubject } from './claim-correction'
import { correctionLetter } from './claim-letter'
import { mailAddressOf } from './claim-mail'

/** Who corrects what and why, with what the mail to the learner is written from. */
export interface Correcting {
  readonly field: CorrectedField
  /** The audit entry's operation, by which the act is undone. */
  readonly operation: string
  readonly at: Instant
  readonly acting: Acting
  readonly reason: string
  readonly mailTemplates: ServicePorts['mailTemplates']
  readonly messageId: string
}

/** Claim, certificates, report corrections, mail and audit entry of one allowed correction; to be run in one transaction. */
export async function carryOutCorrection(repositories: Repositories, subject: CorrectionSubject, change: AllowedCreditChange, correcting: Correcting): Promise<Result<Output<'claims.changeCreditType'>, 'stale'>> {
  const { claims, certificates, outbox, audit } = repositories
  const { at, acting, reason, field } = correcting
  const { claim } = subject.source
  const { certificate: old, learner } = subject
  if ((await claims.update(claim.id, claim.version, { creditType: change.to, amount: change.newAmount })) === 'stale') return refuse('stale')
  if (old !== undefined) await certificates.end(old, { state: 'superseded', at, reason })
  const successor = freezeSuccessor(subject, change, { field, at, acting, reason })
  const [contextId] = await certificates.keepContexts([successor.context])
  const [number] = await takeCertificateNumbers(repositories, at, subject.portal, 1)
  if (contextId === undefined || number === undefined) throw new Error('a certificate lacks its context or number')
  await certificates.add({ ...successor.certificate, number, contextId })
  const reports = await queueReportCorrections(repositories, subject, { from: { creditType: claim.creditType, amount: claim.amount }, change, field, newCertificate: number, at })
  const draftId = await outbox.add({
    ...correctionLetter(correcting.mailTemplates, subject, change, number),
    ...mailAddressOf(learner, subject.portal),
    attachments: [number],
    messageId: correcting.messageId,
    createdAt: at,
    createdBy: acting.actor,
  })
  const entryId = await audit.append(
    {
      at,
      operation: correcting.operation,
      entity: 'claim',
      entityId: claim.id,
      learnerId: learner.id,
      reason,
      before: { creditType: claim.creditType, amount: formatCreditAmount(claim.amount), form: old?.form ?? null, certificate: old?.number ?? null },
      after: { creditType: change.to, amount: formatCreditAmount(change.newAmount), form: change.form, certificate: number, draft: recordId('message', draftId), reports },
    },
    acting,
  )
  return ok({
    claimId: recordId('claim', claim.id),
    oldCertificate: old?.number ?? null,
    newCertificate: number,
    draftId: recordId('message', draftId),
    entryId: recordId('audit', entryId),
  })
}
