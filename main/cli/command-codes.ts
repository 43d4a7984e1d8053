import type { Code, Method } from '@shared/contract'
import type { StoreProblem } from '../store/connection'

/** Codes of the command line itself: wrong use and faults of the surroundings. */
export type FrameCode = 'wrong_use' | 'write_failed' | 'disk_full' | 'secrets_unreadable' | 'internal'

/** Refusals only commands meet: an address that stands in several portals, a broken chain, unreadable figures. */
export type CommandOnlyCode = 'ambiguous' | 'audit_chain_broken' | 'unknown_setting' | 'amount_malformed' | 'date_malformed' | 'altered' | 'superseded' | 'void' | 'not_ours' | 'not_checked'

/** Every code `desk` can answer with; each has a sentence in `code-sentences.ts`. */
export type CommandCode = Code<Method> | StoreProblem | FrameCode | CommandOnlyCode

const faults: ReadonlySet<CommandCode> = new Set<CommandCode>([
  'store_in_use',
  'store_damaged',
  'store_unreadable',
  'store_unavailable',
  'database_too_new',
  'disk_full',
  'write_failed',
  'secrets_unreadable',
  'internal',
])

/** 1 refused by a rule, 2 wrong use, 3 a fault of the surroundings. */
export function exitCodeOf(code: CommandCode): 1 | 2 | 3 {
  if (code === 'wrong_use') return 2
  return faults.has(code) ? 3 : 1
}
