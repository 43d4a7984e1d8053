import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditTypes } from '@shared/model/field-codes'
import { decideAmountChange, judgeClaimAmount, pharmacologyInside, type AmountChangeRequest } from '@shared/policy/claim-amount'
import type { CreditChangeFacts } from '@shared/policy/credit-change'
import { isClaimableAmount } from '@shared/policy/designated-credit'
import { at, designated } from '../../support/claim-facts'
import { portalForTests } from '../../support/portal-for-tests'

const haymarket = portalForTests('haymarket-mycme')
const maryland = portalForTests('maryland-pharmacy-ce')
const ama = { portal: haymarket, activityId: 'A-1', designated: designated('ama_pra_1', 125), claimed: 0, earned: null }
const acpe = { ...ama, portal: maryland, designated: designated('acpe', 200, 200, null, '0731-0000-26-014-H07-P') }

describe('the amount of a claim (H34, T1, T2)', () => {
  it.each([
    ['the most there is', ama, null, 125],
    ['a lower one, before claiming (H34)', ama, 75, 75],
    ['nursing to the hundredth', { ...ama, designated: designated('ancc', 116, null) }, 116, 116],
    ['the whole ACPE number (S39)', acpe, null, 200],
    ['a maximum off the step, rounded down (T1)', { ...ama, designated: designated('aafp_prescribed', 110) }, null, 100],
    ['what other claims of the type left', { ...ama, designated: designated('ama_pra_1', 400), claimed: 325 }, null, 75],
    ['what was earned, where credit accrues', { ...ama, designated: designated('ama_pra_1', 400), earned: 90 }, null, 75],
  ])('allows %s', (_what, facts, asked, amount) => {
    expect(judgeClaimAmount(facts, asked)).toMatchObject({ kind: 'allowed', amount })
  })

  it.each([
    ['off_step', 'T1', ama, 80],
    ['above_maximum', 'T2', ama, 150],
    ['not_positive', 'T1', ama, 0],
    ['fixed', 'S39', acpe, 100],
    ['fixed', '5.5', { ...ama, portal: maryland }, 75],
    ['nothing_left', 'T2', { ...ama, claimed: 125 }, null],
    ['nothing_left', 'T2', { ...acpe, claimed: 200 }, 200],
    ['nothing_left', 'T2', { ...ama, earned: 20 }, null],
  ] as const)('refuses as %s (%s), with what could be claimed', (because, row, facts, asked) => {
    const verdict = judgeClaimAmount(facts, asked)
    expect(verdict).toMatchObject({ kind: 'refused', code: 'amount_not_claimable', because })
    expect(verdict.rows).toContain(row)
    expect(verdict.nextStep).not.toBe('')
    expect(verdict.evidence).toContainEqual(expect.objectContaining({ field: 'max_amount' }))
  })

  it('keeps pharmacology inside the total (T4): exact for the whole, an upper bound for a part', () => {
    const credit = designated('ancc', 150, 1, 50)
    expect(pharmacologyInside(credit, 150)).toEqual({ amount: 50, exact: true })
    expect(pharmacologyInside(credit, 100)).toEqual({ amount: 50, exact: false })
    expect(pharmacologyInside(credit, 30)).toEqual({ amount: 30, exact: false })
    expect(pharmacologyInside(designated('ancc', 150, 1, 0), 150)).toBeNull()
  })

  const anyCredit = fc.record({ creditType: fc.constantFrom(...creditTypes), maxAmount: fc.integer({ min: 0, max: 5000 }), step: fc.constantFrom(null, 1, 25, 50, 100) })
    .map(({ creditType, maxAmount, step }) => designated(creditType, maxAmount, step))

  it('allows nothing outside the designation, and never more than was asked for', () => {
    fc.assert(
      fc.property(anyCredit, fc.integer({ min: 0, max: 3000 }), fc.option(fc.integer({ min: 0, max: 5000 })), fc.option(fc.integer({ min: -5, max: 6000 })), fc.constantFrom(haymarket, maryland), (credit, claimed, earned, asked, portal) => {
        const verdict = judgeClaimAmount({ portal, activityId: 'A-1', designated: credit, claimed, earned }, asked)
        if (verdict.kind === 'refused') return
        expect(verdict.amount).toBeGreaterThan(0)
        expect(claimed + verdict.amount).toBeLessThanOrEqual(credit.maxAmount)
        expect(isClaimableAmount(credit, verdict.amount)).toBe(true)
        if (asked !== null) expect(verdict.amount).toBe(asked)
        if (earned !== null) expect(verdict.amount).toBeLessThanOrEqual(earned)
      }),
    )
  })

  it('allows the most it names, whenever it names one', () => {
    fc.assert(
      fc.property(anyCredit, fc.integer({ min: 0, max: 3000 }), (credit, claimed) => {
        const facts = { portal: haymarket, activityId: 'A-1', designated: credit, claimed, earned: null }
        const { greatestAmount } = judgeClaimAmount(facts, null)
        if (greatestAmount > 0) expect(judgeClaimAmount(facts, greatestAmount).kind).toBe('allowed')
      }),
    )
  })
})

