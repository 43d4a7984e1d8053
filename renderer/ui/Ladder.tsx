import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import PendingActionsOutlined from '@mui/icons-material/PendingActionsOutlined'
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined'
import RemoveCircleOutline from '@mui/icons-material/RemoveCircleOutlineOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface LadderStep {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'not_required' | 'here' | 'later' | 'closed'
  /** The date or the reason beside the step. */
  readonly detail: ReactNode
}

const icons = { done: CheckCircleOutlined, not_required: RemoveCircleOutline, here: PendingActionsOutlined, later: RadioButtonUncheckedOutlined, closed: BlockOutlined } as const
const colours = { done: 'success.main', not_required: 'text.tertiary', here: 'warning.main', later: 'text.tertiary', closed: 'error.main' } as const
const words = { done: 'done', not_required: 'not required', here: 'here now', later: 'later', closed: 'no longer possible' } as const

/** The steps to a goal: green where done, grey where not required, amber where one stands, hollow after, red where it is closed. */
export function Ladder({ steps, label }: { readonly steps: readonly LadderStep[]; readonly label: string }): ReactNode {
  return (
    <Box component="ol" aria-label={label} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {steps.map((step, index) => {
        const Icon = icons[step.state]
        const colour = colours[step.state]
        return (
          <Box component="li" key={step.key} sx={{ position: 'relative', display: 'grid', gridTemplateColumns: '26px 100px minmax(0, 1fr)', alignItems: 'start', py: '3px' }}>
            {index === steps.length - 1 ? null : (
              <Box aria-hidden sx={{ position: 'absolute', left: 8, top: 21, bottom: -5, width: 2, bgcolor: step.state === 'done' ? 'success.main' : 'divider' }} />
            )}
            <Icon aria-hidden sx={{ fontSize: 18, mt: '1px', color: colour }} />
            <Box component="span" sx={{ fontWeight: step.state === 'here' ? 600 : 500, color: step.state === 'here' ? 'warning.main' : 'text.primary' }}>
              {step.label}
              <span className="visually-hidden">, {words[step.state]}</span>
            </Box>
            <Box component="span" className="figures" sx={{ color: 'text.secondary', fontSize: 12 }}>
              {step.detail}
            </Box>
          </Box>
        )
      })}
    </Box>
  )
}
