import type { CivilDate } from '../model/civil-date'
import type { CreditAmount } from '../model/credit-amount'
import type { CreditType, Profession, ReportingBody } from '../model/field-codes'
import { civilDateIn, wallClockIn, type Instant } from '../model/instant'
import { formatMoney, type MinorUnits } from '../model/money'
import { creditInSentence, type PhraseNumber } from '../policy/credit-phrase'
import { weekdayOf } from '../policy/federal-holidays'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** "8 June 2027". */
export function dayInWords(date: CivilDate): string {
  return `${String(Number(date.slice(8, 10)))} ${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`
}

/** The calendar day of an instant there: "14 November 2026". */
export function instantDayInWords(instant: Instant, zone: string): string {
  return dayInWords(civilDateIn(instant, zone))
}

/** "Monday, 23 November 2026, 15:00 (New York time)": a moment that people in several zones read. */
export function momentInWords(instant: Instant, zone: string): string {
  const { date, hour, minute } = wallClockIn(instant, zone)
  return `${weekdays[weekdayOf(date) - 1] ?? ''}, ${dayInWords(date)}, ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} (${placeOf(zone)} time)`
}

/** "New York" for America/New_York: the place a zone is named after. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Weekdays as a person says them: "Monday to Friday", "Monday, Wednesday and Friday". */
export function weekdaysInWords(days: readonly number[]): string {
  const sorted = [...days].sort((one, other) => one - other)
  const names = sorted.map((day) => weekdays[day - 1] ?? '')
  const unbroken = sorted.every((day, at) => at === 0 || day === (sorted[at - 1] ?? 0) + 1)
  return unbroken && names.length > 2 ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : listInWords(names)
}

/** "a", "a and b", "a, b and c". */
export function listInWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

/** "1 day", "30 days". */
export function countInWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${String(count)} ${count === 1 ? singular : plural}`
}

/** "1.25 AMA PRA Category 1 Credits™". */
export function creditInWords(type: CreditType, amount: CreditAmount, number: PhraseNumber): string {
  return creditInSentence(type, amount, number).map((run) => run.text).join('')
}

/** "249.00 USD". */
export function moneyInWords(amount: MinorUnits, currency: string): string {
  return `${formatMoney(amount)} ${currency}`.trim()
}

/** A profession within a sentence. */
export const professionInWords: Readonly<Record<Profession, string>> = {
  physician: 'physician',
  physician_assistant: 'physician assistant',
  nurse_practitioner: 'nurse practitioner',
  nurse: 'nurse',
  pharmacist: 'pharmacist',
  pharmacy_technician: 'pharmacy technician',
  psychologist: 'psychologist',
  dentist: 'dentist',
  student: 'student',
  other: 'other profession',
}

/** A body that takes reports, within a sentence. */
export const bodyInWords: Readonly<Record<ReportingBody, string>> = {
  pars: 'ACCME’s PARS',
  cpe_monitor: 'NABP’s CPE Monitor',
  abp: 'the American Board of Pediatrics',
}

/** A field's text on one line, blanks trimmed; undefined where nothing is left. */
export function textOrNothing(text: string | null | undefined): string | undefined {
  const clean = (text ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return clean === '' ? undefined : clean
}
