import { describe, expect, it } from 'vitest'
import type { PortalProfile } from '@shared/portals/portal-profile'
import { portalProfiles } from '@shared/portals/portal-profiles'
import { differencesBetween } from '@shared/portals/profile-difference'
import { portalForTests } from '../../support/portal-for-tests'

const haymarket = portalForTests('haymarket-mycme')
const cleveland = portalForTests('cleveland-clinic-mycme')
const medChallenger = portalForTests('med-challenger')
const maryland = portalForTests('maryland-pharmacy-ce')

const moc = cleveland.reportRoutes.find((route) => route.body === 'pars')
const cpeMonitor = maryland.reportRoutes.find((route) => route.body === 'cpe_monitor')

/** Section 5.0, figure by figure: the row it comes from, the value as data, and the rows cited beside it. */
const figures: readonly (readonly [string, string, unknown, unknown, readonly string[] | undefined])[] = [
  ['reply and hours', 'H1', haymarket.officeHours.value, { weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00', replyBusinessDays: 1 }, haymarket.officeHours.rows],
  ['look in junk', 'H9', haymarket.reset.value.lookInJunkAfterMinutes, 10, haymarket.reset.rows],
  ['tries', 'H21', haymarket.attempts.value, 'unlimited', haymarket.attempts.rows],
  ['questions below one hour', 'H38', haymarket.postTestQuestions?.value, { least: 5, most: 15 }, haymarket.postTestQuestions?.rows],
  ['time to claim', 'C9', cleveland.windows.claim?.value.days, 30, cleveland.windows.claim?.rows],
  ['MOC report', 'C16', moc?.due, { kind: 'days_after', days: 60, anchor: 'claim' }, moc?.rows],
  ['unclaimed credit', 'M8', medChallenger.windows.retention?.value.years, 3, medChallenger.windows.retention?.rows],
  ['active Premium', 'M8', medChallenger.membershipToClaim.value, 'premium', medChallenger.membershipToClaim.rows],
  ['next business day', 'M29', medChallenger.officeHours.value.replyBusinessDays, 1, medChallenger.officeHours.rows],
  ['hours', 'M30', [medChallenger.officeHours.value.opensAt, medChallenger.officeHours.value.closesAt, medChallenger.zone.value], ['08:00', '17:00', 'America/Chicago'], medChallenger.officeHours.rows],
  ['pass mark', 'P7', maryland.passPercent.value, 70, maryland.passPercent.rows],
  ['attempts', 'P7', maryland.attempts.value, 3, maryland.attempts.rows],
  ['CPE Monitor', 'P14', cpeMonitor?.due, { kind: 'days_after', days: 60, anchor: 'earlier_of_participation_and_evaluation' }, cpeMonitor?.rows],
  ['time to complete', 'P24', maryland.windows.completion?.value.days, 90, maryland.windows.completion?.rows],
  ['never after expiry', 'P26', maryland.windows.expiry.value.creditEarnedBeforeStaysClaimable, false, maryland.windows.expiry.rows],
]

/** Section 5.5: the question and the value each portal answers it with; every answer cites the section or its own row. */
const questions: readonly (readonly [string, (profile: PortalProfile) => { readonly rows: readonly string[] } | null])[] = [
  ['attempts', (profile) => profile.attempts],
  ['evaluation', (profile) => profile.requirements.evaluation],
  ['claim limit', (profile) => profile.windows.claim ?? profile.windows.completion ?? profile.windows.retention ?? profile.windows.expiry],
  ['partial claim', (profile) => profile.partialClaim],
  ['name on old certificates', (profile) => profile.oldCertificateNames],
  ['certificate unit', (profile) => profile.certificateUnit],
  ['reset mail', (profile) => profile.reset],
]

describe('every figure of section 5.0', () => {
  it.each(figures)('%s (%s)', (_figure, row, value, expected, rows) => {
    expect(value).toEqual(expected)
    expect(rows).toContain(row)
  })
})

describe('every question of section 5.5', () => {
  it.each(questions)('%s is answered by every portal, with where the answer comes from', (_question, read) => {
    for (const profile of portalProfiles) expect(read(profile)?.rows.length ?? 0, profile.key).toBeGreaterThan(0)
  })

  it('reporting: not stated by H but for what ACPE asks of everybody, boards by C, ABP by M, the outside records by P', () => {
    const told = portalProfiles.map((profile) => [...new Set(profile.reportRoutes.map((route) => route.body))].sort())
    expect(told).toEqual([['cpe_monitor'], ['cpe_monitor', 'learner', 'pars'], ['abp', 'cpe_monitor', 'learner'], ['cpe_monitor', 'pars']])
  })

  it('has no value without a citation', () => {
    const uncited: string[] = []
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return
      if ('rows' in value && Array.isArray(value.rows) && value.rows.length === 0) uncited.push(path)
      for (const [name, inner] of Object.entries(value)) look(inner, `${path}.${name}`)
    }
    for (const profile of portalProfiles) look(profile, profile.key)
    expect(uncited).toEqual([])
  })
})

describe('the difference between two profiles', () => {
  it('names a value by its path, a window that was added or taken away, and a contact by its place', () => {
    const changed = { ...cleveland, passPercent: { value: 70, rows: ['house'] }, windows: { ...cleveland.windows, claim: null }, contacts: cleveland.contacts.slice(0, 1) }
    expect(differencesBetween(cleveland, changed)).toEqual([
      { path: 'passPercent', before: null, after: '70' },
      { path: 'windows.claim.days', before: '30', after: null },
      { path: 'windows.claim.anchor', before: 'live_end_else_last_requirement', after: null },
      { path: 'contacts.2.purpose', before: 'confirmations and receipts', after: null },
      { path: 'contacts.2.channel', before: 'phone', after: null },
      { path: 'contacts.2.value', before: '216.448.0777', after: null },
      { path: 'contacts.2.rows', before: 'C18', after: null },
      { path: 'contacts.3.purpose', before: 'general', after: null },
      { path: 'contacts.3.channel', before: 'post', after: null },
      { path: 'contacts.3.value', before: '9500 Euclid Ave, JJ42, Cleveland OH 44195', after: null },
      { path: 'contacts.3.rows', before: 'C27', after: null },
    ])
    expect(differencesBetween(cleveland, cleveland)).toEqual([])
  })
})
