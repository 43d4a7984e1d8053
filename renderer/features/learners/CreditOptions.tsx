import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import type { ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import type { CreditType, Profession } from '@shared/model/field-codes'
import { FactChip } from '../../ui/FactChip'
import { OptionRadios, type RadioOption } from '../../ui/OptionRadios'
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

/** All credit types as one choice; a refused one stays with its reason. */
export function CreditOptions({ options, amount, profession, chosen, onChoose, error, label = 'Change to' }: CreditOptionsProps): ReactNode {
  return <OptionRadios label={label} options={options.map((option) => radioOf(option, amount, profession))} chosen={chosen} onChoose={onChoose} error={error} />
}

function radioOf(option: CreditOption, amount: number, profession: Profession): RadioOption<CreditType> {
  const { creditType, verdict } = option
  const radio = { key: creditType, label: creditTypeName(creditType), shown: <CreditTypeWords type={creditType} alone />, detail: detailOf(option, amount, profession) }
  switch (verdict.kind) {
    case 'current':
      return { ...radio, state: 'now', mark: <FactChip tone="neutral">Now</FactChip> }
    case 'allowed':
      return {
        ...radio,
        mark: (
          <FactChip tone="success" icon={CheckCircleOutlined}>
            Allowed
          </FactChip>
        ),
      }
    case 'refused':
      return { ...radio, state: 'refused' }
  }
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
