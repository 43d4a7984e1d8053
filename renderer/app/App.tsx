import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMemo, useState, type ReactNode } from 'react'
import { usePreferences } from '../bridge/preferences'
import { useAsk } from '../bridge/use-ask'
import { FirstStartPage } from '../features/first-start/FirstStartPage'
import { CompactRowsContext } from '../ui/compact-rows'
import { LetterKeysContext } from '../ui/keys'
import { ToastHost } from '../ui/ToastHost'
import { RefusalBlock } from '../words/RefusalBlock'
import { FailureBoundary } from './FailureBoundary'
import { Shell } from './Shell'
import { floatingId } from './theme/component-styles'
import { createDeskTheme } from './theme/desk-theme'

/** The whole window: theme after the preference or the system, then the first start or the desk. */
export function App(): ReactNode {
  const { theme: wanted, letterKeys, density } = usePreferences()
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  const mode = wanted === 'system' ? (systemDark ? 'dark' : 'light') : wanted
  const theme = useMemo(() => createDeskTheme(mode), [mode])
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <LetterKeysContext value={letterKeys}>
        <CompactRowsContext value={density === 'compact'}>
          <ToastHost>
            <FailureBoundary what="The window">
              <Gate />
            </FailureBoundary>
            <aside id={floatingId} aria-label="Menus" />
          </ToastHost>
        </CompactRowsContext>
      </LetterKeysContext>
    </ThemeProvider>
  )
}

/** Nothing is drawn before the desk has answered: the page's own skeleton stands until then. */
function Gate(): ReactNode {
  const status = useAsk('desk.status', {})
  const preferences = useAsk('preferences.read', {})
  const [firstStart, setFirstStart] = useState(false)
  if (status.error !== null) return <RefusalBlock wholePage method="desk.status" refusal={status.error.refusal} onAgain={() => void status.refetch()} />
  if (preferences.error !== null) return <RefusalBlock wholePage method="preferences.read" refusal={preferences.error.refusal} onAgain={() => void preferences.refetch()} />
  if (status.data === undefined || preferences.data === undefined) return <WindowSkeleton />
  // The sample's import makes the desk started before it has ended: the page stays until its result was seen.
  if (!status.data.started || firstStart) return <FirstStartPage onBusy={setFirstStart} />
  return <Shell status={status.data} kept={preferences.data} />
}

/** The skeleton of `index.html` once more, so that nothing jumps when React takes over. */
function WindowSkeleton(): ReactNode {
  return (
    <div className="skeleton" aria-hidden>
      <div className="skeleton-mark" />
      <div className="skeleton-page">
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
