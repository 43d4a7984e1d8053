import { z } from 'zod'

/** Money in integer minor units (cents); the currency stands beside it. */
export type MinorUnits = number

/** Schema of an amount of money, in minor units; a refund or a credit note may be negative. */
export const minorUnitsSchema = z.number().int().min(-1_000_000_000_000).max(1_000_000_000_000)

/** Schema of an ISO 4217 currency code. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)

/**
 * Reads a decimal with at most two places; `undefined` when the text is anything else.
 * A leading minus is read, so that the caller can say "a price is not negative" instead of "not a number".
 */
export function parseMoney(text: string): MinorUnits | undefined {
  const match = /^(-?)(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (match === null) return undefined
  const value = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] === '-' ? -value : value
}

/** Two places with a plain hyphen for negatives, as files and scripts want it: 24900 → "249.00". */
export function formatMoney(amount: MinorUnits): string {
  const absolute = Math.abs(amount)
  const text = `${String(Math.trunc(absolute / 100))}.${String(absolute % 100).padStart(2, '0')}`
  return amount < 0 ? `-${text}` : text
}
