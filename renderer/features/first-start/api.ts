import { useAsk } from '../../bridge/use-ask'
import { useCommand } from '../../bridge/use-command'

/** Takes the sample records in. */
export function useOpenSample() {
  return useCommand('desk.openSample')
}

/** Begins with no record at all. */
export function useStartEmpty() {
  return useCommand('desk.startEmpty')
}

/** Stops the sample's import. */
export function useCancelImport() {
  return useCommand('imports.cancel')
}

/** How far the sample's import has come. */
export function useImport(importId: string | undefined) {
  return useAsk('imports.open', { importId: importId ?? 'imp_0' }, { enabled: importId !== undefined })
}
