import CheckOutlined from '@mui/icons-material/CheckOutlined'
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useState, type ReactNode } from 'react'
import { useToasts } from './toast-context'

interface CopyButtonProps {
  readonly value: string
  /** What is copied, in words: "NPI", "certificate number". */
  readonly what: string
}

/** Copies an identifier and says so. */
export function CopyButton({ value, what }: CopyButtonProps): ReactNode {
  const { announce } = useToasts()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return undefined
    const timer = window.setTimeout(() => setCopied(false), 1500)
    return () => window.clearTimeout(timer)
  }, [copied])
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
      announce(`${what} copied`)
    } catch {
      announce(`${what} not copied: the system refused the clipboard. Select the text instead.`)
    }
  }
  return (
    <Tooltip title={copied ? 'Copied' : `Copy ${what}`}>
      <IconButton aria-label={`Copy ${what}`} onClick={() => void copy()} sx={{ width: 20, height: 20, '& .MuiSvgIcon-root': { fontSize: 15 } }}>
        {copied ? <CheckOutlined /> : <ContentCopyOutlined />}
      </IconButton>
    </Tooltip>
  )
}
