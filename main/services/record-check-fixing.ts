import type { Instant } from '@shared/model/instant'
import { reportingBodies } from '@shared/model/field-codes'
import { ok, refuse, type Result } from '@shared/model/result'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { CheckFinding } from '../ports/repositories/record-check-repository'
import type { Repositories } from '../ports/unit-of-work'
import type { Undoing } from './undoing'

type Changed = Result<{ readonly before: AuditValues; readonly after: AuditValues }, 'not_fixable_here'>

/** The fixes that need no word beside a reason: nothing is chosen, nothing about the credit changes. */
export function isFixableHere({ fix, claimId }: Pick<CheckFinding, 'fix' | 'claimId'>): boolean {
  return claimId !== null && (fix === 'end_certificate' || fix === 'withdraw_report')
}

const evidenceValue = (finding: CheckFinding, recordKind: string): string | undefined => finding.evidence.findLast((one) => one.recordKind === recordKind)?.record

/** The number of the certificate to end: the one whose claim is over, or the older of two in force. */
function certificateToEnd(finding: CheckFinding): string | undefined {
  return evidenceValue(finding, 'certificate')
}

/** Does the finding's fix in the unit of work given; answers what changed, for the audit. */
export async function fixFinding(finding: CheckFinding, repositories: Repositories, act: { readonly at: Instant; readonly reason: string }): Promise<Changed> {
  const { certificates, reports, claims } = repositories
  if (!isFixableHere(finding) || finding.claimId === null) return refuse('not_fixable_here')
  if (finding.fix === 'end_certificate') {
    const certificate = await certificates.findByNumber(certificateToEnd(finding) ?? '')
    if (certificate?.state !== 'current') return refuse('not_fixable_here')
    await certificates.end(certificate, { state: 'void', at: act.at, reason: act.reason })
    return ok({ before: { certificate: certificate.number, state: 'current' }, after: { certificate: certificate.number, state: 'void' } })
  }
  const body = reportingBodies.find((candidate) => candidate === evidenceValue(finding, 'report'))
  const claim = await claims.find(finding.claimId)
  if (body === undefined || claim === undefined) return refuse('not_fixable_here')
  const printed = (await certificates.listOfClaim(claim.id)).at(-1)
  const facts = { creditType: claim.creditType, amount: claim.amount, formerCertificate: printed?.number ?? '', certificate: '' }
  const correction = await reports.queueCorrection({ claimId: claim.id, body, act: 'withdraw', facts, createdAt: act.at, lastOn: null })
  return ok({ before: { body, withdrawal: null }, after: { body, withdrawal: `queued ${String(correction)}` } })
}

/** Accepting a finding, taken back: it stands open again. */
const acceptUndoing: Undoing = {
  operation: 'checks.accept',
  async undo(entry, { recordChecks }) {
    const finding = await recordChecks.find(entry.entityId ?? -1)
    if (finding === undefined) return refuse('not_undoable')
    if (finding.accepted === null) return refuse('later_work_depends')
    await recordChecks.reopen(finding)
    return ok({ entity: entry.entity, entityId: finding.id, learnerId: finding.learnerId, before: entry.after, after: entry.before })
  },
}

/** A fix taken back: the certificate is in force again, or the withdrawal cancelled while it still waits. */
const fixUndoing: Undoing = {
  operation: 'checks.fix',
  async undo(entry, { recordChecks, certificates, reports }) {
    const finding = await recordChecks.find(entry.entityId ?? -1)
    if (finding === undefined) return refuse('not_undoable')
    if (typeof entry.after.certificate === 'string') {
      const certificate = await certificates.findByNumber(entry.after.certificate)
      if (certificate?.state !== 'void') return refuse('later_work_depends')
      await certificates.putBack(certificate)
    } else {
      const number = Number(String(entry.after.withdrawal).replace('queued ', ''))
      if (!(await reports.cancelCorrection(number))) return refuse('later_work_depends')
    }
    await recordChecks.bringBack(finding)
    return ok({ entity: entry.entity, entityId: finding.id, learnerId: finding.learnerId, before: entry.after, after: entry.before })
  },
}

/** The way back of what is done about findings. */
export const recordCheckUndoings: readonly Undoing[] = [acceptUndoing, fixUndoing]
