import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import HistoryEduOutlined from '@mui/icons-material/HistoryEduOutlined'
import LibraryAddCheckOutlined from '@mui/icons-material/LibraryAddCheckOutlined'
import PendingActionsOutlined from '@mui/icons-material/PendingActionsOutlined'
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined'
import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import { useContextMenu, type ContextItem } from '../../ui/ContextMenu'
import { DataTable } from '../../ui/DataTable'
import { PaneHead } from '../../ui/PaneHead'
import { EmptyBlock } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import type { Column, TableLine } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { CreditTypeWords } from '../../words/CreditWords'
import { dayWords, instantDayWords } from '../../words/time-words'
import type { Claim, Enrolment, LearnerRecord } from './api'
import { certificateLooks } from './record-words'

/** A row of the credits table: a claim, or an enrolment in which only the claim is missing. */
export type CreditRow = { readonly kind: 'claim'; readonly claim: Claim } | { readonly kind: 'open'; readonly enrolment: Enrolment }

/** The key under which a row is selected. */
export function creditRowKey(row: CreditRow): string {
  return row.kind === 'claim' ? row.claim.id : row.enrolment.id
}

/** Enrolments whose every step is done but the claim. */
export function openToClaim(record: LearnerRecord): readonly Enrolment[] {
  return record.enrolments.filter((enrolment) => enrolment.claimIds.length === 0 && enrolment.steps.some((step) => step.step === 'claim' && step.state === 'here'))
}

function linesOf(record: LearnerRecord, filter: string): readonly TableLine<CreditRow>[] {
  const wanted = (title: string): boolean => title.toLowerCase().includes(filter.trim().toLowerCase())
  const open = openToClaim(record).filter((enrolment) => wanted(enrolment.activityTitle))
  const claims = record.claims.filter((claim) => wanted(claim.activityTitle) || claim.certificates.some((certificate) => wanted(certificate.number)))
  const types = [...new Set(claims.map((claim) => claim.creditType))]
  return [
    ...(open.length === 0
      ? []
      : [
          { kind: 'group', key: 'open', cells: { activity: 'Done, not claimed' } } as const,
          ...open.map((enrolment) => ({ kind: 'row', key: enrolment.id, row: { kind: 'open', enrolment } }) as const),
        ]),
    ...types.flatMap((type) => groupOf(type, claims.filter((claim) => claim.creditType === type))),
  ]
}

/** One credit type: its phrase once, its total, its claims. Totals never cross types. */
function groupOf(type: CreditType, claims: readonly Claim[]): readonly TableLine<CreditRow>[] {
  const active = claims.filter((claim) => claim.state === 'active')
  const total = active.reduce((sum, claim) => sum + claim.amount, 0)
  return [
    {
      kind: 'group',
      key: `type-${type}`,
      cells: {
        activity: <CreditTypeWords type={type} alone />,
        claimed: formatCreditAmount(total),
        certificate: (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {`${String(active.length)} ${active.length === 1 ? 'claim' : 'claims'}`}
          </Box>
        ),
      },
    },
    ...claims.map((claim) => ({ kind: 'row', key: claim.id, row: { kind: 'claim', claim } }) as const),
  ]
}

function titleOf(row: CreditRow): string {
  return row.kind === 'claim' ? row.claim.activityTitle : row.enrolment.activityTitle
}

function StateOf({ row }: { readonly row: CreditRow }): ReactNode {
  if (row.kind === 'open') {
    return (
      <StateWord tone="warning" icon={PendingActionsOutlined}>
        Not claimed
      </StateWord>
    )
  }
  const state = row.claim.state === 'active' ? 'current' : row.claim.state
  const look = certificateLooks[state]
  return (
    <StateWord tone={look.tone} icon={look.icon}>
      {look.word}
    </StateWord>
  )
}

function completedOf(row: CreditRow, zone: string): string {
  if (row.kind === 'claim') return row.claim.completedOn === null ? instantDayWords(row.claim.claimedAt, zone) : dayWords(row.claim.completedOn)
  const at = row.enrolment.evaluatedAt ?? row.enrolment.passedAt
  return at === null ? '' : instantDayWords(at, zone)
}

function ClaimedAmount({ row }: { readonly row: CreditRow }): ReactNode {
  if (row.kind === 'open') return null
  const { amount, maximumAmount } = row.claim
  return (
    <>
      {formatCreditAmount(amount)}
      {maximumAmount === null || maximumAmount === amount ? null : (
        <Box component="span" sx={{ color: 'text.tertiary' }}>
          {' '}
          of {formatCreditAmount(maximumAmount)}
        </Box>
      )}
    </>
  )
}

