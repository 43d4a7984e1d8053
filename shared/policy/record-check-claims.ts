import { formatCreditAmount, type CreditAmount } from '../model/credit-amount'
import type { CivilDate } from '../model/civil-date'
import type { CreditType, Profession } from '../model/field-codes'
import { civilDateIn, type Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { designatedCreditFor, type DesignatedCredit } from './designated-credit'
import { evidenceFrom } from './diagnosis-findings'
import type { Evidence } from './evidence'
import { readUniversalActivityNumber } from './identifiers'
import { recordCheckVerdict, type RecordCheckVerdict } from './record-check'

/** A claim that stands, with the way to it as the record has it; `null` is "not known". */
export interface StandingClaimFacts {
  readonly portal: PortalProfile
  readonly claim: { readonly id: string; readonly claimedAt: Instant }
  readonly activity: {
    readonly id: string
    readonly expiresOn: CivilDate | null
    readonly pretestRequired: boolean
    readonly posttestRequired: boolean
    readonly evaluationRequired: boolean
    readonly passPercent: number | null
    readonly hasEventCode: boolean
  }
  readonly enrolment: {
    readonly id: string
    readonly pretestAt: Instant | null
    readonly bestPercent: number | null
    readonly passedAt: Instant | null
    readonly evaluatedAt: Instant | null
    readonly eventCodeEnteredAt: Instant | null
    readonly segmentsDone: number | null
    readonly segmentsTotal: number | null
  }
  /** The first day on which credit was earned there, where it accrues topic by topic; null where it does not. */
  readonly firstEarnedAt: Instant | null
}

function passed({ portal, activity, enrolment }: StandingClaimFacts): boolean {
  const mark = activity.passPercent ?? portal.passPercent.value
  return enrolment.passedAt !== null || (mark !== null && enrolment.bestPercent !== null && enrolment.bestPercent >= mark)
}

/** Claimed although the activity requires a step the record does not have (H20, H35, C7, P9, P20). */
export function judgeRequiredSteps(facts: StandingClaimFacts): RecordCheckVerdict | null {
  const { activity, enrolment, claim } = facts
  const ofActivity = evidenceFrom('activity', activity.id)
  const ofEnrolment = evidenceFrom('enrolment', enrolment.id)
  const open: Evidence[] = []
  const rows: string[] = []
  const add = (row: string, ...evidence: readonly Evidence[]): void => {
    rows.push(row)
    open.push(...evidence)
  }
  if (activity.pretestRequired && enrolment.pretestAt === null) add('H20', ofActivity('pretest_required', 'yes'), ofEnrolment('pretest_at', null))
  if (activity.posttestRequired && !passed(facts)) add('H20', ofActivity('posttest_required', 'yes'), ofEnrolment('passed_at', null), ofEnrolment('best_percent', enrolment.bestPercent))
  if (activity.evaluationRequired && enrolment.evaluatedAt === null) add('P9', ofActivity('evaluation_required', 'yes'), ofEnrolment('evaluated_at', null))
  if (activity.hasEventCode && enrolment.eventCodeEnteredAt === null) add('C7', ofEnrolment('event_code_entered_at', null))
  const { segmentsDone: done, segmentsTotal: total } = enrolment
  if (done !== null && total !== null && done < total) add('P20', ofEnrolment('segments_done', done), ofEnrolment('segments_total', total))
  if (open.length === 0) return null
  const evidence = [evidenceFrom('claim', claim.id)('claimed_at', claim.claimedAt), ...open]
  return recordCheckVerdict('required_step_missing', { rows: [...new Set(rows), 'H35'], evidence, fix: 'correct_progress' })
}

/** Claimed after the activity's last day (H43, P26, T23); where a portal keeps earlier credit claimable, only what was earned after it (M20). */
export function judgeClaimAfterExpiry(facts: StandingClaimFacts): RecordCheckVerdict | null {
  const { portal, activity, claim, firstEarnedAt } = facts
  if (activity.expiresOn === null) return null
  const zone = portal.zone.value
  if (civilDateIn(claim.claimedAt, zone) <= activity.expiresOn) return null
  const { creditEarnedBeforeStaysClaimable: keeps } = portal.windows.expiry.value
  if (keeps && firstEarnedAt !== null && civilDateIn(firstEarnedAt, zone) <= activity.expiresOn) return null
  return recordCheckVerdict('expired_but_claimed_later', {
    rows: [...new Set([...portal.windows.expiry.rows.filter((row) => /^[HCMP]/.test(row)), 'H43', 'P26', 'T23'])],
    evidence: [
      evidenceFrom('activity', activity.id)('expiration_date', activity.expiresOn),
      evidenceFrom('claim', claim.id)('claimed_at', claim.claimedAt),
      ...(keeps && firstEarnedAt !== null ? [evidenceFrom('enrolment', facts.enrolment.id)('earned_at', firstEarnedAt)] : []),
    ],
    date: activity.expiresOn,
    fix: 'void_claim',
  })
}

/** The standing claims of one learner, activity and credit type, oldest first. */
export interface ClaimGroupFacts {
  readonly portal: PortalProfile
  readonly learner: { readonly profession: Profession }
  readonly activity: { readonly id: string; readonly credits: readonly DesignatedCredit[] }
  readonly creditType: CreditType
  readonly claims: readonly { readonly id: string; readonly amount: CreditAmount; readonly claimedAt: Instant; readonly professionAtClaim: Profession | null }[]
}

/** More credit claimed than the activity was designated for, in one claim or in their sum (T2, H34). */
export function judgeDesignation(facts: ClaimGroupFacts): RecordCheckVerdict | null {
  const { activity, creditType, claims, learner } = facts
  const profession = claims[0]?.professionAtClaim ?? learner.profession
  const designated = designatedCreditFor(activity.credits, creditType, profession)
  const maximum = designated?.maxAmount ?? 0
  const sum = claims.reduce((total, claim) => total + claim.amount, 0)
  if (sum <= maximum) return null
  const evidence = [
    evidenceFrom('activity', activity.id)('max_amount', designated === undefined ? null : `${creditType} ${formatCreditAmount(maximum)}`),
    ...claims.map((claim) => evidenceFrom('claim', claim.id)('amount', `${creditType} ${formatCreditAmount(claim.amount)}`)),
  ]
  return recordCheckVerdict('more_than_designated', {
    rows: designated === undefined ? ['H32', 'T2'] : ['T2', 'H34'],
    evidence,
    fix: designated === undefined ? 'change_credit_type' : claims.length > 1 && claims.every((claim) => claim.amount <= maximum) ? 'void_claim' : 'change_amount',
  })
}

/**
 * The same credit twice in one activity on one day of the portal's calendar (T17). Where credit accrues, two claims of a
 * day are parts of it, and only a board's once-a-day rule counts (ABA, ABP; 1.1).
 */
export function judgeRepeatedClaims(facts: ClaimGroupFacts): RecordCheckVerdict | null {
  const { claims, portal, creditType } = facts
  const once = onceADay.includes(creditType)
  if (portal.accrual.value === 'by_topic' && !once) return null
  const dayOf = (claim: ClaimGroupFacts['claims'][number]): CivilDate => civilDateIn(claim.claimedAt, portal.zone.value)
  const day = claims.map(dayOf).find((one, place, all) => all.indexOf(one) !== place)
  if (day === undefined) return null
  return recordCheckVerdict('same_credit_twice', {
    rows: once ? ['T17', '1.1'] : ['T17'],
    evidence: claims.filter((claim) => dayOf(claim) === day).map((claim) => evidenceFrom('claim', claim.id)('claimed_at', claim.claimedAt)),
    date: day,
    fix: 'void_claim',
  })
}

const onceADay: readonly CreditType[] = ['aba_moc', 'abp_moc_2']

/** An activity as far as a twin of it can be told: the other way in which the same content was given. */
export interface TwinFacts {
  readonly id: number
  readonly portal: string
  readonly delivery: 'enduring' | 'live'
  readonly titleFolded: string
  readonly accreditationNumbers: readonly string[]
}

/** What two numbers for one content share: all but the letter for home or live (1.4). */
function contentOf(number: string): string | null {
  const read = readUniversalActivityNumber(number)
  return read.kind === 'current' ? [read.provider, read.jointProvider, read.releaseYear, read.sequence, read.topic].join('-') : null
}

/**
 * The activities that give one content both live and at home, by content: equal universal numbers but for the letter, or
 * one title in one portal (T17, rows 33, 36 and 37 of the activities seen). Only contents given both ways.
 */
export function listTwins(activities: readonly TwinFacts[]): readonly { readonly content: string; readonly activityIds: readonly number[] }[] {
  const groups = new Map<string, TwinFacts[]>()
  for (const activity of activities) {
    const contents = [...new Set(activity.accreditationNumbers.map(contentOf))].filter((content) => content !== null)
    for (const content of [...contents, `${activity.portal}: ${activity.titleFolded}`]) groups.set(content, [...(groups.get(content) ?? []), activity])
  }
  const found = new Map<string, { content: string; activityIds: readonly number[] }>()
  for (const [content, members] of groups) {
    if (!members.some((one) => one.delivery === 'live') || !members.some((one) => one.delivery === 'enduring')) continue
    const activityIds = members.map((one) => one.id).sort((one, other) => one - other)
    found.set(activityIds.join(), { content, activityIds })
  }
  return [...found.values()]
}

/** A learner's standing claims of one type in activities of one content. */
export interface TwinClaimFacts {
  readonly creditType: CreditType
  readonly claims: readonly { readonly id: string; readonly activityId: string; readonly delivery: 'enduring' | 'live'; readonly claimedOn: CivilDate }[]
}

/** The same content claimed live and at home (T17). */
export function judgeTwinClaims(facts: TwinClaimFacts): RecordCheckVerdict | null {
  const { claims, creditType } = facts
  const ways = new Set(claims.map((claim) => claim.delivery))
  if (ways.size < 2) return null
  return recordCheckVerdict('same_credit_twice', {
    rows: ['T17', '1.4'],
    evidence: claims.flatMap((claim) => [
      evidenceFrom('activity', claim.activityId)('delivery', claim.delivery),
      evidenceFrom('claim', claim.id)('claimed_at', `${creditType} ${claim.claimedOn}`),
    ]),
    date: claims.at(-1)?.claimedOn ?? null,
    fix: 'void_claim',
  })
}
