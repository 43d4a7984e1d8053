import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useOpenRecord, type PageProps } from '../../bridge/navigation'
import { usePageAct } from '../../bridge/use-page-act'
import { useImportActs, useStatus } from './api'
import { ConflictsPane } from './ConflictsPane'
import { ImportStart } from './ImportStart'
import { ImportsPane } from './ImportsPane'

const parts = ['runs', 'conflicts'] as const
type Part = (typeof parts)[number]

/** Begins an import, lists those that were, and settles what desk and platform both changed. */
export function ImportsPage({ act, onActTaken }: PageProps): ReactNode {
  const [part, setPart] = useState<Part>('runs')
  const [conflict, setConflict] = useState<string>()
  const acts = useImportActs()
  const status = useStatus()
  const openRecord = useOpenRecord()

  usePageAct({ act, onActTaken }, (taken) => {
    setPart('conflicts')
    setConflict(taken.subject)
  })

  const waiting = status.data?.openConflicts ?? 0
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '16px', py: '10px', flexShrink: 0 }}>
        <Typography variant="recordName">Imports</Typography>
      </Box>
      <ImportStart acts={acts} onStarted={(importId, dryRun) => openRecord({ kind: 'import', id: importId }, { title: dryRun ? 'Dry run' : 'Import' })} />
      <Tabs value={part} onChange={(_event, value: string) => setPart(parts.find((known) => known === value) ?? 'runs')} aria-label="Imports and conflicts" sx={{ px: '8px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        <Tab id="imports-tab-runs" aria-controls="imports-part" value="runs" label="Imports" disableRipple />
        <Tab
          id="imports-tab-conflicts"
          aria-controls="imports-part"
          value="conflicts"
          disableRipple
          label={
            <span>
              Conflicts to decide
              <Box component="span" className="figures" sx={{ ml: '6px', fontSize: 11, fontWeight: 500, color: waiting > 0 ? 'warning.main' : 'text.tertiary' }}>
                {waiting}
              </Box>
            </span>
          }
        />
      </Tabs>
      <Box id="imports-part" role="tabpanel" aria-labelledby={`imports-tab-${part}`} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {part === 'runs' ? <ImportsPane /> : <ConflictsPane id="imports-conflicts" shown={conflict} />}
      </Box>
    </>
  )
}
