import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import { creditTypeSchema } from '@shared/model/field-codes'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { AuditEntry, AuditValues } from '../ports/repositories/audit-repository'
import type { Repositories } from '../ports/unit-of-work'
import type { Undoing } from './undoing'

const textOf = (values: AuditValues, field: string): string => {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

/** The credit an audit entry names; nothing where the entry is not of a correction. */
function creditOf(values: AuditValues): Parameters<Repositories['claims']['update']>[2] | undefined {
  const creditType = creditTypeSchema.safeParse(values.creditType)
  const amount = parseCreditAmount(textOf(values, 'amount'))
  return creditType.success && amount !== undefined ? { creditType: creditType.data, amount } : undefined
}

/** The correction's draft, while it is one; mail that has gone on its way cannot be called back. */
async function takeBackDraft(entry: AuditEntry, { outbox }: Repositories): Promise<boolean> {
  const draft = await outbox.find(recordNumber('message', textOf(entry.after, 'draft')) ?? -1)
  return draft?.state === 'draft' && (await outbox.removeDraft(draft.id, draft.version))
}

/** Cancels the corrections queued for outside bodies; false when one of them has been sent. */
async function takeBackReports(claimId: number, certificate: string, { reports }: Repositories): Promise<boolean> {
  const queued = (await reports.listCorrectionsOfClaim(claimId)).filter(({ facts }) => facts.certificate === certificate)
  if (queued.some(({ state }) => state === 'sent')) return false
  for (const { id, state } of queued) if (state === 'queued') await reports.cancelCorrection(id)
  return true
}

/**
 * Takes a change of credit type back: the successor certificate is void, its predecessor in force again, the claim as it
 * was, the draft and the queued report corrections gone (domain section 0). Refused once something later depends on it:
 * another correction, an import that changed the claim, mail or a report on its way.
 */
export const claimUndoing: Undoing = {
  operation: 'claims.changeCreditType',
  async undo(entry, repositories, at) {
    const { claims, certificates } = repositories
    const former = creditOf(entry.before)
    const changed = creditOf(entry.after)
    const claim = await claims.find(entry.entityId ?? -1)
    if (claim === undefined || former === undefined || changed === undefined) return refuse('not_undoable')
    const successor = await certificates.findCurrentOfClaim(claim.id)
    const asLeft = claim.state === 'active' && claim.creditType === changed.creditType && claim.amount === changed.amount
    if (!asLeft || successor === undefined || successor.number !== entry.after.certificate) return refuse('later_work_depends')
    if (!(await takeBackReports(claim.id, successor.number, repositories))) return refuse('later_work_depends')
    if (!(await takeBackDraft(entry, repositories))) return refuse('later_work_depends')
    await certificates.end(successor, { state: 'void', at, reason: 'the correction was undone' })
    const predecessor = successor.replacesCertificateId === null ? undefined : await certificates.find(successor.replacesCertificateId)
    if (predecessor !== undefined) await certificates.putBack(predecessor)
    if ((await claims.update(claim.id, claim.version, former)) === 'stale') return refuse('later_work_depends')
    return ok({
      entity: 'claim',
      entityId: claim.id,
      learnerId: successor.learnerId,
      before: { ...entry.after },
      after: {
        creditType: former.creditType,
        amount: formatCreditAmount(former.amount),
        form: predecessor?.form ?? null,
        certificate: predecessor?.number ?? null,
        draft: 'taken back, never sent',
        reports: [],
      },
    })
  },
}
