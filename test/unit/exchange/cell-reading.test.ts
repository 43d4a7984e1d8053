import { describe, expect, it } from 'vitest'
import { readCell } from '../../../main/exchange/cell-reading'
import { exchangeColumns } from '../../../main/ports/repositories/exchange-columns'
import type { ExchangeFile } from '../../../shared/contract/imports'

function read(file: ExchangeFile, name: string, cell: string): string {
  const column = exchangeColumns[file].find((candidate) => candidate.name === name)
  if (column === undefined) throw new Error(`${file} has no column ${name}`)
  const reading = readCell(column, cell)
  return 'value' in reading ? `= ${reading.value}` : reading.reason
}

describe('reading a cell', () => {
  it.each<[ExchangeFile, string, string, string]>([
    ['activities.csv', 'release_date', '2026-03-02', '= 2026-03-02'],
    ['activities.csv', 'release_date', '02/03/2026', '2 March or 3 February? Write 2026-03-02 or 2026-02-03.'],
    ['activities.csv', 'release_date', '25/12/2026', 'Write 2026-12-25.'],
    ['activities.csv', 'release_date', '03/03/2026', 'Write 2026-03-03.'],
    ['activities.csv', 'release_date', '31/31/2026', 'There is no such day.'],
    ['activities.csv', 'release_date', '2026-02-30', 'There is no such day.'],
    ['activities.csv', 'release_date', '2026-03-02T10:00Z', 'A day without a time belongs here: write 2026-03-02.'],
    ['activities.csv', 'release_date', '46083', 'This looks like a spreadsheet’s number for a day. Write the day as 2026-03-02.'],
    ['enrolments.csv', 'registered_at', '2026-11-20T15:00:00-05:00', '= 2026-11-20T20:00:00.000Z'],
    ['enrolments.csv', 'registered_at', '2026-11-20T20:00Z', '= 2026-11-20T20:00:00.000Z'],
    ['enrolments.csv', 'registered_at', '2026-11-20T15:00:00', '15:00 in which zone? Add the offset: 2026-11-20T15:00:00-05:00, or Z for UTC.'],
    ['enrolments.csv', 'registered_at', '2026-11-20', 'The time and its offset are missing. Write 2026-11-20T09:00-05:00, or end it with Z for UTC.'],
    ['enrolments.csv', 'registered_at', '2026-11-20 15:00-05:00', 'Write a T between day and time: 2026-11-20T15:00-05:00.'],
    ['enrolments.csv', 'registered_at', '02/03/2026', '2 March or 3 February? Write 2026-03-02T09:00-05:00 or 2026-02-03T09:00-05:00.'],
    ['enrolments.csv', 'registered_at', '2026-02-30T15:00Z', 'There is no such day.'],
    ['enrolments.csv', 'registered_at', '2026-02-20T25:00Z', 'There is no such time. Write it like 2026-02-20T09:00-05:00.'],
    ['enrolments.csv', 'registered_at', 'yesterday', 'Write day, time and offset like 2026-03-02T09:00-05:00, or with Z for UTC.'],
    ['enrolments.csv', 'registered_at', '', 'registered_at must be filled.'],
    ['claims.csv', 'amount', '1.25', '= 1.25'],
    ['claims.csv', 'amount', '2', '= 2.00'],
    ['claims.csv', 'amount', '1.333', 'Two decimals at most.'],
    ['claims.csv', 'amount', '1,5', 'Write a point instead of the comma: 1.5.'],
    ['claims.csv', 'amount', '-1', 'An amount of credit is not negative.'],
    ['claims.csv', 'amount', 'one', 'This is not a number. Write it like 1.25.'],
    ['orders.csv', 'total', '-32.00', 'A price is not negative. A refund goes into refunded.'],
    ['orders.csv', 'total', '1,249.00', 'Write it without the comma: 1249.00.'],
    ['orders.csv', 'total', '$249', 'Write the number alone; the currency has its own column.'],
    ['orders.csv', 'total', '249.005', 'Two decimals at most.'],
    ['orders.csv', 'discount', '', '= 0.00'],
    ['orders.csv', 'card_last4', '0042', '= 0042'],
    ['orders.csv', 'card_last4', '4111 1111 1111 1111', 'Only the last four digits of a card may be kept.'],
    ['orders.csv', 'currency', 'usd', 'A currency is three capital letters, such as USD.'],
    ['activities.csv', 'max_attempts', 'Unlimited', '= unlimited'],
    ['activities.csv', 'max_attempts', '3', '= 3'],
    ['activities.csv', 'max_attempts', '', '= '],
    ['activities.csv', 'max_attempts', '2.5', 'Write unlimited, a whole number such as 3, or nothing for the portal’s default.'],
    ['activities.csv', 'pass_percent', '70%', 'Write a whole number from 0 to 100, without a percent sign.'],
    ['activities.csv', 'pass_percent', '101', 'Write a whole number from 0 to 100, without a percent sign.'],
    ['activities.csv', 'pretest_required', 'Yes', 'Write yes.'],
    ['activities.csv', 'topics', ' pain ; asthma;;', '= pain;asthma'],
    ['learners.csv', 'profession', 'Physician Assistant', 'Write physician_assistant.'],
    ['learners.csv', 'status', 'gone', 'No such status. Write one of: active, locked, closed.'],
    ['learners.csv', 'npi', '12', '= 12'],
    ['learners.csv', 'birth_month_day', '0207', '= 0207'],
    ['learners.csv', 'email', 'nobody', 'This is no e-mail address: it has one @ and no blanks, commas or semicolons.'],
    ['learners.csv', 'alternate_emails', 'a@b.example;c@d.example', '= a@b.example;c@d.example'],
    ['learners.csv', 'given_name', '  ', 'given_name must be filled.'],
    ['learners.csv', 'specialty', '=1+2', '= =1+2'],
    ['claims.csv', 'status', '', '= active'],
    ['messages.csv', 'state', '', '= unknown'],
  ])('%s %s: %j', (file, name, cell, expected) => {
    expect(read(file, name, cell)).toBe(expected)
  })

  it('keeps free text to the letter', () => {
    for (const text of ['  blanks around ', 'tab\there', 'a\u0301 decomposed', '\u202eright to left', 'emoji 🧑‍⚕️', '\ufeffmark inside']) {
      expect(read('tickets.csv', 'body', text)).toBe(`= ${text}`)
    }
  })
})
