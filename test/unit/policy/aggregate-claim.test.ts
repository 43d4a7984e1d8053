import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '@shared/model/instant'
import { decideAggregateClaim, listAggregate, wholePick, type AggregatePick } from '@shared/policy/aggregate-claim'
import type { CourseFacts, EarnedCreditFacts } from '@shared/policy/diagnosis-facts'
import { listUnclaimedCredit } from '@shared/policy/unclaimed-credit'
import { accountFacts, at, claimFacts, designated, earnedFacts, memberFacts, topicCourse } from '../../support/claim-facts'

const account = memberFacts()
const emergency = topicCourse('EM', [earnedFacts('1', 125, '2026-10-29T15:00:00-05:00'), earnedFacts('2', 75, '2026-10-15T15:00:00-05:00'), earnedFacts('3', 50, '2026-10-24T15:00:00-05:00')])
const family = topicCourse('FM', [earnedFacts('4', 100, '2026-09-04T15:00:00-05:00')], {}, { credits: [designated('ama_pra_1', 3000), designated('aafp_prescribed', 3000)] })
const courses = [emergency, family]
const pick = (activityId: string, topics: Record<string, number>, creditType: AggregatePick['creditType'] = 'ama_pra_1'): AggregatePick => ({
  activityId, creditType, topics: Object.entries(topics).map(([earnedCreditId, amount]) => ({ earnedCreditId, amount })),
})
const asked = (...picks: AggregatePick[]): { picks: AggregatePick[]; reason: string } => ({ picks, reason: 'Telephoned.' })

describe('credit that accrued by topic (M4, M8)', () => {
  it('is listed course by course, oldest topic first, with what it may become (M10, M11)', () => {
    const [em, fm] = listAggregate(account, courses)
    expect(em).toMatchObject({ activityId: 'EM', enrolmentId: 'E-EM', barriers: [] })
    expect(em?.topics.map(({ earned, left, state, lastOn }) => [earned.id, left, state, lastOn])).toEqual([['2', 75, 'claimable', '2029-10-15'], ['3', 50, 'claimable', '2029-10-24'], ['1', 125, 'claimable', '2029-10-29']])
    expect(em?.types.map(({ creditType, greatestAmount, form }) => [creditType, greatestAmount, form])).toEqual([['ama_pra_1', 250, 'credit'], ['acep_1', 250, 'credit']])
    expect(fm?.types.map(({ creditType }) => creditType)).toEqual(['ama_pra_1', 'aafp_prescribed'])
  })

  it('exists only where credit accrues', () => {
    expect(listAggregate(accountFacts(), courses)).toEqual([])
  })

  it('is shown when lapsed or earned after the accreditation ended, and cannot be picked (M8, M20)', () => {
    const course = topicCourse('EM', [earnedFacts('old', 100, '2023-08-08T15:00:00-05:00'), earnedFacts('good', 100, '2026-06-01T15:00:00-05:00'), earnedFacts('late', 100, '2026-07-02T15:00:00-05:00')], {}, { expiresOn: '2026-07-01' })
    const [listed] = listAggregate(account, [course])
    expect(listed?.topics.map(({ earned, state }) => [earned.id, state])).toEqual([['old', 'lapsed'], ['good', 'claimable'], ['late', 'earned_after_expiry']])
    expect(listed?.types[0]).toMatchObject({ greatestAmount: 100 })
    expect(decideAggregateClaim(account, [course], asked(pick('EM', { old: 100 })))).toMatchObject({ code: 'unclaimed_credit_lapsed', field: 'picks', activityId: 'EM', rows: ['M8', '5.5'] })
    expect(decideAggregateClaim(account, [course], asked(pick('EM', { late: 100 })))).toMatchObject({ code: 'activity_expired' })
    expect(decideAggregateClaim(account, [course], asked(pick('EM', { good: 100 })))).toMatchObject({ kind: 'allowed' })
  })

  it('cannot become a type for which it was not earned: board points stay what they are (T25)', () => {
    const paediatrics = topicCourse('P', [earnedFacts('9', 200, '2026-10-01T15:00:00-05:00', { creditType: 'abp_moc_2' })], {}, { credits: [designated('abp_moc_2', 1000), designated('ama_pra_1', 1000)] })
    const diplomate = memberFacts({ board: 'abp' })
    expect(listAggregate(diplomate, [paediatrics])[0]?.types.map(({ creditType }) => creditType)).toEqual(['abp_moc_2'])
    expect(decideAggregateClaim(diplomate, [paediatrics], asked(pick('P', { 9: 200 })))).toMatchObject({ code: 'credit_type_not_offered', rows: ['M10', 'M11'] })
  })
})

