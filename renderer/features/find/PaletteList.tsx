import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { useEffect, useRef, type ReactNode } from 'react'
import { KeyHint } from '../../ui/KeyHint'
import { hitDetail, hitIcons, hitName, hitNumber } from './hit-words'
import { Marked } from './Marked'
import type { PaletteGroup, PaletteItem } from './palette-items'

interface PaletteListProps {
  readonly id: string
  readonly groups: readonly PaletteGroup[]
  readonly chosen: string | undefined
  readonly query: string
  readonly onChoose: (key: string) => void
  readonly onTake: (item: PaletteItem, beside: boolean) => void
}

const List = styled('div')(({ theme }) => {
  const { desk } = theme.palette
  return {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: '4px 8px 8px',
    '& .heading': { padding: '10px 12px 4px', fontSize: 12, lineHeight: '16px', fontWeight: 500, color: desk.textSecondary },
    '& .heading span': { marginLeft: 6, fontWeight: 400, color: desk.textTertiary },
    '& .option': { display: 'flex', alignItems: 'center', gap: 10, minHeight: 36, padding: '0 12px', borderRadius: 6, position: 'relative', cursor: 'default' },
    '& .option[aria-selected="true"]': { background: desk.selected },
    '& .option[aria-selected="true"]::before': { content: '""', position: 'absolute', left: 0, top: 0, bottom: 0, width: 3, borderRadius: '6px 0 0 6px', background: desk.primary },
    '& .option > svg': { fontSize: 18, color: desk.textSecondary },
    '& .option[aria-selected="true"] > svg': { color: desk.primary },
    '& .name': { fontWeight: 500, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', flex: '0 1 auto' },
    '& .detail': { fontSize: 12, lineHeight: '16px', color: desk.textSecondary, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis', flex: '1 1 0', minWidth: 0 },
    '& .number': { fontSize: 12, lineHeight: '16px', color: desk.textSecondary, flexShrink: 0 },
  }
})

/** The palette's lines: best match, verbs, then hits by kind. The pointer follows, the keys lead. */
export function PaletteList({ id, groups, chosen, query, onChoose, onTake }: PaletteListProps): ReactNode {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <List ref={list} id={`${id}-list`} role="listbox" aria-label="Matches" tabIndex={-1}>
      {groups.map((group) => (
        <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}-heading`}>
          <div className="heading" id={`${id}-${group.key}-heading`} role="presentation">
            {group.heading}
            {group.count === undefined ? null : <span className="figures">{group.count}</span>}
          </div>
          {group.items.map((item) => (
            <div
              key={item.key}
              role="option"
              id={`${id}-${item.key}`}
              aria-selected={item.key === chosen}
              className="option"
              onPointerMove={() => onChoose(item.key)}
              onClick={(event) => onTake(item, event.ctrlKey || event.metaKey)}
            >
              {item.kind === 'verb' ? <VerbLine item={item} query={query} /> : <HitLine item={item} query={query} />}
              {item.key === chosen ? <KeyHint keys="Enter" /> : item.kind === 'verb' && item.verb.keys !== undefined ? <KeyHint keys={item.verb.keys} /> : null}
            </div>
          ))}
        </div>
      ))}
    </List>
  )
}

function VerbLine({ item, query }: { readonly item: Extract<PaletteItem, { kind: 'verb' }>; readonly query: string }): ReactNode {
  const { icon: Icon, label, object } = item.verb
  return (
    <>
      <Icon aria-hidden />
      <span className="name">{label}</span>
      <span className="detail">{object === undefined ? null : <Marked text={object} query={query} />}</span>
    </>
  )
}

function HitLine({ item, query }: { readonly item: Extract<PaletteItem, { kind: 'hit' }>; readonly query: string }): ReactNode {
  const { hit } = item
  const Icon = hitIcons[hit.kind]
  return (
    <>
      <Icon aria-hidden />
      <span className="name">
        <Marked text={hitName(hit)} query={query} />
      </span>
      <span className="detail">
        <Marked text={hitDetail(hit)} query={query} />
        {hit.matched === '' ? null : (
          <>
            {hit.detail === '' ? '' : ' · '}
            <Marked text={hit.matched} query={query} />
          </>
        )}
      </span>
      <Box component="span" className="number identifier">
        <Marked text={hitNumber(hit)} query={query} />
      </Box>
    </>
  )
}
