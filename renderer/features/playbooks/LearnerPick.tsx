import Box from '@mui/material/Box'
import InputBase from '@mui/material/InputBase'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { Field } from '../../ui/Field'
import { RefusalBanner } from '../../words/RefusalBlock'
import { useLearnersFound } from './api'

/** Asks whose record is meant, where the question needs one. */
export function LearnerPick({ question, onPick }: { readonly question: string; readonly onPick: (learnerId: string) => void }): ReactNode {
  const [text, setText] = useState('')
  const { hits, error } = useLearnersFound(text)
  return (
    <Box sx={{ p: '20px', overflow: 'auto' }}>
      <Typography variant="finding" component="h3" sx={{ m: 0 }}>
        {question}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: '12px' }}>The answer is in a record. Whose?</Typography>
      <Field label="Learner" help="Name, e-mail or number" width={360}>
        {(control) => (
          <InputBase
            autoFocus
            {...control}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              const [first] = hits
              if (event.key === 'Enter' && first?.learnerId != null) onPick(first.learnerId)
            }}
            sx={{ border: '1px solid', borderColor: 'desk.border', borderRadius: '6px', px: '10px', minHeight: 32 }}
            inputProps={{ maxLength: 400, spellCheck: false }}
          />
        )}
      </Field>
      {error === null ? null : <RefusalBanner method="find.search" refusal={error.refusal} />}
      <Box component="ul" aria-label="Learners found" sx={{ listStyle: 'none', m: 0, mt: '8px', p: 0 }}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <ToolbarButton look="act" tall onClick={() => hit.learnerId !== null && onPick(hit.learnerId)}>
              {hit.label} · {hit.detail}
            </ToolbarButton>
          </li>
        ))}
      </Box>
    </Box>
  )
}
