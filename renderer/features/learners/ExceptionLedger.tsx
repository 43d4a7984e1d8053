import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { DataTable } from '../../ui/DataTable'
import { DefinitionList } from '../../ui/DefinitionList'
import { PaneHead } from '../../ui/PaneHead'
import { StateWord } from '../../ui/StateWord'
import { rowLines, type Column } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBlock } from '../../words/RefusalBlock'
import { instantDayWords, instantWords } from '../../words/time-words'
import { exceptionKindWords, grantWords } from './exception-words'
import { useExceptions, type LedgerEntry } from './record-act-api'

interface ExceptionLedgerProps {
  readonly learnerId: string
  readonly zone: string
  readonly onWithdraw: (exception: LedgerEntry) => void
}

/** The learner's exceptions, in force and withdrawn, with rule, reason and approver; nothing where there never was one. */
export function ExceptionLedger({ learnerId, zone, onWithdraw }: ExceptionLedgerProps): ReactNode {
  const exceptions = useExceptions(learnerId)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [selected, setSelected] = useState<string>()
  if (exceptions.error !== null) return <RefusalBlock method="exceptions.ofLearner" refusal={exceptions.error.refusal} onAgain={() => void exceptions.refetch()} />
  const entries = exceptions.data?.entries ?? []
  if (entries.length === 0) return null
  const toggle = (key: string): void => setExpanded(new Set(expanded.has(key) ? [...expanded].filter((known) => known !== key) : [...expanded, key]))
  const columns: readonly Column<LedgerEntry>[] = [
    { id: 'kind', head: 'Exception', track: '112px', naming: true, cell: (row) => exceptionKindWords[row.kind] },
    { id: 'activity', head: 'Activity', track: 'minmax(120px, 1fr)', cell: (row) => <span title={row.activityTitle}>{row.activityTitle}</span> },
    { id: 'grants', head: 'Grants', track: '128px', cell: grantWords },
    { id: 'approver', head: 'Approved by', track: 'minmax(96px, 0.5fr)', cell: (row) => <span title={row.approver}>{row.approver}</span> },
    {
      id: 'state',
      head: 'State',
      track: '112px',
      cell: (row) => (
        <StateWord tone={row.withdrawn === null ? 'success' : 'neutral'} icon={row.withdrawn === null ? CheckCircleOutlined : BlockOutlined}>
          {row.withdrawn === null ? 'In force' : 'Withdrawn'}
        </StateWord>
      ),
    },
  ]
  return (
    <Box component="section" aria-label="Exceptions" sx={{ flexShrink: 0, maxHeight: '45%', display: 'flex', flexDirection: 'column', minHeight: 0, borderTop: '1px solid', borderColor: 'divider' }}>
      <PaneHead title="Exceptions" note={`${String(exceptions.data?.inForce ?? 0)} in force, ${String(entries.length)} on file`} />
      <Box sx={{ overflow: 'auto', minHeight: 0 }}>
        <DataTable
          label="Exceptions"
          columns={columns}
          lines={rowLines(entries, (row) => row.id)}
          selected={selected}
          onSelect={setSelected}
          expanded={expanded}
          onExpand={toggle}
          onOpen={(row) => toggle(row.id)}
          expansion={(row) => <ExceptionDetails exception={row} zone={zone} onWithdraw={onWithdraw} />}
          natural
        />
      </Box>
    </Box>
  )
}

function ExceptionDetails({ exception, zone, onWithdraw }: { readonly exception: LedgerEntry; readonly zone: string; readonly onWithdraw: (exception: LedgerEntry) => void }): ReactNode {
  const { withdrawn } = exception
  return (
    <Box sx={{ py: '10px', display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: 720 }}>
      <DefinitionList
        entries={[
          { term: 'Rule set aside', value: exception.ruleRow },
          { term: 'Reason', value: exception.reason },
          { term: 'Granted', value: `${instantWords(exception.createdAt, zone)} by ${exception.createdBy}` },
          ...(withdrawn === null ? [] : [{ term: 'Withdrawn', value: `${instantDayWords(withdrawn.at, zone)} by ${withdrawn.by}: ${withdrawn.reason}` }]),
        ]}
      />
      {withdrawn === null ? (
        <Box>
          <ToolbarButton look="frame" tall onClick={() => onWithdraw(exception)}>
            Withdraw…
          </ToolbarButton>
        </Box>
      ) : null}
    </Box>
  )
}
