import type { Answer, Bridge, Input, Method } from '@shared/contract'

declare global {
  interface Window {
    /** What preload exposes. */
    readonly app: Bridge
  }
}

/** Asks main. A broken bridge is answered as `internal`: every caller has words for that. */
export async function ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> {
  try {
    // Dispatch answers by the contract, as text: see main/ipc/register.ts.
    return JSON.parse(await window.app.invoke(method, input)) as Answer<M>
  } catch (failure) {
    // The rejection's text may quote the input, which may be personal: only its kind is told.
    console.warn(`The bridge refused ${method}: ${failure instanceof Error ? failure.name : 'unknown'}`)
    return { ok: false, error: { code: 'internal' } }
  }
}

/** Calls back with the topics of each committed change; gives the way to stop. */
export function onChanged(listener: Parameters<Bridge['onChanged']>[0]): () => void {
  return window.app.onChanged(listener)
}
