import { z } from 'zod'

/** Credit in integer hundredths: 125 is 1.25 credits. No floats anywhere (trap T1). */
export type CreditAmount = number

/** Schema of an amount of credit, in hundredths. */
export const creditAmountSchema = z.number().int().min(0).max(100_000_000)

/**
 * Reads a decimal with at most two places, as an exchange file or a command line writes it.
 * Returns hundredths, or nothing when the text is not such a decimal ("1.333", "1,5", "-1", "").
 */
export function parseCreditAmount(text: string): CreditAmount | undefined {
  const match = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (match === null) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** Two places, always: 125 → "1.25". */
export function formatCreditAmount(amount: CreditAmount): string {
  return `${String(Math.trunc(amount / 100))}.${String(amount % 100).padStart(2, '0')}`
}

/** The largest multiple of `step` not above `amount`: a learner's lower claim is never rounded up (trap T1). */
export function roundDownToStep(amount: CreditAmount, step: CreditAmount): CreditAmount {
  return step > 0 ? amount - (amount % step) : amount
}
