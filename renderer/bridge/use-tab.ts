import { useEffect } from 'react'
import { useNavigation, type TabKind } from './navigation'

/** Tells the tab of a page its title, once known, and whether an unsaved draft lies in it (the amber dot). */
export function useTab(kind: TabKind, id: string, title: string | undefined, unsaved = false): void {
  const { rename, markDraft } = useNavigation()
  useEffect(() => {
    if (title !== undefined) rename({ kind, id }, title)
  }, [rename, kind, id, title])
  useEffect(() => {
    markDraft({ kind, id }, unsaved)
  }, [markDraft, kind, id, unsaved])
}
