import type { Output } from '@shared/contract'
import { useAsk } from '../../bridge/use-ask'
import { useCommand } from '../../bridge/use-command'

export type Portal = Output<'portals.open'>
export type PortalDifference = Portal['differences'][number]
export type PortalRow = Output<'portals.list'>['portals'][number]

/** The portals of this desk. */
export function usePortals() {
  return useAsk('portals.list', {})
}

/** One portal's rules with their history. */
export function usePortal(key: string) {
  return useAsk('portals.open', { key }, { keepFormer: true })
}

/** What is wrong with rules as typed, and in what they differ from those in force. */
export function usePortalCheck(key: string, profile: unknown) {
  return useAsk('portals.check', { key, profile }, { keepFormer: true })
}

/** Saves rules as a new version, or puts an earlier one back. */
export function usePortalActs() {
  return { save: useCommand('portals.save'), putBack: useCommand('portals.putBack') }
}
