import CloseOutlined from '@mui/icons-material/CloseOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import InputBase from '@mui/material/InputBase'
import Typography from '@mui/material/Typography'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { EmptyBlock } from '../../ui/StateBlock'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useAnswer, useSuggestions, type Asking } from './api'
import { AskAnswer } from './AskAnswer'
import { LearnerPick } from './LearnerPick'
import { SuggestionList } from './SuggestionList'

/** What the pane opens with: beside an open learner, or with a question chosen already. */
export interface AskingStart {
  readonly learnerId?: string
  readonly playbookId?: string
}

interface AskDialogProps {
  readonly start: AskingStart | undefined
  readonly onClose: () => void
}

/** Ask the record: the learner's question in their own words, the answer the record gives, its proof, one act and the reply. */
export function AskDialog({ start, onClose }: AskDialogProps): ReactNode {
  const id = useId()
  return (
    <Dialog open={start !== undefined} onClose={onClose} aria-labelledby={id} transitionDuration={0} slotProps={{ container: { sx: { alignItems: 'flex-start' } }, paper: { sx: { width: 'min(1080px, calc(100vw - 48px))', maxWidth: 'none', height: 'min(760px, calc(100vh - 64px))', maxHeight: 'none', mt: '32px' } } }}>
      {start === undefined ? null : <AskBody titleId={id} start={start} onClose={onClose} />}
    </Dialog>
  )
}

function AskBody({ titleId, start, onClose }: { readonly titleId: string; readonly start: AskingStart; readonly onClose: () => void }): ReactNode {
  const id = useId()
  const [text, setText] = useState('')
  const [asking, setAsking] = useState<Asking>(start.learnerId === undefined ? {} : { learnerId: start.learnerId })
  const [picked, setPicked] = useState(start.playbookId)
  const [chosen, setChosen] = useState<string>()
  const [wanted, setWanted] = useState(false)
  const answer = useAnswer(picked, asking)
  const known = useAnswer(start.learnerId === undefined ? undefined : 'desk.when_answer', asking)
  const portal = (answer.data?.learner ?? null) === null ? known.data?.portal.key : answer.data?.portal.key
  const { lines, settled, error } = useSuggestions(text, portal)
  const at = Math.max(0, lines.findIndex((line) => line.id === chosen))
  const current = lines[at]
  const whom = answer.data?.learner ?? known.data?.learner ?? null

  const pick = (playbookId: string): void => {
    setPicked(playbookId)
    setChosen(playbookId)
    setAsking(({ learnerId, portal: before }) => ({ ...(learnerId === undefined ? {} : { learnerId }), ...(before === undefined ? {} : { portal: before }) }))
  }
  // Enter may come before the questions for what was typed: it takes the first of them, not of those before.
  if (wanted && settled) {
    setWanted(false)
    if (current !== undefined) pick(current.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move !== 0 && lines.length > 0) {
      event.preventDefault()
      setChosen(lines[(at + move + lines.length) % lines.length]?.id)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      setWanted(true)
    }
  }

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '20px', minHeight: 48, borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        <HelpOutlineOutlined aria-hidden sx={{ fontSize: 20, color: 'primary.main' }} />
        <Typography variant="paneTitle" component="h2" id={titleId} noWrap sx={{ flexShrink: 0 }}>
          Ask the record
        </Typography>
        <Typography noWrap sx={{ flex: 1, minWidth: 0, color: 'text.secondary' }}>
          {whom === null ? 'Nobody in particular yet' : `for ${whom.name}`}
        </Typography>
        <IconButton aria-label="Close" onClick={onClose}>
          <CloseOutlined />
        </IconButton>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '272px minmax(0, 1fr)', md: '344px minmax(0, 1fr)' }, flex: 1, minHeight: 0 }}>
        <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, borderRight: '1px solid', borderColor: 'divider' }}>
          <Box sx={{ px: '12px', py: '8px', borderBottom: '1px solid', borderColor: 'divider' }}>
            <InputBase
              autoFocus={start.playbookId === undefined}
              fullWidth
              value={text}
              placeholder="In the learner’s own words"
              onChange={(event) => {
                setText(event.target.value)
                setChosen(undefined)
                setWanted(false)
              }}
              onKeyDown={onKeyDown}
              inputProps={{
                role: 'combobox',
                'aria-label': 'Question in the learner’s own words',
                'aria-expanded': lines.length > 0,
                'aria-controls': `${id}-list`,
                'aria-autocomplete': 'list',
                'aria-activedescendant': current === undefined ? undefined : `${id}-${current.id}`,
                maxLength: 400,
                spellCheck: false,
              }}
            />
          </Box>
          {error === null ? null : <RefusalBanner method="playbooks.search" refusal={error.refusal} />}
          <SuggestionList id={id} lines={lines} chosen={current?.id} picked={picked} asked={text.trim() !== ''} settled={settled} onChoose={setChosen} onPick={pick} />
        </Box>
        <Box role="region" aria-label="Answer" sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 }}>
          {picked === undefined ? (
            <EmptyBlock icon={HelpOutlineOutlined} title="Type the question as it was asked">
              Typos and accents are forgiven. Arrows move, Enter reads the record and says which answer applies.
            </EmptyBlock>
          ) : answer.error !== null ? (
            <RefusalBlock method="playbooks.ask" refusal={answer.error.refusal} onAgain={() => void answer.refetch()} />
          ) : answer.data === undefined ? (
            <SkeletonRows tracks={['1fr']} rows={7} label="Reading the record" />
          ) : answer.data.needsLearner ? (
            <LearnerPick question={answer.data.playbook.title} onPick={(learnerId) => setAsking({ learnerId })} />
          ) : (
            <AskAnswer key={answer.data.playbook.id} given={answer.data} asking={asking} onAsking={setAsking} onClose={onClose} />
          )}
        </Box>
      </Box>
    </>
  )
}
