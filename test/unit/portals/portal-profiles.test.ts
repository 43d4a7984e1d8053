import { describe, expect, it } from 'vitest'
import { portalProfileSchema, type PortalProfile, type ReportRoute } from '@shared/portals/portal-profile'
import { portalProfileOf, portalProfiles } from '@shared/portals/portal-profiles'

function profile(key: string): PortalProfile {
  const found = portalProfileOf(key)
  if (found === undefined) throw new Error(`no profile ${key}`)
  return found
}

const haymarket = profile('haymarket-mycme')
const cleveland = profile('cleveland-clinic-mycme')
const medChallenger = profile('med-challenger')
const maryland = profile('maryland-pharmacy-ce')

function contrastOnWhite(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5) + 0.05)
}

/** Section 5.5, row by row: H, C, M, P. */
const differences: [string, (one: PortalProfile) => unknown, unknown[]][] = [
  ['attempts', (one) => one.attempts.value, ['unlimited', 'unlimited', 'unlimited', 3]],
  ['pass mark (P7)', (one) => one.passPercent.value, [null, null, null, 70]],
  ['evaluation', (one) => one.requirements.evaluation.value, ['always', 'with_the_claim', 'optional', 'always']],
  ['claim window (C9)', (one) => one.windows.claim?.value.days, [undefined, 30, undefined, undefined]],
  ['completion window (P24)', (one) => one.windows.completion?.value.days, [undefined, undefined, undefined, 90]],
  ['retention (M8)', (one) => one.windows.retention?.value.years, [undefined, undefined, 3, undefined]],
  ['membership (M1)', (one) => one.membershipToClaim.value, [null, null, 'premium', null]],
  ['partial claim (H34, M14)', (one) => one.partialClaim.value, ['before_claiming', 'not_offered', 'by_topic', 'not_offered']],
  ['name on old certificates', (one) => one.oldCertificateNames.value, ['editable', 'frozen', 'preview_only', 'external_record']],
  ['certificate unit', (one) => one.certificateUnit.value, ['activity', 'chosen_rows', 'course_title_per_claim', 'external_record']],
  ['reset (H9, C21, T19)', (one) => one.reset.value.style, ['temporary_password', 'one_time_link', 'one_time_link', 'one_time_link']],
  ['zone (M30)', (one) => one.zone.value, ['America/New_York', 'America/New_York', 'America/Chicago', 'America/New_York']],
  ['opens (H1, M30)', (one) => one.officeHours.value.opensAt, ['09:00', '09:00', '08:00', '09:00']],
  ['holidays (M30, T15)', (one) => one.holidays.value.rule, ['none_stated', 'none_stated', 'us_federal', 'none_stated']],
  ['credit earned before expiry (M20)', (one) => one.windows.expiry.value.creditEarnedBeforeStaysClaimable, [false, false, true, false]],
  ['default credit type (M10)', (one) => one.defaultCreditTypes.value[0], ['ama_pra_1', 'ama_pra_1', 'ama_pra_1', 'acpe']],
]

const sixtyDaysFromClaim = { kind: 'days_after', days: 60, anchor: 'claim' } as const satisfies ReportRoute['due']
const sixtyDaysFromTheEarlier = { kind: 'days_after', days: 60, anchor: 'earlier_of_participation_and_evaluation' } as const satisfies ReportRoute['due']

describe('the four portals as data', () => {
  it('are found by key, and nothing is found by another', () => {
    expect(portalProfiles.map((one) => one.key)).toEqual(['haymarket-mycme', 'cleveland-clinic-mycme', 'med-challenger', 'maryland-pharmacy-ce'])
    expect(portalProfileOf('a-fifth-portal')).toBeUndefined()
  })

  it.each(differences)('differ in %s as section 5.5 says', (_difference, read, expected) => {
    expect([haymarket, cleveland, medChallenger, maryland].map(read)).toEqual(expected)
  })

  it('report as section 5.5 says: six boards of C, ABP of M, CPE Monitor and PARS of P', () => {
    const pars = cleveland.reportRoutes.find((route) => route.body === 'pars')
    expect(pars?.creditTypes).toEqual(['abim_moc', 'aba_moc', 'abo_moc', 'abohns_moc', 'abpath_moc', 'abp_moc_2'])
    expect(pars?.due).toEqual(sixtyDaysFromClaim)
    expect(cleveland.reportRoutes.find((route) => route.body === 'learner')).toMatchObject({ creditTypes: ['abs_cc'], rows: ['C17'], newerFact: { since: '2023-07-01' } })
    expect(medChallenger.reportRoutes[0]).toMatchObject({ creditTypes: ['abp_moc_2'], body: 'abp', rows: ['M25', '3.1'] })
    expect(maryland.reportRoutes.map((route) => [route.body, route.due])).toEqual([
      ['cpe_monitor', sixtyDaysFromTheEarlier],
      ['pars', sixtyDaysFromTheEarlier],
    ])
  })

  it('print with an accent that reads on white', () => {
    for (const one of portalProfiles) expect(contrastOnWhite(one.provider.accent), one.key).toBeGreaterThanOrEqual(4.5)
  })

  it('give only telephone numbers that the portals publish', () => {
    const phones = portalProfiles.flatMap((one) => one.contacts.filter((line) => line.channel === 'phone').map((line) => line.value))
    expect(phones).toEqual(['216.444.9990', '216.448.0777', '800-676-0822'])
  })
})

describe('the schema of a profile', () => {
  const fifth = { ...haymarket, key: 'a-fifth-portal', name: 'A Fifth Portal' }

  it('takes a fifth portal without new code', () => {
    expect(portalProfileSchema.parse(structuredClone(fifth)).key).toBe('a-fifth-portal')
    expect(portalProfileOf('a-fifth-portal', [...portalProfiles, fifth])?.name).toBe('A Fifth Portal')
  })

  it.each([
    ['zone', { ...fifth, zone: undefined }],
    ['zone', { ...fifth, zone: { value: 'America/Newark', rows: ['house'] } }],
    ['zone', { ...fifth, zone: { value: '', rows: ['house'] } }],
    ['attempts', { ...fifth, attempts: { value: 0, rows: ['P7'] } }],
    ['attempts', { ...fifth, attempts: { value: 3, rows: [] } }],
    ['passPercent', { ...fifth, passPercent: { value: 101, rows: ['P7'] } }],
    ['officeHours', { ...fifth, officeHours: { value: { weekdays: [1], opensAt: '17:00', closesAt: '09:00', replyBusinessDays: 1 }, rows: ['H1'] } }],
    ['reset', { ...fifth, reset: { value: { style: 'stored_password', lookInJunkAfterMinutes: 10 }, rows: ['C3'] } }],
    ['reportRoutes', { ...fifth, reportRoutes: [{ creditTypes: ['acpe'], professions: [], body: 'pars', due: null, from: null, to: null, rows: ['P14'], newerFact: null }] }],
    ['provider', { ...fifth, provider: { ...fifth.provider, accent: 'red' } }],
  ])('refuses a bad %s and names the field', (field, bad) => {
    const parsed = portalProfileSchema.safeParse(bad)
    expect(parsed.success).toBe(false)
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })
})
