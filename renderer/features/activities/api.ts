import type { Input, Output } from '@shared/contract'
import { useAskPages, type AskedPages } from '../../bridge/use-ask-pages'
import { useAsk } from '../../bridge/use-ask'

export type ActivityRow = Output<'activities.list'>['rows'][number]
export type ActivityFilter = Omit<Input<'activities.list'>, 'offset' | 'limit'>
export type Activity = Output<'activities.open'>
export type Designation = Activity['credits'][number]
export type Session = Activity['sessions'][number]

const page = 500

/** The activities that fit a filter, by title; read page by page. */
export function useActivities(filter: ActivityFilter): AskedPages<'activities.list', ActivityRow> {
  return useAskPages('activities.list', (offset) => ({ ...filter, offset, limit: page }), (answer) => answer)
}

/** One activity with its credits and sessions. */
export function useActivity(id: string) {
  return useAsk('activities.open', { id }, { keepFormer: true })
}

/** The portals with their zones, and how many activities there are in all. */
export function useStatus() {
  return useAsk('desk.status', {})
}
