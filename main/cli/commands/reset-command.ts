import { ok } from '@shared/model/result'
import { requiredWord, type DeskCommand } from '../command'

/** `desk reset LEARNER`: queues a reset to the account's own address (H9, H11). */
export const resetCommand: DeskCommand = {
  name: 'reset',
  summary: 'Queue a password reset to the learner’s own address; desk outbox --send hands it over.',
  words: [{ name: 'LEARNER', required: true }],
  options: [],
  async run(call) {
    const learner = await call.services.references.resolve('learner', requiredWord(call, 'LEARNER'))
    if (!learner.ok) return learner
    const sent = await call.services.resets.send({ learnerId: learner.value }, call.acting)
    if (!sent.ok) return sent
    const message = await call.services.outbox.open({ id: sent.value.messageId })
    if (!message.ok) return message
    const { to } = message.value
    return ok({
      value: { messageId: sent.value.messageId, to, state: sent.value.state },
      text: `Reset ${sent.value.messageId} to ${to} is queued. If nothing has come ten minutes after it was handed over, have the learner look in the junk folder.`,
    })
  },
}
