import type { UseQueryResult } from '@tanstack/react-query'
import type { Output } from '@shared/contract'
import type { Profession } from '@shared/model/field-codes'
import { useAsk, type AskRefused } from '../../bridge/use-ask'
import { useCommand, type Command } from '../../bridge/use-command'

export type LedgerEntry = Output<'exceptions.ofLearner'>['entries'][number]
export type ExceptionOption = Output<'exceptions.options'>['options'][number]
export type EnrolmentProgress = Output<'enrolments.progress'>
export type NamePolicy = Output<'learners.namePolicy'>
export type ProfessionPreview = Output<'learners.previewProfession'>
export type DiscountAnswer = Output<'orders.checkDiscountCode'>
export type FoundSession = Output<'eventCodes.find'>['sessions'][number]

/** A learner's exceptions and how many are in force. */
export function useExceptions(learnerId: string): UseQueryResult<Output<'exceptions.ofLearner'>, AskRefused<'exceptions.ofLearner'>> {
  return useAsk('exceptions.ofLearner', { learnerId })
}

/** Which rules could be set aside for a learner in an activity, and why the others cannot. */
export function useExceptionOptions(learnerId: string, activityId: string): UseQueryResult<Output<'exceptions.options'>, AskRefused<'exceptions.options'>> {
  return useAsk('exceptions.options', { learnerId, activityId })
}

/** An enrolment as it is corrected. */
export function useEnrolmentProgress(id: string): UseQueryResult<EnrolmentProgress, AskRefused<'enrolments.progress'>> {
  return useAsk('enrolments.progress', { id })
}

/** Sessions by half-remembered title, date or room; those of one activity before anything was asked. */
export function useEventSessions(learnerId: string, question: string, activityId: string | undefined): UseQueryResult<Output<'eventCodes.find'>, AskRefused<'eventCodes.find'>> {
  const ofActivity = question.trim() === '' && activityId !== undefined
  return useAsk('eventCodes.find', { learnerId, question, ...(ofActivity ? { activityId } : {}) }, { keepFormer: true })
}

/** Whether issued certificates may bear a new name, and which are in force. */
export function useNamePolicy(id: string): UseQueryResult<NamePolicy, AskRefused<'learners.namePolicy'>> {
  return useAsk('learners.namePolicy', { id })
}

/** What another profession would change, once one is chosen. */
export function useProfessionPreview(id: string, to: Profession | undefined): UseQueryResult<ProfessionPreview, AskRefused<'learners.previewProfession'>> {
  return useAsk('learners.previewProfession', { id, to: to ?? 'other' }, { enabled: to !== undefined })
}

/** Why a discount code was refused, once one is asked about. */
export function useDiscountCode(learnerId: string, typed: string | undefined): UseQueryResult<DiscountAnswer, AskRefused<'orders.checkDiscountCode'>> {
  return useAsk('orders.checkDiscountCode', { learnerId, typed: typed ?? '' }, { enabled: typed !== undefined, keepFormer: true })
}

export interface RecordActs {
  readonly changeName: Command<'learners.changeName'>
  readonly changeProfession: Command<'learners.changeProfession'>
  readonly grantException: Command<'exceptions.grant'>
  readonly withdrawException: Command<'exceptions.withdraw'>
  readonly correctEnrolment: Command<'enrolments.correct'>
  readonly giveEventCode: Command<'eventCodes.give'>
}

/** The acts on enrolments and the exceptions ledger. */
export function useRecordActs(): RecordActs {
  return {
    changeName: useCommand('learners.changeName'),
    changeProfession: useCommand('learners.changeProfession'),
    grantException: useCommand('exceptions.grant'),
    withdrawException: useCommand('exceptions.withdraw'),
    correctEnrolment: useCommand('enrolments.correct'),
    giveEventCode: useCommand('eventCodes.give'),
  }
}
