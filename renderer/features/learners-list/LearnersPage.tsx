import GroupOutlined from '@mui/icons-material/GroupOutlined'
import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { learnerStatuses, professions, type LearnerStatus, type Profession } from '@shared/model/field-codes'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord } from '../../bridge/navigation'
import { usePreferences } from '../../bridge/preferences'
import { useContextMenu } from '../../ui/ContextMenu'
import { DataTable } from '../../ui/DataTable'
import { FilterSelect, type FilterOption } from '../../ui/FilterSelect'
import { recordMenu } from '../../ui/list-menu'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { rowLines } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { learnerStatusWords, professionWords } from '../../words/field-words'
import { RefusalBlock } from '../../words/RefusalBlock'
import { useLearners, useStatus, type LearnerRow, type LearnerSort } from './api'
import { learnerColumns, learnerTracks } from './learner-columns'

type Any = 'any'

const professionOptions: readonly FilterOption<Profession | Any>[] = [{ value: 'any', label: 'any' }, ...professions.map((value) => ({ value, label: professionWords[value] }))]
const statusOptions: readonly FilterOption<LearnerStatus | Any>[] = [{ value: 'any', label: 'any' }, ...learnerStatuses.map((value) => ({ value, label: learnerStatusWords[value] }))]
const sortOptions: readonly FilterOption<LearnerSort>[] = [
  { value: 'name', label: 'name' },
  { value: 'last_claim', label: 'last claim, newest first' },
  { value: 'registered', label: 'registration, newest first' },
]

/** The learners of the desk: filtered, sorted, each opening in its own tab. */
export function LearnersPage(): ReactNode {
  const [portal, setPortal] = useState<string>('any')
  const [profession, setProfession] = useState<Profession | Any>('any')
  const [status, setStatus] = useState<LearnerStatus | Any>('any')
  const [sort, setSort] = useState<LearnerSort>('name')
  const [selected, setSelected] = useState<string>()
  const narrow = useMediaQuery('(max-width: 1099px)')
  const { density } = usePreferences()
  const desk = useStatus()
  const now = useDeskNow()
  const openRecord = useOpenRecord()
  const learners = useLearners({
    sort,
    ...(portal === 'any' ? {} : { portal }),
    ...(profession === 'any' ? {} : { profession }),
    ...(status === 'any' ? {} : { status }),
  })

  const { rows } = learners
  const portals = desk.data?.portals ?? []
  const filtered = portal !== 'any' || profession !== 'any' || status !== 'any'
  const clear = (): void => {
    setPortal('any')
    setProfession('any')
    setStatus('any')
  }
  const context = useContextMenu()
  if (learners.error !== null) return <RefusalBlock method="learners.list" refusal={learners.error.refusal} onAgain={learners.again} />

  const open = (row: LearnerRow, beside: boolean): void => openRecord({ kind: 'learner', id: row.id }, { title: row.name, beside })
  const list =
    rows === undefined || now === undefined ? (
      <SkeletonRows tracks={learnerTracks} rows={14} label="Loading the learners" />
    ) : rows.length > 0 ? (
      <DataTable
        label="Learners"
        columns={learnerColumns({ now, zones: new Map(portals.map((known) => [known.key, known.zone])), sort, onSort: setSort, narrow })}
        lines={rowLines(rows, (row) => row.id)}
        rowHeight={narrow ? 48 : density === 'compact' ? 32 : 36}
        selected={selected ?? rows[0]?.id}
        onSelect={setSelected}
        onOpen={open}
        onContextMenu={(row, event) => context.open(event, recordMenu({ what: 'learner', number: row.externalId, onOpen: (beside) => open(row, beside) }))}
        onEnd={learners.readMore}
        ownsKeys
        footer={learners.more ? `${rows.length.toLocaleString('en-US')} of ${learners.total.toLocaleString('en-US')} read; more come as you go down. Ctrl K finds any of them at once.` : undefined}
      />
    ) : filtered ? (
      <EmptyBlock
        icon={PersonSearchOutlined}
        title="No learner fits these filters"
        acts={
          <ToolbarButton look="frame" tall onClick={clear}>
            Clear filters
          </ToolbarButton>
        }
      >
        Widen a filter, or find one person by name, address or number with Ctrl K.
      </EmptyBlock>
    ) : (
      <EmptyBlock
        icon={GroupOutlined}
        title="No learners yet"
        acts={
          <ToolbarButton look="main" tall onClick={() => openRecord({ kind: 'imports', id: '' })}>
            Import a folder
          </ToolbarButton>
        }
      >
        Learners come with an exchange folder of the platform. A dry run comes first and changes nothing.
      </EmptyBlock>
    )

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '16px', py: '10px', flexShrink: 0 }}>
        <Typography variant="recordName">Learners</Typography>
        <Typography role="status" noWrap className="figures" sx={{ color: 'text.secondary', flex: 1 }}>
          {rows === undefined ? '' : filtered ? `${learners.total.toLocaleString('en-US')} of ${(desk.data?.learners ?? learners.total).toLocaleString('en-US')} fit` : `${learners.total.toLocaleString('en-US')} on this desk`}
        </Typography>
      </Box>
      <Box role="group" aria-label="Filters" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', px: '16px', pb: '10px', flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
        <FilterSelect label="Portal" value={portal} options={[{ value: 'any', label: 'any' }, ...portals.map((known) => ({ value: known.key, label: known.name }))]} onValue={setPortal} />
        <FilterSelect label="Profession" value={profession} options={professionOptions} onValue={setProfession} />
        <FilterSelect label="Status" value={status} options={statusOptions} onValue={setStatus} />
        <FilterSelect label="Sort by" value={sort} options={sortOptions} onValue={setSort} />
        {filtered ? (
          <ToolbarButton look="act" onClick={clear}>
            Clear filters
          </ToolbarButton>
        ) : null}
      </Box>
      {list}
      {context.menu}
    </>
  )
}
