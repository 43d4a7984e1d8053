import { isCivilDate } from '@shared/model/civil-date'
import { parseInstant } from '@shared/model/instant'

/** A cell in canonical form, or the sentence that says why it is none and what to write instead. */
export type CellReading = { readonly value: string } | { readonly reason: string }

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

function iso(year: string, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** For `02/03/2026` and its like: which days it could be, written as the format wants them. */
function slashedDate(text: string, finish: (date: string) => string): string | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ].*)?$/.exec(text)
  if (match === null) return undefined
  const [, first = '', second = '', year = ''] = match
  const readings = [
    { month: Number(second), day: Number(first) },
    { month: Number(first), day: Number(second) },
  ].filter(({ month, day }, index, all) => isCivilDate(iso(year, month, day)) && !(index === 1 && all[0]?.month === month))
  const written = readings.map(({ month, day }) => ({ words: `${String(day)} ${months[month - 1] ?? ''}`, date: iso(year, month, day) }))
  const [one, other] = written
  if (one === undefined) return 'There is no such day.'
  return other === undefined ? `Write ${finish(one.date)}.` : `${one.words} or ${other.words}? Write ${finish(one.date)} or ${finish(other.date)}.`
}

const spreadsheetDay = (text: string): boolean => /^\d{5}(?:\.\d+)?$/.test(text)

/** `YYYY-MM-DD`, a day that exists. */
export function readDate(text: string): CellReading {
  if (isCivilDate(text)) return { value: text }
  const slashed = slashedDate(text, (date) => date)
  if (slashed !== undefined) return { reason: slashed }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { reason: 'There is no such day.' }
  if (/^\d{4}-\d{2}-\d{2}[T ]/.test(text)) return { reason: `A day without a time belongs here: write ${text.slice(0, 10)}.` }
  if (spreadsheetDay(text)) return { reason: 'This looks like a spreadsheet’s number for a day. Write the day as 2026-03-02.' }
  return { reason: 'Write the day as 2026-03-02: year, month, day.' }
}

/** ISO 8601 with an offset or `Z`; canonical in UTC with milliseconds. */
export function readInstant(text: string): CellReading {
  const instant = parseInstant(text)
  if (instant !== undefined) return { value: instant }
  const slashed = slashedDate(text, (date) => `${date}T09:00-05:00`)
  if (slashed !== undefined) return { reason: slashed }
  const match = /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(.*)$/.exec(text)
  if (match !== null) {
    const [, date = '', time, rest = ''] = match
    if (!isCivilDate(date)) return { reason: 'There is no such day.' }
    if (time === undefined && rest === '') return { reason: `The time and its offset are missing. Write ${date}T09:00-05:00, or end it with Z for UTC.` }
    if (time !== undefined && rest === '') return { reason: `${time.slice(0, 5)} in which zone? Add the offset: ${date}T${time}-05:00, or Z for UTC.` }
    if (time !== undefined && /^(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(rest) && parseInstant(`${date}T${time}${rest}`) !== undefined) return { reason: `Write a T between day and time: ${date}T${time}${rest}.` }
    return { reason: `There is no such time. Write it like ${date}T09:00-05:00.` }
  }
  if (spreadsheetDay(text)) return { reason: 'This looks like a spreadsheet’s number for a day. Write it like 2026-03-02T09:00-05:00.' }
  return { reason: 'Write day, time and offset like 2026-03-02T09:00-05:00, or with Z for UTC.' }
}
