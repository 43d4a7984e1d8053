import BlockOutlined from '@mui/icons-material/BlockOutlined'
import RadioButtonCheckedOutlined from '@mui/icons-material/RadioButtonCheckedOutlined'
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined'
import Box from '@mui/material/Box'
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'

/** One option; one that cannot be chosen stays visible and in the way of the arrow keys, with its reason as the detail. */
export interface RadioOption<Key extends string> {
  readonly key: Key
  readonly label: string
  readonly detail: string
  /** Why it cannot be chosen stands in the detail; `now` is what is there already. */
  readonly state?: 'refused' | 'now'
  /** The label as it is set, where plain words are not enough. */
  readonly shown?: ReactNode
  /** A word at the right edge. */
  readonly mark?: ReactNode
}

interface OptionRadiosProps<Key extends string> {
  readonly label: string
  readonly options: readonly RadioOption<Key>[]
  readonly chosen: Key | undefined
  readonly onChoose: (key: Key) => void
  readonly error?: string | undefined
}

/** Options with a line of explanation each, as one group of radio buttons that the arrow keys walk. */
export function OptionRadios<Key extends string>({ label, options, chosen, onChoose, error }: OptionRadiosProps<Key>): ReactNode {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const reachable = chosen ?? options.find((option) => option.state === undefined)?.key ?? options[0]?.key
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
    const radios = [...(list.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
    const at = radios.findIndex((radio) => radio === document.activeElement)
    if (step === 0 || at < 0) return
    event.preventDefault()
    const next = (at + step + radios.length) % radios.length
    radios[next]?.focus()
    const option = options[next]
    if (option !== undefined && option.state === undefined) onChoose(option.key)
  }
  return (
    <Box>
      <Box id={id} sx={{ fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary', mb: '4px' }}>
        {label}
      </Box>
      <Box ref={list} role="radiogroup" aria-labelledby={id} onKeyDown={onKeyDown} sx={{ border: '1px solid', borderColor: error === undefined ? 'desk.border' : 'error.main', borderRadius: '6px', overflow: 'hidden' }}>
        {options.map((option) => (
          <OptionLine key={option.key} option={option} chosen={chosen === option.key} reachable={reachable === option.key} onChoose={() => onChoose(option.key)} />
        ))}
      </Box>
      {error === undefined ? null : (
        <Box role="alert" sx={{ color: 'error.main', fontSize: 12, lineHeight: '16px', mt: '4px' }}>
          {error}
        </Box>
      )}
    </Box>
  )
}

interface OptionLineProps {
  readonly option: RadioOption<string>
  readonly chosen: boolean
  readonly reachable: boolean
  readonly onChoose: () => void
}

function OptionLine({ option, chosen, reachable, onChoose }: OptionLineProps): ReactNode {
  const allowed = option.state === undefined
  const Icon = option.state === 'refused' ? BlockOutlined : chosen ? RadioButtonCheckedOutlined : RadioButtonUncheckedOutlined
  const choose = (): void => {
    if (allowed) onChoose()
  }
  return (
    <Box
      role="radio"
      data-option={option.key}
      aria-checked={chosen}
      aria-disabled={!allowed}
      aria-label={`${option.label}. ${option.detail}`}
      tabIndex={reachable ? 0 : -1}
      onClick={choose}
      onKeyDown={(event) => {
        if ((event.key === ' ' || event.key === 'Enter') && !event.ctrlKey && !event.metaKey) {
          event.preventDefault()
          choose()
        }
      }}
      sx={{
        display: 'grid',
        gridTemplateColumns: '24px minmax(0, 1fr) auto',
        gap: '6px',
        p: '8px 12px',
        borderLeft: '3px solid',
        borderLeftColor: chosen ? 'primary.main' : 'transparent',
        bgcolor: chosen ? 'desk.selected' : 'transparent',
        cursor: allowed ? 'pointer' : 'default',
        '& + &': { borderTop: '1px solid', borderTopColor: 'divider' },
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, mt: '1px', color: chosen ? 'primary.main' : 'text.secondary' }} />
      <span>
        <Box component="span" sx={{ fontWeight: 500, color: option.state === 'refused' ? 'text.secondary' : 'text.primary' }}>
          {option.shown ?? option.label}
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
          {option.detail}
        </Box>
      </span>
      {option.mark}
    </Box>
  )
}
