import { describe, expect, it } from 'vitest'
import { creditTypes, professions, type CreditType, type Profession } from '@shared/model/field-codes'
import { creditSystemOf } from '@shared/policy/credit-systems'
import { audienceOf, designatedCreditFor, isClaimableAmount, type DesignatedCredit } from '@shared/policy/designated-credit'
import { judgeDesignatedEligibility, judgeEligibility } from '@shared/policy/eligibility'
import { decideParticipationForm } from '@shared/policy/participation-form'

function acpe(accreditationNumber: string | null): DesignatedCredit {
  return { creditType: 'acpe', maxAmount: 200, step: 200, accreditationNumber, pharmacologyAmount: null }
}

const forPharmacists = acpe('0731-0000-26-014-H07-P')
const forTechnicians = acpe('0731-0000-26-014-H07-T')
const legacy = acpe('707-000-04-001-H03')
const board: Partial<Record<CreditType, string>> = {
  abim_moc: 'abim',
  abp_moc_2: 'abp',
  aba_moc: 'aba',
  abo_moc: 'abo',
  abohns_moc: 'abohns',
  abpath_moc: 'abpath',
  abs_cc: 'abs',
}

/** "Who may claim what" (section 0), columns as there; c claim, p participation form, - neither. */
const columns: readonly Profession[] = [
  'physician',
  'physician_assistant',
  'nurse_practitioner',
  'nurse',
  'pharmacist',
  'pharmacy_technician',
  'psychologist',
  'dentist',
  'student',
  'other',
]
const table: [CreditType, string][] = [
  ['ama_pra_1', 'cppppppppp'],
  ['aapa_1', '-c--------'],
  ['aafp_prescribed', 'c---------'],
  ['acep_1', 'c---------'],
  ['aap', 'c---------'],
  ['ancc', '--cc------'],
  ['aanp', '--c-------'],
  ['acpe', '----cc----'],
  ['abim_moc', 'c---------'],
  ['abp_moc_2', 'c---------'],
  ['aba_moc', 'c---------'],
  ['abo_moc', 'c---------'],
  ['abohns_moc', 'c---------'],
  ['abpath_moc', 'c---------'],
  ['abs_cc', 'c---------'],
  ['apa_ce', '------c---'],
  ['ipce', 'cccccccccc'],
  ['state', 'cccccccccc'],
  ['participation', 'cccccccccc'],
]

describe('who may claim what (H32, H37, T8)', () => {
  it('has a line for every credit type and a column for every profession', () => {
    expect(table.map(([creditType]) => creditType).sort()).toEqual([...creditTypes].sort())
    expect(columns).toEqual([...professions])
  })

  it.each(table)('%s: %s', (creditType, line) => {
    const answers = columns.map((profession) => judgeEligibility(creditType, { profession, board: board[creditType] ?? null }).kind)
    expect(answers.map((kind) => ({ claim: 'c', participation: 'p', not_for_profession: '-' })[kind]).join('')).toBe(line)
  })

  it.each(Object.entries(board))('%s needs a diplomate of %s', (name, code) => {
    const creditType = creditTypes.find((known) => known === name) ?? 'participation'
    for (const other of [null, 'abms', ...Object.values(board).filter((one) => one !== code)]) {
      expect(judgeEligibility(creditType, { profession: 'physician', board: other })).toMatchObject({ kind: 'not_for_profession', because: 'board' })
    }
  })

  it.each([
    ['pharmacist', forPharmacists, 'claim'],
    ['pharmacist', forTechnicians, 'not_for_profession'],
    ['pharmacy_technician', forPharmacists, 'not_for_profession'],
    ['pharmacy_technician', forTechnicians, 'claim'],
    ['pharmacist', legacy, 'claim'],
    ['pharmacy_technician', legacy, 'claim'],
    ['pharmacy_technician', acpe(null), 'claim'],
    ['physician', forPharmacists, 'not_for_profession'],
  ] satisfies [Profession, DesignatedCredit, string][])('a %s and ACPE number of its letter (1.4)', (profession, credit, kind) => {
    expect(judgeDesignatedEligibility(credit, { profession, board: null }).kind).toBe(kind)
  })

  it('takes the ACPE row of the profession’s letter', () => {
    const both = [forPharmacists, forTechnicians]
    expect(designatedCreditFor(both, 'acpe', 'pharmacist')).toBe(forPharmacists)
    expect(designatedCreditFor(both, 'acpe', 'pharmacy_technician')).toBe(forTechnicians)
    expect(designatedCreditFor([forPharmacists, legacy], 'acpe', 'pharmacy_technician')).toBe(legacy)
    expect(designatedCreditFor(both, 'ancc', 'nurse')).toBeUndefined()
    expect([forPharmacists, forTechnicians, legacy].map(audienceOf)).toEqual(['pharmacist', 'pharmacy_technician', 'both'])
  })
})

describe('the form of the paper (H37, 1.3, trap T8)', () => {
  it.each([
    ['ama_pra_1', 'physician', 'credit'],
    ['ama_pra_1', 'nurse', 'participation'],
    ['ama_pra_1', 'physician_assistant', 'participation'],
    ['ama_pra_1', 'student', 'participation'],
    ['aapa_1', 'nurse', 'credit'],
    ['ancc', 'physician', 'credit'],
    ['acpe', 'physician', 'credit'],
    ['abim_moc', 'physician', 'credit'],
    ['participation', 'physician', 'participation'],
  ] satisfies [CreditType, Profession, string][])('%s claimed as %s: %s', (creditType, profession, form) => {
    expect(decideParticipationForm(creditType, profession).form).toBe(form)
  })
})

describe('amounts that may be claimed (trap T1)', () => {
  const ama: DesignatedCredit = { creditType: 'ama_pra_1', maxAmount: 125, step: null, accreditationNumber: null, pharmacologyAmount: null }
  const ancc: DesignatedCredit = { ...ama, creditType: 'ancc', maxAmount: 116, step: 1 }

  it.each([
    [ama, 125, true],
    [ama, 75, true],
    [ama, 25, true],
    [ama, 80, false],
    [ama, 0, false],
    [ama, 150, false],
    [ancc, 116, true],
    [ancc, 117, false],
    [forPharmacists, 200, true],
    [forPharmacists, 100, false],
  ])('%o: %i is %s', (credit, amount, expected) => {
    expect(isClaimableAmount(credit, amount)).toBe(expected)
  })

  it('has steps of quarters but for nursing, and one fixed amount for ACPE', () => {
    expect(creditTypes.filter((creditType) => creditSystemOf(creditType).step !== 25)).toEqual(['ancc', 'aanp', 'acpe'])
    expect(creditTypes.filter((creditType) => creditSystemOf(creditType).fixedAmount)).toEqual(['acpe'])
  })

  it('writes the AMA phrase whole, with its sign (1.2, trap T5)', () => {
    expect(creditSystemOf('ama_pra_1').writtenAs).toBe('AMA PRA Category 1 Credit(s)\u2122')
  })
})