function columnsOf(zone: string, narrow: boolean): readonly Column<CreditRow>[] {
  const activity: Column<CreditRow> = {
    id: 'activity',
    head: 'Activity',
    track: 'minmax(160px, 1fr)',
    naming: true,
    cell: (row) => (
      <span title={titleOf(row)}>
        {titleOf(row)}
        {narrow ? (
          <Box component="span" className="figures" sx={{ display: 'block', fontSize: 12, lineHeight: '16px', fontWeight: 400, color: 'text.tertiary' }}>
            {completedOf(row, zone)}
            {row.kind === 'claim' && row.claim.certificateNumber !== null ? ` · ${row.claim.certificateNumber}` : ''}
          </Box>
        ) : null}
      </span>
    ),
  }
  const claimed: Column<CreditRow> = { id: 'claimed', head: 'Claimed', track: '92px', align: 'right', cell: (row) => <ClaimedAmount row={row} /> }
  const state: Column<CreditRow> = { id: 'state', head: 'State', track: '106px', cell: (row) => <StateOf row={row} /> }
  if (narrow) return [activity, claimed, state]
  return [
    activity,
    { id: 'completed', head: 'Completed', track: '96px', cell: (row) => completedOf(row, zone) },
    claimed,
    {
      id: 'certificate',
      head: 'Certificate',
      track: '120px',
      cell: (row) =>
        row.kind === 'claim' && row.claim.certificateNumber !== null ? (
          <span className="identifier">{row.claim.certificateNumber}</span>
        ) : (
          <Box component="span" sx={{ color: 'text.tertiary' }}>
            none yet
          </Box>
        ),
    },
    state,
  ]
}

interface CreditsTabProps {
  readonly record: LearnerRecord
  readonly selected: string | undefined
  readonly onSelect: (key: string) => void
  readonly expansion: (row: CreditRow) => ReactNode
  readonly expanded: ReadonlySet<string>
  readonly onExpand: (key: string, open: boolean) => void
  readonly onTranscript: () => void
  readonly onCourses: () => void
  readonly onClaim: (enrolment: Enrolment) => void
  /** Claims credit that waits topic by topic; undefined where none was earned so. */
  readonly onClaimAccrued: (() => void) | undefined
  readonly onPastCredit: () => void
  /** What the context menu of a row offers. */
  readonly menuOf: (row: CreditRow) => readonly ContextItem[]
}

/** Every claim under its credit type, and what could be claimed and is not. */
export function CreditsTab({ record, selected, onSelect, expansion, expanded, onExpand, onTranscript, onCourses, onClaim, onClaimAccrued, onPastCredit, menuOf }: CreditsTabProps): ReactNode {
  const { open: openMenu, menu } = useContextMenu()
  const narrow = useMediaQuery('(max-width: 1099px)')
  const [filter, setFilter] = useState('')
  const lines = linesOf(record, filter)
  const activities = new Set(record.claims.map((claim) => claim.activityId)).size
  const { zone } = record.learner
  return (
    <>
      <PaneHead title="Credits & certificates" note={`${String(activities)} ${activities === 1 ? 'activity' : 'activities'}`}>
        <OutlinedInput
          value={filter}
          placeholder="Filter rows"
          onChange={(event) => setFilter(event.target.value)}
          inputProps={{ 'aria-label': 'Filter rows', spellCheck: false }}
          sx={{ width: 148, minHeight: 28, '& input': { py: '3px' } }}
        />
        {onClaimAccrued === undefined ? null : (
          <ToolbarButton icon={LibraryAddCheckOutlined} onClick={onClaimAccrued}>
            Claim accrued credit…
          </ToolbarButton>
        )}
        <ToolbarButton icon={HistoryEduOutlined} onClick={onPastCredit}>
          Add past credit…
        </ToolbarButton>
        <ToolbarButton icon={DescriptionOutlined} onClick={onTranscript}>
          Transcript…
        </ToolbarButton>
      </PaneHead>
      {lines.length === 0 && filter === '' ? (
        <EmptyBlock
          icon={WorkspacePremiumOutlined}
          title="No credits yet"
          acts={
            <ToolbarButton look="frame" tall onClick={onCourses}>
              See courses
            </ToolbarButton>
          }
        >
          {`Registered for ${String(record.enrolments.length)} ${record.enrolments.length === 1 ? 'activity' : 'activities'}, and nothing is claimed. A certificate follows the first claim.`}
        </EmptyBlock>
      ) : lines.length === 0 ? (
        <EmptyBlock icon={WorkspacePremiumOutlined} title="No row matches">
          No activity or certificate number of this learner has “{filter}” in it. Clear the filter to see all.
        </EmptyBlock>
      ) : (
        <DataTable
          label="Credits and certificates"
          columns={columnsOf(zone, narrow)}
          lines={lines}
          selected={selected}
          onSelect={onSelect}
          expansion={(row) => (row.kind === 'claim' ? expansion(row) : <OpenDetails enrolment={row.enrolment} onClaim={onClaim} />)}
          onContextMenu={(row, event) => openMenu(event, menuOf(row))}
          expanded={expanded}
          onExpand={onExpand}
          onOpen={(row) => onExpand(creditRowKey(row), !expanded.has(creditRowKey(row)))}
          rowHeight={narrow ? 48 : 36}
          ownsKeys
          footer="Totals are per credit type and never added across types. An expired activity keeps its certificate."
        />
      )}
      {menu}
    </>
  )
}

/** What stands behind a row that is not claimed: the one act that is missing. */
function OpenDetails({ enrolment, onClaim }: { readonly enrolment: Enrolment; readonly onClaim: (enrolment: Enrolment) => void }): ReactNode {
  return (
    <Box sx={{ py: '10px', display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' }}>
      <ToolbarButton look="frame" tall icon={WorkspacePremiumOutlined} onClick={() => onClaim(enrolment)}>
        Claim for the learner…
      </ToolbarButton>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        Everything is done except the claim (H27).
      </Box>
    </Box>
  )
}
