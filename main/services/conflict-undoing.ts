import type { Instant } from '@shared/model/instant'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { AuditEntry } from '../ports/repositories/audit-repository'
import type { Repositories } from '../ports/unit-of-work'
import { fileOfConflict, writeConflictValue } from './conflict-values'
import { printedClaimColumns } from './import-row-rules'
import type { Undoing } from './undoing'

/** Takes the certificate back that the platform's value brought; false when another has followed since. */
async function takeBackCertificate(claimId: number, entry: AuditEntry, at: Instant, { certificates }: Repositories): Promise<boolean> {
  const all = await certificates.listOfClaim(claimId)
  const current = all.find(({ state }) => state === 'current')
  const ended = all.filter(({ endedAt }) => endedAt === entry.at)
  const predecessor = current === undefined ? ended.at(-1) : ended.find(({ id }) => id === current.replacesCertificateId)
  if (current !== undefined && predecessor === undefined) return false
  if (current !== undefined) await certificates.end(current, { state: 'void', at, reason: 'the decision was undone' })
  if (predecessor !== undefined) await certificates.putBack(predecessor)
  return true
}

/**
 * Opens a decided conflict again. Where the platform's value was taken, the desk's stands again and the certificate it
 * brought is void, its predecessor in force. Refused once something later depends on it: the field was changed again, the
 * platform sent another value, somebody else has the address or number meanwhile.
 */
export const conflictUndoing: Undoing = {
  operation: 'imports.decideConflict',
  apart: ['decision', 'conflict'],
  async undo(entry, repositories, at) {
    const { imports, exchange } = repositories
    const { conflict: conflictId } = entry.after
    const conflict = typeof conflictId === 'string' ? await imports.findConflict(recordNumber('conflict', conflictId) ?? -1) : undefined
    if (conflict === undefined || conflict.decision === 'open' || conflict.decision !== entry.after.decision) return refuse('not_undoable')
    const { column, entityId } = conflict
    const file = fileOfConflict(conflict)
    const desk = (await exchange.readCells(file, [entityId])).get(entityId)
    const before = entry.before[column]
    if (desk === undefined || typeof before !== 'string') return refuse('not_undoable')
    if ((desk[column] ?? '') !== entry.after[column] || (await imports.hasOpenConflict(conflict))) return refuse('later_work_depends')
    if (before !== desk[column]) {
      if (file === 'claims.csv' && printedClaimColumns.includes(column) && !(await takeBackCertificate(entityId, entry, at, repositories))) return refuse('later_work_depends')
      if (!(await writeConflictValue(repositories, conflict, desk, before, at)).ok) return refuse('later_work_depends')
    }
    await imports.reopenConflict(conflict.id)
    return ok({
      entity: conflict.entity,
      entityId,
      learnerId: entry.learnerId,
      before: { [column]: desk[column] ?? '', decision: conflict.decision },
      after: { [column]: before, decision: 'open' },
    })
  },
}
