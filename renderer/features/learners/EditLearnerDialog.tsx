import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useDeferredValue, type ReactNode } from 'react'
import { Controller, useForm, useWatch, type Control } from 'react-hook-form'
import { boards, learnerStatuses, professions } from '@shared/model/field-codes'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { StateBanner } from '../../ui/StateBlock'
import { useToasts } from '../../ui/toast-context'
import { learnerStatusWords, professionWords } from '../../words/field-words'
import { RefusalBanner } from '../../words/RefusalBlock'
import { useEmailOwner, useLearnerActs, type Learner } from './api'
import { changesOf, formOf, type LearnerForm } from './learner-form'
import { nameOf } from './LearnerHeader'
import { fieldWords } from './record-words'

interface EditLearnerDialogProps {
  readonly learner: Learner
  readonly onClose: () => void
}

/** Edits a learner (H13, H14, H33, H53): each change is in the history and can be taken back; old certificates stay. */
export function EditLearnerDialog({ learner, onClose }: EditLearnerDialogProps): ReactNode {
  const form = useForm<LearnerForm>({ defaultValues: formOf(learner) })
  const { edit } = useLearnerActs()
  const undo = useUndo()
  const { show } = useToasts()
  const email = useDeferredValue(useWatch({ control: form.control, name: 'email' }))
  const owner = useEmailOwner(learner.portal, email.trim(), learner.id).data?.owner ?? undefined
  const refused = edit.answer?.ok === false ? edit.answer.error : undefined

  const save = form.handleSubmit(async (values) => {
    const answer = await edit.run({ id: learner.id, version: learner.version, changes: changesOf(values, learner), reason: values.reason })
    if (!answer.ok) return
    const { entryId, sharedWith } = answer.value
    const shared = sharedWith.map(({ field, externalId }) => `${fieldWords(field)} is on file for ${externalId} too`)
    show(entryId === null ? { message: 'Nothing was changed' } : { message: [`${nameOf(learner)} saved`, ...shared].join('. '), action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  })
  const errorOf = (field: string): string | undefined => {
    if (refused?.field !== field) return undefined
    const expected = refused.facts?.expected
    return typeof expected === 'string' ? `Needed is ${expected}.` : fieldErrors[refused.code]
  }

  return (
    <ActDialog
      open
      width={760}
      title="Edit learner"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · <span className="identifier">{learner.externalId}</span>
        </>
      }
      promise="You can undo this from the learner’s history."
      verb="Save learner"
      onConfirm={() => void save()}
      onClose={onClose}
      pending={edit.pending}
      typed={form.formState.isDirty}
      refusal={refused === undefined ? undefined : <RefusalBanner method="learners.edit" refusal={refused} />}
    >
      <Box component="form" onSubmit={(event) => void save(event)} sx={{ p: '16px 24px', display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: '12px 16px' }}>
        <TextControl control={form.control} name="givenName" label="Given name" error={errorOf('givenName')} />
        <TextControl control={form.control} name="familyName" label="Family name" error={errorOf('familyName')} />
        <TextControl control={form.control} name="certificateName" label="Name on certificates" help="Empty: given and family name. Certificates already issued keep theirs." />
        <TextControl control={form.control} name="credentials" label="Credentials" help="As printed after the name: MD, FACP" />
        <TextControl control={form.control} name="email" label="E-mail" error={owner === undefined ? errorOf('email') : `${owner.name} (${owner.externalId}) has this address already (H17).`} help="The sign-in address" />
        <TextControl control={form.control} name="alternateEmails" label="Further addresses" help="Separated by semicolons" error={errorOf('alternateEmails')} />
        <ChoiceControl control={form.control} name="profession" label="Profession" choices={professions.map((code) => [code, professionWords[code]])} help="Decides future forms (H37). Change profession… shows first what would differ." />
        <TextControl control={form.control} name="specialty" label="Specialty" />
        <TextControl control={form.control} name="npi" label="NPI" help="Ten digits" error={errorOf('npi')} />
        <TextControl control={form.control} name="nabpEprofileId" label="e-Profile ID" help="Six to ten digits" error={errorOf('nabpEprofileId')} />
        <TextControl control={form.control} name="birthMonthDay" label="Birth month and day" help={learner.birthMonthDayMasked === '' ? 'MMDD: 0207 is 7 February' : 'On file, masked. Leave empty to keep it.'} error={errorOf('birthMonthDay')} />
        <Box sx={{ display: 'grid', gridTemplateColumns: '72px 1fr', gap: '12px' }}>
          <TextControl control={form.control} name="licenceState" label="State" error={errorOf('licenceState')} />
          <TextControl control={form.control} name="licenceNumber" label="Licence number" help={learner.licenceNumberMasked === '' ? undefined : 'On file, masked. Leave empty to keep it.'} error={errorOf('licenceNumber')} />
        </Box>
        <ChoiceControl control={form.control} name="board" label="Certifying board" choices={[['', 'None'], ...boards.map((code) => [code, code.toUpperCase()] as const)]} />
        <TextControl control={form.control} name="boardId" label="Diplomate number" error={errorOf('boardId') ?? errorOf('board')} />
        <TextControl control={form.control} name="newsletters" label="Newsletters" help="Separated by semicolons; empty is none" />
        <ChoiceControl control={form.control} name="status" label="Status" choices={learnerStatuses.map((code) => [code, learnerStatusWords[code]])} help="A change needs a reason" />
        <Box sx={{ gridColumn: '1 / -1' }}>
          <TextControl control={form.control} name="reason" label="Reason" error={errorOf('reason')} help="Kept in the history" multiline />
        </Box>
        {refused?.code === 'stale' ? (
          <Box sx={{ gridColumn: '1 / -1' }}>
            <StateBanner kind="partial">What you typed is still here. Close, look at the record as it is now, and edit again.</StateBanner>
          </Box>
        ) : (
          <Typography variant="meta" sx={{ gridColumn: '1 / -1', color: 'text.tertiary' }}>
            A former name or address stays on the record and is still found.
          </Typography>
        )}
        <input type="submit" hidden />
      </Box>
    </ActDialog>
  )
}

const fieldErrors: Readonly<Record<string, string>> = {
  field_missing: 'This cannot be empty.',
  field_malformed: 'This is not an e-mail address.',
  email_taken: 'Another learner of this portal has this address (H17).',
  reason_missing: 'Say why the status changes.',
}

interface TextControlProps {
  readonly control: Control<LearnerForm>
  readonly name: keyof LearnerForm
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly multiline?: boolean
}

function TextControl({ control, name, label, help, error, multiline = false }: TextControlProps): ReactNode {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Field label={label} help={help} error={error}>
          {(described) => (
            <TextField
              id={described.id}
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              inputRef={field.ref}
              multiline={multiline}
              {...(multiline ? { minRows: 2 } : {})}
              autoComplete="off"
              slotProps={{ htmlInput: { 'aria-describedby': described['aria-describedby'], 'aria-invalid': described['aria-invalid'] } }}
            />
          )}
        </Field>
      )}
    />
  )
}

interface ChoiceControlProps {
  readonly control: Control<LearnerForm>
  readonly name: 'profession' | 'board' | 'status'
  readonly label: string
  readonly choices: readonly (readonly [string, string])[]
  readonly help?: string
}

function ChoiceControl({ control, name, label, choices, help }: ChoiceControlProps): ReactNode {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Field label={label} help={help}>
          {(described) => (
            <Select value={field.value} onChange={field.onChange} onBlur={field.onBlur} inputRef={field.ref} inputProps={{ id: described.id }} SelectDisplayProps={{ 'aria-labelledby': `${described.id}-label` }}>
              {choices.map(([code, words]) => (
                <MenuItem key={code} value={code}>
                  {words}
                </MenuItem>
              ))}
            </Select>
          )}
        </Field>
      )}
    />
  )
}
