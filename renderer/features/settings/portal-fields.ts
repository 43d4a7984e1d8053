import { creditTypes } from '@shared/model/field-codes'
import type { Path } from './portal-draft'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** How a value is entered. */
export type Entry =
  | { readonly kind: 'text'; readonly example?: string }
  | { readonly kind: 'zone' }
  | { readonly kind: 'number'; readonly unit: string; readonly orWord?: string; readonly emptyMeans?: string }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'yesNo'; readonly yes: string; readonly no: string }
  | { readonly kind: 'words'; readonly example: string }
  | { readonly kind: 'weekdays' }

/** One value of a portal's rules: where it stands, what it is called, and where its citation stands. */
export interface PortalField {
  readonly path: Path
  readonly label: string
  readonly entry: Entry
  readonly help?: string
  readonly rows?: Path
}

/** A window that a portal may have or not. */
export interface OptionalWindow {
  readonly path: Path
  readonly label: string
  readonly whenNone: string
  /** What it begins with when it is switched on. */
  readonly begins: unknown
  readonly fields: readonly PortalField[]
}

export interface PortalSection {
  readonly id: string
  readonly title: string
  readonly fields: readonly PortalField[]
  readonly windows?: readonly OptionalWindow[]
  readonly list?: 'routes' | 'contacts' | 'identifiers'
}

const cited = (path: Path, label: string, entry: Entry, help?: string): PortalField => ({ path: [...path, 'value'], label, entry, rows: [...path, 'rows'], ...(help === undefined ? {} : { help }) })
const part = (path: Path, name: string, label: string, entry: Entry, help?: string): PortalField => ({ path: [...path, 'value', name], label, entry, rows: [...path, 'rows'], ...(help === undefined ? {} : { help }) })
const plain = (path: Path, label: string, entry: Entry, help?: string): PortalField => ({ path, label, entry, ...(help === undefined ? {} : { help }) })

const requirement: Entry = {
  kind: 'choice',
  choices: [
    { value: 'always', label: 'Always required' },
    { value: 'where_the_activity_says', label: 'Where the activity says' },
    { value: 'with_the_claim', label: 'Done with the claim' },
    { value: 'optional', label: 'Optional' },
    { value: 'never', label: 'Never' },
  ],
}

const optionalDays = (name: string, label: string, whenNone: string, anchor: string, days: number, help: string): OptionalWindow => ({
  path: ['windows', name],
  label: `${label} is limited`,
  whenNone,
  begins: { value: { days, anchor }, rows: ['house'] },
  fields: [part(['windows', name], 'days', label, { kind: 'number', unit: 'days' }, help)],
})

