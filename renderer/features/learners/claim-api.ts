import type { UseQueryResult } from '@tanstack/react-query'
import type { Input, Output } from '@shared/contract'
import { useAsk, type AskRefused } from '../../bridge/use-ask'
import { useCommand, type Command } from '../../bridge/use-command'

export type ClaimPreview = Output<'claims.previewClaim'>
export type AggregatePreview = Output<'claims.previewAggregate'>
export type AggregateCourse = AggregatePreview['courses'][number]
export type Pick = Input<'claims.claimAggregate'>['picks'][number]

/** What a claim for the learner would be, and what stands before it. */
export function useClaimPreview(input: Input<'claims.previewClaim'>): UseQueryResult<ClaimPreview, AskRefused<'claims.previewClaim'>> {
  return useAsk('claims.previewClaim', input, { keepFormer: true })
}

/** What has accrued, and what the picks would make of it. */
export function useAggregatePreview(learnerId: string, picks: readonly Pick[]): UseQueryResult<AggregatePreview, AskRefused<'claims.previewAggregate'>> {
  return useAsk('claims.previewAggregate', { learnerId, picks: [...picks] }, { keepFormer: true })
}

/** What a claim's amount may become. */
export function useAmountPreview(claimId: string, amount: number | undefined): UseQueryResult<Output<'claims.previewAmountChange'>, AskRefused<'claims.previewAmountChange'>> {
  return useAsk('claims.previewAmountChange', { claimId, ...(amount === undefined ? {} : { amount }) }, { keepFormer: true })
}

/** What voiding a claim would do. */
export function useVoidPreview(claimId: string): UseQueryResult<Output<'claims.previewVoid'>, AskRefused<'claims.previewVoid'>> {
  return useAsk('claims.previewVoid', { claimId })
}

/** What a past credit of an activity could be; asked once an activity is chosen. */
export function usePastCreditPreview(learnerId: string, activityId: string | undefined): UseQueryResult<Output<'claims.previewPastCredit'>, AskRefused<'claims.previewPastCredit'>> {
  return useAsk('claims.previewPastCredit', { learnerId, activityId: activityId ?? 'act_0' }, { enabled: activityId !== undefined })
}

/** Activities whose title or number fits what is typed. */
export function useActivitySearch(portal: string, text: string): UseQueryResult<Output<'activities.list'>, AskRefused<'activities.list'>> {
  return useAsk('activities.list', { portal, text, offset: 0, limit: 8 }, { enabled: text.trim().length > 1, keepFormer: true })
}

/** The paper an act on a claim would make, as a specimen. */
export function useClaimSpecimen(input: Input<'claims.specimen'> | undefined): UseQueryResult<Output<'claims.specimen'>, AskRefused<'claims.specimen'>> {
  return useAsk('claims.specimen', input ?? { of: 'amount', claimId: 'clm_0', amount: 0 }, { enabled: input !== undefined, keepFormer: true })
}

export interface ClaimActs {
  readonly claim: Command<'claims.claimForLearner'>
  readonly claimAggregate: Command<'claims.claimAggregate'>
  readonly changeAmount: Command<'claims.changeAmount'>
  readonly voidClaim: Command<'claims.void'>
  readonly addPastCredit: Command<'claims.addPastCredit'>
}

/** The acts on claims beside the change of type. */
export function useClaimActs(): ClaimActs {
  return {
    claim: useCommand('claims.claimForLearner'),
    claimAggregate: useCommand('claims.claimAggregate'),
    changeAmount: useCommand('claims.changeAmount'),
    voidClaim: useCommand('claims.void'),
    addPastCredit: useCommand('claims.addPastCredit'),
  }
}
