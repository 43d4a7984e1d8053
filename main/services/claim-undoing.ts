import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import { creditTypeSchema } from '@shared/model/field-codes'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { AuditEntry, AuditValues } from '../ports/repositories/audit-repository'
import type { Claim } from '../ports/repositories/claim-repository'
import type { Repositories } from '../ports/unit-of-work'
import { laterAct, laterThing } from './later-work'
import type { Undoing } from './undoing'

const textOf = (values: AuditValues, field: string): string => {
  const value = values[field]
  return typeof value === 'string' ? value : ''
}

/** The credit an audit entry names; nothing where the entry is not of a correction. */
function creditOf(values: AuditValues): Pick<Claim, 'creditType' | 'amount'> | undefined {
  const creditType = creditTypeSchema.safeParse(values.creditType)
  const amount = parseCreditAmount(textOf(values, 'amount'))
  return creditType.success && amount !== undefined ? { creditType: creditType.data, amount } : undefined
}

/** The correction's draft, while it is one; mail that has gone on its way cannot be called back. */
export async function takeBackDraft(entry: AuditEntry, { outbox }: Repositories): Promise<boolean> {
  const draft = await outbox.find(recordNumber('message', textOf(entry.after, 'draft')) ?? -1)
  return draft?.state === 'draft' && (await outbox.removeDraft(draft.id, draft.version))
}

/** Cancels the corrections queued for outside bodies; false when one of them has been sent. */
export async function takeBackReports(claimId: number, certificate: string, { reports }: Repositories): Promise<boolean> {
  const queued = (await reports.listCorrectionsOfClaim(claimId)).filter(({ facts }) => facts.certificate === certificate)
  if (queued.some(({ state }) => state === 'sent')) return false
  for (const { id, state } of queued) if (state === 'queued') await reports.cancelCorrection(id)
  return true
}

/**
 * Takes a correction of type or amount back: the successor certificate is void, its predecessor in force again, the claim
 * as it was, the draft and the queued report corrections gone (domain section 0). Refused, and told by what, once
 * something later depends on it: another act on the claim, an import that changed it, mail or a report on its way.
 */
function correctionUndoing(operation: string): Undoing {
  return {
    operation,
    async undo(entry, repositories, at) {
      const { claims, certificates } = repositories
      const former = creditOf(entry.before)
      const changed = creditOf(entry.after)
      const claim = await claims.find(entry.entityId ?? -1)
      if (claim === undefined || former === undefined || changed === undefined) return refuse('not_undoable')
      const successor = await certificates.findCurrentOfClaim(claim.id)
      const asLeft = claim.state === 'active' && claim.creditType === changed.creditType && claim.amount === changed.amount
      if (!asLeft || successor === undefined || successor.number !== entry.after.certificate) return laterAct(repositories, 'claim', [claim.id], entry.id)
      if (!(await takeBackReports(claim.id, successor.number, repositories))) return laterThing('report')
      if (!(await takeBackDraft(entry, repositories))) return laterThing('mail')
      await certificates.end(successor, { state: 'void', at, reason: 'the correction was undone' })
      const predecessor = successor.replacesCertificateId === null ? undefined : await certificates.find(successor.replacesCertificateId)
      if (predecessor !== undefined) await certificates.putBack(predecessor)
      if ((await claims.update(claim.id, claim.version, former)) === 'stale') return laterAct(repositories, 'claim', [claim.id], entry.id)
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
}

/** The way back of a changed credit type (H32). */
export const creditChangeUndoing: Undoing = correctionUndoing('claims.changeCreditType')

/** The way back of a changed amount (H34). */
export const amountChangeUndoing: Undoing = correctionUndoing('claims.changeAmount')
