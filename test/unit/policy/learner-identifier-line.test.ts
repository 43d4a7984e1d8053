import { describe, expect, it } from 'vitest'
import { learnerIdentifierLine, type LearnerIdentifiers } from '@shared/policy/learner-identifier-line'

const everything: LearnerIdentifiers = { npi: '1234567893', nabpEprofileId: '0012344471', birthMonthDay: '0207', licenceState: 'VA', licenceNumber: 'B31163', board: 'abim', boardId: '445566' }
const nothing: LearnerIdentifiers = { npi: '', nabpEprofileId: '', birthMonthDay: '', licenceState: '', licenceNumber: '', board: '', boardId: '' }

describe('the identifier a paper states', () => {
  it('is the end of the e-Profile ID for ACPE, with the birthday where it is one', () => {
    expect(learnerIdentifierLine('acpe', everything)).toEqual({ label: 'NABP e-Profile ID', value: 'ending 4471, birth 02/07' })
    expect(learnerIdentifierLine('acpe', { ...everything, birthMonthDay: '7 Feb' })?.value).toBe('ending 4471')
    expect(learnerIdentifierLine('acpe', { ...everything, nabpEprofileId: '' })).toBeNull()
  })

  it('is the diplomate’s number for points of that board, and of no other', () => {
    expect(learnerIdentifierLine('abim_moc', everything)?.value).toBe('ABIM ID 445566')
    expect(learnerIdentifierLine('aba_moc', everything)?.value).toBe('State license VA B31163')
  })

  it('is the licence, else the NPI, else nothing', () => {
    expect(learnerIdentifierLine('ama_pra_1', everything)?.value).toBe('State license VA B31163')
    expect(learnerIdentifierLine(null, { ...everything, licenceState: '' })?.value).toBe('State license B31163')
    expect(learnerIdentifierLine('ancc', { ...everything, licenceNumber: '' })?.value).toBe('NPI 1234567893')
    expect(learnerIdentifierLine('ancc', nothing)).toBeNull()
  })
})
