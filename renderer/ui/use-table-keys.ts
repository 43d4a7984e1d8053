import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react'
import { useKeys } from './keys'
import type { DataTableProps, TableLine } from './table-types'

interface TableKeys {
  /** The line that Tab reaches. */
  readonly active: string | undefined
  readonly setActive: (key: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

type Wanted<Row> = Pick<DataTableProps<Row>, 'lines' | 'selected' | 'onSelect' | 'onOpen' | 'expansion' | 'expanded' | 'onExpand'>

/** Moves through a table by J K and the arrows, expands and folds by → and ←, opens by Enter. */
export function useTableKeys<Row>(props: Wanted<Row>, frame: RefObject<HTMLDivElement | null>, show: (index: number) => void, ownsKeys: boolean): TableKeys {
  const { lines, selected, onSelect, onOpen, expansion, expanded, onExpand } = props
  const [stored, setActive] = useState<string>()
  const known = (key: string | undefined): boolean => key !== undefined && lines.some((line) => line.key === key && line.kind === 'row')
  const active = known(stored) ? stored : known(selected) ? selected : lines.find((line) => line.kind === 'row')?.key

  const goTo = useCallback(
    (line: TableLine<Row> | undefined): void => {
      if (line?.kind !== 'row') return
      setActive(line.key)
      onSelect?.(line.key, line.row)
      show(lines.indexOf(line))
      // A virtual row exists only once it was scrolled to.
      window.requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line.key)}"]`)?.focus({ preventScroll: false }))
    },
    [lines, onSelect, show, frame],
  )
  const step = useCallback(
    (by: 1 | -1): void => {
      const rows = lines.filter((line) => line.kind === 'row')
      const inside = frame.current?.contains(document.activeElement) === true
      const at = rows.findIndex((line) => line.key === active)
      goTo(inside || selected !== undefined ? rows[Math.min(rows.length - 1, Math.max(0, at + by))] : rows[Math.max(0, at)])
    },
    [lines, active, selected, goTo, frame],
  )
  useKeys(
    [
      { keys: 'j', label: 'Next row', run: () => step(1) },
      { keys: 'k', label: 'Previous row', run: () => step(-1) },
    ],
    { enabled: ownsKeys && lines.length > 0 },
  )

  const onKeyDown = (event: KeyboardEvent): void => {
    // Controls inside a row or its expansion keep their own keys.
    if (!(event.target instanceof HTMLElement) || event.target.dataset.line === undefined) return
    const line = lines.find((candidate) => candidate.key === active)
    if (line?.kind !== 'row') return
    const rows = lines.filter((candidate) => candidate.kind === 'row')
    const isOpen = expanded?.has(line.key) === true
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Home: () => goTo(rows[0]),
      End: () => goTo(rows.at(-1)),
      PageDown: () => goTo(rows[Math.min(rows.length - 1, rows.indexOf(line) + 12)]),
      PageUp: () => goTo(rows[Math.max(0, rows.indexOf(line) - 12)]),
      ArrowRight: () => {
        if (!isOpen && expansion?.(line.row) !== undefined) onExpand?.(line.key, true)
      },
      ArrowLeft: () => {
        if (isOpen) onExpand?.(line.key, false)
      },
      Enter: () => {
        if (onOpen !== undefined) onOpen(line.row, event.ctrlKey || event.metaKey)
        else if (expansion?.(line.row) !== undefined) onExpand?.(line.key, !isOpen)
      },
      ' ': () => onSelect?.(line.key, line.row),
    }
    const act = acts[event.key]
    if (act === undefined || event.altKey) return
    event.preventDefault()
    act()
  }
  return { active, setActive, onKeyDown }
}
