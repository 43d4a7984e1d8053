import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner } from '../../words/RefusalBlock'
import { usePortalActs, type Portal, type PortalDifference } from './portal-api'
import { DifferenceList } from './PortalSide'

interface PortalSaveDialogProps {
  readonly portal: Portal
  /** The rules to save, or the number of the version to put back. */
  readonly what: { readonly kind: 'save'; readonly profile: unknown; readonly differences: readonly PortalDifference[] } | { readonly kind: 'putBack'; readonly version: number }
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** What a new version of a portal's rules changes, and the reason that is kept with it. */
export function PortalSaveDialog({ portal, what, onSaved, onClose }: PortalSaveDialogProps): ReactNode {
  const [reason, setReason] = useState('')
  const { save, putBack } = usePortalActs()
  const undo = useUndo()
  const { show } = useToasts()
  const { profile, version } = portal
  const saves = what.kind === 'save'
  const refused = saves ? (save.answer?.ok === false ? save.answer.error : undefined) : putBack.answer?.ok === false ? putBack.answer.error : undefined
  const confirm = async (): Promise<void> => {
    const common = { key: profile.key, version, reason }
    const answer = what.kind === 'save' ? await save.run({ ...common, profile: what.profile }) : await putBack.run({ ...common, to: what.version })
    if (!answer.ok) return
    const { entryId } = answer.value
    show({ message: `Rules of ${profile.name} saved as version ${String(answer.value.version)}`, ...(entryId === null ? {} : { action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } }) })
    onSaved()
  }
  const banner = (): ReactNode => {
    if (refused === undefined || refused.code === 'reason_missing') return undefined
    return saves ? save.answer?.ok === false && <RefusalBanner method="portals.save" refusal={save.answer.error} /> : putBack.answer?.ok === false && <RefusalBanner method="portals.putBack" refusal={putBack.answer.error} />
  }
  return (
    <ActDialog
      open
      width={640}
      title={saves ? 'Save the rules' : what.version === 0 ? 'Put the shipped rules back' : `Put version ${String(what.version)} back`}
      about={<strong>{profile.name}</strong>}
      verb={saves ? 'Save rules' : 'Put rules back'}
      promise="Every version is kept; Undo puts the former one back."
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={save.pending || putBack.pending}
      typed={reason !== ''}
      refusal={banner()}
    >
      <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '12px' }}>
        <Typography>In force at once: diagnosis, windows, amounts, mail and reports go by the new rules. Certificates already issued stay as they are.</Typography>
        {what.kind === 'save' ? <DifferenceList differences={what.differences} /> : null}
        <Field label="Reason" help="Kept with the version and in the audit." {...(refused?.code === 'reason_missing' ? { error: 'Say why; it is kept with the version.' } : {})}>
          {(control) => <OutlinedInput multiline minRows={2} maxRows={6} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} inputProps={{ ...control, maxLength: 2000 }} />}
        </Field>
      </Box>
    </ActDialog>
  )
}
