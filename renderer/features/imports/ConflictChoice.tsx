import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Code } from '@shared/contract'
import type { Refusal } from '@shared/model/result'
import { StateWord } from '../../ui/StateWord'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBanner } from '../../words/RefusalBlock'
import type { Conflict, Decision } from './api'
import { conflictLooks, valueWords } from './conflict-words'

interface ConflictChoiceProps {
  readonly conflict: Conflict
  /** True when it follows one just decided: its heading is told first. */
  readonly takesFocus: boolean
  readonly pending: boolean
  readonly refusal: Refusal<Code<'imports.decideConflict'>> | undefined
  readonly onDecide: (decision: Decision) => void
}

/** One conflict: what the desk has, what the platform has now and had before, and the two ways out. */
export function ConflictChoice({ conflict, takesFocus, pending, refusal, onDecide }: ConflictChoiceProps): ReactNode {
  const look = conflictLooks[conflict.decision]
  const open = conflict.decision === 'open'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <>
      {refusal === undefined ? null : <RefusalBanner method="imports.decideConflict" refusal={refusal} />}
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: '16px' }}>
        <Typography ref={heading} tabIndex={-1} variant="finding" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {conflict.column} of {conflict.label === '' ? conflict.externalId : conflict.label}
        </Typography>
        <Typography variant="meta" sx={{ display: 'block', color: 'text.tertiary', overflowWrap: 'anywhere' }}>
          <span className="identifier">{conflict.externalId}</span> in {conflict.file}
        </Typography>
        <Box sx={{ mt: '8px' }}>
          <StateWord tone={look.tone} icon={look.icon}>
            {look.word}
          </StateWord>
        </Box>
        <Side title="The desk’s value" note="changed here, in force now" value={conflict.deskValue}>
          {open ? (
            <ToolbarButton look="frame" tall disabled={pending} onClick={() => onDecide('keep_desk')}>
              Keep the desk’s
            </ToolbarButton>
          ) : null}
        </Side>
        <Side title="The platform’s value" note="new in the import" value={conflict.sourceValue} former={conflict.formerSourceValue}>
          {open ? (
            <ToolbarButton look="frame" tall disabled={pending} onClick={() => onDecide('take_source')}>
              Take the platform’s
            </ToolbarButton>
          ) : null}
        </Side>
        <Typography sx={{ mt: '16px', color: 'text.secondary', maxWidth: '72ch' }}>
          {open
            ? 'Kept, the desk’s value stays until the platform sends another one. Taken, the platform’s value is written; a printed certificate that it changes is superseded by a new one. The history keeps both.'
            : 'This was decided; the history keeps both values.'}
        </Typography>
      </Box>
    </>
  )
}

interface SideProps {
  readonly title: string
  readonly note: string
  readonly value: string
  readonly former?: string
  readonly children: ReactNode
}

function Side({ title, note, value, former, children }: SideProps): ReactNode {
  return (
    <Box component="section" aria-label={title} sx={{ mt: '12px', pt: '12px', borderTop: '1px solid', borderColor: 'divider' }}>
      <Typography variant="meta" sx={{ color: 'text.tertiary' }}>
        <Box component="span" sx={{ color: 'text.primary', fontWeight: 500 }}>
          {title}
        </Box>
        , {note}
      </Typography>
      <Typography sx={{ my: '6px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontWeight: 500, color: value === '' ? 'text.tertiary' : 'text.primary' }}>{valueWords(value)}</Typography>
      {former === undefined ? null : (
        <Typography variant="meta" sx={{ display: 'block', mb: '6px', color: 'text.tertiary', overflowWrap: 'anywhere' }}>
          before <s>{valueWords(former)}</s>
        </Typography>
      )}
      {children}
    </Box>
  )
}
