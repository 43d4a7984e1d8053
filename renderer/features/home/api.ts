import type { Output } from '@shared/contract'
import { useAsk } from '../../bridge/use-ask'

export type Home = Output<'desk.home'>
export type Status = Output<'desk.status'>
export type HomeRow = Home['failing'][number]

/** What waits, fails and happened lately. */
export function useHome() {
  return useAsk('desk.home', {})
}

/** The store, its back-up, its outbox, its portals. */
export function useStatus() {
  return useAsk('desk.status', {})
}
