import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { Input, Output, QueryMethod } from '@shared/contract'
import { AskRefused } from './use-ask'
import { ask } from './window-app'

/** A page of a list as the contract answers it. */
interface ListPage<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

/** What was read of a long list so far. */
export interface AskedPages<M extends QueryMethod, Row> {
  /** Undefined until the first page is there. */
  readonly rows: readonly Row[] | undefined
  /** How many the list has, read or not. */
  readonly total: number
  readonly error: AskRefused<M> | null
  /** Whether the list goes on beyond what was read. */
  readonly more: boolean
  /** Reads the next page, unless one is under way or nothing is left. */
  readonly readMore: () => void
  readonly again: () => void
}

/** Asks a long list page by page, each when it comes into view; a change signal asks the read ones again. */
export function useAskPages<M extends QueryMethod, Row>(method: M, inputAt: (offset: number) => Input<M>, pageOf: (answer: Output<M>) => ListPage<Row>): AskedPages<M, Row> {
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery<ListPage<Row>, AskRefused<M>, { pages: ListPage<Row>[] }, readonly unknown[], number>({
    queryKey: [method, inputAt(0), 'pages'],
    queryFn: async ({ pageParam }) => {
      const answer = await ask(method, inputAt(pageParam))
      if (!answer.ok) throw new AskRefused(method, answer.error)
      return pageOf(answer.value)
    },
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, page) => sum + page.rows.length, 0)
      return last.rows.length === 0 || read >= last.total ? undefined : read
    },
    staleTime: Infinity,
    retry: false,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data])
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const again = useCallback(() => void refetch(), [refetch])
  return { rows, total: data?.pages.at(-1)?.total ?? 0, error, more: hasNextPage, readMore, again }
}
