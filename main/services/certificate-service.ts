import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { composeCertificate, type CertificateFacts } from '@shared/policy/certificate-composition'
import type { Acting } from '../ports/acting'
import type { Certificate, CertificateContextFacts, KeptPaper } from '../ports/repositories/certificate-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import type { ProofService } from './certificate-proof'
import { judgeKept, openSnapshot, paperFileName, sealSnapshot, type PrintedPaper, type PrintRefusal, type PrintResult } from './paper-keeping'

export interface CertificateService {
  /**
   * The certificate of that number (or the store's own `crt_12`), in force or not: composed and drawn from its frozen facts at first print, and the
   * same bytes ever after (H31). Bytes that no longer match their hash are drawn again from the snapshot, told in
   * `restored` and audited; where that does not give the recorded hash, `certificate_bytes_damaged`.
   */
  print(number: string, acting: Acting): Promise<PrintResult>
}

interface Found {
  readonly certificate: Certificate
  readonly context: CertificateContextFacts
  readonly kept: KeptPaper | undefined
  readonly supersededBy: string | null
}

/** The frozen halves of a certificate put together: nothing of today's record is in it. */
export function certificateFactsOf(certificate: Pick<Certificate, 'number' | 'issuedAt' | 'form' | 'creditType' | 'amount' | 'facts'>, context: CertificateContextFacts): CertificateFacts {
  const { printedName, credentials, professionAtClaim, identifier, completedOn, replaces, aggregate } = certificate.facts
  return {
    number: certificate.number,
    issuedAt: certificate.issuedAt,
    zone: context.zone,
    provider: context.provider,
    learner: { printedName, credentials, professionAtClaim, identifier },
    activity: { ...context.activity, completedOn },
    form: certificate.form,
    creditType: certificate.creditType,
    amountClaimed: certificate.amount,
    maximumAmount: context.maximumAmount,
    replaces,
    aggregate,
  }
}

/** Composes frozen facts by the layout they were frozen for; what the store's own checks exclude is a bug. */
export function composeFrozen(facts: CertificateFacts): Result<SecondCertificate, Exclude<PrintRefusal, 'not_found' | 'certificate_bytes_damaged'>> {
  const composed = composeCertificate(facts)
  if (composed.ok) return composed
  const { code, ...more } = composed.error
  if (code === 'pharmacology_above_total' || code === 'form_not_for_credit_type' || code === 'topics_do_not_add_up') throw new Error(`certificate ${facts.number} was frozen with ${code}`)
  return refuse(code, more)
}

async function findCertificate({ certificates }: Repositories, number: string): Promise<Found | undefined> {
  const own = recordNumber('certificate', number)
  const certificate = (await certificates.findByNumber(number)) ?? (own === undefined ? undefined : await certificates.find(own))
  if (certificate === undefined) return undefined
  const successor = certificate.supersededByCertificateId === null ? undefined : await certificates.find(certificate.supersededByCertificateId)
  return {
    certificate,
    context: await certificates.getContext(certificate.contextId),
    kept: await certificates.findPaper(certificate.id),
    supersededBy: successor?.number ?? null,
  }
}

function printedPaper({ certificate, supersededBy }: Found, title: string, sha256: string, bytes: Uint8Array, restored: boolean): PrintedPaper {
  const { number, state, issuedAt } = certificate
  return {
    view: { kind: 'certificate', number, title, state, issuedAt, sha256, identicalToIssue: true, restored, supersededBy, fileName: paperFileName('certificate', number) },
    bytes,
  }
}

export function createCertificateService(ports: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'paper' | 'hashing'>, proofs: ProofService): CertificateService {
  const { unitOfWork, clock, paper, hashing } = ports

  async function printFirst(found: Found): Promise<Result<PrintedPaper, PrintRefusal> | 'printed_meanwhile'> {
    const composed = composeFrozen(certificateFactsOf(found.certificate, found.context))
    if (!composed.ok) return composed
    const frozen = sealSnapshot(composed.value, hashing)
    const proof = await proofs.prove(composed.value, frozen.snapshotSha256)
    const { bytes, kept: keptProof } = await proofs.seal((await paper.renderCertificate(composed.value, proof)).bytes, proof)
    const bytesSha256 = hashing.sha256(bytes)
    const paperToKeep = { ...frozen, bytes, bytesSha256, proof: keptProof }
    const kept = await unitOfWork.run(async ({ certificates }) => ok(await certificates.keepPaper(found.certificate.id, paperToKeep, composed.value.template)))
    return kept.value ? ok(printedPaper(found, composed.value.title, bytesSha256, bytes, false)) : 'printed_meanwhile'
  }

  async function printAgain(found: Found, kept: KeptPaper, acting: Acting): Promise<PrintResult> {
    const snapshot = openSnapshot(kept, hashing)
    const verdict = await judgeKept(kept, () => snapshot, ports)
    if (verdict.kind === 'damaged') return refuse('certificate_bytes_damaged', { facts: { number: found.certificate.number } })
    const title = snapshot?.title ?? 'Certificate'
    if (verdict.kind === 'intact') return ok(printedPaper(found, title, kept.bytesSha256, verdict.bytes, false))
    const { id, learnerId } = found.certificate
    await unitOfWork.run(async ({ certificates, audit }) => {
      await certificates.repairBytes(id, verdict.bytes)
      const changes = { before: { sha256: verdict.foundSha256 }, after: { sha256: kept.bytesSha256 } }
      return ok(await audit.append({ at: clock.now(), operation: 'paper.restore', entity: 'certificate', entityId: id, learnerId, reason: 'the stored bytes no longer matched their hash', ...changes }, acting))
    })
    return ok(printedPaper(found, title, kept.bytesSha256, verdict.bytes, true))
  }

  async function print(number: string, acting: Acting): Promise<PrintResult> {
    const found = await unitOfWork.read((repositories) => findCertificate(repositories, number))
    if (found === undefined) return refuse('not_found')
    if (found.kept !== undefined) return printAgain(found, found.kept, acting)
    if (found.certificate.bytesSha256 !== null) return refuse('certificate_bytes_damaged', { facts: { number } })
    const printed = await printFirst(found)
    return printed === 'printed_meanwhile' ? print(number, acting) : printed
  }

  return { print }
}
