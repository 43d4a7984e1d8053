import type { ContextItem } from './ContextMenu'

interface ListMenu {
  /** What a row is, in a word: "learner". */
  readonly what: string
  readonly number: string
  readonly onOpen: (beside: boolean) => void
}

/** The context menu of a row that stands for a record: what Enter, Ctrl+Enter and the copy button do. */
export function recordMenu({ what, number, onOpen }: ListMenu): readonly ContextItem[] {
  return [
    { label: `Open ${what}`, keys: 'Enter', run: () => onOpen(false) },
    { label: 'Open beside', keys: 'Control+Enter', run: () => onOpen(true) },
    { label: `Copy ${what} number`, run: () => void navigator.clipboard.writeText(number) },
  ]
}
