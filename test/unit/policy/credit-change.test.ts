import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boards, creditTypes, professions, type CreditType } from '@shared/model/field-codes'
import { instantOf } from '@shared/model/instant'
import { decideCreditChange, listCreditChanges, type CreditChangeFacts, type CreditChangeRequest } from '@shared/policy/credit-change'
import { isClaimableAmount, type DesignatedCredit } from '@shared/policy/designated-credit'
import { judgeDesignatedEligibility } from '@shared/policy/eligibility'
import { portalForTests } from '../../support/portal-for-tests'

function designated(creditType: CreditType, maxAmount: number, step: number | null, accreditationNumber: string | null = null): DesignatedCredit {
  return { creditType, maxAmount, step, accreditationNumber, pharmacologyAmount: null }
}

const migraine = [designated('ama_pra_1', 125, 25), designated('aapa_1', 125, 25), designated('ancc', 116, 1), designated('aanp', 120, 1)]
const cleanroom = [
  designated('acpe', 200, 200, '0731-0000-26-014-H07-P'),
  designated('acpe', 150, 150, '0731-0000-26-014-H07-T'),
  designated('ama_pra_1', 200, 25),
]

const now = instantOf(Date.parse('2026-11-20T15:00:00-05:00'))
const facts: CreditChangeFacts = {
  now,
  portal: portalForTests('haymarket-mycme'),
  learner: { id: 'L-1', profession: 'physician_assistant', board: null },
  activity: { id: 'A-1', credits: migraine },
  claim: {
    id: 'C-1',
    creditType: 'ama_pra_1',
    amount: 125,
    state: 'active',
    professionAtClaim: 'physician_assistant',
    claimedAt: instantOf(Date.parse('2026-11-01T15:00:00-05:00')),
    attendedAt: null,
    passedAt: instantOf(Date.parse('2026-10-31T15:00:00-04:00')),
    evaluatedAt: instantOf(Date.parse('2026-10-31T15:09:00-04:00')),
    reports: [],
  },
}

function asked(to: CreditType, more: Partial<CreditChangeRequest> = {}): CreditChangeRequest {
  return { to, amount: null, reason: 'The learner chose the wrong type.', supervisorOverrides: false, ...more }
}

