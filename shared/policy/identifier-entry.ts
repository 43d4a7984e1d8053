import { judgeBirthMonthDay, judgeBoard, judgeEprofileId, judgeLicence, judgeNpi, type IdentifierFault, type IdentifierVerdict } from './identifiers'

/** The identifiers of a learner, as the desk enters them; empty means none. */
export interface LearnerIdentifiers {
  readonly npi: string
  readonly nabpEprofileId: string
  readonly birthMonthDay: string
  readonly licenceState: string
  readonly licenceNumber: string
  readonly board: string
  readonly boardId: string
}
export type IdentifierField = keyof LearnerIdentifiers

const identifierFields = ['npi', 'nabpEprofileId', 'birthMonthDay', 'licenceState', 'licenceNumber', 'board', 'boardId'] as const satisfies readonly IdentifierField[]

/** A fault of one identifier, with the field it is told at and an example of the right form. */
export interface IdentifierProblem {
  readonly field: IdentifierField
  /** The column of the exchange format under which the record is flagged. */
  readonly column: 'npi' | 'nabp_eprofile_id' | 'birth_month_day' | 'licence_number' | 'board_id'
  readonly fault: IdentifierFault
  readonly rows: readonly string[]
  /** What is needed, with an example. */
  readonly expected: string
}

const expectations: Readonly<Record<IdentifierFault, string>> = {
  not_ten_digits: 'ten digits, such as 1234567893',
  first_digit: 'ten digits of which the first is 1 or 2, such as 1234567893',
  check_digit: 'a number whose check digit fits, such as 1234567893; one of its digits is wrong',
  not_six_to_ten_digits: 'six to ten digits, such as 0012345678',
  not_four_digits: 'month and day as four digits: 7 February is 0207',
  no_such_day: 'a day there is, as month and day: 29 February is 0229',
  not_a_state: 'the two letters of a state, such as MD',
  number_missing: 'the number beside it, or neither',
  state_missing: 'the state of the licence, such as MD',
  not_a_board: 'a board there is, such as abim',
  board_missing: 'the board that gave the number',
}

/** Where the fault of a pair is mended. */
function fieldOf(column: IdentifierProblem['column'], fault: IdentifierFault): IdentifierField {
  switch (column) {
    case 'npi':
      return 'npi'
    case 'nabp_eprofile_id':
      return 'nabpEprofileId'
    case 'birth_month_day':
      return 'birthMonthDay'
    case 'licence_number':
      return fault === 'number_missing' ? 'licenceNumber' : 'licenceState'
    case 'board_id':
      return fault === 'number_missing' ? 'boardId' : 'board'
  }
}

/** Every identifier that fails its check (1.5); imported ones are kept as they are and flagged by this. */
export function listIdentifierProblems(identifiers: LearnerIdentifiers): readonly IdentifierProblem[] {
  const verdicts: readonly (readonly [IdentifierProblem['column'], IdentifierVerdict])[] = [
    ['npi', judgeNpi(identifiers.npi)],
    ['nabp_eprofile_id', judgeEprofileId(identifiers.nabpEprofileId)],
    ['birth_month_day', judgeBirthMonthDay(identifiers.birthMonthDay)],
    ['licence_number', judgeLicence(identifiers.licenceState, identifiers.licenceNumber)],
    ['board_id', judgeBoard(identifiers.board, identifiers.boardId)],
  ]
  return verdicts.flatMap(([column, verdict]) =>
    verdict.kind === 'malformed' ? [{ column, field: fieldOf(column, verdict.fault), fault: verdict.fault, rows: verdict.rows, expected: expectations[verdict.fault] }] : [],
  )
}

/** Blanks, dashes and strokes that people write between digits are no part of a number; a state's code is in capitals. */
export function tidyIdentifier(field: IdentifierField, text: string): string {
  switch (field) {
    case 'npi':
    case 'nabpEprofileId':
    case 'birthMonthDay':
      return text.normalize('NFKC').replace(/[\s\p{Pd}./]/gu, '')
    case 'licenceState':
      return text.trim().toUpperCase()
    case 'board':
      return text.trim().toLowerCase()
    case 'licenceNumber':
    case 'boardId':
      return text.trim()
  }
}

/** The columns that one entered field is judged in. */
const columnOf: Readonly<Record<IdentifierField, IdentifierProblem['column']>> = {
  npi: 'npi',
  nabpEprofileId: 'nabp_eprofile_id',
  birthMonthDay: 'birth_month_day',
  licenceState: 'licence_number',
  licenceNumber: 'licence_number',
  board: 'board_id',
  boardId: 'board_id',
}

export type IdentifierEntryVerdict =
  | { readonly kind: 'good'; readonly fields: Partial<LearnerIdentifiers>; readonly rows: readonly string[] }
  | { readonly kind: 'malformed'; readonly problem: IdentifierProblem; readonly rows: readonly string[]; readonly nextStep: string }

/**
 * Decides identifiers entered at the desk: unlike imported ones they are refused when malformed, with the field and an
 * example (1.5, P11–P13). What is not touched is not judged: an imported fault elsewhere does not stand in the way.
 */
export function decideIdentifierEntry(before: LearnerIdentifiers, entered: Partial<LearnerIdentifiers>): IdentifierEntryVerdict {
  const fields = Object.fromEntries(identifierFields.flatMap((field) => (entered[field] === undefined ? [] : [[field, tidyIdentifier(field, entered[field])] as const])))
  const touched = new Set(identifierFields.filter((field) => entered[field] !== undefined).map((field) => columnOf[field]))
  const problem = listIdentifierProblems({ ...before, ...fields }).find(({ column }) => touched.has(column))
  if (problem !== undefined) return { kind: 'malformed', problem, rows: problem.rows, nextStep: `Enter ${problem.expected}.` }
  return { kind: 'good', fields, rows: ['1.5', 'P11'] }
}
