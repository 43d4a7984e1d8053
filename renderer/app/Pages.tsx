import Box from '@mui/material/Box'
import { Activity, Suspense, useEffect, useRef, type ReactNode } from 'react'
import { EmptyBlock } from '../ui/StateBlock'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import { SkeletonRows } from '../ui/SkeletonRows'
import { FailureBoundary } from './FailureBoundary'
import { routes } from './routes'
import { tabKey, type Tab, type TabAction, type TabStripState } from './tabs'

interface PagesProps {
  readonly state: TabStripState
  readonly dispatch: (action: TabAction) => void
}

/** The pages of the open tabs. A page behind keeps what was typed and where it stood, but asks nothing. */
export function Pages({ state, dispatch }: PagesProps): ReactNode {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    // What had the focus is hidden now: the page in front takes it, so that the next key acts there.
    const frame = window.requestAnimationFrame(() => {
      const focused = document.activeElement
      if (focused === null || focused === document.body) main.current?.querySelector<HTMLElement>(`#${CSS.escape(`page-${state.front}`)}`)?.focus({ preventScroll: true })
    })
    return () => window.cancelAnimationFrame(frame)
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
                  <PageOf tab={tab} onActTaken={() => dispatch({ type: 'actTaken', key })} />
                </Suspense>
              </FailureBoundary>
            </Box>
          </Activity>
        )
      })}
    </Box>
  )
}

function PageOf({ tab, onActTaken }: { readonly tab: Tab; readonly onActTaken: () => void }): ReactNode {
  const route = routes[tab.kind]
  if (route === undefined) {
    return (
      <EmptyBlock icon={DescriptionOutlined} title="This version has no page for it">
        The record is in the store. Close this tab.
      </EmptyBlock>
    )
  }
  return <route.Page id={tab.id} act={tab.act} onActTaken={onActTaken} />
}
