import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { Field } from '../../ui/Field'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { refusalSentence } from '../../words/refusal-words'
import type { ImportActs } from './api'

interface ImportStartProps {
  readonly acts: Pick<ImportActs, 'chooseFolder' | 'start'>
  readonly onStarted: (importId: string, dryRun: boolean) => void
}

/** Names an exchange folder and begins; a dry run comes first and changes nothing. */
export function ImportStart({ acts: { chooseFolder, start }, onStarted }: ImportStartProps): ReactNode {
  const [folder, setFolder] = useState('')
  const [dryRun, setDryRun] = useState(true)
  const [unnamed, setUnnamed] = useState(false)

  const choose = async (): Promise<void> => {
    const answer = await chooseFolder.run({})
    if (!answer.ok || answer.value.folder === null) return
    setFolder(answer.value.folder)
    setUnnamed(false)
    start.reset()
  }
  const begin = async (): Promise<void> => {
    const named = folder.trim()
    setUnnamed(named === '')
    if (named === '') return
    const answer = await start.run({ folder: named, dryRun })
    if (answer.ok) onStarted(answer.value.importId, dryRun)
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (!start.pending) void begin()
  }
  const refused = start.answer?.ok === false ? refusalSentence('imports.start', start.answer.error) : chooseFolder.answer?.ok === false ? refusalSentence('imports.chooseFolder', chooseFolder.answer.error) : undefined
  const error = unnamed ? 'Name the folder that holds learners.csv and its neighbours.' : refused === undefined ? undefined : `${refused.happened} ${refused.next} ${refused.code}`

  return (
    <Box component="form" aria-label="Start an import" onSubmit={submit} noValidate sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'flex-start', px: '16px', pb: '12px', flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ flex: '1 1 320px', minWidth: 0, maxWidth: 720 }}>
        <Field label="Exchange folder" error={error} help="The folder that the platform’s nightly job drops: learners.csv and its neighbours">
          {(control) => (
            <OutlinedInput
              fullWidth
              value={folder}
              onChange={(event) => {
                setFolder(event.target.value)
                setUnnamed(false)
                if (start.answer !== undefined) start.reset()
              }}
              error={control['aria-invalid']}
              inputProps={{ id: control.id, 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'], spellCheck: false, autoComplete: 'off', maxLength: 4000 }}
            />
          )}
        </Field>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center', mt: '20px' }}>
        <ToolbarButton look="frame" tall icon={FolderOpenOutlined} disabled={chooseFolder.pending} onClick={() => void choose()}>
          Choose folder…
        </ToolbarButton>
        <FormControlLabel control={<Checkbox checked={dryRun} onChange={(event) => setDryRun(event.target.checked)} />} label="Dry run first, changes nothing" />
        <ToolbarButton look="main" tall type="submit" disabled={start.pending}>
          {dryRun ? 'Start dry run' : 'Import folder'}
        </ToolbarButton>
      </Box>
    </Box>
  )
}
