import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

const signs: Readonly<Record<string, string>> = { Enter: '↵', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Control: 'Ctrl' }

/** A key as a person reads it: `Ctrl+Enter` gives "Ctrl ↵". */
export function keyWords(keys: string): string {
  return keys
    .split('+')
    .map((key) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ')
}

interface KeyHintProps {
  readonly keys: string
  /** On a contained button the hint takes the button's colours and has no frame. */
  readonly plain?: boolean
}

/** A key beside the act it stands for; hidden from screen readers, which have `aria-keyshortcuts`. */
export function KeyHint({ keys, plain = false }: KeyHintProps): ReactNode {
  const frame = plain
    ? { ml: '8px', fontWeight: 500, color: 'inherit' }
    : { display: 'inline-flex', alignItems: 'center', justifyContent: 'center', minWidth: 20, height: 18, px: '5px', borderRadius: '4px', border: '1px solid', borderColor: 'divider', bgcolor: 'desk.subtle', color: 'text.secondary' }
  return (
    <Box component="kbd" aria-hidden sx={{ fontFamily: 'inherit', fontSize: 11, lineHeight: '16px', fontWeight: 500, whiteSpace: 'nowrap', flexShrink: 0, ...frame }}>
      {keyWords(keys)}
    </Box>
  )
}