/** Every value of a portal's rules by section, in the order in which a coordinator thinks of them. */
export const portalSections: readonly PortalSection[] = [
  {
    id: 'portal',
    title: 'Portal and provider',
    fields: [
      plain(['name'], 'Name of the portal', { kind: 'text' }),
      plain(['shortName'], 'Short name', { kind: 'text' }, 'Where room is short: lists, the status bar.'),
      plain(['provider', 'name'], 'Provider', { kind: 'text' }, 'As it stands on certificates issued from now on; those issued keep theirs.'),
      plain(['provider', 'addressLine'], 'Address line', { kind: 'text' }),
      plain(['provider', 'web'], 'Web address', { kind: 'text', example: 'www.example.org' }),
      plain(['provider', 'signatory', 'name'], 'Signatory', { kind: 'text' }),
      plain(['provider', 'signatory', 'title'], 'Signatory’s title', { kind: 'text' }),
      plain(['provider', 'phraseNumber'], '“Credit” on paper', { kind: 'choice', choices: [{ value: 'both', label: 'Credit(s), always' }, { value: 'by_amount', label: 'Credits above 1.00' }] }),
      plain(['provider', 'accent'], 'Accent on paper', { kind: 'text', example: '#005F86' }, 'Dark enough to read on white.'),
      plain(['provider', 'logoLetter'], 'Letter of the sign', { kind: 'text' }),
    ],
  },
  {
    id: 'sender',
    title: 'Sender of mail',
    fields: [plain(['sender', 'name'], 'Name', { kind: 'text' }), plain(['sender', 'address'], 'Address', { kind: 'text', example: 'support@example.org' })],
  },
  {
    id: 'hours',
    title: 'Office hours and holidays',
    fields: [
      cited(['zone'], 'Time zone', { kind: 'zone' }, 'Every window of this portal ends at midnight there.'),
      part(['officeHours'], 'weekdays', 'Open on', { kind: 'weekdays' }),
      part(['officeHours'], 'opensAt', 'Opens at', { kind: 'text', example: '09:00' }),
      part(['officeHours'], 'closesAt', 'Closes at', { kind: 'text', example: '17:00' }),
      part(['officeHours'], 'replyBusinessDays', 'Replies within', { kind: 'number', unit: 'business days' }),
      part(['holidays'], 'rule', 'Holidays', { kind: 'choice', choices: [{ value: 'none_stated', label: 'None stated' }, { value: 'us_federal', label: 'US federal days' }] }),
      part(['holidays'], 'alsoClosedOn', 'Also closed on', { kind: 'words', example: '2026-11-27, 2026-12-24' }, 'Days written YYYY-MM-DD.'),
    ],
  },
  {
    id: 'requirements',
    title: 'Requirements and attempts',
    fields: [
      cited(['requirements', 'pretest'], 'Pre-test', requirement),
      cited(['requirements', 'posttest'], 'Post-test', requirement),
      cited(['requirements', 'evaluation'], 'Evaluation', requirement),
      cited(['attempts'], 'Attempts', { kind: 'number', unit: 'tries', orWord: 'unlimited' }, 'A number, or “unlimited”. An activity’s own limit goes first.'),
      cited(['passPercent'], 'Pass mark', { kind: 'number', unit: '%', emptyMeans: 'the activity’s own' }),
    ],
    windows: [
      {
        path: ['postTestQuestions'],
        label: 'Length of a post-test is stated',
        whenNone: 'Not stated',
        begins: { value: { least: 5, most: 15 }, rows: ['house'] },
        fields: [
          part(['postTestQuestions'], 'least', 'Below one hour, at least', { kind: 'number', unit: 'questions' }),
          part(['postTestQuestions'], 'most', 'Below one hour, at most', { kind: 'number', unit: 'questions' }),
        ],
      },
    ],
  },
  {
    id: 'windows',
    title: 'Windows',
    fields: [part(['windows', 'expiry'], 'creditEarnedBeforeStaysClaimable', 'Credit earned before expiry', { kind: 'yesNo', yes: 'Stays claimable', no: 'Ends with the activity' })],
    windows: [
      optionalDays('claim', 'Time to claim', 'Until the activity expires', 'live_end_else_last_requirement', 30, 'From a live activity’s end, else from the last requirement done. Day 0 is that date; the last day counts in full.'),
      optionalDays('completion', 'Time to complete', 'Until the activity expires', 'first_registration', 90, 'From the first registration; registering again does not restart it.'),
      {
        path: ['windows', 'retention'],
        label: 'Unclaimed credit lapses',
        whenNone: 'Without limit',
        begins: { value: { years: 3, anchor: 'earned' }, rows: ['house'] },
        fields: [part(['windows', 'retention'], 'years', 'Unclaimed credit is kept', { kind: 'number', unit: 'years' }, 'From the day it was earned to the same date.')],
      },
    ],
  },
  {
    id: 'claims',
    title: 'Claims and certificates',
    fields: [
      cited(['membershipToClaim'], 'Plan needed to claim', { kind: 'text', example: 'premium' }, 'Empty where claiming is open to everybody.'),
      cited(['accrual'], 'Credit comes', { kind: 'choice', choices: [{ value: 'whole_activity', label: 'With the whole activity' }, { value: 'by_topic', label: 'Topic by topic' }] }),
      cited(['partialClaim'], 'Claiming less', { kind: 'choice', choices: [{ value: 'before_claiming', label: 'Chosen before claiming' }, { value: 'by_topic', label: 'By topic' }, { value: 'not_offered', label: 'Not offered' }] }),
      cited(['certificateUnit'], 'One certificate for', {
        kind: 'choice',
        choices: [
          { value: 'activity', label: 'Each activity' },
          { value: 'chosen_rows', label: 'The rows chosen' },
          { value: 'course_title_per_claim', label: 'Each course title of a claim' },
          { value: 'external_record', label: 'None: the outside record counts' },
        ],
      }),
      cited(['oldCertificateNames'], 'Name on old certificates', {
        kind: 'choice',
        choices: [
          { value: 'editable', label: 'Can be reissued with a new name' },
          { value: 'frozen', label: 'Stays as it was' },
          { value: 'preview_only', label: 'Checked at preview only' },
          { value: 'external_record', label: 'In the outside record' },
        ],
      }),
      cited(['defaultCreditTypes'], 'Claims start with', { kind: 'words', example: 'acpe, ama_pra_1' }, `The first that is offered and fits. Codes: ${creditTypes.join(', ')}.`),
      part(['reset'], 'style', 'Password reset', { kind: 'choice', choices: [{ value: 'one_time_link', label: 'A link that works once' }, { value: 'temporary_password', label: 'A temporary password' }] }),
      part(['reset'], 'lookInJunkAfterMinutes', 'Look in junk after', { kind: 'number', unit: 'minutes' }),
    ],
  },
  { id: 'identifiers', title: 'Identifiers a claim needs', fields: [], list: 'identifiers' },
  { id: 'routes', title: 'Reports to outside bodies', fields: [], list: 'routes' },
  { id: 'contacts', title: 'Contacts', fields: [], list: 'contacts' },
]