describe('correcting the amount of a claim (H34)', () => {
  const facts: CreditChangeFacts = {
    now: at('2026-11-20T15:00:00-05:00'),
    portal: haymarket,
    learner: { id: 'L-1', profession: 'physician', board: null },
    activity: { id: 'A-1', credits: [designated('ama_pra_1', 125), designated('acpe', 200, 200, null, '0731-0000-26-014-H07-P')] },
    claim: {
      id: 'C-1', creditType: 'ama_pra_1', amount: 125, state: 'active', professionAtClaim: 'physician', claimedAt: at('2026-01-22T15:00:00-05:00'),
      attendedAt: null, passedAt: at('2026-01-21T15:00:00-05:00'), evaluatedAt: null, reports: [],
    },
  }
  const asked = (more: Partial<AmountChangeRequest> = {}): AmountChangeRequest => ({ amount: 75, reason: 'Left after the first hour.', byTopic: false, ...more })
  const acpeClaim = { ...facts, claim: { ...facts.claim, creditType: 'acpe' as const, amount: 200, professionAtClaim: 'pharmacist' as const } }

  it('lowers and raises within the designation, the form as it was', () => {
    expect(decideAmountChange(facts, asked())).toMatchObject({ kind: 'allowed', to: 'ama_pra_1', newAmount: 75, greatestAmount: 125, form: 'credit', reportsToCorrect: [] })
    expect(decideAmountChange({ ...facts, claim: { ...facts.claim, amount: 50 } }, asked({ amount: 125 }))).toMatchObject({ kind: 'allowed', newAmount: 125 })
    expect(decideAmountChange({ ...facts, claim: { ...facts.claim, professionAtClaim: 'nurse' } }, asked())).toMatchObject({ form: 'participation' })
  })

  it('is bound neither by the window nor by whether a learner may claim a part (section 0)', () => {
    expect(decideAmountChange({ ...facts, portal: portalForTests('cleveland-clinic-mycme') }, asked())).toMatchObject({ kind: 'allowed' })
  })

  it('corrects what a body was told', () => {
    const told = { ...facts, claim: { ...facts.claim, reports: [{ body: 'pars', state: 'accepted', at: at('2026-02-01T00:00:00Z'), message: null } as const] } }
    expect(decideAmountChange(told, asked())).toMatchObject({ kind: 'allowed', reportsToCorrect: ['pars'] })
  })

  it.each([
    ['claim_not_active', 'claim', { ...facts, claim: { ...facts.claim, state: 'void' } }, asked()],
    ['claimed_by_topic', 'claim', facts, asked({ byTopic: true })],
    ['credit_type_not_offered', 'claim', { ...facts, claim: { ...facts.claim, creditType: 'ancc' } }, asked()],
    ['same_amount', 'amount', facts, asked({ amount: 125 })],
    ['amount_not_claimable', 'amount', facts, asked({ amount: 80 })],
    ['amount_not_claimable', 'amount', facts, asked({ amount: 150 })],
    ['amount_not_claimable', 'amount', acpeClaim, asked({ amount: 100 })],
    ['report_not_correctable', 'claim', { ...facts, claim: { ...facts.claim, reports: [{ body: 'cpe_monitor', state: 'accepted', at: at('2026-02-01T00:00:00Z'), message: null }] } }, asked()],
    ['reason_missing', 'reason', facts, asked({ reason: ' \n' })],
  ] as const)('refuses with %s, field %s', (code, field, of, request) => {
    const verdict = decideAmountChange(of, request)
    expect(verdict).toMatchObject({ kind: 'refused', code, field })
    expect(verdict.rows.length).toBeGreaterThan(0)
    expect(verdict.nextStep).not.toBe('')
  })
})
