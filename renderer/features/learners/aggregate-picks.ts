import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import type { AggregateCourse, Pick } from './claim-api'

/** What is picked while the dialog is open: an amount as typed by topic, a type by course. */
export interface Picking {
  readonly amounts: Readonly<Record<string, string>>
  readonly types: Readonly<Record<string, CreditType>>
}

export const nothingPicked: Picking = { amounts: {}, types: {} }

/** The type a course is claimed as: the chosen one, else the first it offers, which is the default (M10). */
export function typeOf(course: AggregateCourse, { types }: Picking): AggregateCourse['types'][number] | undefined {
  return course.types.find(({ creditType }) => creditType === types[course.activityId]) ?? course.types[0]
}

/** Whether a course is picked whole, in part or not at all. */
export function pickedOf(course: AggregateCourse, picking: Picking): 'all' | 'some' | 'none' {
  const whole = typeOf(course, picking)?.whole.topics ?? []
  const picked = course.topics.filter(({ earnedCreditId }) => picking.amounts[earnedCreditId] !== undefined)
  if (picked.length === 0) return 'none'
  const same = picked.length === whole.length && whole.every(({ earnedCreditId, amount }) => parseCreditAmount(picking.amounts[earnedCreditId] ?? '') === amount)
  return same ? 'all' : 'some'
}

/** Leaves a course out. */
export function withoutCourse(course: AggregateCourse, picking: Picking): Picking {
  const own = new Set(course.topics.map(({ earnedCreditId }) => earnedCreditId))
  return { ...picking, amounts: Object.fromEntries(Object.entries(picking.amounts).filter(([id]) => !own.has(id))) }
}

/** Takes all that a course has, as the type it is claimed as (M12). */
export function withWholeCourse(course: AggregateCourse, picking: Picking): Picking {
  const whole = typeOf(course, picking)?.whole.topics ?? []
  const rest = withoutCourse(course, picking)
  return { ...rest, amounts: { ...rest.amounts, ...Object.fromEntries(whole.map(({ earnedCreditId, amount }) => [earnedCreditId, formatCreditAmount(amount)])) } }
}

/** Takes a topic, or leaves it out; taken with all that is left of it. */
export function withTopic(earnedCreditId: string, amount: string | undefined, picking: Picking): Picking {
  const others = Object.entries(picking.amounts).filter(([id]) => id !== earnedCreditId)
  return { ...picking, amounts: Object.fromEntries(amount === undefined ? others : [...others, [earnedCreditId, amount]]) }
}

/** The picks as the desk is asked for them; a course with an unreadable amount is told apart. */
export function picksOf(courses: readonly AggregateCourse[], picking: Picking): { readonly picks: readonly Pick[]; readonly unreadable: boolean } {
  let unreadable = false
  const picks = courses.flatMap((course): Pick[] => {
    const type = typeOf(course, picking)
    const topics = course.topics.flatMap(({ earnedCreditId }) => {
      const text = picking.amounts[earnedCreditId]
      const amount = text === undefined ? undefined : parseCreditAmount(text)
      if (text !== undefined && amount === undefined) unreadable = true
      return amount === undefined ? [] : [{ earnedCreditId, amount }]
    })
    return type === undefined || topics.length === 0 ? [] : [{ activityId: course.activityId, creditType: type.creditType, topics }]
  })
  return { picks, unreadable }
}

/** The totals by credit type, never added across types: "3.00", or "2.00 + 1.00". */
export function totalWords(picks: readonly Pick[]): string {
  const totals = new Map<CreditType, number>()
  for (const { creditType, topics } of picks) totals.set(creditType, (totals.get(creditType) ?? 0) + topics.reduce((sum, { amount }) => sum + amount, 0))
  return [...totals.values()].map(formatCreditAmount).join(' + ')
}
