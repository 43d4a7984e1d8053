import { recordId } from '@shared/model/record-id'
import { ok } from '@shared/model/result'
import type { DeskCommand } from '../command'
import { table } from '../output'

/** `desk outbox [--send]`: every message, and with `--send` first the handing over of everything waiting. */
export const outboxCommand: DeskCommand = {
  name: 'outbox',
  summary: 'List every message; --send first hands over everything waiting, past any hold or back-off.',
  words: [],
  options: [{ name: 'send' }],
  async run(call) {
    const { services, options, acting } = call
    if (options.send !== undefined) {
      const sent = await services.outbox.sendNow(acting)
      if (!sent.ok) return sent
      const { handedOver, failed, waiting } = sent.value
      call.progress(`handed over ${String(handedOver)}, failed or unknown ${String(failed)}, still waiting ${String(waiting)}`)
    }
    const messages = await services.outbox.listAll()
    const rows = messages.map((message) => ({
      id: recordId('message', message.id),
      to: message.to,
      subject: message.subject,
      state: message.state,
      attempts: message.attempts,
      lastAnswer: message.lastAnswer,
    }))
    const cells = rows.map((row) => [row.id, row.state, String(row.attempts), row.to, row.subject, row.lastAnswer])
    return ok({ value: rows, text: rows.length === 0 ? 'The outbox is empty.' : table(['Message', 'State', 'Tries', 'To', 'Subject', 'Last answer'], cells) })
  },
}
