import AddOutlined from '@mui/icons-material/AddOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { listAt, textAt, valueAt, type Path } from './portal-draft'
import type { Choice, PortalField } from './portal-fields'
import { PortalFieldControl, type PortalDraft } from './PortalFieldControl'

const choice = (...pairs: readonly (readonly [string, string])[]): { readonly kind: 'choice'; readonly choices: readonly Choice[] } => ({ kind: 'choice', choices: pairs.map(([value, label]) => ({ value, label })) })

const bodies = choice(['pars', 'ACCME PARS'], ['cpe_monitor', 'CPE Monitor'], ['abp', 'ABP'], ['learner', 'The learner reports'])
const dueKinds = choice(['days_after', 'So many days after'], ['next_month_day', 'The next such day of a year'])
const anchors = choice(['claim', 'The claim'], ['participation', 'Participation'], ['earlier_of_participation_and_evaluation', 'Participation or evaluation, the earlier'])

/** The fields of one route; a body that is told has a date, a learner has none. */
function routeFields(tree: unknown, path: Path): readonly PortalField[] {
  const due = valueAt(tree, [...path, 'due'])
  const byDay = textAt(tree, [...path, 'due', 'kind']) === 'next_month_day'
  return [
    { path: [...path, 'creditTypes'], label: 'Credit types', entry: { kind: 'words', example: 'acpe' }, rows: [...path, 'rows'] },
    { path: [...path, 'professions'], label: 'Professions', entry: { kind: 'words', example: 'physician' }, help: 'Empty means any.' },
    { path: [...path, 'body'], label: 'Told to', entry: bodies },
    ...(due === null
      ? []
      : [
          { path: [...path, 'due', 'kind'], label: 'Due', entry: dueKinds },
          ...(byDay
            ? [{ path: [...path, 'due', 'monthDay'], label: 'Day', entry: { kind: 'text', example: '12-01' }, help: 'Month and day, MM-DD.' } as const]
            : [
                { path: [...path, 'due', 'days'], label: 'Days', entry: { kind: 'number', unit: 'days' } } as const,
                { path: [...path, 'due', 'anchor'], label: 'Counted from', entry: anchors },
              ]),
        ]),
    { path: [...path, 'from'], label: 'Claims from', entry: { kind: 'text', example: 'YYYY-MM-DD' }, help: 'Empty means without limit.' },
    { path: [...path, 'to'], label: 'Claims until', entry: { kind: 'text', example: 'YYYY-MM-DD' }, help: 'Empty means without limit.' },
  ]
}

const contactFields = (_tree: unknown, path: Path): readonly PortalField[] => [
  { path: [...path, 'purpose'], label: 'For', entry: { kind: 'text', example: 'general' }, rows: [...path, 'rows'] },
  { path: [...path, 'channel'], label: 'Kind', entry: choice(['phone', 'Telephone'], ['email', 'E-mail'], ['post', 'Post'], ['page', 'Web page']) },
  { path: [...path, 'value'], label: 'Number or address', entry: { kind: 'text' } },
]

const identifierFields = (_tree: unknown, path: Path): readonly PortalField[] => [
  { path: [...path, 'professions'], label: 'Professions', entry: { kind: 'words', example: 'pharmacist' } },
  { path: [...path, 'identifiers'], label: 'Need', entry: { kind: 'words', example: 'nabp_eprofile_id, birth_month_day' }, help: 'nabp_eprofile_id, birth_month_day or licence.' },
]

interface ListForm {
  readonly path: Path
  readonly item: string
  readonly none: string
  readonly begins: unknown
  readonly fields: (tree: unknown, path: Path) => readonly PortalField[]
}

const forms: Readonly<Record<'routes' | 'contacts' | 'identifiers', ListForm>> = {
  routes: {
    path: ['reportRoutes'],
    item: 'Route',
    none: 'Nothing is reported from this portal.',
    begins: { creditTypes: ['ama_pra_1'], professions: [], body: 'pars', due: { kind: 'days_after', days: 30, anchor: 'claim' }, from: null, to: null, rows: ['house'], newerFact: null },
    fields: routeFields,
  },
  contacts: { path: ['contacts'], item: 'Contact', none: 'No contact is on file.', begins: { purpose: '', channel: 'phone', value: '', rows: ['house'] }, fields: contactFields },
  identifiers: { path: ['claimIdentifiers', 'value'], item: 'Rule', none: 'No identifier bars a claim in this portal.', begins: { professions: ['physician'], identifiers: ['licence'] }, fields: identifierFields },
}

/** A route told to a body needs a due day; the learner's own has none. */
function settled(list: ListForm, path: Path, value: unknown, change: PortalDraft['change']): void {
  change(path, value)
  if (list.path[0] !== 'reportRoutes') return
  const route = path.slice(0, 2)
  if (path.at(-1) === 'body') change([...route, 'due'], value === 'learner' ? null : { kind: 'days_after', days: 30, anchor: 'claim' })
  if (path.at(-1) === 'kind') change([...route, 'due'], value === 'next_month_day' ? { kind: 'next_month_day', monthDay: '12-01' } : { kind: 'days_after', days: 30, anchor: 'claim' })
  // An empty day is no limit.
  if ((path.at(-1) === 'from' || path.at(-1) === 'to') && value === '') change(path, null)
}

/** A list of rules, each with its fields; one can be added or removed. The first route that fits a claim is taken. */
export function PortalList({ list: kind, draft }: { readonly list: 'routes' | 'contacts' | 'identifiers'; readonly draft: PortalDraft }): ReactNode {
  const form = forms[kind]
  const items = listAt(draft.tree, form.path)
  const inner: PortalDraft = { ...draft, change: (path, value) => settled(form, path, value, draft.change) }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: '16px' }}>
      {items.length === 0 ? <Typography sx={{ color: 'text.secondary' }}>{form.none}</Typography> : null}
      {items.map((_item, place) => {
        const path = [...form.path, place]
        const name = `${form.item} ${String(place + 1)}`
        const fact = textAt(draft.tree, [...path, 'newerFact', 'text'])
        return (
          <Box component="section" key={`${String(items.length)}-${String(place)}`} aria-label={name} sx={{ pt: '12px', borderTop: '1px solid', borderColor: 'divider' }}>
            <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: '8px' }}>
              <Typography variant="paneTitle" component="h3" sx={{ m: 0 }}>
                {name}
              </Typography>
              <ToolbarButton label={`Remove ${name.toLowerCase()}`} onClick={() => draft.change(form.path, items.filter((_one, index) => index !== place))}>
                Remove
              </ToolbarButton>
            </Box>
            <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))', gap: '12px' }}>
              {form.fields(draft.tree, path).map((field) => (
                <PortalFieldControl key={field.path.join('.')} field={field} draft={inner} />
              ))}
            </Box>
            {fact === '' ? null : <Typography variant="meta" sx={{ display: 'block', mt: '8px', color: 'text.secondary' }}>A newer fact stands beside the answer: {fact}</Typography>}
          </Box>
        )
      })}
      <div>
        <ToolbarButton look="frame" icon={AddOutlined} onClick={() => draft.change(form.path, [...items, form.begins])}>
          Add {form.item.toLowerCase()}
        </ToolbarButton>
      </div>
    </Box>
  )
}
