import { createContext, useContext } from 'react'

/** Kinds of page a tab can show. A record has an id; a list or the home page has the empty one. */
export const tabKinds = ['home', 'learners', 'learner', 'activities', 'activity', 'tickets', 'outbox', 'imports', 'import', 'checks', 'settings', 'portal'] as const
export type TabKind = (typeof tabKinds)[number]

/** What a tab shows: one page, or one record of the store. */
export interface TabTarget {
  readonly kind: TabKind
  readonly id: string
}

export interface OpenOptions {
  /** What the tab is called until its page says better. */
  readonly title?: string
  /** Opens behind the tab in front. */
  readonly beside?: boolean
  /** What the page is asked to do once it shows. */
  readonly act?: PageAct
}

/** Verbs a page can be opened with: a learner's page begins the dialog, or shows the row or the part, that the verb names. */
export type PageVerb = 'show' | 'edit' | 'change-credit' | 'print' | 'transcript' | 'receipt' | 'reset' | 'history' | 'messages' | 'event-code' | 'claim' | 'exception' | 'correct-progress' | 'change-name' | 'change-profession'

/** A verb that the palette or another page passes to the page it opens. */
export interface PageAct {
  readonly verb: PageVerb
  /** What it is done with: a certificate's or order's number, where the opener knows one. */
  readonly subject?: string
}

/** What every page gets from its tab. */
export interface PageProps {
  readonly id: string
  /** The verb this page was opened with; `onActTaken` tells that it was begun, so that it happens once. */
  readonly act: PageAct | undefined
  readonly onActTaken: () => void
}

export interface Navigation {
  readonly openRecord: (target: TabTarget, options?: OpenOptions) => void
  readonly close: (target: TabTarget) => void
  readonly rename: (target: TabTarget, title: string) => void
  readonly markDraft: (target: TabTarget, unsaved: boolean) => void
  /** Opens the question about a learner's record. */
  readonly ask: (learnerId: string) => void
}

export const NavigationContext = createContext<Navigation | undefined>(undefined)

/** The navigation of the window around; only the shell provides it. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === undefined) throw new Error('useNavigation outside the shell')
  return navigation
}

/** Opens a record in its tab, or brings that tab to the front: a record is never open twice. */
export function useOpenRecord(): Navigation['openRecord'] {
  return useNavigation().openRecord
}
