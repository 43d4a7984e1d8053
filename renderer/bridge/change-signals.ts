import type { QueryClient } from '@tanstack/react-query'
import type { Topic } from '@shared/contract'
import { reads } from './reads'
import { onChanged } from './window-app'

const topicsRead: ReadonlyMap<string, ReadonlySet<Topic>> = new Map(Object.entries(reads).map(([method, topics]) => [method, new Set<Topic>(topics)]))

/** Whether a query of that name is stale after a change of these topics. */
export function isTouched(method: unknown, changed: readonly Topic[]): boolean {
  const read = typeof method === 'string' ? topicsRead.get(method) : undefined
  return read !== undefined && changed.some((topic) => read.has(topic))
}

/** The one subscriber: asks again what read a changed topic. Gives the way to stop. */
export function applyChangeSignals(queryClient: QueryClient, subscribe: typeof onChanged = onChanged): () => void {
  return subscribe((changed) => {
    void queryClient.invalidateQueries({ predicate: (query) => isTouched(query.queryKey[0], changed) })
  })
}
