import { judgePromise } from '../policy/promise-clock'
import type { PortalProfile } from '../portals/portal-profile'
import type { FactName } from './fact-names'
import type { PlaybookSubject } from './playbook-subject'
import { countInWords, momentInWords, placeOf, weekdaysInWords } from './words'

/** A fact before its source is known: words, and what branches compare where that differs. */
export type Said = string | readonly [words: string, raw: string] | undefined

/** Facts of one kind of record by name. */
export type SaidFacts = Readonly<Partial<Record<FactName, Said>>>

interface Guide {
  readonly howToClaim: string
  readonly certificates: string
  readonly account: string
}

/** How a portal's pages are named to its learners; a portal not listed gets plain words. */
const guides: Readonly<Record<string, Guide>> = {
  'haymarket-mycme': { howToClaim: 'choose Claim Credits, one credit type, and then Claim and View Certificate', certificates: 'CME History', account: 'My Account' },
  'cleveland-clinic-mycme': { howToClaim: 'sign in to myCME, open the claim for the activity, and confirm the credit', certificates: 'your myCME transcript', account: 'Edit Profile' },
  'med-challenger': { howToClaim: 'open CME Credits, then Claim CME, choose the credit and press the button that shows its total', certificates: 'CME Credits, Claimed', account: 'your account settings' },
  'maryland-pharmacy-ce': { howToClaim: 'see that the evaluation is sent and your numbers are in your profile; the credit is then reported for you', certificates: 'My Courses', account: 'My Account' },
}

const plainGuide: Guide = { howToClaim: 'sign in and open the claim for the activity', certificates: 'your history of credits', account: 'your account settings' }

const resetStyles = { one_time_link: 'a link that works once', temporary_password: 'a temporary password that works once' } as const
const evaluationRules = {
  always: 'it is required for credit',
  where_the_activity_says: 'where the activity asks for it',
  with_the_claim: 'it is part of the claim',
  optional: 'it is optional',
  never: 'it is not asked for',
} as const
const oldNames = {
  editable: 'issued anew when asked',
  frozen: 'stay as issued',
  preview_only: 'checked at the preview',
  external_record: 'kept outside the site',
} as const

function triesOf({ value }: PortalProfile['attempts']): string {
  return value === 'unlimited' ? 'as many tries as you need' : `up to ${countInWords(value, 'try', 'tries')}`
}

function phoneOf(portal: PortalProfile, purposes: readonly RegExp[]): string | undefined {
  const phones = portal.contacts.filter((contact) => contact.channel === 'phone')
  const found = purposes.flatMap((purpose) => phones.filter((phone) => purpose.test(phone.purpose)))[0]
  if (found === undefined) return undefined
  const option = /option \d+/.exec(found.purpose)?.[0]
  return option === undefined ? found.value : `${found.value}, ${option}`
}

/** The portal's rules and lines in words. */
export function portalFacts({ now, portal }: PlaybookSubject): SaidFacts {
  const { weekdays, opensAt, closesAt, replyBusinessDays } = portal.officeHours.value
  const guide = guides[portal.key] ?? plainGuide
  const { dueAt } = judgePromise({ now, portal, receivedAt: now, pauses: [] })
  const { claim, completion, retention } = portal.windows
  return {
    portal: portal.name,
    provider: portal.provider.name,
    web: portal.provider.web,
    support_address: portal.sender.address,
    office_hours: `${weekdaysInWords(weekdays)}, ${opensAt} to ${closesAt} (${placeOf(portal.zone.value)} time)${portal.holidays.value.rule === 'none_stated' ? '' : ', not on holidays'}`,
    reply_time: replyBusinessDays === 0 ? 'on the same business day' : `within ${countInWords(replyBusinessDays, 'business day')}`,
    reply_due: dueAt === null ? 'the next business day' : momentInWords(dueAt, portal.zone.value),
    phone: phoneOf(portal, [/general/, /support/]),
    confirmation_phone: phoneOf(portal, [/confirmation/]),
    postal_address: portal.contacts.find((contact) => contact.channel === 'post')?.value,
    reset_style: [resetStyles[portal.reset.value.style], portal.reset.value.style],
    junk_minutes: countInWords(portal.reset.value.lookInJunkAfterMinutes, 'minute'),
    evaluation_rule: [evaluationRules[portal.requirements.evaluation.value], portal.requirements.evaluation.value],
    attempt_rule: [triesOf(portal.attempts), String(portal.attempts.value)],
    pass_rule: portal.passPercent.value === null ? undefined : `${String(portal.passPercent.value)} %`,
    claim_days: claim === null ? undefined : countInWords(claim.value.days, 'day'),
    completion_days: completion === null ? undefined : countInWords(completion.value.days, 'day'),
    retention: retention === null ? undefined : countInWords(retention.value.years, 'year'),
    plan_needed: portal.membershipToClaim.value === null ? undefined : portal.membershipToClaim.value.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
    old_names_rule: [oldNames[portal.oldCertificateNames.value], portal.oldCertificateNames.value],
    how_to_claim: guide.howToClaim,
    where_certificates: guide.certificates,
    where_account: guide.account,
  }
}
