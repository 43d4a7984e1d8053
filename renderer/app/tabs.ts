import { tabKinds, type OpenOptions, type PageAct, type TabKind, type TabTarget } from '../bridge/navigation'

/** One open tab. */
export interface Tab extends TabTarget {
  readonly title: string
  readonly unsaved: boolean
  readonly act: PageAct | undefined
}

/** The tab strip: what is open, what is in front, what was closed last. */
export interface TabStripState {
  readonly tabs: readonly Tab[]
  readonly front: string
  readonly closed: readonly Tab[]
}

export type TabAction =
  | { readonly type: 'open'; readonly target: TabTarget; readonly title: string; readonly options: OpenOptions }
  | { readonly type: 'bringToFront'; readonly key: string }
  | { readonly type: 'close'; readonly key: string }
  | { readonly type: 'reopen' }
  | { readonly type: 'rename'; readonly key: string; readonly title: string }
  | { readonly type: 'markDraft'; readonly key: string; readonly unsaved: boolean }
  | { readonly type: 'actTaken'; readonly key: string }
  | { readonly type: 'move'; readonly key: string; readonly by: 1 | -1 }

const mostClosed = 20
const home: Tab = { kind: 'home', id: '', title: 'Home', unsaved: false, act: undefined }

/** What tells two tabs apart. */
export function tabKey(target: TabTarget): string {
  return `${target.kind}:${target.id}`
}

/** Whether a kept word is a kind of tab this version knows. */
export function isTabKind(word: string): word is TabKind {
  return tabKinds.some((kind) => kind === word)
}

/** The strip at the start: Home in front, then what was open before, each once. */
export function firstTabs(kept: readonly { readonly kind: string; readonly id: string; readonly title: string }[]): TabStripState {
  const known = new Map<string, Tab>([[tabKey(home), home]])
  for (const { kind, id, title } of kept) {
    if (isTabKind(kind) && !known.has(tabKey({ kind, id }))) known.set(tabKey({ kind, id }), { kind, id, title, unsaved: false, act: undefined })
  }
  return { tabs: [...known.values()], front: tabKey(home), closed: [] }
}

function change(state: TabStripState, key: string, changes: Partial<Tab>): TabStripState {
  const before = state.tabs.find((tab) => tabKey(tab) === key)
  if (before === undefined) return state
  const after = { ...before, ...changes }
  if (after.title === before.title && after.unsaved === before.unsaved && after.act === before.act) return state
  return { ...state, tabs: state.tabs.map((tab) => (tab === before ? after : tab)) }
}

function open(state: TabStripState, target: TabTarget, title: string, options: OpenOptions): TabStripState {
  const key = tabKey(target)
  const front = options.beside === true ? state.front : key
  if (state.tabs.some((tab) => tabKey(tab) === key)) return { ...change(state, key, options.act === undefined ? {} : { act: options.act }), front }
  const tab: Tab = { kind: target.kind, id: target.id, title, unsaved: false, act: options.act }
  const after = state.tabs.findIndex((known) => tabKey(known) === state.front) + 1
  return { tabs: state.tabs.toSpliced(after, 0, tab), front, closed: state.closed.filter((known) => tabKey(known) !== key) }
}

function close(state: TabStripState, key: string): TabStripState {
  const at = state.tabs.findIndex((tab) => tabKey(tab) === key)
  const tab = state.tabs[at]
  if (tab === undefined) return state
  const left = state.tabs.toSpliced(at, 1)
  const tabs = left.length === 0 ? [home] : left
  const next = tabs[Math.min(at, tabs.length - 1)] ?? home
  return { tabs, front: state.front === key ? tabKey(next) : state.front, closed: [...state.closed, { ...tab, unsaved: false, act: undefined }].slice(-mostClosed) }
}

/** The strip after an action. A record is never open twice; the last tab closed leaves Home. */
export function tabsAfter(state: TabStripState, action: TabAction): TabStripState {
  switch (action.type) {
    case 'open':
      return open(state, action.target, action.title, action.options)
    case 'bringToFront':
      return state.tabs.some((tab) => tabKey(tab) === action.key) ? { ...state, front: action.key } : state
    case 'close':
      return close(state, action.key)
    case 'reopen': {
      const tab = state.closed.at(-1)
      return tab === undefined ? state : { ...open(state, tab, tab.title, {}), closed: state.closed.slice(0, -1) }
    }
    case 'rename':
      return change(state, action.key, { title: action.title })
    case 'markDraft':
      return change(state, action.key, { unsaved: action.unsaved })
    case 'actTaken':
      return change(state, action.key, { act: undefined })
    case 'move': {
      const at = state.tabs.findIndex((tab) => tabKey(tab) === action.key)
      const tab = state.tabs[at]
      const to = at + action.by
      if (tab === undefined || to < 0 || to >= state.tabs.length) return state
      return { ...state, tabs: state.tabs.toSpliced(at, 1).toSpliced(to, 0, tab) }
    }
  }
}
