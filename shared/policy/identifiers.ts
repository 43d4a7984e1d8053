import { isCivilDate } from '../model/civil-date'
import { boards } from '../model/field-codes'

/** Why an identifier fails its check; a failing one is kept as text and flagged, never refused (exchange format). */
export type IdentifierVerdict =
  | { readonly kind: 'good'; readonly rows: readonly string[] }
  | { readonly kind: 'missing'; readonly rows: readonly string[] }
  | { readonly kind: 'malformed'; readonly fault: IdentifierFault; readonly rows: readonly string[] }

export type IdentifierFault =
  | 'not_ten_digits'
  | 'first_digit'
  | 'check_digit'
  | 'not_six_to_ten_digits'
  | 'not_four_digits'
  | 'no_such_day'
  | 'not_a_state'
  | 'number_missing'
  | 'state_missing'
  | 'not_a_board'
  | 'board_missing'

function judge(text: string | null, rows: readonly string[], fault: (text: string) => IdentifierFault | undefined): IdentifierVerdict {
  if (text === null || text === '') return { kind: 'missing', rows }
  const found = fault(text)
  return found === undefined ? { kind: 'good', rows } : { kind: 'malformed', fault: found, rows }
}

function luhnSum(digits: string): number {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighed = place % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum
}

/** NPI: ten digits, the first 1 or 2, Luhn over `80840` + NPI (1.5). */
export function judgeNpi(npi: string | null): IdentifierVerdict {
  return judge(npi, ['1.5', 'S101'], (text) => {
    if (!/^\d{10}$/.test(text)) return 'not_ten_digits'
    if (!/^[12]/.test(text)) return 'first_digit'
    return luhnSum(`80840${text}`) % 10 === 0 ? undefined : 'check_digit'
  })
}

/** NABP e-Profile ID: six to ten digits, kept as text because of leading zeroes (1.5, trap T16). */
export function judgeEprofileId(eprofileId: string | null): IdentifierVerdict {
  return judge(eprofileId, ['1.5', 'P11', 'P13'], (text) => (/^\d{6,10}$/.test(text) ? undefined : 'not_six_to_ten_digits'))
}

/** Birth month and day, exactly `MMDD`, 0229 included, no year (P12, trap T28). */
export function judgeBirthMonthDay(monthDay: string | null): IdentifierVerdict {
  return judge(monthDay, ['1.5', 'P12'], (text) => {
    if (!/^\d{4}$/.test(text)) return 'not_four_digits'
    // 2000 is a leap year: the calendar in which every birthday exists.
    return isCivilDate(`2000-${text.slice(0, 2)}-${text.slice(2)}`) ? undefined : 'no_such_day'
  })
}

const stateCodes = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY ' +
    'DC PR VI GU AS MP FM MH PW AA AE AP'
  ).split(' '),
)

/** State licence: a USPS code and a number as text (1.5). */
export function judgeLicence(state: string | null, number: string | null): IdentifierVerdict {
  const rows = ['1.5', 'P11']
  const hasState = state !== null && state !== ''
  const hasNumber = number !== null && number.trim() !== ''
  if (!hasState && !hasNumber) return { kind: 'missing', rows }
  if (!hasState) return { kind: 'malformed', fault: 'state_missing', rows }
  if (!hasNumber) return { kind: 'malformed', fault: 'number_missing', rows }
  return stateCodes.has(state) ? { kind: 'good', rows } : { kind: 'malformed', fault: 'not_a_state', rows }
}

/** Board ID: a board's code and a number as text (1.5). */
export function judgeBoard(board: string | null, boardId: string | null): IdentifierVerdict {
  const rows = ['1.5', 'S71']
  const hasBoard = board !== null && board !== ''
  const hasNumber = boardId !== null && boardId.trim() !== ''
  if (!hasBoard && !hasNumber) return { kind: 'missing', rows }
  if (!hasBoard) return { kind: 'malformed', fault: 'board_missing', rows }
  if (!boards.some((known) => known === board)) return { kind: 'malformed', fault: 'not_a_board', rows }
  return hasNumber ? { kind: 'good', rows } : { kind: 'malformed', fault: 'number_missing', rows }
}

/** An ACPE Universal Activity Number taken apart (1.4); a legacy or unknown form is kept as text and flagged. */
export type UniversalActivityNumber =
  | {
      readonly kind: 'current'
      readonly provider: string
      readonly jointProvider: string
      readonly releaseYear: string
      readonly sequence: string
      /** `H` home study, `L` live; further letters exist. */
      readonly format: string
      readonly topic: string
      readonly audience: 'pharmacist' | 'pharmacy_technician'
    }
  | { readonly kind: 'legacy' }
  | { readonly kind: 'malformed' }

const currentForm = /^(\d{4}|JA\d{7})-(\d{4})-(\d{2})-(\d{3,4})-([A-Z])(\d{2})-([PT])$/
const legacyForm = /^\d{3}-\d{3}-\d{2}-\d{3}-[A-Z]\d{2}$/

/** Reads a UAN by its pattern, never by its length (1.4). Any text is answered. */
export function readUniversalActivityNumber(text: string): UniversalActivityNumber {
  const match = currentForm.exec(text)
  if (match === null) return { kind: legacyForm.test(text) ? 'legacy' : 'malformed' }
  const [, provider = '', jointProvider = '', releaseYear = '', sequence = '', format = '', topic = '', audience] = match
  return { kind: 'current', provider, jointProvider, releaseYear, sequence, format, topic, audience: audience === 'P' ? 'pharmacist' : 'pharmacy_technician' }
}
