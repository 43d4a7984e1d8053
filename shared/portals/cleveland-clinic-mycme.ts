import type { PortalProfile } from './portal-profile'
import { cpeMonitorRoute } from './shared-routes'

/** Portal C. States no office hours (C27): Monday to Friday 9–17 until configured. */
export const clevelandClinicMycme = {
  key: 'cleveland-clinic-mycme',
  name: 'Cleveland Clinic myCME',
  provider: {
    name: 'Cleveland Clinic Center for Continuing Education',
    addressLine: '9500 Euclid Avenue, JJ42, Cleveland, OH 44195',
    web: 'www.clevelandclinicmeded.com',
    accent: '#005F86',
    logoLetter: 'C',
    signatory: { name: 'Director of Accreditation', title: 'Center for Continuing Education' },
    phraseNumber: 'both',
  },
  sender: { name: 'Cleveland Clinic myCME Support', address: 'support@cleveland-clinic-mycme.example' },
  zone: { value: 'America/New_York', rows: ['house'] },
  officeHours: { value: { weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00', replyBusinessDays: 1 }, rows: ['C27', 'house'] },
  holidays: { value: { rule: 'none_stated', alsoClosedOn: [] }, rows: ['T15'] },
  requirements: {
    pretest: { value: 'where_the_activity_says', rows: ['house'] },
    posttest: { value: 'where_the_activity_says', rows: ['house'] },
    evaluation: { value: 'with_the_claim', rows: ['C7', '5.5'] },
  },
  attempts: { value: 'unlimited', rows: ['house', '5.5'] },
  passPercent: { value: null, rows: ['5.5'] },
  windows: {
    expiry: { value: { anchor: 'expiration_date', creditEarnedBeforeStaysClaimable: false }, rows: ['house', 'T23'] },
    claim: { value: { days: 30, anchor: 'live_end_else_last_requirement' }, rows: ['C9'], note: 'Some exceptions exist (C10).' },
    completion: null,
    retention: null,
  },
  membershipToClaim: { value: null, rows: ['house'] },
  accrual: { value: 'whole_activity', rows: ['C7'] },
  partialClaim: { value: 'not_offered', rows: ['5.5'] },
  certificateUnit: { value: 'chosen_rows', rows: ['C13', '5.5'] },
  oldCertificateNames: { value: 'frozen', rows: ['C15', '5.5'] },
  defaultCreditTypes: { value: ['ama_pra_1'], rows: ['house'] },
  claimIdentifiers: { value: [], rows: ['house'] },
  reset: {
    value: { style: 'one_time_link', lookInJunkAfterMinutes: 10 },
    rows: ['C21', 'T19'],
    note: 'C3 says the password itself is mailed: never done here.',
  },
  reportRoutes: [
    {
      creditTypes: ['abim_moc', 'aba_moc', 'abo_moc', 'abohns_moc', 'abpath_moc', 'abp_moc_2'],
      professions: [],
      body: 'pars',
      due: { kind: 'days_after', days: 60, anchor: 'claim' },
      from: null,
      to: null,
      rows: ['C16'],
      newerFact: null,
    },
    {
      creditTypes: ['abs_cc'],
      professions: [],
      body: 'learner',
      due: null,
      from: null,
      to: null,
      rows: ['C17'],
      newerFact: { since: '2023-07-01', text: 'ABS takes reports through PARS and ended self-report.', rows: ['T14', 'S87', 'S88'] },
    },
    cpeMonitorRoute,
  ],
  contacts: [
    { purpose: 'general', channel: 'phone', value: '216.444.9990', rows: ['C6', 'C8', 'C12', 'C27'] },
    { purpose: 'confirmations and receipts', channel: 'phone', value: '216.448.0777', rows: ['C18'] },
    { purpose: 'general', channel: 'post', value: '9500 Euclid Ave, JJ42, Cleveland OH 44195', rows: ['C27'] },
  ],
} as const satisfies PortalProfile
