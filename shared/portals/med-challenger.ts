import { creditTypes } from '../model/field-codes'
import type { PortalProfile } from './portal-profile'
import { cpeMonitorRoute } from './shared-routes'

/** Portal M. Credit accrues topic by topic and waits until it is claimed (M4, M8). */
export const medChallenger = {
  key: 'med-challenger',
  name: 'Med-Challenger',
  shortName: 'Med-Challenger',
  provider: {
    name: 'Challenger Corporation',
    addressLine: 'Memphis, Tennessee',
    web: 'www.challengercme.com',
    accent: '#1F5132',
    logoLetter: 'M',
    signatory: { name: 'Director of Accreditation', title: 'Challenger Corporation' },
    phraseNumber: 'both',
  },
  sender: { name: 'Med-Challenger Support', address: 'support@med-challenger.example' },
  zone: { value: 'America/Chicago', rows: ['M30'] },
  officeHours: { value: { weekdays: [1, 2, 3, 4, 5], opensAt: '08:00', closesAt: '17:00', replyBusinessDays: 1 }, rows: ['M29', 'M30'] },
  holidays: {
    value: { rule: 'us_federal', alsoClosedOn: [] },
    rows: ['M30', 'T15'],
    note: 'Holidays are stated but not listed: federal days until edited.',
  },
  requirements: {
    pretest: { value: 'where_the_activity_says', rows: ['house'] },
    posttest: { value: 'where_the_activity_says', rows: ['house'] },
    evaluation: { value: 'optional', rows: ['M17', '5.5'] },
  },
  attempts: { value: 'unlimited', rows: ['house', '5.5'] },
  passPercent: { value: null, rows: ['5.5'] },
  postTestQuestions: null,
  windows: {
    expiry: { value: { anchor: 'expiration_date', creditEarnedBeforeStaysClaimable: true }, rows: ['M20'] },
    claim: null,
    completion: null,
    retention: { value: { years: 3, anchor: 'earned' }, rows: ['M8', '5.5'] },
  },
  membershipToClaim: { value: 'premium', rows: ['M1', 'M8'] },
  accrual: { value: 'by_topic', rows: ['M4', 'M14'] },
  partialClaim: { value: 'by_topic', rows: ['M14', '5.5'] },
  certificateUnit: { value: 'course_title_per_claim', rows: ['M5', 'M13', '5.5'] },
  oldCertificateNames: { value: 'preview_only', rows: ['M16', '5.5'] },
  defaultCreditTypes: { value: ['ama_pra_1'], rows: ['M10'] },
  claimIdentifiers: { value: [], rows: ['house'] },
  reset: { value: { style: 'one_time_link', lookInJunkAfterMinutes: 10 }, rows: ['T19', 'house'] },
  reportRoutes: [
    {
      creditTypes: ['abp_moc_2'],
      professions: [],
      body: 'abp',
      due: { kind: 'next_month_day', monthDay: '12-01' },
      from: null,
      to: null,
      rows: ['M25', '3.1'],
      newerFact: null,
    },
    cpeMonitorRoute,
    { creditTypes, professions: [], body: 'learner', due: null, from: null, to: null, rows: ['M26'], newerFact: null },
  ],
  contacts: [{ purpose: 'support, option 2', channel: 'phone', value: '800-676-0822', rows: ['M30'] }],
} as const satisfies PortalProfile
