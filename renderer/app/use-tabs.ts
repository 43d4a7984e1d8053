import { useEffect, useMemo, useReducer, useRef } from 'react'
import type { Navigation } from '../bridge/navigation'
import { usePreferences, type Preferences } from '../bridge/preferences'
import { useCommand } from '../bridge/use-command'
import { routes } from './routes'
import { firstTabs, tabKey, tabsAfter, type TabAction, type TabStripState } from './tabs'

interface TabsOfWindow {
  readonly state: TabStripState
  readonly dispatch: (action: TabAction) => void
  readonly navigation: Omit<Navigation, 'ask'>
}

/** The tabs of this window, kept in the preferences so that they are there again tomorrow. */
export function useTabs(kept: Preferences): TabsOfWindow {
  const [state, dispatch] = useReducer(tabsAfter, kept.reopenTabs ? kept.openTabs : [], firstTabs)
  const { reopenTabs } = usePreferences()
  const { run } = useCommand('preferences.write')
  const written = useRef(JSON.stringify(kept.openTabs))

  useEffect(() => {
    const openTabs = reopenTabs ? state.tabs.slice(0, 50).map(({ kind, id, title }) => ({ kind, id, title: title.slice(0, 200) })) : []
    const text = JSON.stringify(openTabs)
    if (text === written.current) return undefined
    // Opening ten records in a row is one write.
    const timer = window.setTimeout(() => {
      written.current = text
      void run({ openTabs })
    }, 600)
    return () => window.clearTimeout(timer)
  }, [state.tabs, reopenTabs, run])

  const navigation = useMemo<Omit<Navigation, 'ask'>>(
    () => ({
      openRecord: (target, options = {}) => dispatch({ type: 'open', target, title: options.title ?? routes[target.kind]?.title ?? 'Record', options }),
      close: (target) => dispatch({ type: 'close', key: tabKey(target) }),
      rename: (target, title) => dispatch({ type: 'rename', key: tabKey(target), title }),
      markDraft: (target, unsaved) => dispatch({ type: 'markDraft', key: tabKey(target), unsaved }),
    }),
    [],
  )
  return { state, dispatch, navigation }
}
