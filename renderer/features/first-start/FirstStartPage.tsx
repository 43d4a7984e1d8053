import CreateNewFolderOutlined from '@mui/icons-material/CreateNewFolderOutlined'
import ScienceOutlined from '@mui/icons-material/ScienceOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type ReactNode } from 'react'
import type { SvgIconComponent } from '@mui/icons-material'
import { useToasts } from '../../ui/toast-context'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { useImport, useOpenSample, useStartEmpty } from './api'
import { SampleProgress } from './SampleProgress'

interface FirstStartPageProps {
  /** Keeps this page in the window while the sample is taken in, though the desk has begun by then. */
  readonly onBusy: (busy: boolean) => void
}

/** The first start: the sample desk to look around in, or an empty one to fill. */
export function FirstStartPage({ onBusy }: FirstStartPageProps): ReactNode {
  const sample = useOpenSample()
  const empty = useStartEmpty()
  const { show } = useToasts()
  const [importId, setImportId] = useState<string>()
  const taken = useImport(importId)
  const state = taken.data?.state

  useEffect(() => {
    if (taken.data === undefined || state !== 'finished') return
    const { files } = taken.data
    const rows = files.reduce((sum, file) => sum + file.added, 0)
    const refused = files.reduce((sum, file) => sum + file.refused, 0)
    show({ message: `The sample desk is open: ${rows.toLocaleString('en-US')} rows taken in${refused === 0 ? '' : `, ${refused.toLocaleString('en-US')} refused, see Imports`}.` })
    onBusy(false)
  }, [state, taken.data, show, onBusy])

  const openSample = async (): Promise<void> => {
    onBusy(true)
    const answer = await sample.run({})
    if (answer.ok) setImportId(answer.value.importId)
    else onBusy(false)
  }
  const pending = sample.pending || empty.pending

  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.paper' }}>
      <Box sx={{ maxWidth: 640, mx: 'auto', px: '24px', pt: 'max(48px, 14vh)', pb: '48px' }}>
        <Box aria-hidden sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', width: 40, height: 40, borderRadius: '8px', bgcolor: 'primary.main', color: 'primary.contrastText', fontSize: 16, fontWeight: 600, mb: '16px' }}>
          CD
        </Box>
        <Typography variant="recordName">CME Desk</Typography>
        <Typography sx={{ color: 'text.secondary', mt: '4px', mb: '24px', maxWidth: '60ch' }}>No records are on this machine yet. Look around in the sample first, or begin with an empty desk and import your own exchange folder.</Typography>
        {importId === undefined ? (
          <>
            {sample.answer?.ok === false ? <RefusalBanner method="desk.openSample" refusal={sample.answer.error} /> : null}
            {empty.answer?.ok === false ? <RefusalBanner method="desk.startEmpty" refusal={empty.answer.error} /> : null}
            <Choice icon={ScienceOutlined} title="The sample desk" words="400 invented learners of four portals, with their activities, claims, orders and messages. They are made for 20 November 2026.">
              <ToolbarButton look="main" tall autoFocus disabled={pending} onClick={() => void openSample()}>
                Open the sample desk
              </ToolbarButton>
            </Choice>
            <Choice icon={CreateNewFolderOutlined} title="An empty desk" words="Nothing but the four portals’ rules. The first act is then an import, with a dry run that changes nothing.">
              <ToolbarButton look="frame" tall disabled={pending} onClick={() => void empty.run({})}>
                Start empty
              </ToolbarButton>
            </Choice>
          </>
        ) : taken.error !== null ? (
          <RefusalBlock method="imports.open" refusal={taken.error.refusal} onAgain={() => void taken.refetch()} />
        ) : (
          <SampleProgress taken={taken.data} importId={importId} onLeave={() => onBusy(false)} onAgain={() => void openSample()} />
        )}
      </Box>
    </Box>
  )
}

interface ChoiceProps {
  readonly icon: SvgIconComponent
  readonly title: string
  readonly words: string
  readonly children: ReactNode
}

function Choice({ icon: Icon, title, words, children }: ChoiceProps): ReactNode {
  return (
    <Box component="section" aria-label={title} sx={{ display: 'grid', gridTemplateColumns: '36px minmax(0, 1fr)', py: '16px', borderTop: '1px solid', borderColor: 'divider' }}>
      <Icon aria-hidden sx={{ fontSize: 20, color: 'text.secondary' }} />
      <div>
        <Typography variant="paneTitle" component="h2">
          {title}
        </Typography>
        <Typography sx={{ color: 'text.secondary', mt: '2px', mb: '12px', maxWidth: '60ch' }}>{words}</Typography>
        {children}
      </div>
    </Box>
  )
}
