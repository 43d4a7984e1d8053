import { evidenceFrom } from './diagnosis-findings'
import type { Evidence } from './evidence'
import {
  judgeBirthMonthDay,
  judgeBoard,
  judgeEprofileId,
  judgeLicence,
  judgeNpi,
  readUniversalActivityNumber,
  type IdentifierVerdict,
} from './identifiers'
import { foldForSearch } from './name-folding'
import { recordCheckVerdict, type RecordCheckVerdict } from './record-check'

/** A learner's identifiers as the store has them; empty where there is none. */
export interface CheckedIdentifiers {
  readonly learnerId: string
  readonly npi: string
  readonly nabpEprofileId: string
  readonly birthMonthDay: string
  readonly licenceState: string
  readonly licenceNumber: string
  readonly board: string
  readonly boardId: string
}

/** Identifiers that fail their check, in one verdict a learner (1.5): kept as text, looked at when the learner is next spoken to. */
export function judgeIdentifiers(facts: CheckedIdentifiers): RecordCheckVerdict | null {
  const of = evidenceFrom('learner', facts.learnerId)
  const faults: Evidence[] = []
  const rows: string[] = []
  // What is wrong, never the number: the list shows it, the record has it masked.
  const look = (field: string, verdict: IdentifierVerdict): void => {
    if (verdict.kind !== 'malformed') return
    faults.push(of(field, verdict.fault))
    rows.push(...verdict.rows)
  }
  look('npi', judgeNpi(facts.npi))
  look('nabp_eprofile_id', judgeEprofileId(facts.nabpEprofileId))
  look('birth_month_day', judgeBirthMonthDay(facts.birthMonthDay))
  look('licence_number', judgeLicence(facts.licenceState, facts.licenceNumber))
  look('board_id', judgeBoard(facts.board, facts.boardId))
  if (faults.length === 0) return null
  return recordCheckVerdict('identifier_malformed', { rows: [...new Set(rows)], evidence: faults, fix: 'edit_identifiers' })
}

/** An ACPE designation whose universal activity number is missing, of the old form, or no such number (1.4). */
export function judgeActivityNumber(facts: { readonly activityId: string; readonly accreditationNumber: string }): RecordCheckVerdict | null {
  const read = readUniversalActivityNumber(facts.accreditationNumber)
  if (read.kind === 'current') return null
  const fault = facts.accreditationNumber === '' ? 'uan_missing' : read.kind === 'legacy' ? 'uan_legacy' : 'uan_malformed'
  return recordCheckVerdict('identifier_malformed', {
    rows: ['1.4', 'T16'],
    evidence: [evidenceFrom('activity', facts.activityId)('accreditation_number', fault)],
    fix: 'correct_designation',
  })
}

export const sharedIdentifierFields = ['npi', 'nabp_eprofile_id', 'licence_number', 'board_id'] as const
export type SharedIdentifierField = (typeof sharedIdentifierFields)[number]

/** The holders of one identifier. */
export interface SharedIdentifierFacts {
  readonly field: SharedIdentifierField
  readonly holders: readonly { readonly learnerId: string; readonly portal: string; readonly name: string }[]
}

/**
 * One identifier in two records: in one portal always (a duplicate account, or a number in the wrong record: T21, C6);
 * across portals only under another name, since a person may well have an account in each.
 */
export function judgeSharedIdentifier(facts: SharedIdentifierFacts): RecordCheckVerdict | null {
  const { holders, field } = facts
  const portals = new Set(holders.map((holder) => holder.portal))
  const names = new Set(holders.map((holder) => foldForSearch(holder.name)))
  if (holders.length < 2 || (portals.size === holders.length && names.size === 1)) return null
  return recordCheckVerdict('identifier_shared', {
    rows: names.size === 1 ? ['T21', 'C6'] : ['T21', '1.5'],
    evidence: holders.map((holder) => evidenceFrom('learner', holder.learnerId)(field, names.size === 1 ? 'same name' : 'another name')),
    fix: 'compare_records',
  })
}
