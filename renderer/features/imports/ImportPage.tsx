import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useOpenRecord, type PageProps } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { useTab } from '../../bridge/use-tab'
import { Progress } from '../../ui/Progress'
import { ResizablePanes } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { StateBanner } from '../../ui/StateBlock'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { instantDayWords, timeWords } from '../../words/time-words'
import { useConflicts, useImport, useImportActs, useStatus, type Import } from './api'
import { ConflictsPane } from './ConflictsPane'
import { FilesTable } from './FilesTable'
import { ImportHeader } from './ImportHeader'
import { endWords, importLook, isUnderWay, percentOf, sumOf } from './import-words'
import { NoticeList } from './NoticeList'
import { RefusedPane } from './RefusedPane'

/** One import: how far it is, what each file gave, and what was not taken in. */
export function ImportPage({ id }: PageProps): ReactNode {
  const taken = useImport(id)
  const status = useStatus()
  const zone = status.data?.portals[0]?.zone
  const { data } = taken
  useTab('import', id, data === undefined || zone === undefined ? undefined : `${data.dryRun ? 'Dry run' : 'Import'}, ${instantDayWords(data.startedAt, zone).slice(0, -5)} ${timeWords(data.startedAt, zone)}`)
  if (taken.error !== null) return <RefusalBlock method="imports.open" refusal={taken.error.refusal} onAgain={() => void taken.refetch()} />
  if (data === undefined || zone === undefined) return <SkeletonRows tracks={['minmax(160px, 1fr)', '76px', '76px', '76px', '84px', '180px']} rows={10} label="Loading the import" />
  return <ImportResult taken={data} zone={zone} />
}

const lowerParts = ['refused', 'conflicts', 'notices'] as const
type LowerPart = (typeof lowerParts)[number]

/** Tells the end of a running import to who cannot see the page move. */
function useAnnouncedEnd(taken: Import): void {
  const { announce } = useToasts()
  const before = useRef(taken.state)
  useEffect(() => {
    if (isUnderWay(before.current) && !isUnderWay(taken.state)) announce(importLook(taken).word)
    before.current = taken.state
  }, [taken, announce])
}

