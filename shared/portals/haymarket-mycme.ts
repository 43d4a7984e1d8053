import type { PortalProfile } from './portal-profile'
import { cpeMonitorRoute } from './shared-routes'

/** Portal H. The street address is not in the FAQ, nor is the contact address: both are configuration. */
export const haymarketMycme = {
  key: 'haymarket-mycme',
  name: 'Haymarket myCME',
  shortName: 'Haymarket',
  provider: {
    name: 'Haymarket Medical Education',
    addressLine: 'Paramus, New Jersey',
    web: 'www.mycme.com',
    accent: '#8A1C2B',
    logoLetter: 'H',
    signatory: { name: 'Director of Accreditation', title: 'Haymarket Medical Education' },
    phraseNumber: 'by_amount',
  },
  sender: { name: 'Haymarket myCME Support', address: 'support@haymarket-mycme.example' },
  zone: { value: 'America/New_York', rows: ['H1', 'house'] },
  officeHours: { value: { weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00', replyBusinessDays: 1 }, rows: ['H1'] },
  holidays: { value: { rule: 'none_stated', alsoClosedOn: [] }, rows: ['T15'] },
  requirements: {
    pretest: { value: 'where_the_activity_says', rows: ['H20'] },
    posttest: { value: 'always', rows: ['H20', 'H35'] },
    evaluation: { value: 'always', rows: ['H20', 'H35', '5.5'] },
  },
  attempts: {
    value: 'unlimited',
    rows: ['H21', 'house'],
    note: 'The FAQ contradicts itself: most free courses unlimited, or most with two tries. The limit is the activity’s own.',
  },
  passPercent: { value: null, rows: ['5.5'] },
  postTestQuestions: { value: { least: 5, most: 15 }, rows: ['H38'], note: 'Below one hour; more with more credit.' },
  windows: {
    expiry: { value: { anchor: 'expiration_date', creditEarnedBeforeStaysClaimable: false }, rows: ['H43', '5.5'] },
    claim: null,
    completion: null,
    retention: null,
  },
  membershipToClaim: { value: null, rows: ['H8'] },
  accrual: { value: 'whole_activity', rows: ['H27'] },
  partialClaim: { value: 'before_claiming', rows: ['H34'] },
  certificateUnit: { value: 'activity', rows: ['H29', '5.5'] },
  oldCertificateNames: { value: 'editable', rows: ['H33', '5.5'] },
  defaultCreditTypes: { value: ['ama_pra_1'], rows: ['H23', 'house'] },
  claimIdentifiers: { value: [], rows: ['house'] },
  reset: { value: { style: 'temporary_password', lookInJunkAfterMinutes: 10 }, rows: ['H9', 'H11', 'T19'] },
  reportRoutes: [cpeMonitorRoute],
  contacts: [],
} as const satisfies PortalProfile
