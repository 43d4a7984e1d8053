import type { ExceptionKind } from '@shared/model/field-codes'
import { dayWords } from '../../words/time-words'
import type { LedgerEntry } from './record-act-api'

export const exceptionKindWords: Readonly<Record<ExceptionKind, string>> = {
  late_claim: 'Late claim',
  extra_attempt: 'Extra attempt',
  more_time: 'More time',
}

/** What an exception grants: "until 31 Dec 2026", "1 more try". */
export function grantWords({ untilOn, attempts }: Pick<LedgerEntry, 'untilOn' | 'attempts'>): string {
  if (untilOn !== null) return `until ${dayWords(untilOn)}`
  return attempts === 1 ? '1 more try' : `${String(attempts)} more tries`
}
