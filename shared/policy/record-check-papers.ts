import type { CertificateState, ClaimState, ReportingBody, ReportState } from '../model/field-codes'
import type { Instant } from '../model/instant'
import { evidenceFrom } from './diagnosis-findings'
import { recordCheckVerdict, type RecordCheckVerdict } from './record-check'

/** A certificate with its claim and the other certificates in force beside it. */
export interface CheckedCertificateFacts {
  readonly number: string
  readonly state: CertificateState
  readonly claim: { readonly id: string; readonly state: ClaimState }
  /** Numbers of other certificates in force for the same claim, or that this one was issued to replace. */
  readonly othersInForce: readonly string[]
}

/** A certificate in force whose claim no longer stands (H28, T2). */
export function judgeCertificateOfClaim(facts: CheckedCertificateFacts): RecordCheckVerdict | null {
  if (facts.state !== 'current' || facts.claim.state === 'active') return null
  return recordCheckVerdict('certificate_without_claim', {
    evidence: [evidenceFrom('certificate', facts.number)('state', facts.state), evidenceFrom('claim', facts.claim.id)('status', facts.claim.state)],
    fix: 'end_certificate',
  })
}

/** More than one certificate in force for one credit (T9, H32): a correction supersedes, it never adds. */
export function judgeCertificatesInForce(facts: CheckedCertificateFacts): RecordCheckVerdict | null {
  if (facts.state !== 'current' || facts.othersInForce.length === 0) return null
  return recordCheckVerdict('two_live_certificates', {
    evidence: [
      evidenceFrom('claim', facts.claim.id)('status', facts.claim.state),
      ...[facts.number, ...facts.othersInForce].map((number) => evidenceFrom('certificate', number)('state', 'current')),
    ],
    fix: 'end_certificate',
  })
}

/** What a body was told of a claim, and whether it was told to take it back. */
export interface CheckedReportFacts {
  readonly claim: { readonly id: string; readonly state: ClaimState }
  readonly body: ReportingBody
  readonly state: ReportState
  readonly at: Instant
  readonly withdrawn: boolean
}

/** Reported, no longer standing, and nobody told the body so (T9, 3.1). A rejected report was never taken in. */
export function judgeReportOfClaim(facts: CheckedReportFacts): RecordCheckVerdict | null {
  if (facts.claim.state === 'active' || facts.state === 'rejected' || facts.withdrawn) return null
  const ofReport = evidenceFrom('report', facts.body)
  return recordCheckVerdict('void_but_reported', {
    evidence: [evidenceFrom('claim', facts.claim.id)('status', facts.claim.state), ofReport('state', facts.state), ofReport('at', facts.at)],
    fix: 'withdraw_report',
  })
}
