import { ok } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { Clock } from '../ports/clock'
import type { UnitOfWork } from '../ports/unit-of-work'

const answer = 'The desk was restored from a back-up in which this waited. It may have been sent since; look before you send it.'

/**
 * What a back-up needs before it becomes the store: its entry in the audit, and every message that waited in it to be
 * decided by a person, since it may have gone out after the back-up was made. Answers how many messages those are.
 */
export async function prepareRestored(unitOfWork: UnitOfWork, clock: Clock, acting: Acting, backup: { readonly name: string; readonly sha256: string; readonly auditEntries: number }): Promise<number> {
  const prepared = await unitOfWork.run(async ({ outbox, audit }) => {
    const at = clock.now()
    const waiting = [...(await outbox.listWaiting(at, true)), ...(await outbox.listInterrupted())]
    await audit.append({ at, operation: 'backups.restore', entity: 'backup', entityId: null, learnerId: null, reason: '', before: {}, after: { ...backup, mailToDecide: waiting.length } }, acting)
    for (const message of waiting) {
      await outbox.update(message.id, message.version, { state: 'unknown', inFlightSince: null, heldUntil: null, nextAttemptAt: null, lastAnswer: answer })
      const values = { before: { state: message.state }, after: { state: 'unknown' } }
      await audit.append({ at, operation: 'outbox.settleRestored', entity: 'message', entityId: message.id, learnerId: message.learnerId, reason: '', ...values }, acting)
    }
    return ok(waiting.length)
  })
  return prepared.value
}
