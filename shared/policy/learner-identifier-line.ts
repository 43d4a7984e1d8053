import type { CreditType } from '../model/field-codes'
import { creditSystemOf } from './credit-systems'

/** The identifiers on a learner's record that paper may state; "" where none is on record. */
export interface LearnerIdentifiers {
  readonly npi: string
  readonly nabpEprofileId: string
  readonly birthMonthDay: string
  readonly licenceState: string
  readonly licenceNumber: string
  readonly board: string
  readonly boardId: string
}

export interface IdentifierLine {
  readonly label: string
  readonly value: string
}

function pharmacyLine({ nabpEprofileId, birthMonthDay }: LearnerIdentifiers): IdentifierLine | null {
  if (nabpEprofileId === '') return null
  const ending = `ending ${nabpEprofileId.slice(-4)}`
  const birth = /^\d{4}$/.test(birthMonthDay) ? `, birth ${birthMonthDay.slice(0, 2)}/${birthMonthDay.slice(2)}` : ''
  return { label: 'NABP e-Profile ID', value: `${ending}${birth}` }
}

/**
 * The one identifier a certificate states, by what the credit is for (section 2): the e-Profile ID's end for ACPE, the
 * diplomate's number for a board's points, else the state licence, else the NPI; null where the record has none.
 * With no credit type, as on a transcript, the licence or the NPI.
 */
export function learnerIdentifierLine(creditType: CreditType | null, learner: LearnerIdentifiers): IdentifierLine | null {
  if (creditType === 'acpe') return pharmacyLine(learner)
  const label = 'Learner identifier'
  const board = creditType === null ? null : creditSystemOf(creditType).board
  if (board !== null && learner.board === board && learner.boardId !== '') return { label, value: `${board.toUpperCase()} ID ${learner.boardId}` }
  if (learner.licenceNumber !== '') return { label, value: `State license ${[learner.licenceState, learner.licenceNumber].filter((part) => part !== '').join(' ')}` }
  return learner.npi === '' ? null : { label, value: `NPI ${learner.npi}` }
}
