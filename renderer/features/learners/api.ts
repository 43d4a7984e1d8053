import type { UseQueryResult } from '@tanstack/react-query'
import type { Input, Output } from '@shared/contract'
import type { CreditType } from '@shared/model/field-codes'
import { useAsk, type AskRefused } from '../../bridge/use-ask'
import { useCommand, type Command } from '../../bridge/use-command'

export type LearnerRecord = Output<'learners.open'>
export type Learner = LearnerRecord['learner']
export type Claim = LearnerRecord['claims'][number]
export type Certificate = Claim['certificates'][number]
export type Enrolment = LearnerRecord['enrolments'][number]
export type Order = LearnerRecord['orders'][number]
export type LearnerMessage = LearnerRecord['messages'][number]
export type TimelineEntry = LearnerRecord['timeline'][number]
export type HistoryEntry = Output<'learners.history'>['entries'][number]
export type LearnerRow = Output<'learners.list'>['rows'][number]
export type FindingOfRecord = Output<'diagnosis.ofLearner'>['findings'][number]
export type StepOfDiagnosis = NonNullable<Output<'diagnosis.ofActivity'>['steps']>[number]
export type CreditChange = Output<'claims.previewCreditChange'>
export type CreditOption = CreditChange['options'][number]
export type PaperPrint = Output<'paper.print'>

/** A page of the learners, filtered and sorted in main. */
export function useLearners(input: Input<'learners.list'>): UseQueryResult<Output<'learners.list'>, AskRefused<'learners.list'>> {
  return useAsk('learners.list', input, { keepFormer: true })
}

/** The portals and the operator, from the shell's own question. */
export function useStatus(): UseQueryResult<Output<'desk.status'>, AskRefused<'desk.status'>> {
  return useAsk('desk.status', {})
}

/** One learner's whole record. */
export function useLearnerRecord(id: string): UseQueryResult<LearnerRecord, AskRefused<'learners.open'>> {
  return useAsk('learners.open', { id }, { keepFormer: true })
}

/** What the record answers about a learner, or about a learner and one activity. */
export function useDiagnosis(id: string, activityId: string | undefined): UseQueryResult<Output<'diagnosis.ofLearner'>, AskRefused<'diagnosis.ofLearner'> | AskRefused<'diagnosis.ofActivity'>> {
  const ofLearner = useAsk('diagnosis.ofLearner', { id }, { enabled: activityId === undefined })
  const ofActivity = useAsk('diagnosis.ofActivity', { id, activityId: activityId ?? '' }, { enabled: activityId !== undefined })
  return activityId === undefined ? ofLearner : ofActivity
}

/** Activities of a portal with these words in their titles, a few. */
export function useActivitiesOfPortal(portal: string, text: string): UseQueryResult<Output<'activities.list'>, AskRefused<'activities.list'>> {
  return useAsk('activities.list', { offset: 0, limit: 20, portal, ...(text === '' ? {} : { text }) }, { keepFormer: true })
}

/** Who did what to the record, newest first. */
export function useHistory(id: string, limit: number): UseQueryResult<Output<'learners.history'>, AskRefused<'learners.history'>> {
  return useAsk('learners.history', { id, offset: 0, limit }, { keepFormer: true })
}

/** Whose address this is already, while it is typed. */
export function useEmailOwner(portal: string, email: string, exceptId: string): UseQueryResult<Output<'learners.emailOwner'>, AskRefused<'learners.emailOwner'>> {
  return useAsk('learners.emailOwner', { portal, email, exceptId }, { enabled: /^\S+@\S+\.\S+$/.test(email) })
}

/** What the activity offers, what this profession may have, and what a change would do. */
export function useCreditChange(claimId: string, to: CreditType | undefined, amount: number | undefined): UseQueryResult<CreditChange, AskRefused<'claims.previewCreditChange'>> {
  return useAsk('claims.previewCreditChange', { claimId, ...(to === undefined ? {} : { to }), ...(amount === undefined ? {} : { amount }) }, { keepFormer: true })
}

/** The paper that a change would make, as a specimen. */
export function useSpecimen(claimId: string, to: CreditType | undefined, amount: number | undefined): UseQueryResult<Output<'paper.previewCreditChange'>, AskRefused<'paper.previewCreditChange'>> {
  return useAsk('paper.previewCreditChange', { claimId, to: to ?? 'participation', ...(amount === undefined ? {} : { amount }) }, { enabled: to !== undefined })
}

/** What a reset would send, and when the last one went. */
export function useResetPreview(learnerId: string): UseQueryResult<Output<'resets.preview'>, AskRefused<'resets.preview'>> {
  return useAsk('resets.preview', { learnerId })
}

export interface LearnerActs {
  readonly edit: Command<'learners.edit'>
  readonly showMasked: Command<'learners.showMasked'>
  readonly changeCreditType: Command<'claims.changeCreditType'>
  readonly issueReceipt: Command<'receipts.issue'>
  readonly issueTranscript: Command<'transcripts.issue'>
  readonly sendReset: Command<'resets.send'>
}

/** The acts on a learner's record. */
export function useLearnerActs(): LearnerActs {
  return {
    edit: useCommand('learners.edit'),
    showMasked: useCommand('learners.showMasked'),
    changeCreditType: useCommand('claims.changeCreditType'),
    issueReceipt: useCommand('receipts.issue'),
    issueTranscript: useCommand('transcripts.issue'),
    sendReset: useCommand('resets.send'),
  }
}

export interface PaperActs {
  readonly print: Command<'paper.print'>
  readonly open: Command<'paper.open'>
  readonly save: Command<'paper.save'>
  readonly toPrinter: Command<'paper.toPrinter'>
}

/** The acts on a stored paper. */
export function usePaperActs(): PaperActs {
  return { print: useCommand('paper.print'), open: useCommand('paper.open'), save: useCommand('paper.save'), toPrinter: useCommand('paper.toPrinter') }
}

/** Lets a waiting mail be held back for as long as it has not gone. */
export function useHoldBack(): Command<'outbox.hold'> {
  return useCommand('outbox.hold')
}
