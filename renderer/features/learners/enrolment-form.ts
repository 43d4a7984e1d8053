import type { Input } from '@shared/contract'
import { isCivilDate } from '@shared/model/civil-date'
import type { EnrolmentProgress } from './record-act-api'

export const dayFields = ['attendedOn', 'pretestOn', 'passedOn', 'evaluatedOn'] as const
export const numberFields = ['attemptsUsed', 'bestPercent', 'segmentsDone', 'segmentsTotal'] as const
export type ProgressField = (typeof dayFields)[number] | (typeof numberFields)[number]

/** The correction as typed; what is empty takes the value off the record. */
export type EnrolmentForm = Readonly<Record<ProgressField, string>> & { readonly sessionId: string; readonly eventCode: string }

/** The record as the form shows it first. */
export function formOf(progress: EnrolmentProgress): EnrolmentForm {
  const text = (value: string | number | null): string => (value === null ? '' : String(value))
  return {
    attendedOn: text(progress.attendedOn),
    pretestOn: text(progress.pretestOn),
    passedOn: text(progress.passedOn),
    evaluatedOn: text(progress.evaluatedOn),
    attemptsUsed: text(progress.attemptsUsed),
    bestPercent: text(progress.bestPercent),
    segmentsDone: text(progress.segmentsDone),
    segmentsTotal: text(progress.segmentsTotal),
    sessionId: '',
    eventCode: '',
  }
}

/** What cannot be read as a day or a whole number, by field. */
export function unreadable(form: EnrolmentForm): Readonly<Partial<Record<ProgressField, string>>> {
  const days = dayFields.filter((field) => form[field] !== '' && !isCivilDate(form[field])).map((field) => [field, 'Write the day as 2026-11-10.'] as const)
  const numbers = numberFields.filter((field) => form[field] !== '' && !/^\d{1,4}$/.test(form[field])).map((field) => [field, 'A whole number.'] as const)
  return Object.fromEntries([...days, ...numbers])
}

/** What differs from the record, ready to be asked for. */
export function changesOf(form: EnrolmentForm, progress: EnrolmentProgress): Input<'enrolments.correct'>['changes'] {
  const first = formOf(progress)
  const days = dayFields.filter((field) => form[field] !== first[field]).map((field) => [field, form[field] === '' ? null : form[field]] as const)
  const numbers = numberFields.filter((field) => form[field] !== first[field]).map((field) => [field, form[field] === '' ? null : Number(form[field])] as const)
  return {
    ...Object.fromEntries(days),
    ...Object.fromEntries(numbers),
    ...(form.sessionId === '' ? {} : { sessionId: form.sessionId }),
    ...(form.eventCode.trim() === '' ? {} : { eventCode: form.eventCode }),
  }
}
