import { creditTypes, professions, type CreditType } from '@shared/model/field-codes'
import { professionWords } from '../../words/field-words'
import { dayWords, instantWords } from '../../words/time-words'

const formats: Readonly<Record<string, string>> = {
  webcast: 'Webcast',
  monograph: 'Monograph',
  case_study: 'Case study',
  slide_deck: 'Slide deck',
  meeting_coverage: 'Meeting coverage',
  journal: 'Journal',
  text: 'Text',
  audio: 'Audio',
  video: 'Video',
  board_review: 'Board review',
  course: 'Course',
  live_meeting: 'Live meeting',
  grand_rounds: 'Grand rounds',
}
const deliveries: Readonly<Record<string, string>> = { enduring: 'enduring', live: 'live' }

/** What an activity is and how it is given: "Webcast, enduring". */
export function formatWords(format: string, delivery: string): string {
  return [formats[format] ?? format, deliveries[delivery] ?? delivery].filter((part) => part !== '').join(', ')
}

/** The credit type of a code, unless this version does not know it. */
export function creditTypeOf(code: string): CreditType | undefined {
  return creditTypes.find((known) => known === code)
}

/** One amount of a list's credits. */
export interface ListedCredit {
  readonly amount: string
  readonly code: string
}

/** The credits of a row, which main lists as "1.25 ama_pra_1; 1.00 ancc". */
export function listedCredits(text: string): readonly ListedCredit[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [amount = '', code = ''] = part.split(' ')
      return { amount, code }
    })
}

const labels: Readonly<Record<string, string>> = {
  accreditor: 'Accreditor',
  joint_provider: 'Joint provider',
  format: 'Format',
  delivery: 'Delivery',
  release_date: 'Released',
  expiration_date: 'Expires',
  starts_at: 'Starts',
  ends_at: 'Ends',
  location: 'Location',
  minutes: 'Minutes',
  pretest_required: 'Pre-test',
  posttest_required: 'Post-test',
  evaluation_required: 'Evaluation',
  pass_percent: 'Pass mark',
  max_attempts: 'Tries',
  fee: 'Fee',
  currency: 'Currency',
  target_professions: 'For',
  topics: 'Topics',
  event_code: 'Event code',
  mobile: 'On mobile',
  app: 'In the app',
  downloads: 'Downloads',
  question_count: 'Questions',
  short_code: 'Short code',
  instructor: 'Instructor',
  achievement: 'Achievement',
  completion_days: 'Days to complete',
  claim_days: 'Days to claim',
  capacity: 'Capacity',
  source_url: 'Source',
}

/** A field of the exchange format as people call it; an unknown one keeps its own name, spaced. */
export function activityFieldLabel(field: string): string {
  return labels[field] ?? field.replaceAll('_', ' ')
}

/** The parts of the details, each with its fields in reading order; what no part names stands under "Further". */
export const fieldGroups: readonly { readonly title: string; readonly fields: readonly string[] }[] = [
  { title: 'Activity', fields: ['accreditor', 'joint_provider', 'format', 'delivery', 'minutes', 'instructor', 'topics', 'target_professions'] },
  { title: 'Dates and place', fields: ['release_date', 'expiration_date', 'starts_at', 'ends_at', 'location', 'event_code', 'capacity'] },
  { title: 'Requirements', fields: ['pretest_required', 'posttest_required', 'evaluation_required', 'pass_percent', 'max_attempts', 'completion_days', 'claim_days', 'question_count'] },
  { title: 'Price and access', fields: ['fee', 'currency', 'mobile', 'app', 'downloads', 'short_code', 'achievement', 'source_url'] },
]

/** Left empty, these take what the portal's rules say (exchange format, files in general). */
const portalDefaults: ReadonlySet<string> = new Set(['accreditor', 'pass_percent', 'max_attempts', 'completion_days', 'claim_days'])
const required: Readonly<Record<string, string>> = { yes: 'required', no: 'not required' }

/** A field's value in words; undefined where nothing is on file. */
export function activityFieldWords(field: string, value: string, zone: string): string | undefined {
  if (value === '') return portalDefaults.has(field) ? 'as the portal’s rules say' : undefined
  switch (field) {
    case 'format':
      return formats[value] ?? value
    case 'release_date':
      return dayWords(value)
    case 'expiration_date':
      return `${dayWords(value)}, to the end of the day`
    case 'starts_at':
    case 'ends_at':
      return instantWords(value, zone)
    case 'pretest_required':
    case 'posttest_required':
    case 'evaluation_required':
      return required[value] ?? value
    case 'pass_percent':
      return `${value} %`
    case 'target_professions':
      return listOf(value)
        .map((code) => {
          const profession = professions.find((known) => known === code)
          return profession === undefined ? code : professionWords[profession]
        })
        .join(', ')
    case 'topics':
    case 'downloads':
      return listOf(value).join(', ')
    default:
      return value
  }
}

function listOf(value: string): readonly string[] {
  return value
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
