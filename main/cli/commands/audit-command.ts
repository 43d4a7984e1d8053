import { recordId } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { DeskCommand } from '../command'

/** `desk audit --verify`: walks the chain of hashes. */
export const auditCommand: DeskCommand = {
  name: 'audit',
  summary: 'Verify the audit: how many entries hold, or the first that does not.',
  words: [],
  options: [{ name: 'verify', required: true }],
  async run({ services }) {
    const { verified, brokenAt } = await services.history.verify()
    if (brokenAt !== null) {
      const entry = recordId('audit', brokenAt)
      return refuse('audit_chain_broken', { field: entry, facts: { entry, verified } })
    }
    return ok({ value: { verified, brokenAt: null }, text: `${String(verified)} audit ${verified === 1 ? 'entry holds' : 'entries hold'}.` })
  },
}
