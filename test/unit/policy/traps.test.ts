import { describe, expect, it } from 'vitest'
import { professions } from '@shared/model/field-codes'
import { composeCertificate } from '@shared/policy/certificate-composition'
import { creditPhrase, ceuOf } from '@shared/policy/credit-phrase'
import { judgeCourse } from '@shared/policy/course-standing'
import { designatedCreditFor, isClaimableAmount, type DesignatedCredit } from '@shared/policy/designated-credit'
import { adviceOn } from '@shared/policy/diagnosis-advice'
import { findingCodes } from '@shared/policy/finding-codes'
import { judgeBirthMonthDay } from '@shared/policy/identifiers'
import { judgeClaimWindow, judgeCompletionWindow, judgeExpiry, judgeRetention } from '@shared/policy/windows'
import { portalProfiles } from '@shared/portals/portal-profiles'
import { physicianFacts } from '../../support/paper-facts'
import { portalForTests } from '../../support/portal-for-tests'
import { courseFactsOf, learnerFactsOf } from '../../support/trap-facts'

describe('traps of section 7 that belong to no family of their own', () => {
  it.each([
    [150, '0.15'],
    [200, '0.20'],
    [125, '0.125'],
    [1000, '1.00'],
    [25, '0.025'],
  ])('T3: %i hundredths of a contact hour are %s CEU, an hour being sixty minutes', (hours, ceu) => {
    expect(ceuOf(hours)).toBe(ceu)
    expect(creditPhrase('acpe', hours, 'by_amount').map(({ text }) => text).join('')).toContain(`(${ceu} CEU)`)
    expect(creditPhrase('ancc', hours, 'by_amount').map(({ text }) => text).join('')).not.toContain('CEU')
  })

  it.each(['Núñez', 'Müller-İnönü', 'de la Cruz', 'ÓʼBrien', 'Østergård'])('T6: the name %s is printed as it is written, the degree apart from it', (printedName) => {
    const composed = composeCertificate({ ...physicianFacts, provider: { ...physicianFacts.provider, signatory: { name: 'Margaret Ellison', title: 'Dean' } }, learner: { ...physicianFacts.learner, printedName, credentials: 'DO' } })
    if (!composed.ok) throw new Error(composed.error.code)
    const text = JSON.stringify(composed.value)
    expect(text).toContain(printedName.normalize('NFC'))
    expect(text).not.toContain(printedName.toLocaleUpperCase('en'))
    // One of the real templates prints MD for every physician.
    expect(text).toContain('DO')
    expect(text).not.toMatch(/\bMD\b/)
  })

  it('T10: every window names its anchor, in the data and in the verdict, and day 0 is the anchor’s date', () => {
    for (const { windows } of portalProfiles) for (const window of [windows.expiry, windows.claim, windows.completion, windows.retention]) expect(window?.value.anchor ?? 'none').not.toBe('')
    const now = '2026-10-01T16:00:00.000Z'
    const cleveland = portalForTests('cleveland-clinic-mycme')
    const verdicts = [
      judgeExpiry({ now, portal: cleveland, expiresOn: '2026-10-01' }),
      judgeClaimWindow({ now, portal: cleveland, delivery: 'live', endedAt: now, lastRequirementAt: null, claimDays: 0, extendedUntil: null }),
      judgeCompletionWindow({ now, portal: portalForTests('maryland-pharmacy-ce'), firstRegisteredAt: now, completionDays: 0, expiresOn: null, extendedUntil: null }),
      judgeRetention({ now, portal: portalForTests('med-challenger'), earnedAt: now }),
    ]
    expect(verdicts.map((verdict) => verdict?.anchor)).toEqual(['expiration_date', 'live_end', 'first_registration', 'earned'])
    expect(verdicts.map((verdict) => verdict?.anchorOn)).toEqual(['2026-10-01', '2026-10-01', '2026-10-01', '2026-10-01'])
    expect(verdicts.slice(0, 3).map((verdict) => [verdict?.lastOn, verdict?.state])).toEqual([['2026-10-01', 'open'], ['2026-10-01', 'open'], ['2026-10-01', 'open']])
  })

  it('T25: a board’s points have their own amount beside the credit of the same activity', () => {
    const ama: DesignatedCredit = { creditType: 'ama_pra_1', maxAmount: 150, step: null, accreditationNumber: null, pharmacologyAmount: null }
    const points: DesignatedCredit = { ...ama, creditType: 'abim_moc', maxAmount: 100 }
    const found = designatedCreditFor([ama, points], 'abim_moc', 'physician')
    expect(found).toBe(points)
    expect(found !== undefined && isClaimableAmount(found, 150)).toBe(false)
    expect(isClaimableAmount(ama, 150)).toBe(true)
  })

  it.each(['02071980', '1980-02-07', '19800207', '2/7', '207'])('T28: %s is no birth day for the desk, which keeps month and day alone', (text) => {
    expect(judgeBirthMonthDay(text)).toMatchObject({ kind: 'malformed' })
  })

  it('T29: no advice promises what a board will accept', () => {
    const promises = /\b(?:will|shall|must|is going to)\s+(?:be\s+)?(?:accept|count|recogni[sz]e|credit(?:ed)?\b)|guarantee|certainly|for sure/i
    for (const code of findingCodes) {
      const { agentCan, learnerCan } = adviceOn(code)
      expect(`${agentCan} ${learnerCan}`, code).not.toMatch(promises)
    }
    expect('Your board will accept it').toMatch(promises)
  })

  it('T30: a series is one activity: the time to claim runs from the session attended, not from another of the series', () => {
    const portal = portalForTests('cleveland-clinic-mycme')
    const sessions = ['2026-10-05', '2026-10-12', '2026-10-19'].map((day) => ({ startsAt: `${day}T12:00:00.000Z`, endsAt: `${day}T13:00:00.000Z` }))
    const standing = judgeCourse(
      { now: '2026-11-08T12:00:00.000Z', portal, learner: learnerFactsOf('physician'), memberships: [] },
      courseFactsOf({ activity: { delivery: 'live', hasEventCode: true, sessions }, enrolment: { attendedAt: '2026-10-12T12:10:00.000Z', eventCodeEnteredAt: '2026-10-12T12:50:00.000Z' } }),
    )
    expect(standing?.claimWindow).toMatchObject({ anchor: 'live_end', anchorOn: '2026-10-12', lastOn: '2026-11-11', state: 'open' })
  })

  it('T8: participation is a form of AMA credit alone, whoever asks', () => {
    for (const professionAtClaim of professions) expect(composeCertificate({ ...physicianFacts, creditType: 'ancc', form: 'participation', learner: { ...physicianFacts.learner, professionAtClaim } }).ok).toBe(false)
  })
})
