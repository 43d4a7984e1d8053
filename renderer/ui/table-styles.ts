import { styled } from '@mui/material/styles'

/** The table's frame; its parts are plain elements with classes, so that a long list stays cheap. */
export const TableFrame = styled('div')(({ theme }) => {
  const { desk } = theme.palette
  return {
    flex: 1,
    minHeight: 0,
    minWidth: 0,
    overflow: 'auto',
    position: 'relative',
    fontSize: 13,
    lineHeight: '20px',
    '&[data-natural="true"]': { flex: 'none', overflow: 'visible' },
    '& .line': { display: 'grid', alignItems: 'center', columnGap: 16, paddingInline: 16, position: 'relative', borderBottom: `1px solid ${desk.divider}`, minWidth: 'min-content' },
    '& .head': { position: 'sticky', top: 0, zIndex: 2, minHeight: 30, background: desk.subtle, color: desk.textSecondary, fontSize: 12, fontWeight: 500 },
    '& .row': { cursor: 'default', background: desk.surface },
    '& .row:hover': { background: desk.hover },
    '& .row[aria-selected="true"]': { background: desk.selected },
    '& .row[aria-selected="true"]::before': { content: '""', position: 'absolute', left: 0, top: 0, bottom: 0, width: 3, background: desk.primary },
    '& .row:focus-visible, & .group:focus-visible': { outline: `2px solid ${desk.primary}`, outlineOffset: -2, zIndex: 1 },
    '& .group': { background: desk.subtle, fontWeight: 600 },
    // A group's name is never cut: it runs on over the empty cells beside it.
    '& .group .cell': { overflow: 'visible' },
    '& .more': { background: desk.subtle, borderBottom: `1px solid ${desk.divider}`, padding: '8px 16px 12px' },
    '& .cell': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    // Numbers and identifiers are never cut: what does not fit goes on in the next line.
    '& .whole': { display: 'block', whiteSpace: 'normal', overflowWrap: 'anywhere' },
    '& .right': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& .cell button, & .cell a': { verticalAlign: 'baseline' },
    '& .naming': { fontWeight: 500 },
    '& .chevron': { display: 'inline-flex', width: 20, height: 20, marginLeft: -4, alignItems: 'center', justifyContent: 'center', color: desk.textSecondary, cursor: 'pointer', fontSize: 18, border: 0, background: 'none', padding: 0, borderRadius: 4 },
    '& .chevron[data-open="true"]': { transform: 'rotate(90deg)' },
    '& .sort': { font: 'inherit', color: 'inherit', background: 'none', border: 0, padding: 0, cursor: 'pointer', display: 'inline-flex', alignItems: 'center', gap: 2, borderRadius: 4 },
    '& .foot': { padding: '12px 16px', color: desk.textTertiary, fontSize: 12, lineHeight: '16px' },
  }
})
