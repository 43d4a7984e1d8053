import type { Input, Output } from '@shared/contract'
import { useAsk } from '../../bridge/use-ask'
import { useAskPages, type AskedPages } from '../../bridge/use-ask-pages'
import { useCommand, type Command } from '../../bridge/use-command'

export type Finding = Output<'checks.list'>['rows'][number]
export type FindingState = Input<'checks.list'>['state']
export type FindingKind = Finding['kind']
export type CheckRun = NonNullable<Output<'checks.overview'>['latest']>
export type FindingFilter = Omit<Input<'checks.list'>, 'offset' | 'limit'>

const page = 500

/** The last run, and how many findings of each kind stand. */
export function useCheckOverview() {
  return useAsk('checks.overview', {}, { keepFormer: true })
}

/** The findings that fit a filter, gravest kind first; read page by page. */
export function useFindings(filter: FindingFilter): AskedPages<'checks.list', Finding> {
  return useAskPages('checks.list', (offset) => ({ ...filter, offset, limit: page }), (answer) => answer)
}

/** The portals and their zones. */
export function useStatus() {
  return useAsk('desk.status', {})
}

export interface CheckActs {
  readonly start: Command<'checks.start'>
  readonly cancel: Command<'checks.cancel'>
  readonly accept: Command<'checks.accept'>
  readonly fix: Command<'checks.fix'>
}

/** What can be done about checks and findings. */
export function useCheckActs(): CheckActs {
  return { start: useCommand('checks.start'), cancel: useCommand('checks.cancel'), accept: useCommand('checks.accept'), fix: useCommand('checks.fix') }
}
