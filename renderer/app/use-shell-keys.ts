import { useMemo } from 'react'
import { useKeys, type KeyBinding } from '../ui/keys'
import { allTabsKeys } from './AllTabs'

interface ShellActs {
  readonly find: () => void
  readonly ask: () => void
  readonly sheet: () => void
  readonly undo: () => void
  readonly closeTab: () => void
  readonly reopenTab: () => void
  readonly allTabs: () => void
  readonly nthTab: (index: number) => void
  readonly stepTab: (by: 1 | -1) => void
  readonly moveTab: (by: 1 | -1) => void
  readonly settings: () => void
}

/** Goes to the next pane of the page in front, round and round. */
function nextPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => pane.offsetParent !== null)
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes[(at + by + panes.length) % Math.max(1, panes.length)]
  if (pane === undefined) return
  const inside = pane.querySelector<HTMLElement>('[tabindex="0"], button:not([tabindex="-1"]), input, textarea, a[href]')
  ;(inside ?? pane).focus()
}

/** The keys that work in the whole window. */
export function useShellKeys(acts: ShellActs): void {
  const bindings = useMemo<readonly KeyBinding[]>(
    () => [
      { keys: 'Control+k', label: 'Find or do anything', run: acts.find },
      { keys: 'q', label: 'Ask the record', run: acts.ask },
      { keys: '?', label: 'All keys', run: acts.sheet },
      // In a text field Ctrl+Z belongs to the text.
      { keys: 'Control+z', label: 'Undo last act', run: acts.undo, inText: false },
      { keys: 'Control+w', label: 'Close the tab', run: acts.closeTab },
      { keys: 'Control+Shift+t', label: 'Reopen the tab closed last', run: acts.reopenTab },
      { keys: allTabsKeys, label: 'All tabs', run: acts.allTabs },
      { keys: 'Control+Tab', label: 'Next tab', run: () => acts.stepTab(1) },
      { keys: 'Control+Shift+Tab', label: 'Previous tab', run: () => acts.stepTab(-1) },
      ...Array.from({ length: 9 }, (_, index) => ({ keys: `Alt+${index + 1}`, label: '', run: () => acts.nthTab(index) })),
      { keys: 'Control+Shift+PageUp', label: 'Move the tab left', run: () => acts.moveTab(-1) },
      { keys: 'Control+Shift+PageDown', label: 'Move the tab right', run: () => acts.moveTab(1) },
      { keys: 'F6', label: 'Next pane', run: () => nextPane(1), inText: true },
      { keys: 'Shift+F6', label: 'Previous pane', run: () => nextPane(-1), inText: true },
      { keys: 'Control+,', label: 'Settings', run: acts.settings },
    ],
    [acts],
  )
  useKeys(bindings, { outermost: true })
}
