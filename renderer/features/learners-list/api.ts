import type { Input, Output } from '@shared/contract'
import { useAskPages, type AskedPages } from '../../bridge/use-ask-pages'
import { useAsk } from '../../bridge/use-ask'

export type LearnerRow = Output<'learners.list'>['rows'][number]
export type LearnerFilter = Omit<Input<'learners.list'>, 'offset' | 'limit'>
export type LearnerSort = NonNullable<LearnerFilter['sort']>

const page = 500

/** The learners that fit a filter, in its order; read page by page. */
export function useLearners(filter: LearnerFilter): AskedPages<'learners.list', LearnerRow> {
  return useAskPages('learners.list', (offset) => ({ ...filter, offset, limit: page }), (answer) => answer)
}

/** The portals with their zones, and how many learners there are in all. */
export function useStatus() {
  return useAsk('desk.status', {})
}
