import { useEffect, useState } from 'react'
import { useAsk, type AskRefused } from '../../bridge/use-ask'
import type { Output } from '@shared/contract'
import type { PlaybookLine } from '@shared/contract/playbooks'

export type Hit = Output<'find.search'>['hits'][number]

/** As many hits as the palette can show without becoming a list to read. */
export const mostHits = 24
const restMilliseconds = 60

/** The text once the typing has rested for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), restMilliseconds)
    return () => window.clearTimeout(timer)
  }, [text])
  return rested
}

interface Found {
  readonly hits: readonly Hit[]
  /** The text that these hits answer. */
  readonly answered: string
  readonly searching: boolean
  readonly error: AskRefused<'find.search'> | null
}

/** What the desk finds for a text, while it is typed; the former answer stands until the next has come. */
export function useFind(text: string, portal: string | undefined): Found {
  const rested = useRested(text).trim()
  const enabled = rested !== ''
  const found = useAsk('find.search', { text: rested.slice(0, 400), limit: mostHits, ...(portal === undefined ? {} : { portal }) }, { enabled, keepFormer: true })
  return {
    hits: enabled ? (found.data?.hits ?? []) : [],
    answered: rested,
    searching: enabled && (found.isFetching || rested !== text.trim()),
    error: found.error,
  }
}

const mostQuestions = 3
const none: readonly PlaybookLine[] = []

/** Questions that what is typed could be, from three words on: fewer are a name. */
export function useQuestions(text: string, portal: string | undefined): readonly PlaybookLine[] {
  const rested = useRested(text).trim()
  const enabled = rested.split(/\s+/).length >= 3
  const found = useAsk('playbooks.search', { text: rested.slice(0, 400), limit: mostQuestions, ...(portal === undefined ? {} : { portal }) }, { enabled, keepFormer: true })
  return enabled ? (found.data?.hits ?? none) : none
}
