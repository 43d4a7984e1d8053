import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { formatMoney } from '@shared/model/money'
import { FindingBlock, type Evidence } from '../../ui/FindingBlock'
import { LabelledInput } from '../../ui/LabelledInput'
import { PaneHead } from '../../ui/PaneHead'
import type { Tone } from '../../ui/tone'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBlock } from '../../words/RefusalBlock'
import { dayWords } from '../../words/time-words'
import { useDiscountCode, type DiscountAnswer } from './record-act-api'

const titles: Readonly<Record<DiscountAnswer['reason'], string>> = {
  code_missing: 'No code was typed',
  code_unknown: 'No such code is on file',
  code_mistyped: 'It is written otherwise',
  code_of_other_portal: 'It belongs to another portal',
  code_not_yet_valid: 'It does not work yet',
  code_over: 'Its time is over',
  code_used_up: 'All its uses are taken',
  code_for_students: 'It is for students',
  code_for_military: 'It is for the military',
  code_for_groups: 'It is for groups',
  code_used_before: 'This learner has used it',
  code_good: 'Nothing stands against it',
}
const tones: Readonly<Record<DiscountAnswer['kind'], Tone>> = { good: 'success', refused: 'error', to_be_proved: 'warning' }
const audiences = { student: 'students', military: 'the military', group: 'groups', public: 'everybody' } as const

function factsOf({ code }: DiscountAnswer): readonly Evidence[] {
  if (code === null) return []
  const worth = code.percent !== null ? `${String(code.percent)} %` : code.amount !== null ? formatMoney(code.amount) : 'a discount'
  const days = [code.validFrom === null ? '' : `from ${dayWords(code.validFrom)}`, code.validTo === null ? '' : `to ${dayWords(code.validTo)}`].filter((part) => part !== '').join(' ')
  return [
    { key: 'code', icon: CheckCircleOutlined, text: `${code.code}: ${worth} off, for ${audiences[code.audience ?? 'public']}${code.usesLeft === null ? '' : `, ${String(code.usesLeft)} uses left`}` },
    ...(days === '' ? [] : [{ key: 'days', icon: EventOutlined, text: `Valid ${days}` }]),
  ]
}

/** Answers "why was my code refused?" from the record (H47). */
export function DiscountCodeCheck({ learnerId }: { readonly learnerId: string }): ReactNode {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<string>()
  const answer = useDiscountCode(learnerId, asked)
  const check = (): void => setAsked(typed.trim() === '' ? undefined : typed)
  return (
    <Box component="section" aria-label="Discount code" sx={{ flexShrink: 0, borderTop: '1px solid', borderColor: 'divider' }}>
      <PaneHead title="Discount code" note="Why was it refused?" />
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
        sx={{ p: '12px 16px', display: 'grid', gridTemplateColumns: 'minmax(160px, 280px) auto 1fr', gap: '8px', alignItems: 'end' }}
      >
        <LabelledInput label="Code as the learner typed it" value={typed} onChange={setTyped} longest={100} />
        <ToolbarButton look="frame" tall type="submit">
          Check code
        </ToolbarButton>
      </Box>
      {answer.error !== null ? (
        <RefusalBlock method="orders.checkDiscountCode" refusal={answer.error.refusal} onAgain={() => void answer.refetch()} />
      ) : answer.data === undefined || asked === undefined ? null : (
        <Box role="status">
          <FindingBlock tone={tones[answer.data.kind]} about={asked} code={`${answer.data.reason} · ${answer.data.rows.join(', ')}`} title={titles[answer.data.reason]} evidence={factsOf(answer.data)}>
            {answer.data.nextStep}
          </FindingBlock>
        </Box>
      )}
    </Box>
  )
}
