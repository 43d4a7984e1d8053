import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'
import type { Instant } from '@shared/model/instant'
import { useOpenRecord } from '../../bridge/navigation'
import { PaneHead } from '../../ui/PaneHead'
import { toneColour, type Tone } from '../../ui/tone'
import { outboxWords } from '../../words/mail-words'
import { nearInstantWords } from '../../words/time-words'
import type { Status } from './api'

interface Line {
  readonly key: string
  readonly icon: SvgIconComponent
  readonly tone: Tone
  readonly text: string
  readonly link?: { readonly word: string; readonly open: () => void }
}

const importStateWords: Readonly<Record<string, string>> = { running: 'is running since', cancelling: 'is stopping,', cancelled: 'cancelled', finished: 'finished', failed: 'failed', interrupted: 'interrupted' }

/** What this machine did by itself: import, back-up, outbox. */
export function MachinePane({ status, now, zone }: { readonly status: Status; readonly now: Instant; readonly zone: string }): ReactNode {
  const openRecord = useOpenRecord()
  const near = (at: Instant): string => nearInstantWords(at, now, zone).replace('Today, ', '')
  const { lastImport } = status
  const inOutbox = outboxWords(status)
  const lines: readonly Line[] = [
    lastImport === null
      ? { key: 'import', icon: ScheduleOutlined, tone: 'neutral', text: 'No import yet.' }
      : {
          key: 'import',
          icon: lastImport.state === 'finished' ? (lastImport.refused === 0 ? CheckCircleOutlined : WarningAmberOutlined) : lastImport.state === 'running' ? ScheduleOutlined : ErrorOutline,
          tone: lastImport.state === 'finished' ? (lastImport.refused === 0 ? 'success' : 'warning') : lastImport.state === 'running' ? 'neutral' : 'error',
          text: `Last import ${importStateWords[lastImport.state] ?? lastImport.state} ${near(lastImport.at)}: ${lastImport.refused === 0 ? 'nothing' : String(lastImport.refused)} refused.`,
          link: { word: 'Result', open: () => openRecord({ kind: 'import', id: lastImport.id }, { title: 'Import' }) },
        },
    status.lastBackupAt === null ? { key: 'backup', icon: ScheduleOutlined, tone: 'neutral', text: 'No back-up yet; one is made before each change of the store’s form.' } : { key: 'backup', icon: CheckCircleOutlined, tone: 'success', text: `Back-up ${near(status.lastBackupAt)}.` },
    status.mailFailed > 0
      ? { key: 'outbox', icon: ErrorOutline, tone: 'error', text: `Outbox: ${[`${String(status.mailFailed)} failed`, inOutbox].filter((part) => part !== '').join(', ')}.`, link: { word: 'Look', open: () => openRecord({ kind: 'outbox', id: '' }) } }
      : inOutbox === ''
        ? { key: 'outbox', icon: CheckCircleOutlined, tone: 'success', text: 'Outbox: nothing waits.' }
        : { key: 'outbox', icon: ScheduleOutlined, tone: 'neutral', text: `Outbox: ${inOutbox}.` },
    { key: 'store', icon: CheckCircleOutlined, tone: 'success', text: `${status.learners.toLocaleString('en-US')} learners, ${status.activities.toLocaleString('en-US')} activities, ${status.claims.toLocaleString('en-US')} claims.` },
  ]
  return (
    <section aria-label="This machine">
      <PaneHead title="This machine" />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, px: '16px', py: '10px' }}>
        {lines.map((line) => (
          <Box component="li" key={line.key} sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', py: '3px' }}>
            <line.icon aria-hidden sx={{ mt: '2px', color: toneColour(line.tone) }} />
            <span>
              {line.text}{' '}
              {line.link === undefined ? null : (
                <Link component="button" type="button" onClick={line.link.open} sx={{ fontSize: 13, verticalAlign: 'baseline' }}>
                  {line.link.word}
                </Link>
              )}
            </span>
          </Box>
        ))}
      </Box>
    </section>
  )
}
