import { ok, refuse } from '@shared/model/result'
import { requiredWord, type DeskCommand } from '../command'
import { table } from '../output'

const mostHits = 100

/** `desk find TEXT [--limit N]`: whatever fits, best first; no hit is an empty list and no refusal. */
export const findCommand: DeskCommand = {
  name: 'find',
  summary: 'Find learners, activities, certificates, orders, receipts, tickets and sessions.',
  words: [{ name: 'TEXT', required: true }],
  options: [{ name: 'limit', value: 'N' }],
  async run(call) {
    const limit = call.options.limit ?? '20'
    if (!/^[1-9]\d{0,2}$/.test(limit) || Number(limit) > mostHits) return refuse('wrong_use', { field: 'limit', facts: { sentence: `--limit takes a whole number from 1 to ${String(mostHits)}.` } })
    const text = requiredWord(call, 'TEXT')
    const found = await call.services.find.search({ text, limit: Number(limit) })
    if (!found.ok) return found
    const hits = found.value.hits.map(({ kind, id, externalId, label, detail }) => ({ kind, id, externalId, label, detail }))
    const rows = hits.map((hit) => [hit.kind, hit.externalId, hit.label, hit.detail])
    return ok({ value: hits, text: rows.length === 0 ? 'Nothing found.' : table(['Kind', 'Identifier', 'What', 'Detail'], rows) })
  },
}
