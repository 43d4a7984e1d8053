import { useEffect, useState } from 'react'
import type { Input, Output } from '@shared/contract'
import type { PlaybookLine } from '@shared/contract/playbooks'
import { useAsk, type AskRefused } from '../../bridge/use-ask'
import { useCommand, type Command } from '../../bridge/use-command'

/** What the window asks of the record: for whom, about what, and by the rules of which portal. */
export type Asking = Omit<Input<'playbooks.ask'>, 'playbookId'>

const restMilliseconds = 80
const mostLines = 12
const mostLearners = 6

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), restMilliseconds)
    return () => window.clearTimeout(timer)
  }, [text])
  return rested
}

interface Suggested {
  readonly lines: readonly PlaybookLine[]
  /** Whether the lines answer what is typed now. */
  readonly settled: boolean
  readonly error: AskRefused<'playbooks.search'> | null
}

/** The questions that fit what is typed, while it is typed; those asked most while nothing is. */
export function useSuggestions(text: string, portal: string | undefined): Suggested {
  const rested = useRested(text).trim()
  const found = useAsk('playbooks.search', { text: rested.slice(0, 400), limit: mostLines, ...(portal === undefined ? {} : { portal }) }, { keepFormer: true })
  return { lines: found.data?.hits ?? [], settled: !found.isFetching && rested === text.trim(), error: found.error }
}

/** The answer of one playbook; asked again whenever the record changes. */
export function useAnswer(playbookId: string | undefined, asking: Asking): ReturnType<typeof useAsk<'playbooks.ask'>> {
  return useAsk('playbooks.ask', { ...asking, playbookId: playbookId ?? '' }, { enabled: playbookId !== undefined })
}

/** Puts the reply into the outbox as a draft. */
export function useDraftReply(): Command<'playbooks.draftReply'> {
  return useCommand('playbooks.draftReply')
}

/** Learners by name, address or number, for a question about a record. */
export function useLearnersFound(text: string): { readonly hits: Output<'find.search'>['hits']; readonly error: AskRefused<'find.search'> | null } {
  const rested = useRested(text).trim()
  const found = useAsk('find.search', { text: rested.slice(0, 400), limit: 24 }, { enabled: rested !== '', keepFormer: true })
  const hits = rested === '' ? [] : (found.data?.hits ?? []).filter((hit) => hit.kind === 'learner' && hit.learnerId !== null)
  return { hits: hits.slice(0, mostLearners), error: found.error }
}
