import { useEffect, useRef, useState } from 'react'
import type { Instant } from '@shared/model/instant'
import type { Ticket } from './api'
import { useTicketActs } from './api'

export type DraftKind = 'reply' | 'note'

export type DraftState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saved'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly code: string }

/** A draft is kept after so much rest (look.md). */
const restMilliseconds = 1000

/** The text being typed, kept as typed: it survives a restart and says when it was saved. */
export function useDraft(ticket: Ticket, kind: DraftKind, initial: string): { readonly body: string; readonly state: DraftState; readonly type: (body: string) => void; readonly sent: () => void } {
  const kept = ticket.drafts[kind]
  const [body, setBody] = useState(kept?.body ?? initial)
  const [state, setState] = useState<DraftState>(kept === null ? { kind: 'empty' } : { kind: 'saved', at: kept.savedAt })
  const revision = useRef(kept?.revision ?? 0)
  const { saveDraft } = useTicketActs()
  const { run } = saveDraft
  useEffect(() => {
    if (state.kind !== 'unsaved') return undefined
    const timer = window.setTimeout(() => {
      void run({ id: ticket.id, draft: kind, body: body === initial ? '' : body, revision: revision.current }).then((answer) => {
        if (!answer.ok) {
          setState({ kind: 'refused', code: answer.error.code })
          return
        }
        revision.current = answer.value.revision
        setState((now) => (now.kind === 'unsaved' ? { kind: 'saved', at: answer.value.savedAt } : now))
      })
    }, restMilliseconds)
    return () => window.clearTimeout(timer)
  }, [state.kind, body, run, ticket.id, kind, initial])
  return {
    body,
    state,
    type: (typed) => {
      setBody(typed)
      setState({ kind: 'unsaved' })
    },
    sent: () => {
      revision.current = 0
      setBody(initial)
      setState({ kind: 'empty' })
    },
  }
}