describe('claiming in aggregate (M13, M14, M23)', () => {
  it('makes one claim per course title with its topics, all in one act (M5, M24)', () => {
    const verdict = decideAggregateClaim(account, courses, asked(pick('EM', { 1: 125, 3: 25 }), pick('FM', { 4: 100 }, 'aafp_prescribed')))
    expect(verdict).toMatchObject({
      kind: 'allowed',
      claims: [
        { activityId: 'EM', enrolmentId: 'E-EM', to: 'ama_pra_1', amount: 150, topics: [{ earned: { id: '1' }, amount: 125 }, { earned: { id: '3' }, amount: 25 }] },
        { activityId: 'FM', to: 'aafp_prescribed', amount: 100 },
      ],
    })
  })

  it.each([
    ['nothing_picked', asked()],
    ['nothing_picked', asked(pick('EM', {}))],
    ['nothing_picked', asked(pick('EM', { 1: 100 }), pick('EM', { 2: 50 }, 'acep_1'))],
    ['already_claimed', asked(pick('EM', { 7: 100 }))],
    ['already_claimed', asked(pick('XX', { 1: 100 }))],
    ['amount_not_claimable', asked(pick('EM', { 1: 126 }))],
    ['amount_not_claimable', asked(pick('EM', { 1: 0 }))],
    ['amount_not_claimable', asked(pick('EM', { 1: 60 }))],
    ['credit_type_not_offered', asked(pick('EM', { 1: 100 }, 'ancc'))],
    ['reason_missing', { ...asked(pick('EM', { 1: 100 })), reason: ' ' }],
  ] as const)('refuses the whole act with %s', (code, request) => {
    expect(decideAggregateClaim(account, courses, request)).toMatchObject({ kind: 'refused', code })
  })

  it('needs an active membership (M1), and names its last day', () => {
    const lapsed = memberFacts({}, { memberships: [{ id: 'MB-1', plan: 'premium', startsOn: '2025-01-01', endsOn: '2025-12-31' }] })
    const verdict = decideAggregateClaim(lapsed, courses, asked(pick('EM', { 1: 100 })))
    expect(verdict).toMatchObject({ kind: 'refused', code: 'membership_inactive', rows: ['M1'] })
    expect(verdict.evidence).toContainEqual({ recordKind: 'membership', record: 'MB-1', field: 'ends_on', value: '2025-12-31' })
    expect(listAggregate(lapsed, courses)[0]?.topics.every(({ state }) => state === 'barred')).toBe(true)
  })

  it('leaves what other claims of the type used of the designation', () => {
    const course = topicCourse('EM', [earnedFacts('1', 300, '2026-10-01T15:00:00-05:00')], { claims: [claimFacts({ amount: 100 })] }, { credits: [designated('ama_pra_1', 200), designated('acep_1', 200)] })
    expect(listAggregate(account, [course])[0]?.types.map(({ creditType, greatestAmount }) => [creditType, greatestAmount])).toEqual([['ama_pra_1', 100], ['acep_1', 200]])
  })
})

describe('claims that say which topics they took', () => {
  const earned = [earnedFacts('old', 100, '2026-01-01T12:00:00Z'), earnedFacts('new', 100, '2026-02-01T12:00:00Z')]
  const left = (claims: Parameters<typeof listUnclaimedCredit>[0]['claims']): unknown =>
    listUnclaimedCredit({ now: account.now, portal: account.portal, earned, claims }).map((one) => [one.earned.id, one.left])

  it('take those, where others take the oldest', () => {
    expect(left([claimFacts({ amount: 75 })])).toEqual([['old', 25], ['new', 100]])
    expect(left([claimFacts({ amount: 75, takes: [{ earnedCreditId: 'new', amount: 75 }] })])).toEqual([['old', 100], ['new', 25]])
  })

  it('give their share back when their type was corrected to a lower amount, and all of it when void', () => {
    expect(left([claimFacts({ amount: 50, takes: [{ earnedCreditId: 'new', amount: 75 }] })])).toEqual([['old', 100], ['new', 50]])
    expect(left([claimFacts({ amount: 75, state: 'void', takes: [{ earnedCreditId: 'new', amount: 75 }] })])).toEqual([['old', 100], ['new', 100]])
  })

  it('are set off before a claim that does not say', () => {
    expect(left([claimFacts({ id: 'C-1', amount: 100, claimedAt: at('2026-03-01T12:00:00Z') }), claimFacts({ id: 'C-2', amount: 100, takes: [{ earnedCreditId: 'old', amount: 100 }] })])).toEqual([])
  })
})

const anyEarned = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 400 }), day: fc.integer({ min: 0, max: 2000 }) }), { minLength: 1, maxLength: 8 })
  .map((list): EarnedCreditFacts[] => list.map(({ amount, day }, place) => earnedFacts(String(place), amount, instantOf(Date.parse('2021-06-01T12:00:00Z') + day * 86_400_000))))
const anyCourse = fc.record({ earned: anyEarned, max: fc.integer({ min: 25, max: 2000 }), claimed: fc.integer({ min: 0, max: 300 }) })
  .map(({ earned, max, claimed }): CourseFacts => topicCourse('EM', earned, { claims: claimed === 0 ? [] : [claimFacts({ amount: claimed })] }, { credits: [designated('ama_pra_1', max), designated('acep_1', max)] }))

describe('whatever has accrued', () => {
  it('select all is allowed, on the step, within the designation, and takes no lapsed topic', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const [listed] = listAggregate(account, [course])
        for (const type of listed?.types ?? []) {
          if (listed === undefined) continue
          const verdict = decideAggregateClaim(account, [course], asked(wholePick(account, listed, type)))
          expect(verdict).toMatchObject({ kind: 'allowed', claims: [{ amount: type.greatestAmount }] })
          expect(type.greatestAmount % 25).toBe(0)
        }
      }),
    )
  })

  it('claiming all of it leaves nothing of that type to claim, and voiding it brings all back', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const before = listAggregate(account, [course])
        const [listed] = before
        const type = listed?.types[0]
        const [enrolment] = course.enrolments
        if (listed === undefined || type === undefined || enrolment === undefined) return
        const takes = wholePick(account, listed, type).topics
        const withClaim = (state: 'active' | 'void'): CourseFacts => ({ ...course, enrolments: [{ ...enrolment, claims: [...enrolment.claims, claimFacts({ id: 'C-9', creditType: type.creditType, amount: type.greatestAmount, claimedAt: account.now, state, takes })] }] })
        expect(listAggregate(account, [withClaim('active')])[0]?.types.some(({ creditType }) => creditType === type.creditType) ?? false).toBe(false)
        expect(listAggregate(account, [withClaim('void')])).toEqual(before)
      }),
    )
  })
})
