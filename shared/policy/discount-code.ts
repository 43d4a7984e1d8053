import type { CivilDate } from '../model/civil-date'
import type { Profession } from '../model/field-codes'
import { civilDateIn, type Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { foldEventCode } from './event-code'
import type { Evidence } from './evidence'
import { withinOneEdit } from './one-edit'

export const discountAudiences = ['student', 'military', 'group', 'public'] as const
export type DiscountAudience = (typeof discountAudiences)[number]

/** A discount code as the platform keeps it; what is null is not stated and bars nothing. */
export interface DiscountCodeFacts {
  readonly code: string
  readonly portal: string
  readonly percent: number | null
  readonly amount: number | null
  readonly audience: DiscountAudience | null
  readonly validFrom: CivilDate | null
  readonly validTo: CivilDate | null
  readonly usesLeft: number | null
}

export interface DiscountQuestion {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly learner: { readonly id: string; readonly profession: Profession }
  /** As the learner typed it. */
  readonly typed: string
  /** Every code on file, of every portal. */
  readonly codes: readonly DiscountCodeFacts[]
  /** Orders of this learner that used a code already. */
  readonly orders: readonly { readonly id: string; readonly discountCode: string; readonly placedAt: Instant }[]
}

export const discountReasons = ['code_missing', 'code_unknown', 'code_mistyped', 'code_of_other_portal', 'code_not_yet_valid', 'code_over', 'code_used_up', 'code_for_students', 'code_for_military', 'code_for_groups', 'code_used_before', 'code_good'] as const
export type DiscountReason = (typeof discountReasons)[number]

/** Why a code was, or would be, refused (H47). `good` says that nothing on record stands against it. */
export interface DiscountVerdict {
  readonly kind: 'good' | 'refused' | 'to_be_proved'
  readonly reason: DiscountReason
  /** The code it was taken for; null where none is like it. */
  readonly code: DiscountCodeFacts | null
  readonly rows: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly nextStep: string
}

function verdict(kind: DiscountVerdict['kind'], reason: DiscountReason, code: DiscountCodeFacts | null, nextStep: string, fields: readonly (readonly [string, string | number | null])[] = []): DiscountVerdict {
  const evidence = code === null ? [] : fields.map(([field, value]): Evidence => ({ recordKind: 'portal', record: code.portal, field, value: value === null ? null : String(value) }))
  return { kind, reason, code, rows: ['H47'], evidence, nextStep }
}

/** The code that was meant: to the letter, else but for case and blanks, else a look-alike or one wrong letter. */
function meant(question: DiscountQuestion): { readonly code: DiscountCodeFacts; readonly exactly: boolean } | undefined {
  const typed = question.typed.normalize('NFKC').trim()
  const own = [...question.codes].sort((one, other) => Number(other.portal === question.portal.key) - Number(one.portal === question.portal.key))
  const exact = own.find((one) => one.code === typed) ?? own.find((one) => one.code.toLowerCase() === typed.toLowerCase())
  if (exact !== undefined) return { code: exact, exactly: true }
  const folded = foldEventCode(typed)
  const alike = own.find((one) => foldEventCode(one.code) === folded) ?? (folded.length < 5 ? undefined : own.find((one) => withinOneEdit(foldEventCode(one.code), folded)))
  return alike === undefined ? undefined : { code: alike, exactly: false }
}

function judgeAudience(code: DiscountCodeFacts, { learner }: DiscountQuestion): DiscountVerdict | undefined {
  switch (code.audience) {
    case 'student':
      return learner.profession === 'student'
        ? undefined
        : { ...verdict('refused', 'code_for_students', code, 'It is for students. If they are one, correct the profession first; else offer a code open to everybody.', [['audience', 'student']]), evidence: [{ recordKind: 'learner', record: learner.id, field: 'profession', value: learner.profession }] }
    case 'military':
      return verdict('to_be_proved', 'code_for_military', code, 'It is for the military, active or retired. The record does not say who serves: ask for their proof.', [['audience', 'military']])
    case 'group':
      return verdict('to_be_proved', 'code_for_groups', code, 'It is for groups: it works with an order of several seats. Ask whether they bought for a group.', [['audience', 'group']])
    case 'public':
    case null:
      return undefined
  }
}

/**
 * "Why was my code refused?" (H47): the first reason that the record gives, in the order in which a till would find it:
 * the code itself, its portal, its days, its uses, its audience, and whether this learner used it before.
 */
export function judgeDiscountCode(question: DiscountQuestion): DiscountVerdict {
  if (question.typed.trim() === '') return verdict('refused', 'code_missing', null, 'Type the code as the learner has it.')
  const found = meant(question)
  if (found === undefined) return verdict('refused', 'code_unknown', null, 'No code on file is like it. Ask where they have it from; a limited offer may be over.')
  const { code, exactly } = found
  if (code.portal !== question.portal.key) return verdict('refused', 'code_of_other_portal', code, 'It belongs to another portal and works only there.', [['portal', code.portal]])
  const today = civilDateIn(question.now, question.portal.zone.value)
  if (code.validFrom !== null && today < code.validFrom) return verdict('refused', 'code_not_yet_valid', code, 'It does not work yet: name the day it begins.', [['valid_from', code.validFrom]])
  if (code.validTo !== null && today > code.validTo) return verdict('refused', 'code_over', code, 'Its time is over. Offer one that is open now.', [['valid_to', code.validTo]])
  if (code.usesLeft !== null && code.usesLeft <= 0) return verdict('refused', 'code_used_up', code, 'All its uses are taken. Offer one that is open now.', [['uses_left', code.usesLeft]])
  if (!exactly) return verdict('refused', 'code_mistyped', code, `Read it out letter by letter: ${Array.from(code.code).join(' ')}.`, [['code', code.code]])
  const audience = judgeAudience(code, question)
  if (audience?.kind === 'refused') return audience
  const before = question.orders.find((order) => order.discountCode.toLowerCase() === code.code.toLowerCase())
  if (before !== undefined) {
    return { ...verdict('to_be_proved', 'code_used_before', code, 'An order of theirs bears it already. If the platform takes it once a learner, that is why: look at the order.'), evidence: [{ recordKind: 'learner', record: question.learner.id, field: 'orders', value: `${before.id} ${before.placedAt}` }] }
  }
  if (audience !== undefined) return audience
  return verdict('good', 'code_good', code, 'Nothing on record stands against it: have them type it again, without blanks, before paying.', [
    ['valid_to', code.validTo],
    ['uses_left', code.usesLeft],
  ])
}
