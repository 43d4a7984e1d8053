import type { CivilDate } from '@shared/model/civil-date'
import type { CreditAmount } from '@shared/model/credit-amount'
import type { KeptProof } from '@shared/model/certificate-proof'
import type { CertificateForm } from '@shared/model/certificate-snapshot'
import type { CertificateState, CreditType, Profession } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import type { AggregateClaim, CertificateFacts, ProviderIdentity } from '@shared/policy/certificate-composition'

/** The learner's side of a certificate, as it was when the credit was claimed or the certificate reissued (trap T7). */
export interface CertificateLearnerFacts {
  readonly printedName: string
  readonly credentials: string
  readonly professionAtClaim: Profession
  readonly identifier: { readonly label: string; readonly value: string } | null
  readonly completedOn: CivilDate
  readonly replaces: { readonly number: string; readonly supersededAt: Instant; readonly reason: string } | null
  /** Of a claim in aggregate, what it was earned by (M24). */
  readonly aggregate?: AggregateClaim | undefined
}

/** Provider, activity and designation as they were (trap T24); certificates that say the same share one row. */
export interface CertificateContextFacts {
  readonly portal: string
  readonly zone: string
  readonly provider: ProviderIdentity
  readonly activity: Omit<CertificateFacts['activity'], 'completedOn'>
  readonly maximumAmount: CreditAmount
}

export interface Certificate {
  readonly id: number
  readonly number: string
  readonly claimId: number
  readonly learnerId: number
  readonly state: CertificateState
  /** `platform`: printed there first; `desk`: issued here. */
  readonly origin: 'platform' | 'desk'
  readonly creditType: CreditType
  readonly amount: CreditAmount
  readonly printedName: string
  readonly form: CertificateForm
  readonly issuedAt: Instant
  readonly issuedBy: string
  readonly reason: string
  readonly contextId: number
  readonly facts: CertificateLearnerFacts
  readonly templateVersion: string
  readonly snapshotSha256: string | null
  readonly bytesSha256: string | null
  readonly replacesCertificateId: number | null
  readonly supersededByCertificateId: number | null
  readonly endedAt: Instant | null
  readonly endedReason: string
  readonly version: number
}

export type NewCertificate = Omit<
  Certificate,
  'id' | 'snapshotSha256' | 'bytesSha256' | 'supersededByCertificateId' | 'endedAt' | 'endedReason' | 'version'
>

/** What is kept of a printed paper: the canonical text of its snapshot, the bytes, and the hash of each. */
export interface KeptPaper {
  readonly snapshot: string
  readonly snapshotSha256: string
  readonly bytes: Uint8Array
  readonly bytesSha256: string
  /** Null on papers printed before there were proofs. */
  readonly proof: KeptProof | null
}

export interface CertificateRepository {
  find(id: number): Promise<Certificate | undefined>
  findByNumber(number: string): Promise<Certificate | undefined>
  /** The certificate whose first print had these bytes, by their SHA-256. */
  findByBytes(bytesSha256: string): Promise<Certificate | undefined>
  findCurrentOfClaim(claimId: number): Promise<Certificate | undefined>
  /** Every certificate of a claim, oldest first. */
  listOfClaim(claimId: number): Promise<readonly Certificate[]>
  /** The learner's certificates in force, oldest first (C13, C14). */
  listCurrentOfLearner(learnerId: number): Promise<readonly Certificate[]>
  getContext(id: number): Promise<CertificateContextFacts>

  /** Which of these claims have a certificate already. */
  claimsHavingOne(claimIds: readonly number[]): Promise<ReadonlySet<number>>
  /** The certificates in force of these claims. */
  listCurrentOfClaims(claimIds: readonly number[]): Promise<readonly Certificate[]>
  /** Which of these numbers are given already. */
  takenNumbers(numbers: readonly string[]): Promise<ReadonlySet<string>>
  /** Keeps contexts, one row for those that say the same; answers the number of each, in the order given. */
  keepContexts(contexts: readonly CertificateContextFacts[]): Promise<readonly number[]>
  /** Adds one certificate; the one it replaces, ended before, is pointed at it. */
  add(certificate: NewCertificate): Promise<number>
  /** Many at once, for an import; several hundred rows a statement. */
  addAll(certificates: readonly NewCertificate[]): Promise<void>
  /** Points certificates of superseded claims at the certificate of the claim that took their place, and back. */
  linkSupersededClaims(claimIds: readonly number[]): Promise<void>

  /** Takes a certificate out of force; it stays on file and can be printed. */
  end(certificate: Certificate, ending: { readonly state: 'superseded' | 'void'; readonly at: Instant; readonly reason: string }): Promise<void>
  /** Puts an ended certificate back in force, as an undo does. */
  putBack(certificate: Certificate): Promise<void>

  findPaper(id: number): Promise<KeptPaper | undefined>
  /** Keeps the paper of the first print; a second call changes nothing and answers false. */
  keepPaper(id: number, paper: KeptPaper, templateVersion: string): Promise<boolean>
  /** Writes bytes again whose hash the row has recorded since the first print. */
  repairBytes(id: number, bytes: Uint8Array): Promise<void>
  /** Certificates never printed, by number of row, after `afterId`. */
  listNeverPrinted(afterId: number, limit: number): Promise<readonly Certificate[]>
}
