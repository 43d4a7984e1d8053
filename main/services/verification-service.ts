import type { CheckedPaper } from '@shared/contract/verification'
import { findToken, readSealed, readToken, sealedMessage, type ProofToken } from '@shared/model/proof-token'
import { ok, refuse, type Result } from '@shared/model/result'
import { verdictOf, type CheckAnswer, type CheckAnswers } from '@shared/policy/verification'
import type { Acting } from '../ports/acting'
import type { Certificate, KeptPaper } from '../ports/repositories/certificate-repository'
import type { SigningKey } from '../ports/repositories/signing-key-repository'
import type { ServicePorts } from '../ports/service-ports'
import { proofOf } from './certificate-proof'
import type { CertificateService } from './certificate-service'

export interface VerificationService {
  /** Checks a file: a PDF by its seal, else by the archive; a PNG or JPEG by its QR code, whose page is then not compared. */
  checkFile(bytes: Uint8Array): Promise<Result<CheckedPaper, 'file_not_checkable'>>
  /** Checks what the archive holds under a number; a certificate never printed is printed first. */
  checkNumber(number: string, acting: Acting): Promise<Result<CheckedPaper, 'not_found'>>
}

type VerificationPorts = Pick<ServicePorts, 'unitOfWork' | 'clock' | 'hashing' | 'signing' | 'qrReader'>

interface OnRecord {
  readonly certificate: Certificate
  readonly kept: KeptPaper | undefined
  readonly supersededBy: string | null
}

interface SignedBy {
  readonly token: ProofToken | undefined
  readonly key: SigningKey | undefined
  readonly signature: CheckAnswer
}

const pdfStart = '%PDF-'

export function createVerificationService(ports: VerificationPorts, certificates: Pick<CertificateService, 'print'>): VerificationService {
  const { unitOfWork, clock, hashing, signing, qrReader } = ports

  async function onRecord(find: { readonly number: string } | { readonly bytesSha256: string }): Promise<OnRecord | undefined> {
    return unitOfWork.read(async (repositories) => {
      const found = 'number' in find ? await repositories.certificates.findByNumber(find.number) : await repositories.certificates.findByBytes(find.bytesSha256)
      if (found === undefined) return undefined
      const successor = found.supersededByCertificateId === null ? undefined : await repositories.certificates.find(found.supersededByCertificateId)
      return { certificate: found, kept: await repositories.certificates.findPaper(found.id), supersededBy: successor?.number ?? null }
    })
  }

  async function signedBy(text: string): Promise<SignedBy> {
    const token = readToken(text)
    const key = token === undefined ? undefined : await unitOfWork.read(({ signingKeys }) => signingKeys.find(token.keyId))
    const good = token !== undefined && key !== undefined && signing.verify(key.publicKey, token.body, token.signature)
    return { token, key, signature: good ? 'good' : 'bad' }
  }

  function answer(answers: CheckAnswers, signed: SignedBy | undefined, record: OnRecord | undefined): CheckedPaper {
    const keptToken = record?.kept?.proof?.token
    return {
      verdict: verdictOf(answers),
      signature: answers.signature,
      content: answers.content,
      status: answers.status,
      asOf: clock.now(),
      supersededBy: record?.supersededBy ?? null,
      signed: answers.signature === 'good' ? (signed?.token?.facts ?? null) : null,
      code: keptToken === undefined ? null : proofOf(keptToken, hashing).code,
    }
  }

  /** What the desk's own records say of a token: its status, and whether it is the one that was issued under its number. */
  async function recordOf({ token, signature }: SignedBy): Promise<{ readonly record: OnRecord | undefined; readonly sameSnapshot: boolean }> {
    if (signature !== 'good' || token === undefined) return { record: undefined, sameSnapshot: true }
    const record = await onRecord({ number: token.facts.number })
    const issued = record?.certificate.snapshotSha256 ?? null
    return { record, sameSnapshot: issued === null || issued === token.snapshotSha256 }
  }

  async function checkSealed(bytes: Uint8Array): Promise<CheckedPaper | undefined> {
    const sealed = readSealed(bytes)
    if (sealed === undefined) return undefined
    const signed = await signedBy(sealed.token)
    const whole = signed.key !== undefined && signing.verify(signed.key.publicKey, sealedMessage(hashing.sha256(sealed.signed)), sealed.seal)
    const { record, sameSnapshot } = await recordOf(signed)
    return answer(
      { signature: signed.signature, content: whole && sameSnapshot ? 'good' : 'bad', status: record?.certificate.state ?? 'unknown', ours: signed.key !== undefined },
      signed,
      record,
    )
  }

  async function checkPdf(bytes: Uint8Array): Promise<CheckedPaper> {
    const sealed = await checkSealed(bytes)
    if (sealed !== undefined) return sealed
    // Printed before there were proofs: the archive alone vouches for it.
    const archived = await onRecord({ bytesSha256: hashing.sha256(bytes) })
    if (archived !== undefined) return answer({ signature: 'not_checked', content: 'good', status: archived.certificate.state, ours: true }, undefined, archived)
    const left = findToken(bytes)
    const signed = left === undefined ? undefined : await signedBy(left)
    const record = signed === undefined ? undefined : (await recordOf(signed)).record
    return answer({ signature: signed?.signature ?? 'bad', content: 'bad', status: record?.certificate.state ?? 'unknown', ours: signed?.key !== undefined }, signed, record)
  }

  return {
    async checkFile(bytes) {
      if (String.fromCharCode(...bytes.subarray(0, pdfStart.length)) === pdfStart) return ok(await checkPdf(bytes))
      const code = await qrReader.read(bytes)
      if (code.kind !== 'text') return refuse('file_not_checkable', { facts: { problem: code.kind } })
      const signed = await signedBy(code.text)
      const { record, sameSnapshot } = await recordOf(signed)
      // A picture shows a page, and nobody compares its letters here: the signed facts are there to be compared by eye.
      const content = sameSnapshot ? 'not_checked' : 'bad'
      return ok(answer({ signature: signed.signature, content, status: record?.certificate.state ?? 'unknown', ours: signed.key !== undefined }, signed, record))
    },
    async checkNumber(number, acting) {
      const printed = await certificates.print(number, acting)
      if (!printed.ok && printed.error.code === 'not_found') return refuse('not_found')
      const record = await onRecord({ number: printed.ok ? printed.value.view.number : number })
      if (record === undefined) return refuse('not_found')
      const { certificate, kept } = record
      const status = certificate.state
      if (!printed.ok || kept === undefined) return ok(answer({ signature: 'not_checked', content: printed.ok ? 'not_checked' : contentOf(printed.error.code), status, ours: true }, undefined, record))
      const signed = kept.proof === null ? undefined : await signedBy(kept.proof.token)
      const same = signed?.token === undefined || signed.token.snapshotSha256 === hashing.sha256(kept.snapshot)
      return ok(answer({ signature: signed?.signature ?? 'not_checked', content: same ? 'good' : 'bad', status, ours: true }, signed, record))
    },
  }
}

/** Damaged bytes are bad; a certificate that never could be printed has no content to check. */
function contentOf(code: string): CheckAnswer {
  return code === 'certificate_bytes_damaged' ? 'bad' : 'not_checked'
}
