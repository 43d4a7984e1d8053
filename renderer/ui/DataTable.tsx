import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import ChevronRightOutlined from '@mui/icons-material/ChevronRightOutlined'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useContext, useEffect, useRef, type ReactNode, type Ref } from 'react'
import { CompactRowsContext } from './compact-rows'
import { TableFrame } from './table-styles'
import type { Column, DataTableProps, TableLine } from './table-types'
import { useTableKeys } from './use-table-keys'

/** Beyond so many lines only what is in view is drawn. */
const virtualBeyond = 100

/**
 * A table with sticky head, group rows, rows that expand in place, and a keyboard: J K or arrows move, → ← expand and
 * fold, Enter opens, Ctrl+Enter opens beside.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const compact = useContext(CompactRowsContext)
  const { label, columns, lines, expansion, ownsKeys = false, footer, onEnd, natural = false } = props
  const rowHeight = props.rowHeight ?? (compact ? 32 : 36)
  const frame = useRef<HTMLDivElement>(null)
  const virtual = lines.length > virtualBeyond
  // No compiler memoises here; the virtualiser's functions answer anew at each render.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    enabled: virtual,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: 32,
  })
  const show = useCallback((index: number) => (virtual ? virtualizer.scrollToIndex(index) : undefined), [virtual, virtualizer])
  const keys = useTableKeys(props, frame, show, ownsKeys)
  const tracks = `${expansion === undefined ? '' : '16px '}${columns.map((column) => column.track).join(' ')}`
  const items = virtual ? virtualizer.getVirtualItems() : undefined
  const last = items?.at(-1)?.index
  useEffect(() => {
    if (onEnd !== undefined && last !== undefined && last >= lines.length - 20) onEnd()
  }, [onEnd, last, lines.length])

  const drawn = (line: TableLine<Row>, index: number, measure?: Ref<HTMLDivElement>): ReactNode =>
    line.kind === 'group' ? (
      <GroupLine key={line.key} line={line} columns={columns} tracks={tracks} indented={expansion !== undefined} index={index} height={rowHeight} measure={measure} />
    ) : (
      <RowLine key={line.key} line={line} table={props} tracks={tracks} index={index} height={rowHeight} reachable={keys.active === line.key} onReach={keys.setActive} measure={measure} />
    )

  return (
    <TableFrame ref={frame} data-natural={natural} onKeyDown={keys.onKeyDown}>
      <div role={expansion === undefined ? 'grid' : 'treegrid'} aria-label={label} aria-rowcount={lines.length + 1} aria-colcount={columns.length}>
        <div role="row" aria-rowindex={1} className="line head" style={{ gridTemplateColumns: tracks }}>
          {expansion === undefined ? null : <span aria-hidden />}
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} />
          ))}
        </div>
        {items === undefined ? (
          lines.map((line, index) => drawn(line, index))
        ) : (
          <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            <div role="presentation" style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${items[0]?.start ?? 0}px)` }}>
              {items.map((item) => {
                const line = lines[item.index]
                return line === undefined ? null : drawn(line, item.index, virtualizer.measureElement)
              })}
            </div>
          </div>
        )}
      </div>
      {footer === undefined ? null : <div className="foot">{footer}</div>}
    </TableFrame>
  )
}

function HeadCell<Row>({ column }: { readonly column: Column<Row> }): ReactNode {
  const arrow = column.sorted === undefined ? null : column.sorted === 'ascending' ? <ArrowUpwardOutlined aria-hidden sx={{ fontSize: 14 }} /> : <ArrowDownwardOutlined aria-hidden sx={{ fontSize: 14 }} />
  return (
    <div role="columnheader" className={`cell${column.align === 'right' ? ' right' : ''}`} {...(column.sorted === undefined ? {} : { 'aria-sort': column.sorted })}>
      {column.onSort === undefined ? (
        <>
          {column.head}
          {arrow}
        </>
      ) : (
        <button type="button" className="sort" onClick={column.onSort}>
          {column.head}
          {arrow}
        </button>
      )}
    </div>
  )
}

interface GroupLineProps<Row> {
  readonly line: Extract<TableLine<Row>, { kind: 'group' }>
  readonly columns: readonly Column<Row>[]
  readonly tracks: string
  readonly indented: boolean
  readonly index: number
  readonly height: number
  readonly measure: Ref<HTMLDivElement> | undefined
}

function GroupLine<Row>({ line, columns, tracks, indented, index, height, measure }: GroupLineProps<Row>): ReactNode {
  return (
    <div role="row" aria-rowindex={index + 2} data-index={index} ref={measure} className="line group" style={{ gridTemplateColumns: tracks, minHeight: Math.min(height, 36) }}>
      {indented ? <span aria-hidden /> : null}
      {columns.map((column) => (
        <div role="gridcell" key={column.id} className={`cell${column.align === 'right' ? ' right' : ''}`}>
          {line.cells[column.id]}
        </div>
      ))}
    </div>
  )
}

interface RowLineProps<Row> {
  readonly line: Extract<TableLine<Row>, { kind: 'row' }>
  readonly table: DataTableProps<Row>
  readonly tracks: string
  readonly index: number
  readonly height: number
  readonly reachable: boolean
  readonly onReach: (key: string) => void
  readonly measure: Ref<HTMLDivElement> | undefined
}

function RowLine<Row>({ line, table, tracks, index, height, reachable, onReach, measure }: RowLineProps<Row>): ReactNode {
  const { columns, selected, onSelect, onOpen, expansion, expanded, onExpand, onContextMenu } = table
  const open = expanded?.has(line.key) === true
  const more = expansion?.(line.row)
  const expandable = expansion !== undefined && more !== undefined && more !== null
  return (
    <div role="presentation" ref={measure} data-index={index}>
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-selected={selected === line.key}
        {...(expandable ? { 'aria-expanded': open } : {})}
        className="line row"
        tabIndex={reachable ? 0 : -1}
        data-line={line.key}
        style={{ gridTemplateColumns: tracks, minHeight: height }}
        onFocus={() => onReach(line.key)}
        onClick={() => onSelect?.(line.key, line.row)}
        onDoubleClick={(event) => onOpen?.(line.row, event.ctrlKey || event.metaKey)}
        {...(onContextMenu === undefined ? {} : { onContextMenu: (event: React.MouseEvent) => onContextMenu(line.row, event) })}
      >
        {expansion === undefined ? null : expandable ? (
          <span
            aria-hidden
            className="chevron"
            data-open={open}
            onClick={(event) => {
              event.stopPropagation()
              onExpand?.(line.key, !open)
            }}
          >
            <ChevronRightOutlined />
          </span>
        ) : (
          <span aria-hidden />
        )}
        {columns.map((column) => (
          <div role={column.naming === true ? 'rowheader' : 'gridcell'} key={column.id} className={`cell${column.align === 'right' ? ' right' : ''}${column.naming === true ? ' naming' : ''}`}>
            {column.cell(line.row)}
          </div>
        ))}
      </div>
      {open && expandable ? (
        <div role="row" aria-label="Details" className="more" style={{ paddingLeft: 48 }}>
          <div role="gridcell">{more}</div>
        </div>
      ) : null}
    </div>
  )
}