function ImportResult({ taken, zone }: { readonly taken: Import; readonly zone: string }): ReactNode {
  const acts = useImportActs()
  const openRecord = useOpenRecord()
  const conflicts = useConflicts(true, taken.id)
  const { sizes, keep } = usePaneSizes('import')
  const [part, setPart] = useState<LowerPart>('refused')
  useAnnouncedEnd(taken)

  const startAgain = async (dryRun: boolean): Promise<void> => {
    const answer = await acts.start.run({ folder: taken.folder, dryRun })
    if (answer.ok) openRecord({ kind: 'import', id: answer.value.importId }, { title: dryRun ? 'Dry run' : 'Import' })
  }
  const working = isUnderWay(taken.state)
  const resuming = acts.resume.answer
  const mustStartAnew = resuming?.ok === false && (resuming.error.code === 'folder_changed' || resuming.error.code === 'not_resumable')
  const reading = taken.files.find((file) => file.state === 'reading')
  const read = sumOf(taken.files, 'bytesRead')
  const whole = sumOf(taken.files, 'bytesTotal')
  const end = endWords(taken)
  const refused = sumOf(taken.files, 'refused') + taken.files.filter((file) => file.state === 'not_read').length
  const counts: Readonly<Record<LowerPart, number>> = { refused, conflicts: conflicts.total, notices: taken.notices.length }
  const labels: Readonly<Record<LowerPart, string>> = { refused: 'Refused', conflicts: 'Conflicts to decide', notices: 'Left out' }

  const lower = (
    <>
      <Tabs value={part} onChange={(_event, value: string) => setPart(lowerParts.find((known) => known === value) ?? 'refused')} aria-label="What needs somebody" sx={{ px: '8px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        {lowerParts.map((name) => (
          <Tab
            key={name}
            id={`${taken.id}-tab-${name}`}
            aria-controls={`${taken.id}-part`}
            value={name}
            disableRipple
            label={
              <span>
                {labels[name]}
                <Box component="span" className="figures" sx={{ ml: '6px', fontSize: 11, fontWeight: 500, color: counts[name] === 0 ? 'text.tertiary' : name === 'refused' ? 'error.main' : 'warning.main' }}>
                  {counts[name].toLocaleString('en-US')}
                </Box>
              </span>
            }
          />
        ))}
      </Tabs>
      <Box id={`${taken.id}-part`} role="tabpanel" aria-labelledby={`${taken.id}-tab-${part}`} sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {part === 'refused' ? <RefusedPane taken={taken} save={acts.saveRefused} /> : part === 'conflicts' ? <ConflictsPane id={`${taken.id}-conflicts`} importId={taken.id} shown={undefined} /> : <NoticeList notices={taken.notices} />}
      </Box>
    </>
  )

  return (
    <>
      <ImportHeader taken={taken} zone={zone} starting={acts.start.pending} onImport={() => void startAgain(false)} />
      {acts.start.answer?.ok === false ? <RefusalBanner method="imports.start" refusal={acts.start.answer.error} /> : null}
      {acts.resume.answer?.ok === false ? <RefusalBanner method="imports.resume" refusal={acts.resume.answer.error} /> : null}
      {acts.cancel.answer?.ok === false ? <RefusalBanner method="imports.cancel" refusal={acts.cancel.answer.error} /> : null}
      {end === undefined ? null : (
        <StateBanner
          kind={taken.state === 'cancelled' ? 'partial' : 'refused'}
          act={
            taken.resumable && !mustStartAnew ? (
              <ToolbarButton look="frame" disabled={acts.resume.pending} onClick={() => void acts.resume.run({ importId: taken.id })}>
                Go on importing
              </ToolbarButton>
            ) : (
              <ToolbarButton look="frame" disabled={acts.start.pending} onClick={() => void startAgain(taken.dryRun)}>
                {taken.dryRun ? 'Start dry run again' : 'Import from the beginning'}
              </ToolbarButton>
            )
          }
        >
          <strong>{end.happened}</strong> {end.next}{' '}
          <Box component="small" className="identifier" sx={{ color: 'text.tertiary', userSelect: 'all' }}>
            {end.code}
          </Box>
        </StateBanner>
      )}
      {working ? (
        <Box sx={{ px: '16px', py: '4px', borderBottom: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
          <Progress
            label={reading === undefined ? 'Beginning' : `${taken.dryRun ? 'Trying' : 'Taking in'} ${reading.file}`}
            {...(whole === 0 ? {} : { done: read / whole, detail: `${String(percentOf(read, whole))} %, ${sumOf(taken.files, 'rows').toLocaleString('en-US')} rows` })}
            onCancel={() => void acts.cancel.run({ importId: taken.id })}
            cancelling={acts.cancel.pending || taken.state === 'cancelling'}
          />
        </Box>
      ) : null}
      <ResizablePanes
        id={`${taken.id}-panes`}
        direction="vertical"
        sizes={sizes}
        onSizes={keep}
        panes={[
          { id: 'files', label: 'Files', usual: heightOf(taken, working || refused + conflicts.total > 0), least: 96, content: <FilesTable taken={taken} /> },
          { id: 'lower', label: 'What needs somebody', least: 160, content: lower },
        ]}
      />
    </>
  )
}

/** As high as the files need: all of them with their totals where nothing below needs the room, else what leaves room for those rows. */
function heightOf(taken: Import, needsRoom: boolean): number {
  const there = taken.files.filter((file) => file.state !== 'missing').length
  const wanted = 30 + (there + 1) * 32 + (there < taken.files.length ? 40 : 0) + 4
  return Math.max(160, Math.min(wanted, Math.round((window.innerHeight - 190) * (needsRoom ? 0.5 : 0.8))))
}
