import { z } from 'zod'
import { civilDateSchema, isCivilDate } from '../model/civil-date'
import { creditTypeSchema, professionSchema, reportingBodies } from '../model/field-codes'

/** Where a value comes from: a portal row (H32), a source (S71), a section (5.5), or a house rule where no source decides. */
const ruleRowSchema = z.string().regex(/^(?:[HCMPT]\d{1,2}|S\d{1,3}|[0-9]\.[0-9]|house)$/)

/** A value beside the rows it is taken from; `note` keeps what else those rows say. */
const cited = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ value, rows: z.array(ruleRowSchema).min(1).readonly(), note: z.string().min(1).optional() })

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

function isDayOfEveryYear(monthDay: string): boolean {
  return isCivilDate(`2001-${monthDay}`)
}

const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const requirementSchema = z.enum(['always', 'where_the_activity_says', 'with_the_claim', 'optional', 'never'])

const officeHoursSchema = z
  .strictObject({
    weekdays: z.array(z.number().int().min(1).max(7)).min(1).readonly(),
    opensAt: timeOfDaySchema,
    closesAt: timeOfDaySchema,
    replyBusinessDays: z.number().int().min(0).max(30),
  })
  .refine((hours) => hours.opensAt < hours.closesAt, { path: ['closesAt'], message: 'closes before it opens' })

const windowDaysSchema = z.number().int().min(1).max(3660)

const reportDueSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('days_after'),
    days: windowDaysSchema,
    anchor: z.enum(['claim', 'participation', 'earlier_of_participation_and_evaluation']),
  }),
  z.strictObject({ kind: z.literal('next_month_day'), monthDay: z.string().refine(isDayOfEveryYear, { message: 'not a day of every year written MM-DD' }) }),
])

const reportRouteSchema = z
  .strictObject({
    creditTypes: z.array(creditTypeSchema).min(1).readonly(),
    /** Empty: any profession. */
    professions: z.array(professionSchema).readonly(),
    /** `learner`: the learner reports; the provider sends nothing. */
    body: z.enum([...reportingBodies, 'learner']),
    due: reportDueSchema.nullable(),
    /** The claims this route serves, by the day of the claim; empty means without limit. */
    from: civilDateSchema.nullable(),
    to: civilDateSchema.nullable(),
    rows: z.array(ruleRowSchema).min(1).readonly(),
    /** A fact that has overtaken the portal's rule: shown beside the answer, never instead of it. */
    newerFact: z.strictObject({ since: civilDateSchema.nullable(), text: z.string().min(1), rows: z.array(ruleRowSchema).min(1).readonly() }).nullable(),
  })
  .refine((route) => (route.body === 'learner') === (route.due === null), { path: ['due'], message: 'a body that is told has a date, a learner has none' })

const contactLineSchema = z.strictObject({
  purpose: z.string().min(1),
  channel: z.enum(['phone', 'post', 'email', 'page']),
  value: z.string().min(1),
  rows: z.array(ruleRowSchema).min(1).readonly(),
})

/**
 * A provider's rules as data. A new provider is a new profile and no code: every difference between portals
 * that a rule, a letter or a printed page depends on is a field here.
 */
export const portalProfileSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{1,62}$/),
  name: z.string().min(1),
  /** What lists, clocks and other narrow places call the portal. */
  shortName: z.string().min(1).max(24),
  provider: z.strictObject({
    name: z.string().min(1),
    addressLine: z.string(),
    web: z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}(?:\/[\w./-]*)?$/i),
    accent: z.string().regex(/^#[0-9A-F]{6}$/),
    logoLetter: z.string().min(1).max(2),
    signatory: z.strictObject({ name: z.string().min(1), title: z.string().min(1) }),
    /** How "Credit" is written: singular up to 1.00, or always "Credit(s)" (domain 1.2). */
    phraseNumber: z.enum(['by_amount', 'both']),
  }),
  sender: z.strictObject({ name: z.string().min(1), address: z.email() }),
  zone: cited(z.string().refine(isZone, { message: 'not an IANA time zone' })),
  officeHours: cited(officeHoursSchema),
  holidays: cited(z.strictObject({ rule: z.enum(['none_stated', 'us_federal']), alsoClosedOn: z.array(civilDateSchema).readonly() })),
  requirements: z.strictObject({ pretest: cited(requirementSchema), posttest: cited(requirementSchema), evaluation: cited(requirementSchema) }),
  attempts: cited(z.union([z.literal('unlimited'), z.number().int().min(1).max(100)])),
  passPercent: cited(z.number().int().min(1).max(100).nullable()),
  /** How many questions a post-test below an hour has, for a learner who asks; null where the portal does not say. */
  postTestQuestions: cited(
    z
      .strictObject({ least: z.number().int().min(1).max(500), most: z.number().int().min(1).max(500) })
      .refine((questions) => questions.least <= questions.most, { path: ['most'], message: 'is below the least' }),
  ).nullable(),
  windows: z.strictObject({
    expiry: cited(z.strictObject({ anchor: z.literal('expiration_date'), creditEarnedBeforeStaysClaimable: z.boolean() })),
    claim: cited(z.strictObject({ days: windowDaysSchema, anchor: z.literal('live_end_else_last_requirement') })).nullable(),
    completion: cited(z.strictObject({ days: windowDaysSchema, anchor: z.literal('first_registration') })).nullable(),
    retention: cited(z.strictObject({ years: z.number().int().min(1).max(20), anchor: z.literal('earned') })).nullable(),
  }),
  /** The plan whose membership must be active for a claim; none where claiming is open to everybody. */
  membershipToClaim: cited(z.string().min(1).nullable()),
  accrual: cited(z.enum(['whole_activity', 'by_topic'])),
  partialClaim: cited(z.enum(['before_claiming', 'by_topic', 'not_offered'])),
  certificateUnit: cited(z.enum(['activity', 'chosen_rows', 'course_title_per_claim', 'external_record'])),
  oldCertificateNames: cited(z.enum(['editable', 'frozen', 'preview_only', 'external_record'])),
  /** In order: the first that an activity offers and the profession may have is what a claim starts with. */
  defaultCreditTypes: cited(z.array(creditTypeSchema).min(1).readonly()),
  claimIdentifiers: cited(
    z
      .array(
        z.strictObject({
          professions: z.array(professionSchema).min(1).readonly(),
          identifiers: z.array(z.enum(['nabp_eprofile_id', 'birth_month_day', 'licence'])).min(1).readonly(),
        }),
      )
      .readonly(),
  ),
  /** A stored password is never mailed, whatever a FAQ promises (trap T19): a one-time link, or one that dies at first use. */
  reset: cited(z.strictObject({ style: z.enum(['one_time_link', 'temporary_password']), lookInJunkAfterMinutes: z.number().int().min(1).max(1440) })),
  reportRoutes: z.array(reportRouteSchema).readonly(),
  contacts: z.array(contactLineSchema).readonly(),
})

export type PortalProfile = Readonly<z.infer<typeof portalProfileSchema>>
export type ReportRoute = PortalProfile['reportRoutes'][number]
export type ClaimIdentifier = PortalProfile['claimIdentifiers']['value'][number]['identifiers'][number]
