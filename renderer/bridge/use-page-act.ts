import { useEffect, useState } from 'react'
import type { PageAct, PageProps } from './navigation'

/**
 * Begins what a page was opened with, once. `take` is called while rendering and may only set the page's own state
 * (the dialog to show, the row to select).
 */
export function usePageAct({ act, onActTaken }: Pick<PageProps, 'act' | 'onActTaken'>, take: (act: PageAct) => void): void {
  const [seen, setSeen] = useState<PageAct>()
  if (act !== undefined && act !== seen) {
    setSeen(act)
    take(act)
  }
  useEffect(() => {
    if (act !== undefined) onActTaken()
  }, [act, onActTaken])
}
