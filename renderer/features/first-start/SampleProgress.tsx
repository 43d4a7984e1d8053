import Box from '@mui/material/Box'
import { type ReactNode } from 'react'
import type { Output } from '@shared/contract'
import { Progress } from '../../ui/Progress'
import { ErrorBlock } from '../../ui/StateBlock'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useCancelImport } from './api'

type Import = Output<'imports.open'>

interface SampleProgressProps {
  readonly taken: Import | undefined
  readonly importId: string
  readonly onLeave: () => void
  readonly onAgain: () => void
}

const fileStateWords: Readonly<Record<Import['files'][number]['state'], string>> = { waiting: 'waits', reading: 'is read', taken_in: 'taken in', not_read: 'not read', missing: 'not in the folder' }

/** The sample on its way in: the whole, the file at hand, and Cancel. */
export function SampleProgress({ taken, importId, onLeave, onAgain }: SampleProgressProps): ReactNode {
  const cancel = useCancelImport()
  const files = taken?.files ?? []
  const total = files.reduce((sum, file) => sum + file.bytesTotal, 0)
  const read = files.reduce((sum, file) => sum + file.bytesRead, 0)
  const current = files.find((file) => file.state === 'reading')
  if (taken !== undefined && (taken.state === 'failed' || taken.state === 'cancelled' || taken.state === 'interrupted')) {
    return (
      <ErrorBlock
        title={taken.state === 'cancelled' ? 'Stopped before the end' : 'The sample could not be taken in whole'}
        code={taken.failure ?? taken.state}
        acts={
          <>
            <ToolbarButton look="frame" tall onClick={onLeave}>
              Open the desk as it is
            </ToolbarButton>
            <ToolbarButton look="act" tall onClick={onAgain}>
              Try again
            </ToolbarButton>
          </>
        }
      >
        What was taken in before is kept. Open the desk with it; the import goes on from there under Imports.
      </ErrorBlock>
    )
  }
  return (
    <Box sx={{ borderTop: '1px solid', borderColor: 'divider', pt: '12px' }}>
      <Progress
        label={current === undefined ? 'Opening the sample desk' : `Taking in ${current.file}`}
        after={0}
        {...(total === 0 ? {} : { done: read / total, detail: `${String(Math.round((read / total) * 100))} %` })}
        onCancel={() => void cancel.run({ importId })}
        cancelling={cancel.pending || taken?.state === 'cancelling'}
      />
      <Box component="ul" className="figures" sx={{ listStyle: 'none', m: 0, p: 0, mt: '8px' }}>
        {files.map((file) => (
          <Box component="li" key={file.file} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 90px 110px', gap: '8px', py: '2px', fontSize: 12, lineHeight: '16px', color: file.state === 'reading' ? 'text.primary' : 'text.secondary' }}>
            <span>{file.file}</span>
            <Box component="span" sx={{ textAlign: 'right' }}>
              {file.rows === 0 ? '–' : file.rows.toLocaleString('en-US')}
            </Box>
            <span>{fileStateWords[file.state]}</span>
          </Box>
        ))}
      </Box>
    </Box>
  )
}
