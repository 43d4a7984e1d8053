import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react'
import { useDeskNow } from '../../bridge/desk-clock'
import type { PageProps } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { useTab } from '../../bridge/use-tab'
import { ResizablePanes } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBlock } from '../../words/RefusalBlock'
import { usePortal, usePortalCheck, type Portal } from './portal-api'
import { valueAt, withValueAt, type Path } from './portal-draft'
import { portalSections, type OptionalWindow, type PortalSection } from './portal-fields'
import { PortalFieldControl, type PortalDraft } from './PortalFieldControl'
import { PortalList } from './PortalLists'
import { PortalSaveDialog } from './PortalSaveDialog'
import { PortalSide } from './PortalSide'

/** One portal's rules: every value with its citation, what differs from the shipped ones, and the versions. */
export function PortalPage({ id }: PageProps): ReactNode {
  const portal = usePortal(id)
  if (portal.error !== null) return <RefusalBlock wholePage method="portals.open" refusal={portal.error.refusal} onAgain={() => void portal.refetch()} />
  if (portal.data === undefined) return <SkeletonRows tracks={['200px', '1fr', '320px']} rows={12} label="Loading the portal’s rules" />
  return <OpenPortal id={id} portal={portal.data} />
}

type Dialog = { readonly kind: 'save' } | { readonly kind: 'putBack'; readonly version: number }

function OpenPortal({ id, portal }: { readonly id: string; readonly portal: Portal }): ReactNode {
  const [typed, setTyped] = useState<{ readonly onVersion: number; readonly tree: unknown }>()
  const [dialog, setDialog] = useState<Dialog>()
  const body = useRef<HTMLDivElement>(null)
  const now = useDeskNow()
  const { sizes, keep } = usePaneSizes('portal')
  const tree = typed?.tree ?? portal.profile
  const check = usePortalCheck(id, useDeferredValue(tree))
  const differences = check.data?.differences ?? []
  const problems = useMemo(() => new Map(check.data?.problems.map(({ field, problem }) => [field, problem])), [check.data])
  const changed = typed !== undefined && (differences.length > 0 || problems.size > 0)
  useTab('portal', id, portal.profile.name, changed)

  const change = (path: Path, value: unknown): void => setTyped((former) => ({ onVersion: former?.onVersion ?? portal.version, tree: withValueAt(former?.tree ?? portal.profile, path, value) }))
  const draft: PortalDraft = { tree, problems, change }
  const save = (): void => {
    // Save stays enabled and goes to the faulty field.
    const faulty = body.current?.querySelector<HTMLElement>('input[aria-invalid="true"], [role="combobox"][aria-invalid="true"]')
    if (problems.size > 0) faulty?.focus()
    else setDialog({ kind: 'save' })
  }
  const goTo = (section: string): void => {
    const target = body.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`)
    target?.scrollIntoView({ block: 'start' })
    target?.querySelector<HTMLElement>('input, [role="combobox"], button')?.focus({ preventScroll: true })
  }
  const form = (
    <Box sx={{ display: 'flex', flex: 1, minHeight: 0, minWidth: 0 }}>
      <Box component="nav" aria-label="Parts of the rules" sx={{ width: { xs: 0, md: 190 }, overflow: 'hidden', flexShrink: 0, py: '8px', borderRight: '1px solid', borderColor: 'divider' }}>
        {portalSections.map((section) => (
          <Box component="button" type="button" key={section.id} onClick={() => goTo(section.id)} sx={{ display: 'block', width: '100%', minHeight: 32, px: '12px', textAlign: 'left', border: 0, bgcolor: 'transparent', color: 'text.secondary', font: 'inherit', cursor: 'pointer', '&:hover': { bgcolor: 'desk.hover' } }}>
            {section.title}
          </Box>
        ))}
      </Box>
      <Box ref={body} sx={{ flex: 1, minWidth: 0, overflow: 'auto', px: '24px', pb: '48px' }}>
        {portalSections.map((section) => (
          <SectionForm key={section.id} section={section} draft={draft} />
        ))}
      </Box>
    </Box>
  )
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '16px', py: '10px', flexShrink: 0, borderBottom: '1px solid', borderColor: 'divider' }}>
        <Typography variant="recordName" noWrap>
          {portal.profile.name}
        </Typography>
        <Typography role="status" noWrap sx={{ flex: 1, color: problems.size > 0 ? 'error.main' : 'text.secondary' }}>
          {problems.size > 0 ? `${String(problems.size)} ${problems.size === 1 ? 'value needs' : 'values need'} mending` : changed ? `${String(differences.length)} ${differences.length === 1 ? 'value' : 'values'} changed, not saved` : portal.version === 0 ? 'as shipped' : `version ${String(portal.version)}`}
        </Typography>
        {changed ? (
          <ToolbarButton look="frame" tall onClick={() => setTyped(undefined)}>
            Discard changes
          </ToolbarButton>
        ) : null}
        <ToolbarButton look="main" tall disabled={!changed} onClick={save}>
          Save rules…
        </ToolbarButton>
      </Box>
      <ResizablePanes
        id="portal-panes"
        sizes={sizes}
        onSizes={keep}
        panes={[
          { id: 'rules', label: 'Rules', content: form, least: 360 },
          ...(now === undefined ? [] : [{ id: 'versions', label: 'Versions', usual: 320, least: 260, most: 560, content: <PortalSide portal={portal} now={now} onPutBack={(version) => setDialog({ kind: 'putBack', version })} /> }]),
        ]}
      />
      {dialog === undefined ? null : (
        <PortalSaveDialog
          portal={{ ...portal, version: typed?.onVersion ?? portal.version }}
          what={dialog.kind === 'save' ? { kind: 'save', profile: tree, differences } : dialog}
          onSaved={() => {
            setTyped(undefined)
            setDialog(undefined)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
}

function SectionForm({ section, draft }: { readonly section: PortalSection; readonly draft: PortalDraft }): ReactNode {
  return (
    <Box component="section" data-section={section.id} aria-label={section.title} sx={{ py: '20px', borderBottom: '1px solid', borderColor: 'divider', maxWidth: 900, '&:last-of-type': { borderBottom: 0 } }}>
      <Typography variant="finding" component="h2" sx={{ m: 0, mb: '12px' }}>
        {section.title}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))', gap: '16px', alignItems: 'start' }}>
        {section.fields.map((field) => (
          <PortalFieldControl key={field.path.join('.')} field={field} draft={draft} />
        ))}
        {section.windows?.map((window) => <WindowForm key={window.path.join('.')} window={window} draft={draft} />)}
      </Box>
      {section.list === undefined ? null : <PortalList list={section.list} draft={draft} />}
    </Box>
  )
}

/** A window that can be switched off; switched on, it begins with the usual length. */
function WindowForm({ window, draft }: { readonly window: OptionalWindow; readonly draft: PortalDraft }): ReactNode {
  const on = valueAt(draft.tree, window.path) !== null
  return (
    <Box sx={{ minWidth: 0 }}>
      <FormControlLabel control={<Checkbox size="small" checked={on} onChange={(_event, checked) => draft.change(window.path, checked ? window.begins : null)} />} label={window.label} />
      {on ? window.fields.map((field) => <PortalFieldControl key={field.path.join('.')} field={field} draft={draft} />) : <Typography variant="meta" sx={{ display: 'block', color: 'text.tertiary' }}>{window.whenNone}.</Typography>}
    </Box>
  )
}
