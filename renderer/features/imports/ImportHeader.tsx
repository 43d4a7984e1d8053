import DownloadDoneOutlined from '@mui/icons-material/DownloadDoneOutlined'
import ReplayOutlined from '@mui/icons-material/ReplayOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyButton } from '../../ui/CopyButton'
import { FactChip } from '../../ui/FactChip'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { instantDayWords, instantWords, timeWords, utcWords } from '../../words/time-words'
import type { Import } from './api'
import { FolderPath } from './FolderPath'
import { countWords, importLook, isUnderWay, tookWords } from './import-words'

interface ImportHeaderProps {
  readonly taken: Import
  readonly zone: string
  readonly starting: boolean
  readonly onImport: () => void
}

/** Which import this is and how it ended; one that ran through can be repeated, a dry run offers the import itself. */
export function ImportHeader({ taken, zone, starting, onImport }: ImportHeaderProps): ReactNode {
  const look = importLook(taken)
  return (
    <Box component="header" aria-label="Import" sx={{ flexShrink: 0, px: '16px', pt: '10px', pb: '8px', borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', minHeight: 32 }}>
        <Typography variant="recordName" component="h1" noWrap title={instantWords(taken.startedAt, zone)} sx={{ m: 0, minWidth: 0 }}>
          {taken.dryRun ? 'Dry run' : 'Import'} of {instantDayWords(taken.startedAt, zone)}, {timeWords(taken.startedAt, zone)}
        </Typography>
        <FactChip tone={look.tone} icon={look.icon}>
          {look.word}
        </FactChip>
        <Box sx={{ flex: 1 }} />
        {taken.state !== 'finished' ? null : taken.dryRun ? (
          <ToolbarButton look="main" tall icon={DownloadDoneOutlined} disabled={starting} onClick={onImport}>
            Import this folder
          </ToolbarButton>
        ) : (
          <ToolbarButton look="frame" tall icon={ReplayOutlined} disabled={starting} onClick={onImport}>
            Import again
          </ToolbarButton>
        )}
      </Box>
      <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: '20px', rowGap: '2px', alignItems: 'center', minHeight: 24 }}>
        <Fact term="Folder">
          <FolderPath folder={taken.folder} />
          <CopyButton value={taken.folder} what="Folder" />
        </Fact>
        <Fact term="By">{taken.actor}</Fact>
        <Fact term={isUnderWay(taken.state) ? 'So far' : 'Took'}>
          <span className="figures" title={taken.finishedAt === null ? undefined : `ended ${utcWords(taken.finishedAt)}`}>
            {tookWords(taken.milliseconds)}
          </span>
        </Fact>
        <Fact term="Certificates">{certificateWords(taken)}</Fact>
        {taken.dryRun ? <Fact term="Written">nothing, a dry run only tells</Fact> : null}
      </Box>
    </Box>
  )
}

function certificateWords({ certificatesFrozen, dryRun }: Import): string {
  return certificatesFrozen === 0 ? 'none issued' : `${countWords(certificatesFrozen, 'certificate', 'certificates')} ${dryRun ? 'would be issued' : 'issued'}`
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 }}>
      <Box component="dt" sx={{ color: 'text.tertiary', fontSize: 12 }}>
        {term}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0, display: 'inline-flex', alignItems: 'center', gap: '4px' }}>
        {children}
      </Box>
    </Box>
  )
}
