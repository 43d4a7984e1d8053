import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState, type ReactNode } from 'react'
import { useToasts } from './toast-context'

interface MaskedValueProps {
  readonly masked: string
  /** What it is, in words: "licence number". */
  readonly what: string
  /** Fetches the value; its showing is noted in the history. Undefined when it was refused. */
  readonly onShow: () => Promise<string | undefined>
}

/** A value that stays masked until somebody looks; the look is audited and ends with the tab. */
export function MaskedValue({ masked, what, onShow }: MaskedValueProps): ReactNode {
  const { announce } = useToasts()
  const [value, setValue] = useState<string>()
  const turn = async (): Promise<void> => {
    if (value !== undefined) {
      setValue(undefined)
      return
    }
    const shown = await onShow()
    setValue(shown)
    announce(shown === undefined ? `${what} could not be shown` : `${what} is shown; this is noted in the history`)
  }
  const label = value === undefined ? `Show ${what}` : `Hide ${what}`
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '4px' }}>
      <span className="identifier">{value ?? masked}</span>
      <Tooltip title={value === undefined ? `${label}, noted in the history` : label}>
        <IconButton aria-label={label} onClick={() => void turn()} sx={{ width: 20, height: 20, '& .MuiSvgIcon-root': { fontSize: 15 } }}>
          {value === undefined ? <VisibilityOffOutlined /> : <VisibilityOutlined />}
        </IconButton>
      </Tooltip>
    </Box>
  )
}
