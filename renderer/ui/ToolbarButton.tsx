import Button from '@mui/material/Button'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode, Ref } from 'react'
import { KeyHint } from './KeyHint'

interface ToolbarButtonProps {
  readonly children: ReactNode
  readonly onClick?: (event: React.MouseEvent<HTMLButtonElement>) => void
  /** `plain` is text in the text colour, `act` text in petrol, `frame` outlined, `main` the one contained button of its pane. */
  readonly look?: 'plain' | 'act' | 'frame' | 'main'
  readonly icon?: SvgIconComponent
  readonly endIcon?: SvgIconComponent
  readonly keys?: string
  readonly disabled?: boolean
  /** 28 px in toolbars, 32 elsewhere. */
  readonly tall?: boolean
  readonly pressed?: boolean
  readonly expanded?: boolean
  readonly label?: string
  readonly ref?: Ref<HTMLButtonElement>
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
}

/** A button of a toolbar or a footer: a verb with an object. */
export function ToolbarButton(props: ToolbarButtonProps): ReactNode {
  const { children, onClick, look = 'plain', icon: Icon, endIcon: EndIcon, keys, disabled = false, tall = false, pressed, expanded, label, ref, type = 'button', autoFocus = false } = props
  const variant = look === 'main' ? 'contained' : look === 'frame' ? 'outlined' : 'text'
  return (
    <Button
      type={type}
      variant={variant}
      disabled={disabled}
      autoFocus={autoFocus}
      startIcon={Icon === undefined ? undefined : <Icon />}
      endIcon={EndIcon === undefined ? undefined : <EndIcon />}
      sx={{ minHeight: tall ? 32 : 28, py: tall ? '5px' : '3px', ...(look === 'plain' ? { color: 'text.secondary' } : {}) }}
      {...(onClick === undefined ? {} : { onClick })}
      {...(ref === undefined ? {} : { ref })}
      {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded, 'aria-haspopup': 'menu' })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
      {keys === undefined ? null : look === 'main' ? (
        <KeyHint keys={keys} plain />
      ) : (
        <>
          &nbsp;
          <KeyHint keys={keys} />
        </>
      )}
    </Button>
  )
}
