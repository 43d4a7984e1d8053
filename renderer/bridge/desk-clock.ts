import { useEffect, useState } from 'react'
import { instantOf, millisecondsOf, type Instant } from '@shared/model/instant'
import { useAsk } from './use-ask'

/** The desk's own time, which a sample desk holds still; undefined until main has told it. Moves on by the minute. */
export function useDeskNow(): Instant | undefined {
  const status = useAsk('desk.status', {})
  const told = status.data?.now
  const fixed = status.data?.clockIsFixed ?? true
  const toldAt = status.dataUpdatedAt
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    if (fixed) return undefined
    const tick = (): void => setElapsed(Date.now() - toldAt)
    const timer = window.setInterval(tick, 20_000)
    return () => window.clearInterval(timer)
  }, [fixed, toldAt])
  if (told === undefined) return undefined
  return fixed ? told : instantOf(millisecondsOf(told) + Math.max(0, elapsed))
}
