/**
 * Everything a playbook may read, and what the evidence calls it: a closed list, so that a playbook that asks for
 * anything else is refused. What a fact says is worked out from the record in `facts-*.ts`; an unknown one is absent.
 */
export const factLabels = {
  // The portal's own rules and lines; those in `factsAlwaysKnown` stand in every profile.
  portal: 'Portal',
  provider: 'Provider',
  web: 'Web address',
  support_address: 'Desk’s address',
  office_hours: 'Office hours',
  reply_time: 'Answers',
  reply_due: 'Answer due',
  phone: 'Phone',
  confirmation_phone: 'Phone for confirmations',
  postal_address: 'Postal address',
  reset_style: 'Reset sends',
  junk_minutes: 'Look in junk after',
  evaluation_rule: 'Evaluation',
  attempt_rule: 'Tries in this portal',
  pass_rule: 'Pass mark in this portal',
  claim_days: 'Time to claim',
  completion_days: 'Time to complete',
  retention: 'Unclaimed credit waits',
  plan_needed: 'Membership needed to claim',
  old_names_rule: 'Names on old certificates',
  how_to_claim: 'How to claim',
  where_certificates: 'Where certificates are',
  where_account: 'Where the account is',
  // The learner.
  email: 'E-mail on file',
  account_status: 'Account',
  profession: 'Profession',
  specialty: 'Specialty',
  printed_name: 'Name for certificates',
  other_emails: 'Further addresses',
  sister_sites: 'Sister sites',
  newsletters: 'Newsletters',
  board: 'Board',
  e_profile_id: 'NABP e-Profile ID',
  birth_day: 'Birth month and day',
  licence: 'Licence',
  identifier_trouble: 'Identifiers that fail their check',
  missing_identifiers: 'Identifiers missing',
  other_record: 'Other record',
  // Mail sent earlier.
  last_reset_on: 'Last reset sent',
  last_reset_to: 'Last reset went to',
  last_reset_state: 'Last reset',
  last_confirmation_on: 'Last confirmation sent',
  last_confirmation_to: 'Last confirmation went to',
  last_access_on: 'Last access mail sent',
  last_access_to: 'Last access mail went to',
  // The activity.
  activity: 'Activity',
  activity_format: 'Format',
  activity_minutes: 'Length',
  delivery: 'Given',
  accreditor: 'Accredited by',
  joint_provider: 'With',
  expires_on: 'Expires',
  expired: 'Expired',
  starts_on: 'Starts',
  location: 'Place',
  capacity: 'Places',
  credits_offered: 'Credit offered',
  pharmacology: 'Pharmacology',
  pretest_rule: 'Pre-test',
  posttest_rule: 'Post-test',
  question_count: 'Questions',
  attempt_limit: 'Tries allowed',
  attempts_used: 'Tries used',
  attempts_left: 'Tries left',
  best_score: 'Best score',
  pass_mark: 'Pass mark',
  instructor: 'Instructor',
  mobile: 'On a phone',
  app: 'In the app',
  downloads: 'Downloads',
  short_code: 'Short link',
  fee: 'Fee',
  achievement: 'Certificate of achievement',
  topics: 'Topics',
  event_code: 'Event code',
  last_session: 'Latest session',
  // The enrolment and where it stands.
  registered_on: 'Registered',
  pretest_on: 'Pre-test done',
  passed_on: 'Post-test passed',
  evaluated_on: 'Evaluation sent',
  attended_on: 'Attended',
  code_entered_on: 'Event code entered',
  segments: 'Segments done',
  complete_by: 'Time to complete ends',
  claim_by: 'Open to claim until',
  claim_closed_on: 'Time to claim ended',
  next_step: 'Next step',
  exception: 'Exception on record',
  // The claim, its certificate and its report.
  credit: 'Claimed',
  claimed_on: 'Claimed on',
  maximum: 'Designated for',
  certificate_number: 'Certificate',
  certificate_form: 'Form',
  certificate_name: 'Name printed',
  other_types: 'Types it can become',
  report_body: 'Reported to',
  report_due_on: 'Report due',
  report_state: 'Report',
  report_message: 'Answer of the body',
  newer_fact: 'Newer fact',
  official_record: 'Official record',
  certificates_on_file: 'Certificates on file',
  // Credit that accrues, and the membership.
  claimable: 'Ready to claim',
  waiting_topics: 'Waiting topics',
  first_lapse_on: 'First to lapse',
  lapsed_on: 'Lapsed',
  membership: 'Membership',
  membership_until: 'Membership until',
  // Purchases and the catalogue.
  order_number: 'Order',
  order_date: 'Placed',
  order_total: 'Total',
  order_status: 'Order status',
  order_items: 'Bought',
  package_dates: 'Expiry of each activity',
  receipt_number: 'Receipt',
  meetings: 'Upcoming meetings',
  texts: 'Text activities',
  journals: 'Journal activities',
  recordings: 'Audio and video',
  board_reviews: 'Board reviews',
} as const satisfies Record<string, string>

export type FactName = keyof typeof factLabels

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(factLabels, name)
}

/** Known in every portal and for every learner: a reply may use them without asking first. */
export const factsAlwaysKnown: readonly FactName[] = [
  'portal', 'provider', 'web', 'support_address', 'office_hours', 'reply_time', 'reply_due', 'reset_style', 'junk_minutes',
  'evaluation_rule', 'attempt_rule', 'old_names_rule', 'how_to_claim', 'where_certificates', 'where_account',
]

/** Known for every learner, and only with one. */
export const factsOfEveryLearner: readonly FactName[] = ['email', 'account_status', 'profession']

/** What the record says, in words; `raw` is what branches compare. */
export interface Fact {
  readonly words: string
  readonly raw: string
  /** Where it stands: a record's kind and number, for the evidence. */
  readonly source: { readonly kind: 'portal' | 'learner' | 'message' | 'activity' | 'enrolment' | 'claim' | 'certificate' | 'report' | 'membership' | 'order' | 'catalogue' | 'exception' | 'clock'; readonly record: string }
}

export type Facts = ReadonlyMap<FactName, Fact>
