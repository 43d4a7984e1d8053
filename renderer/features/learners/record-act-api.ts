import type { UseQueryResult } from '@tanstack/react-query'
import type { Output } from '@shared/contract'
import { useAsk, type AskRefused } from '../../bridge/use-ask'
import { useCommand, type Command } from '../../bridge/use-command'

export type LedgerEntry = Output<'exceptions.ofLearner'>['entries'][number]
export type ExceptionOption = Output<'exceptions.options'>['options'][number]
export type EnrolmentProgress = Output<'enrolments.progress'>
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

export interface RecordActs {
  readonly grantException: Command<'exceptions.grant'>
  readonly withdrawException: Command<'exceptions.withdraw'>
  readonly correctEnrolment: Command<'enrolments.correct'>
  readonly giveEventCode: Command<'eventCodes.give'>
}

/** The acts on enrolments and the exceptions ledger. */
export function useRecordActs(): RecordActs {
  return {
    grantException: useCommand('exceptions.grant'),
    withdrawException: useCommand('exceptions.withdraw'),
    correctEnrolment: useCommand('enrolments.correct'),
    giveEventCode: useCommand('eventCodes.give'),
  }
}
