import Box from '@mui/material/Box'
import { useState, type ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { DataTable } from '../../ui/DataTable'
import { DefinitionList } from '../../ui/DefinitionList'
import { PaneHead } from '../../ui/PaneHead'
import { rowLines, type Column } from '../../ui/table-types'
import { utcWords } from '../../words/time-words'
import { activityFieldLabel, activityFieldWords, fieldGroups } from './activity-words'
import type { Activity, Designation } from './api'
import { CreditName, creditText } from './CreditList'

const absent = (
  <Box component="span" sx={{ color: 'text.tertiary' }}>
    –
  </Box>
)

const columns: readonly Column<Designation>[] = [
  { id: 'type', head: 'Credit type', track: 'minmax(190px, 1fr)', naming: true, cell: (row) => <span title={creditText(row.creditType)}><CreditName code={row.creditType} /></span> },
  { id: 'maximum', head: 'Designated', track: '88px', align: 'right', cell: (row) => formatCreditAmount(row.maximumAmount) },
  { id: 'step', head: 'Step', track: '64px', align: 'right', cell: (row) => (row.step === null ? absent : formatCreditAmount(row.step)) },
  { id: 'pharmacology', head: 'Pharmacology', track: '104px', align: 'right', cell: (row) => (row.pharmacologyAmount === null ? absent : formatCreditAmount(row.pharmacologyAmount)) },
  { id: 'number', head: 'Accreditation number', track: 'minmax(180px, 1fr)', cell: (row) => (row.accreditationNumber === '' ? absent : <span className="identifier">{row.accreditationNumber}</span>) },
]

/** The designated credits, then every field of the activity in groups. */
export function ActivityDetails({ activity }: { readonly activity: Activity }): ReactNode {
  const [selected, setSelected] = useState<string>()
  const values = new Map(activity.fields.map((field) => [field.field, field.value]))
  const named = new Set(fieldGroups.flatMap((group) => group.fields))
  const further = activity.fields.map((field) => field.field).filter((field) => !named.has(field))
  const groups = [...fieldGroups, ...(further.length === 0 ? [] : [{ title: 'Further', fields: further }])]
  return (
    <Box tabIndex={0} role="region" aria-label="Details and credits" data-pane="" sx={{ flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outlineOffset: -2 } }}>
      <PaneHead title="Credit designations" note="designated is the maximum, a learner may claim less" />
      {activity.credits.length === 0 ? (
        <Box sx={{ px: '16px', py: '12px', color: 'text.secondary', borderBottom: '1px solid', borderColor: 'divider' }}>No credit is designated for this activity; it gives participation only.</Box>
      ) : (
        <DataTable label="Credit designations" columns={columns} lines={rowLines(activity.credits, (row) => `${row.creditType}-${row.accreditationNumber}`)} selected={selected} onSelect={setSelected} natural ownsKeys />
      )}
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(380px, 100%), 1fr))', columnGap: '32px', rowGap: '16px', p: '16px', maxWidth: 1360 }}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <Box component="h2" sx={{ m: 0, mb: '8px', fontSize: 14, lineHeight: '20px', fontWeight: 600 }}>
              {group.title}
            </Box>
            <DefinitionList
              entries={group.fields.map((field) => {
                const value = values.get(field) ?? ''
                const words = activityFieldWords(field, value, activity.zone)
                const isInstant = value !== '' && (field === 'starts_at' || field === 'ends_at')
                return { term: activityFieldLabel(field), ...(words === undefined ? {} : { value: isInstant ? <span title={utcWords(value)}>{words}</span> : words }) }
              })}
            />
          </section>
        ))}
      </Box>
    </Box>
  )
}