describe('changing the credit type of a claim (H32)', () => {
  it('is allowed to a type the activity offers and the profession may claim, with the paper it will be', () => {
    expect(decideCreditChange(facts, asked('aapa_1'))).toMatchObject({ kind: 'allowed', to: 'aapa_1', newAmount: 125, form: 'credit', reportsToCorrect: [], rows: ['H32'] })
  })

  it.each([
    ['credit_type_not_offered', 'to', facts, asked('acpe')],
    ['credit_type_not_for_profession', 'to', facts, asked('ancc')],
    ['same_credit_type', 'to', facts, asked('ama_pra_1')],
    ['reason_missing', 'reason', facts, asked('aapa_1', { reason: ' \n' })],
    ['amount_not_claimable', 'amount', facts, asked('aapa_1', { amount: 150 })],
    ['amount_not_claimable', 'amount', facts, asked('aapa_1', { amount: 80 })],
    ['amount_not_claimable', 'amount', { ...facts, claim: { ...facts.claim, amount: 75 } }, asked('aapa_1', { amount: 100 })],
    ['amount_not_claimable', 'amount', facts, asked('aapa_1', { amount: 0 })],
    ['claim_not_active', 'claim', { ...facts, claim: { ...facts.claim, state: 'superseded' } }, asked('aapa_1')],
    ['claim_not_active', 'claim', { ...facts, claim: { ...facts.claim, state: 'void' } }, asked('acpe', { reason: '' })],
    ['credit_type_not_for_profession', 'to', { ...facts, activity: { id: 'A-1', credits: [designated('abim_moc', 100, 25)] }, learner: { id: 'L-1', profession: 'physician', board: 'aba' } }, asked('abim_moc')],
  ] satisfies [string, string, CreditChangeFacts, CreditChangeRequest][])('is refused as %s, about %s', (code, field, given, request) => {
    const verdict = decideCreditChange(given, request)
    expect(verdict).toMatchObject({ kind: 'refused', code, field })
    expect(verdict.nextStep).not.toBe('')
  })

  // "the smaller of the old amount and the new maximum, rounded down to the new step" (section 0).
  it.each([
    ['nurse', 'ancc', 125, 116],
    ['nurse', 'ancc', 75, 75],
    ['nurse_practitioner', 'aanp', 125, 120],
    ['nurse_practitioner', 'ama_pra_1', 116, 100],
    ['physician_assistant', 'aapa_1', 75, 75],
    ['physician_assistant', 'aapa_1', 60, 50],
  ] as const)('%s to %s: %i becomes %i', (profession, to, amount, newAmount) => {
    const from: CreditType = to === 'ama_pra_1' ? 'ancc' : 'ama_pra_1'
    const given = { ...facts, learner: { id: 'L-1', profession, board: null }, claim: { ...facts.claim, creditType: from, amount } }
    expect(decideCreditChange(given, asked(to))).toMatchObject({ kind: 'allowed', newAmount, greatestAmount: newAmount })
  })

  it('may be lowered on the step', () => {
    expect(decideCreditChange(facts, asked('aapa_1', { amount: 50 }))).toMatchObject({ kind: 'allowed', newAmount: 50, greatestAmount: 125 })
  })

  it('has nothing to become when the old amount is below the new step', () => {
    const given = { ...facts, claim: { ...facts.claim, creditType: 'ancc', amount: 20 }, learner: { id: 'L-1', profession: 'physician', board: null } } as const
    expect(decideCreditChange(given, asked('ama_pra_1'))).toMatchObject({ kind: 'refused', code: 'amount_not_claimable' })
  })

  it('gives a non-physician the participation form of AMA credit (H37)', () => {
    const given = { ...facts, claim: { ...facts.claim, creditType: 'aapa_1' } } as const
    expect(decideCreditChange(given, asked('ama_pra_1'))).toMatchObject({ kind: 'allowed', form: 'participation' })
    expect(decideCreditChange({ ...given, learner: { id: 'L-1', profession: 'physician', board: null } }, asked('ama_pra_1'))).toMatchObject({ kind: 'allowed', form: 'credit' })
  })

  it('goes by the profession of today, not by the one at the claim (H37, T7)', () => {
    const given = { ...facts, learner: { id: 'L-1', profession: 'nurse', board: null } } as const
    expect(decideCreditChange(given, asked('ancc')).kind).toBe('allowed')
    expect(decideCreditChange(given, asked('aapa_1')).kind).toBe('refused')
  })

  it.each([
    ['pharmacist', 200],
    ['pharmacy_technician', 150],
  ] as const)('makes ACPE the whole amount of the number for a %s, whatever was claimed', (profession, amount) => {
    const given = { ...facts, activity: { id: 'A-2', credits: cleanroom }, learner: { id: 'L-2', profession, board: null }, claim: { ...facts.claim, amount: 75 } }
    expect(decideCreditChange(given, asked('acpe'))).toMatchObject({ kind: 'allowed', newAmount: amount })
    expect(decideCreditChange(given, asked('acpe', { amount: 75 }))).toMatchObject({ kind: 'refused', code: 'amount_not_claimable' })
  })
})

