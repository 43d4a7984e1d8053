import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Box from '@mui/material/Box'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { KeyHint } from './KeyHint'

/** A line of a context menu: a verb, and the key that does the same. */
export interface ContextItem {
  readonly label: string
  readonly keys?: string
  readonly disabled?: boolean
  readonly run: () => void
}

interface OpenMenu {
  readonly left: number
  readonly top: number
  readonly items: readonly ContextItem[]
}

interface ContextMenu {
  /** Opens the menu where the pointer is, or at the element for the menu key. */
  readonly open: (event: MouseEvent, items: readonly ContextItem[]) => void
  /** To be drawn once beside what it belongs to. */
  readonly menu: ReactNode
}

/** A context menu; nothing stands in it that can't be reached otherwise. */
export function useContextMenu(): ContextMenu {
  const [shown, setShown] = useState<OpenMenu>()
  const open = (event: MouseEvent, items: readonly ContextItem[]): void => {
    if (items.length === 0) return
    event.preventDefault()
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    const byKey = event.clientX === 0 && event.clientY === 0
    setShown({ left: byKey ? left + 16 : event.clientX, top: byKey ? bottom : event.clientY, items })
  }
  const menu = (
    <Menu open={shown !== undefined} onClose={() => setShown(undefined)} anchorReference="anchorPosition" {...(shown === undefined ? {} : { anchorPosition: { left: shown.left, top: shown.top } })} transitionDuration={0}>
      {shown?.items.map((item) => (
        <MenuItem
          key={item.label}
          disabled={item.disabled ?? false}
          onClick={() => {
            setShown(undefined)
            item.run()
          }}
        >
          <Box component="span" sx={{ flex: 1, pr: '16px' }}>
            {item.label}
          </Box>
          {item.keys === undefined ? null : <KeyHint keys={item.keys} />}
        </MenuItem>
      ))}
    </Menu>
  )
  return { open, menu }
}
