import CloseOutlined from '@mui/icons-material/CloseOutlined'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import { styled } from '@mui/material/styles'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useContextMenu, type ContextItem } from '../ui/ContextMenu'
import { AllTabs } from './AllTabs'
import { routes } from './routes'
import { tabKey, type Tab, type TabAction, type TabStripState } from './tabs'

interface TabStripProps {
  readonly state: TabStripState
  readonly dispatch: (action: TabAction) => void
  readonly onClose: (tab: Tab) => void
  /** The menu of all tabs is open. */
  readonly listed: boolean
  readonly onList: (open: boolean) => void
}

/** The least a tab shrinks to: its sign and about ten letters, or the whole of a shorter name. */
function leastWidth(title: string): string {
  // A letter is about four fifths of a figure wide, in a short name up to a fifth more than one.
  return `calc(${String(Math.min(title.length * 1.2, 9.6))}ch + 43px)`
}

function showFront(strip: HTMLElement | null): void {
  strip?.querySelector('[data-front="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Whether the strip has more tabs than it shows; in a narrower one the tab in front stays in sight. */
function useOverflow(strip: RefObject<HTMLElement | null>, tabs: readonly Tab[]): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const element = strip.current
    if (element === null) return undefined
    const measure = (): void => {
      setOver(element.scrollWidth > element.clientWidth + 1)
      showFront(element)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [strip, tabs])
  return over
}

const Strip = styled('div')(({ theme }) => {
  const { desk } = theme.palette
  return {
    display: 'flex',
    alignItems: 'flex-end',
    height: '100%',
    minWidth: 0,
    flex: '0 1 auto',
    // Scrolls by wheel, by the arrows and to the tab in front; a bar of its own would cover the names.
    overflow: 'auto hidden',
    scrollbarWidth: 'none',
    '&::-webkit-scrollbar': { display: 'none' },
    paddingLeft: 8,
    '& .tab': { position: 'relative', display: 'flex', alignItems: 'center', height: 33, maxWidth: 220, flex: '0 1 auto', borderRadius: '6px 6px 0 0', color: desk.textSecondary, border: '1px solid transparent', borderBottom: 0, boxSizing: 'border-box' },
    '& .tab[data-front="true"]': { background: desk.surface, color: desk.text, borderColor: desk.divider, borderTop: `2px solid ${desk.primary}`, flexShrink: 0, zIndex: 1, height: 34, marginBottom: -1 },
    '& .tab:not([data-front="true"]):hover': { background: desk.hover },
    '& .name': { display: 'flex', alignItems: 'center', gap: 7, minWidth: 0, height: '100%', padding: '0 10px', border: 0, background: 'none', font: 'inherit', fontSize: 13, lineHeight: '20px', color: 'inherit', cursor: 'default', borderRadius: 6 },
    '& .tab[data-front="true"] .name': { fontWeight: 600, paddingRight: 2 },
    '& .name:focus-visible': { outlineOffset: -3 },
    '& .word': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .dot': { width: 7, height: 7, borderRadius: 4, background: desk.warning, flexShrink: 0 },
    '& .close': { display: 'inline-flex', alignItems: 'center', justifyContent: 'center', width: 20, height: 20, marginRight: 6, padding: 0, border: 0, borderRadius: 4, background: 'none', color: desk.textSecondary, fontSize: 16, cursor: 'pointer', flexShrink: 0 },
    '& .close:hover': { background: desk.hover },
  }
})

/** One tab for each open record; the arrows move along it, Delete closes, the middle button too. */
export function TabStrip({ state, dispatch, onClose, listed, onList }: TabStripProps): ReactNode {
  const strip = useRef<HTMLDivElement>(null)
  const context = useContextMenu()
  const over = useOverflow(strip, state.tabs)
  const itemsFor = (tab: Tab): readonly ContextItem[] => [
    { label: 'Close tab', keys: 'Control+w', run: () => onClose(tab) },
    { label: 'Close other tabs', disabled: state.tabs.length < 2, run: () => state.tabs.filter((other) => other !== tab && !other.unsaved).forEach(onClose) },
    { label: 'Reopen closed tab', keys: 'Control+Shift+t', disabled: state.closed.length === 0, run: () => dispatch({ type: 'reopen' }) },
    { label: 'Move left', keys: 'Control+Shift+PageUp', run: () => dispatch({ type: 'move', key: tabKey(tab), by: -1 }) },
    { label: 'Move right', keys: 'Control+Shift+PageDown', run: () => dispatch({ type: 'move', key: tabKey(tab), by: 1 }) },
  ]
  useEffect(() => {
    showFront(strip.current)
  }, [state.front, state.tabs.length])
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const tab = state.tabs[index]
    const aim = event.key === 'ArrowRight' ? index + 1 : event.key === 'ArrowLeft' ? index - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? state.tabs.length - 1 : undefined
    if (aim !== undefined) {
      const next = state.tabs[aim]
      if (next === undefined) return
      event.preventDefault()
      dispatch({ type: 'bringToFront', key: tabKey(next) })
      strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[aim]?.focus()
    } else if (event.key === 'Delete' && tab !== undefined) {
      event.preventDefault()
      onClose(tab)
    }
  }
  return (
    <>
    <Strip ref={strip} role="tablist" aria-label="Open records" onWheel={(event) => strip.current?.scrollBy({ left: event.deltaY + event.deltaX })}>
      {state.tabs.map((tab, index) => {
        const key = tabKey(tab)
        const front = key === state.front
        const Icon = routes[tab.kind]?.icon ?? DescriptionOutlined
        return (
          <div
            key={key}
            role="presentation"
            className="tab"
            data-front={front}
            style={{ minWidth: leastWidth(tab.title) }}
            onContextMenu={(event) => context.open(event, itemsFor(tab))}
            onAuxClick={(event) => {
              if (event.button === 1) onClose(tab)
            }}
          >
            <button type="button" role="tab" id={`tab-${key}`} aria-selected={front} aria-keyshortcuts="Delete" aria-controls={front ? `page-${key}` : undefined} tabIndex={front ? 0 : -1} className="name" title={tab.title} onClick={() => dispatch({ type: 'bringToFront', key })} onKeyDown={(event) => onKeyDown(event, index)}>
              <Icon aria-hidden />
              <span className="word">{tab.title}</span>
              {tab.unsaved ? (
                <>
                  <span className="dot" aria-hidden />
                  <span className="visually-hidden">, unsaved draft</span>
                </>
              ) : null}
            </button>
            {front ? (
              // A tab list may hold tabs only: for the keyboard Delete and Ctrl+W close, this is the pointer's way.
              <span className="close" aria-hidden title={`Close ${tab.title}`} onClick={() => onClose(tab)}>
                <CloseOutlined />
              </span>
            ) : null}
          </div>
        )
      })}
    </Strip>
    {over || listed ? <AllTabs state={state} open={listed} onOpen={onList} onChoose={(key) => dispatch({ type: 'bringToFront', key })} /> : null}
    <span style={{ flex: 1 }} />
    {context.menu}
    </>
  )
}
