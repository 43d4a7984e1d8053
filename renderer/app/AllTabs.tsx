import CheckOutlined from '@mui/icons-material/CheckOutlined'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import KeyboardArrowDownOutlined from '@mui/icons-material/KeyboardArrowDownOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { useRef, type ReactNode } from 'react'
import { keyWords } from '../ui/KeyHint'
import { routes } from './routes'
import { tabKey, type TabStripState } from './tabs'

/** The key that opens the menu of all tabs. */
export const allTabsKeys = 'Control+Shift+a'

interface AllTabsProps {
  readonly state: TabStripState
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onChoose: (key: string) => void
}

/** The menu of all open tabs with their whole names: what the strip has no room for is one key away. */
export function AllTabs({ state, open, onOpen, onChoose }: AllTabsProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Tooltip title={`All ${String(state.tabs.length)} tabs, ${keyWords(allTabsKeys)}`}>
        <IconButton ref={button} aria-label="All tabs" aria-haspopup="menu" aria-expanded={open} aria-keyshortcuts={allTabsKeys} onClick={() => onOpen(true)} sx={{ flexShrink: 0 }}>
          <KeyboardArrowDownOutlined />
        </IconButton>
      </Tooltip>
      <Menu open={open} onClose={() => onOpen(false)} anchorEl={() => button.current} transitionDuration={0} slotProps={{ list: { 'aria-label': 'All tabs' }, paper: { sx: { maxWidth: 'min(480px, calc(100vw - 32px))' } } }}>
        {state.tabs.map((tab) => {
          const key = tabKey(tab)
          const Icon = routes[tab.kind]?.icon ?? DescriptionOutlined
          return (
            <MenuItem
              key={key}
              selected={key === state.front}
              onClick={() => {
                onOpen(false)
                onChoose(key)
              }}
            >
              <Icon aria-hidden />
              <Box component="span" title={tab.title} sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }}>
                {tab.title}
              </Box>
              {tab.unsaved ? (
                <Box component="span" sx={{ color: 'warning.main', fontSize: 12 }}>
                  unsaved draft
                </Box>
              ) : null}
              {key === state.front ? <CheckOutlined aria-label="in front" /> : null}
            </MenuItem>
          )
        })}
      </Menu>
    </>
  )
}
