import { recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { AuditEntry } from '../ports/repositories/audit-repository'
import type { Repositories } from '../ports/unit-of-work'
import { aggregateClaimOperation } from './aggregate-claim-service'
import { claimOnBehalfOperation } from './claim-on-behalf-service'
import { takeBackDraft } from './claim-undoing'
import { laterAct, laterThing } from './later-work'
import { pastCreditOperation } from './past-credit-service'
import type { Undoing } from './undoing'

/** An enrolment the act had to make is withdrawn with it, unless somebody has claimed in it since. */
async function withdrawMadeEnrolment(entry: AuditEntry, repositories: Repositories, at: string): Promise<void> {
  const made = entry.after.madeEnrolment
  if (typeof made === 'string') await repositories.claimActs.withdrawEnrolment(recordNumber('enrolment', made) ?? -1, at)
}

/**
 * Takes an act back that made claims: all of them void with their certificates, the drafted mail gone (M23). The rows and
 * their numbers stay. Refused, and told by what, once a claim was corrected or ended, a report went out, or the mail did.
 */
function claimActUndoing(operation: string): Undoing {
  return {
    operation,
    async laterActs(entry, { audit, claimActs }) {
      const act = await claimActs.find(entry.entityId ?? -1)
      const later = await Promise.all((act?.claimIds ?? []).map((claimId) => audit.listLaterOn('claim', claimId, entry.id)))
      return later.flat()
    },
    async undo(entry, repositories, at) {
      const { claims, claimActs, certificates, reports } = repositories
      const act = await claimActs.find(entry.entityId ?? -1)
      if (act === undefined) return refuse('not_undoable')
      const numbers = entry.after.certificates
      for (const claimId of act.claimIds) {
        const claim = await claims.find(claimId)
        const certificate = await certificates.findCurrentOfClaim(claimId)
        const asIssued = claim?.state === 'active' && certificate !== undefined && Array.isArray(numbers) && numbers.includes(certificate.number)
        if (!asIssued) return laterAct(repositories, 'claim', act.claimIds, entry.id)
        if ((await reports.listOfClaim(claimId)).length > 0) return laterThing('report')
        await certificates.end(certificate, { state: 'void', at, reason: 'the claim was taken back' })
        if ((await claims.update(claimId, claim.version, { state: 'void' })) === 'stale') return laterThing('record')
      }
      if (!(await takeBackDraft(entry, repositories))) return laterThing('mail')
      await claimActs.markUndone(act.id, at)
      await withdrawMadeEnrolment(entry, repositories, at)
      return ok({
        entity: 'claim_act',
        entityId: act.id,
        learnerId: act.learnerId,
        before: { ...entry.after },
        after: { claims: 'taken back: void', certificates: 'void, kept', draft: 'taken back, never sent' },
      })
    },
  }
}

/** The ways back of the acts that make claims. */
export const claimActUndoings: readonly Undoing[] = [claimOnBehalfOperation, aggregateClaimOperation, pastCreditOperation].map(claimActUndoing)
