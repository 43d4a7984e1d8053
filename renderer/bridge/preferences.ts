import { useCallback } from 'react'
import type { Output } from '@shared/contract'
import { useAsk } from './use-ask'
import { useCommand } from './use-command'

export type Preferences = Output<'preferences.read'>

const usual: Preferences = { theme: 'system', density: 'normal', letterKeys: true, reopenTabs: true, paperZoom: null, paneSizes: {}, openTabs: [] }

/** This person's preferences; the usual ones until they are read. */
export function usePreferences(): Preferences {
  return useAsk('preferences.read', {}).data ?? usual
}

/** The kept widths of a group of panes, in pixels by pane, and the way to keep new ones. */
export function usePaneSizes(group: string): { readonly sizes: Readonly<Record<string, number>>; readonly keep: (sizes: Readonly<Record<string, number>>) => void } {
  const { paneSizes } = usePreferences()
  const { run } = useCommand('preferences.write')
  const prefix = `${group}.`
  const sizes = Object.fromEntries(
    Object.entries(paneSizes)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, size]) => [key.slice(prefix.length), size]),
  )
  const keep = useCallback(
    (changed: Readonly<Record<string, number>>) => {
      const named = Object.fromEntries(Object.entries(changed).map(([pane, size]) => [`${prefix}${pane}`, Math.round(size)]))
      void run({ paneSizes: { ...paneSizes, ...named } })
    },
    [run, paneSizes, prefix],
  )
  return { sizes, keep }
}
