import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import RadioButtonCheckedOutlined from '@mui/icons-material/RadioButtonCheckedOutlined'
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined'
import Box from '@mui/material/Box'
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import type { CreditType, Profession } from '@shared/model/field-codes'
import { FactChip } from '../../ui/FactChip'
import { CreditTypeWords, creditTypeName } from '../../words/CreditWords'
import { professionWords } from '../../words/field-words'
import type { CreditOption } from './api'

interface CreditOptionsProps {
  readonly options: readonly CreditOption[]
  readonly amount: number
  readonly profession: Profession
  readonly chosen: CreditType | undefined
  readonly onChoose: (type: CreditType) => void
  readonly error?: string | undefined
  /** What the choice is for; "Change to" where nothing else is said. */
  readonly label?: string
}

/** All credit types as one group of radio buttons; a refused one stays in the way of the arrow keys, with its reason. */
export function CreditOptions({ options, amount, profession, chosen, onChoose, error, label = 'Change to' }: CreditOptionsProps): ReactNode {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const reachable = chosen ?? options.find((option) => option.verdict.kind === 'allowed')?.creditType ?? options[0]?.creditType

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 0
    const radios = [...(list.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
    const at = radios.findIndex((radio) => radio === document.activeElement)
    if (step === 0 || at < 0) return
    event.preventDefault()
    const next = (at + step + radios.length) % radios.length
    radios[next]?.focus()
    const option = options[next]
    if (option?.verdict.kind === 'allowed') onChoose(option.creditType)
  }

  return (
    <Box>
      <Box id={id} sx={{ fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary', mb: '4px' }}>
        {label}
      </Box>
      <Box ref={list} role="radiogroup" aria-labelledby={id} onKeyDown={onKeyDown} sx={{ border: '1px solid', borderColor: error === undefined ? 'desk.border' : 'error.main', borderRadius: '6px', overflow: 'hidden' }}>
        {options.map((option) => (
          <OptionLine key={option.creditType} option={option} amount={amount} profession={profession} chosen={chosen === option.creditType} reachable={reachable === option.creditType} onChoose={onChoose} />
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
  readonly option: CreditOption
  readonly amount: number
  readonly profession: Profession
  readonly chosen: boolean
  readonly reachable: boolean
  readonly onChoose: (type: CreditType) => void
}

function OptionLine({ option, amount, profession, chosen, reachable, onChoose }: OptionLineProps): ReactNode {
  const { verdict } = option
  const allowed = verdict.kind === 'allowed'
  const Icon = verdict.kind === 'refused' ? BlockOutlined : chosen ? RadioButtonCheckedOutlined : RadioButtonUncheckedOutlined
  const detail = detailOf(option, amount, profession)
  return (
    <Box
      role="radio"
      data-credit-type={option.creditType}
      aria-checked={chosen}
      aria-disabled={!allowed}
      aria-label={`${creditTypeName(option.creditType)}. ${detail}`}
      tabIndex={reachable ? 0 : -1}
      onClick={() => allowed && onChoose(option.creditType)}
      onKeyDown={(event) => {
        if ((event.key === ' ' || event.key === 'Enter') && !event.ctrlKey && !event.metaKey) {
          event.preventDefault()
          if (allowed) onChoose(option.creditType)
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
        <Box component="span" sx={{ fontWeight: 500, color: allowed || verdict.kind === 'current' ? 'text.primary' : 'text.secondary' }}>
          <CreditTypeWords type={option.creditType} alone />
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>
          {detail}
        </Box>
      </span>
      {verdict.kind === 'refused' ? (
        <span />
      ) : (
        <FactChip tone={allowed ? 'success' : 'neutral'} {...(allowed ? { icon: CheckCircleOutlined } : {})}>
          {allowed ? 'Allowed' : 'Now'}
        </FactChip>
      )}
    </Box>
  )
}

function detailOf({ verdict }: CreditOption, amount: number, profession: Profession): string {
  switch (verdict.kind) {
    case 'current':
      return `Claimed now, ${formatCreditAmount(amount)}.${verdict.form === 'participation' ? ` As a ${professionWords[profession].toLowerCase()} the learner holds a participation form (H37).` : ''}`
    case 'allowed':
      return `${verdict.form === 'participation' ? 'As the participation form (H37). ' : ''}${verdict.fixed ? `Exactly ${formatCreditAmount(verdict.newAmount)}, fixed by its UAN.` : `Up to ${formatCreditAmount(verdict.maximumAmount)} in steps of ${formatCreditAmount(verdict.step)}.`}`
    case 'refused':
      return `Refused: ${verdict.detail}`
  }
}
