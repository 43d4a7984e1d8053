import Box from '@mui/material/Box'
import { Activity, memo, Suspense, useCallback, useEffect, useRef, type ReactNode } from 'react'
import { EmptyBlock } from '../ui/StateBlock'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import { SkeletonRows } from '../ui/SkeletonRows'
import { FailureBoundary } from './FailureBoundary'
import { focusFirstStop } from './first-stop'
import { routes } from './routes'
import type { PageAct, TabKind } from '../bridge/navigation'
import { tabKey, type TabAction, type TabStripState } from './tabs'

interface PagesProps {
  readonly state: TabStripState
  readonly dispatch: (action: TabAction) => void
}

/**
 * The pages of the open tabs. A page behind keeps what was typed and where it stood, but asks nothing.
 * Drawn again only when the tabs change: the palette opens over a long list without touching it.
 */
export const Pages = memo(function Pages({ state, dispatch }: PagesProps): ReactNode {
  const main = useRef<HTMLElement>(null)
  const begun = useRef(state.front)
  useEffect(() => {
    // What had the focus is hidden now: the page in front takes it, so that the next key acts there.
    let stopWaiting = (): void => undefined
    const frame = window.requestAnimationFrame(() => {
      const focused = document.activeElement
      const page = main.current?.querySelector<HTMLElement>(`#${CSS.escape(`page-${state.front}`)}`) ?? null
      if (page === null || (focused !== null && focused !== document.body)) return
      // At the start nobody has asked for anything yet: the keys act on the page, no row is marked.
      if (begun.current === state.front) page.focus({ preventScroll: true })
      else stopWaiting = focusFirstStop(page)
      begun.current = ''
    })
    return () => {
      window.cancelAnimationFrame(frame)
      stopWaiting()
    }
  }, [state.front])
  return (
    <Box component="main" ref={main} sx={{ gridArea: 'page', minWidth: 0, minHeight: 0, display: 'flex', bgcolor: 'background.paper' }}>
      {state.tabs.map((tab) => {
        const key = tabKey(tab)
        return (
          <Activity key={key} mode={key === state.front ? 'visible' : 'hidden'}>
            <Box role="tabpanel" id={`page-${key}`} aria-labelledby={`tab-${key}`} tabIndex={-1} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
              <FailureBoundary what="This page">
                <Suspense fallback={<SkeletonRows tracks={['1fr', '120px', '120px']} rows={8} />}>
                  <PageOf kind={tab.kind} id={tab.id} act={tab.act} dispatch={dispatch} />
                </Suspense>
              </FailureBoundary>
            </Box>
          </Activity>
        )
      })}
    </Box>
  )
})

interface PageOfProps {
  readonly kind: TabKind
  readonly id: string
  readonly act: PageAct | undefined
  readonly dispatch: (action: TabAction) => void
}

const PageOf = memo(function PageOf({ kind, id, act, dispatch }: PageOfProps): ReactNode {
  const onActTaken = useCallback(() => dispatch({ type: 'actTaken', key: tabKey({ kind, id }) }), [dispatch, kind, id])
  const route = routes[kind]
  if (route === undefined) {
    return (
      <EmptyBlock icon={DescriptionOutlined} title="This version has no page for it">
        The record is in the store. Close this tab.
      </EmptyBlock>
    )
  }
  return <route.Page id={id} act={act} onActTaken={onActTaken} />
})
