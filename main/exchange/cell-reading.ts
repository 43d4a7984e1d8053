import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import { formatMoney, parseMoney } from '@shared/model/money'
import type { ExchangeColumn } from '../ports/repositories/exchange-columns'
import { readDate, readInstant, type CellReading } from './cell-dates'

const value = (text: string): CellReading => ({ value: text })
const reason = (text: string): CellReading => ({ reason: text })

function readCode(text: string, codes: readonly string[], what: string): CellReading {
  if (codes.includes(text)) return value(text)
  const near = codes.find((code) => code === text.toLowerCase().replace(/[\s-]+/g, '_'))
  if (near !== undefined) return reason(`Write ${near}.`)
  return reason(`No such ${what}. Write one of: ${codes.join(', ')}.`)
}

function decimalFault(text: string): string {
  if (/^\d{1,10},\d{1,2}$/.test(text)) return `Write a point instead of the comma: ${text.replace(',', '.')}.`
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return `Write it without the comma: ${text.replaceAll(',', '')}.`
  if (/^\d+\.\d{3,}$/.test(text)) return 'Two decimals at most.'
  if (/^\D\s?\d/.test(text) || /\d\s?[^\d.,]+$/.test(text)) return 'Write the number alone, such as 1.25.'
  return 'This is not a number. Write it like 1.25.'
}

function readAmount(text: string): CellReading {
  const amount = parseCreditAmount(text)
  if (amount !== undefined) return value(formatCreditAmount(amount))
  if (/^-\d/.test(text)) return reason('An amount of credit is not negative.')
  return reason(decimalFault(text))
}

function readMoney(text: string, column: string): CellReading {
  const amount = parseMoney(text)
  if (amount === undefined) return reason(/^-?[$€£]/.test(text) ? 'Write the number alone; the currency has its own column.' : decimalFault(text.replace(/^-/, '')))
  if (amount < 0) return reason(column === 'total' ? 'A price is not negative. A refund goes into refunded.' : 'This is not negative.')
  return value(formatMoney(amount))
}

function readWhole(text: string, largest: number, sentence: string): CellReading {
  if (!/^\d{1,9}$/.test(text) || Number(text) > largest) return reason(sentence)
  return value(String(Number(text)))
}

function readList(text: string): readonly string[] {
  return text.split(';').map((item) => item.trim()).filter((item) => item !== '')
}

const address = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/
const addressReason = 'This is no e-mail address: it has one @ and no blanks, commas or semicolons.'

function readAttempts(text: string): CellReading {
  if (text.toLowerCase() === 'unlimited') return value('unlimited')
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return value(String(Number(text)))
  return reason('Write unlimited, a whole number such as 3, or nothing for the portal’s default.')
}

/** What a cell holds, in the form in which equal values are equal texts. Free text and identifiers stay as they are. */
export function readCell(column: ExchangeColumn, raw: string): CellReading {
  // An empty cell means "not known"; blanks alone say no more than that, except in free text, which is kept as it is.
  const text = raw.trim()
  if (text === '') {
    if (column.required === true) return reason(`${column.name} must be filled.`)
    return value(column.kind === 'text' ? raw : (column.whenEmpty ?? ''))
  }
  switch (column.kind) {
    case 'text':
      return value(raw)
    case 'identifier':
    case 'key':
    case 'reference':
    case 'portal':
      return value(text)
    case 'code':
      return readCode(text, column.codes ?? [], column.name.replaceAll('_', ' '))
    case 'email':
      return address.test(text) ? value(text) : reason(addressReason)
    case 'email_list': {
      const wrong = readList(text).find((item) => !address.test(item))
      return wrong === undefined ? value(readList(text).join(';')) : reason(`“${wrong.slice(0, 80)}”: ${addressReason} Several are separated by semicolons.`)
    }
    case 'list':
      return value(readList(text).join(';'))
    case 'date':
      return readDate(text)
    case 'instant':
      return readInstant(text)
    case 'money':
      return readMoney(text, column.name)
    case 'currency':
      return /^[A-Z]{3}$/.test(text) ? value(text) : reason('A currency is three capital letters, such as USD.')
    case 'amount':
      return readAmount(text)
    case 'whole':
      return readWhole(text, 999_999_999, 'Write a whole number, 0 or more.')
    case 'percent':
      return readWhole(text, 100, 'Write a whole number from 0 to 100, without a percent sign.')
    case 'yes_no':
      return readCode(text, ['yes', 'no'], column.name.replaceAll('_', ' '))
    case 'attempts':
      return readAttempts(text)
    case 'card_digits':
      return /^\d{4}$/.test(text) ? value(text) : reason(/\d{5,}/.test(text.replace(/[\s-]/g, '')) ? 'Only the last four digits of a card may be kept.' : 'Four digits, leading zeroes kept.')
  }
}