describe('a claim already reported (3.1, trap T9)', () => {
  const participated = instantOf(Date.parse('2026-09-21T15:00:00-04:00'))
  const reported = (body: 'pars' | 'cpe_monitor' | 'abp', state: 'sent' | 'accepted' | 'rejected', passedAt = participated): CreditChangeFacts => ({
    ...facts,
    learner: { id: 'L-2', profession: 'physician', board: null },
    activity: { id: 'A-2', credits: cleanroom },
    claim: { ...facts.claim, creditType: 'acpe', amount: 200, passedAt, reports: [{ body, state, at: passedAt, message: null }] },
  })

  it.each([
    ['cpe_monitor', 'accepted', 'allowed'],
    ['cpe_monitor', 'sent', 'allowed'],
    ['pars', 'accepted', 'allowed'],
    ['abp', 'accepted', 'allowed'],
  ] as const)('%s, %s: %s, and the body is told', (body, state, kind) => {
    expect(decideCreditChange(reported(body, state), asked('ama_pra_1'))).toMatchObject({ kind, reportsToCorrect: [body], reportsLeftWrong: [] })
  })

  it('can be corrected in CPE Monitor through the sixtieth day from participation, and not after', () => {
    const later = instantOf(Date.parse('2026-11-21T00:00:00-05:00'))
    expect(decideCreditChange({ ...reported('cpe_monitor', 'accepted'), now }, asked('ama_pra_1')).kind).toBe('allowed')
    const verdict = decideCreditChange({ ...reported('cpe_monitor', 'accepted'), now: later }, asked('ama_pra_1'))
    expect(verdict).toMatchObject({ kind: 'refused', code: 'report_not_correctable', rows: ['3.1', 'T9', 'S43', 'S46'] })
  })

  it('has nothing to correct when the body rejected it, or was told nothing', () => {
    const old = instantOf(Date.parse('2025-01-01T12:00:00-05:00'))
    expect(decideCreditChange(reported('cpe_monitor', 'rejected', old), asked('ama_pra_1'))).toMatchObject({ kind: 'allowed', reportsToCorrect: [] })
    expect(decideCreditChange({ ...reported('cpe_monitor', 'sent', old), claim: { ...reported('cpe_monitor', 'sent', old).claim, reports: [] } }, asked('ama_pra_1'))).toMatchObject({ kind: 'allowed', reportsToCorrect: [] })
  })

  it('yields to a supervisor, with the consequence named', () => {
    const old = instantOf(Date.parse('2025-01-01T12:00:00-05:00'))
    expect(decideCreditChange(reported('cpe_monitor', 'accepted', old), asked('ama_pra_1', { supervisorOverrides: true }))).toMatchObject({ kind: 'allowed', reportsToCorrect: [], reportsLeftWrong: ['cpe_monitor'] })
  })
})

describe('the list of every type', () => {
  it('has the offered ones first, each type once, each refusal with its code', () => {
    const list = listCreditChanges(facts)
    expect(list.map((verdict) => verdict.to).slice(0, 4)).toEqual(['ama_pra_1', 'aapa_1', 'ancc', 'aanp'])
    expect(list.map((verdict) => verdict.to).sort()).toEqual([...creditTypes].sort())
    expect(list.slice(0, 4).map((verdict) => (verdict.kind === 'allowed' ? 'allowed' : verdict.code))).toEqual(['same_credit_type', 'allowed', 'credit_type_not_for_profession', 'credit_type_not_for_profession'])
    expect(new Set(list.slice(4).map((verdict) => (verdict.kind === 'allowed' ? 'allowed' : verdict.code)))).toEqual(new Set(['credit_type_not_offered']))
  })
})

describe('as a property', () => {
  const credit = fc.record({
    creditType: fc.constantFrom(...creditTypes),
    maxAmount: fc.integer({ min: 1, max: 4000 }),
    step: fc.option(fc.constantFrom(1, 25, 50, 100)),
    accreditationNumber: fc.option(fc.constantFrom('0731-0000-26-014-H07-P', '0731-0000-26-014-H07-T', '707-000-04-001-H03')),
    pharmacologyAmount: fc.constant(null),
  })

  it('an allowed change is always inside the designation, on its step, for that profession, and never above the old amount but for ACPE', () => {
    let allowed = 0
    fc.assert(
      fc.property(
        fc.array(credit, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...professions),
        fc.option(fc.constantFrom(...boards)),
        fc.constantFrom(...creditTypes),
        fc.integer({ min: 1, max: 5000 }),
        fc.option(fc.integer({ min: 0, max: 5000 })),
        (credits, profession, board, to, amount, wanted) => {
          const given = { ...facts, learner: { id: 'L-1', profession, board }, activity: { id: 'A-1', credits }, claim: { ...facts.claim, amount } }
          for (const verdict of [decideCreditChange(given, asked(to, { amount: wanted })), ...listCreditChanges(given)]) {
            if (verdict.kind === 'refused') continue
            allowed += 1
            expect(credits).toContain(verdict.designated)
            expect(verdict.designated.creditType).toBe(verdict.to)
            expect(isClaimableAmount(verdict.designated, verdict.newAmount)).toBe(true)
            expect(verdict.newAmount).toBeLessThanOrEqual(verdict.designated.maxAmount)
            if (verdict.to !== 'acpe') expect(verdict.newAmount).toBeLessThanOrEqual(amount)
            expect(judgeDesignatedEligibility(verdict.designated, given.learner).kind).not.toBe('not_for_profession')
          }
        },
      ),
      { numRuns: 1000 },
    )
    expect(allowed).toBeGreaterThan(100)
  })
})
