import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import type { Input } from '@shared/contract'
import { isCivilDate } from '@shared/model/civil-date'
import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { Field } from '../../ui/Field'
import { useToasts } from '../../ui/toast-context'
import { CreditTypeWords } from '../../words/CreditWords'
import { RefusalBanner } from '../../words/RefusalBlock'
import { refusalSentence } from '../../words/refusal-words'
import { dayWords } from '../../words/time-words'
import type { Learner } from './api'
import { useActivitySearch, useClaimActs, usePastCreditPreview } from './claim-api'
import { ClaimReason } from './ClaimParts'
import { nameOf } from './LearnerHeader'

type Proof = Input<'claims.addPastCredit'>['proof']
const proofWords: Readonly<Record<Proof, string>> = {
  certificate: 'A certificate the learner has',
  attendance_list: 'An attendance list',
  platform_archive: 'The platform’s archive',
  provider_letter: 'A letter of the provider',
  other: 'Something else',
}
const proofs: readonly Proof[] = ['certificate', 'attendance_list', 'platform_archive', 'provider_letter', 'other']

interface PastForm {
  readonly creditType: CreditType | undefined
  readonly amount: string
  readonly completedOn: string
  readonly claimedOn: string
  readonly proof: Proof
  readonly proofReference: string
}

const emptyForm: PastForm = { creditType: undefined, amount: '', completedOn: '', claimedOn: '', proof: 'certificate', proofReference: '' }

/** Adds a credit of the past that the record lacks (C12), on its proof and by the rules of its day. */
export function PastCreditDialog({ learner, onClose }: { readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const [text, setText] = useState('')
  const [activity, setActivity] = useState<{ readonly id: string; readonly title: string }>()
  const [form, setForm] = useState(emptyForm)
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { addPastCredit } = useClaimActs()
  const undo = useUndo()
  const { show } = useToasts()
  const found = useActivitySearch(learner.portal, text)
  const preview = usePastCreditPreview(learner.id, activity?.id)
  const types = preview.data?.types ?? []
  const type = types.find(({ creditType }) => creditType === form.creditType) ?? types[0]
  const amount = parseCreditAmount(form.amount)
  const refused = addPastCredit.answer?.ok === false ? addPastCredit.answer.error : undefined
  const set = (more: Partial<PastForm>): void => {
    setForm({ ...form, ...more })
    addPastCredit.reset()
  }
  const wrong = (field: string, own: string | false): string | undefined => {
    if (checked && own !== false) return own
    return refused?.field === field ? refusalSentence('claims.addPastCredit', refused).happened : undefined
  }
  const dayError = (day: string): string | false => (isCivilDate(day) ? false : 'Write the day as 2026-03-02.')

  const confirm = async (): Promise<void> => {
    setChecked(true)
    if (activity === undefined || type === undefined || amount === undefined || !isCivilDate(form.completedOn) || !isCivilDate(form.claimedOn) || form.proofReference.trim() === '' || reason.trim() === '') return
    const { completedOn, claimedOn, proof, proofReference } = form
    const answer = await addPastCredit.run({ learnerId: learner.id, activityId: activity.id, creditType: type.creditType, amount, completedOn, claimedOn, proof, proofReference, reason })
    if (!answer.ok) return
    const { claims, entryId } = answer.value
    show({ message: `Past credit added, ${claims[0]?.certificate ?? ''} issued`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }

  return (
    <ActDialog
      open
      width={720}
      title="Add past credit"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · a credit the record lacks, on its proof (C12)
        </>
      }
      promise="You can undo this from the learner’s history until something later depends on it."
      verb="Add and issue"
      onConfirm={() => void confirm()}
      onClose={onClose}
      pending={addPastCredit.pending}
      typed={reason !== '' || text !== '' || form.amount !== '' || form.completedOn !== '' || form.proofReference !== ''}
      refusal={refused === undefined ? undefined : <RefusalBanner method="claims.addPastCredit" refusal={refused} />}
    >
      <Box sx={{ p: '16px 24px', display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: '16px' }}>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <Field label="Activity" help={activity === undefined ? 'By title or number; retired activities too' : activityHelp(preview.data)} error={wrong('activity', activity === undefined && 'Choose the activity.')}>
            {(control) => (
              <Autocomplete
                options={found.data?.rows ?? []}
                filterOptions={(rows) => rows}
                getOptionLabel={(row) => row.title}
                isOptionEqualToValue={(row, value) => row.id === value.id}
                noOptionsText={text.trim().length < 2 ? 'Type at least two letters' : 'No activity of this portal fits'}
                onInputChange={(_event, typed, cause) => cause === 'input' && setText(typed)}
                onChange={(_event, row) => {
                  setActivity(row === null ? undefined : { id: row.id, title: row.title })
                  addPastCredit.reset()
                }}
                renderOption={({ key, ...props }, row) => (
                  <li key={key} {...props}>
                    <span>
                      {row.title} <span className="identifier">{row.externalId}</span>
                    </span>
                  </li>
                )}
                renderInput={(params) => <TextField {...params} id={control.id} slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, id: control.id, 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'] } }} />}
              />
            )}
          </Field>
        </Box>
        <Field label="Credit type" error={wrong('creditType', activity !== undefined && preview.data !== undefined && types.length === 0 && 'No type of this activity is open to the profession.')}>
          {(control) => (
            <Select
              value={type?.creditType ?? ''}
              displayEmpty
              disabled={types.length === 0}
              onChange={(event) => set({ creditType: types.find(({ creditType }) => creditType === event.target.value)?.creditType })}
              inputProps={{ id: control.id, 'aria-invalid': control['aria-invalid'] }}
              SelectDisplayProps={{ 'aria-labelledby': `${control.id}-label` }}
            >
              {type === undefined ? <MenuItem value="">Choose the activity first</MenuItem> : null}
              {types.map(({ creditType, form: paper }) => (
                <MenuItem key={creditType} value={creditType}>
                  <CreditTypeWords type={creditType} />
                  {paper === 'participation' ? ', participation' : ''}
                </MenuItem>
              ))}
            </Select>
          )}
        </Field>
        <Typed label="Amount" value={form.amount} onChange={(next) => set({ amount: next })} placeholder="1.25" help={type === undefined ? undefined : `${type.fixed ? 'Exactly' : 'Up to'} ${formatCreditAmount(type.greatestAmount)}${type.fixed ? '' : ` in steps of ${formatCreditAmount(type.step)}`}`} error={wrong('amount', amount === undefined && 'A number with at most two decimals.')} />
        <Typed label="Completed on" value={form.completedOn} onChange={(next) => set({ completedOn: next })} placeholder="2026-01-31" help="As the proof shows it" error={wrong('completedOn', dayError(form.completedOn))} />
        <Typed label="Claimed on" value={form.claimedOn} onChange={(next) => set({ claimedOn: next })} placeholder="2026-02-14" help="Judged by the rules of that day" error={wrong('claimedOn', dayError(form.claimedOn))} />
        <Field label="Proof">
          {(control) => (
            <Select value={form.proof} onChange={(event) => set({ proof: event.target.value })} inputProps={{ id: control.id }} SelectDisplayProps={{ 'aria-labelledby': `${control.id}-label` }}>
              {proofs.map((proof) => (
                <MenuItem key={proof} value={proof}>
                  {proofWords[proof]}
                </MenuItem>
              ))}
            </Select>
          )}
        </Field>
        <Typed label="Number or place of the proof" value={form.proofReference} onChange={(next) => set({ proofReference: next })} placeholder="" help="So that somebody can look it up later" error={wrong('proofReference', form.proofReference.trim() === '' && 'Name the proof.')} />
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ClaimReason value={reason} onChange={setReason} error={checked && reason.trim() === ''} help="Why the record lacked it" />
        </Box>
      </Box>
    </ActDialog>
  )
}

function activityHelp(preview: { readonly enrolled: boolean; readonly registeredOn: string; readonly expiresOn: string | null } | undefined): string {
  if (preview === undefined) return 'Reading the activity…'
  const expires = preview.expiresOn === null ? '' : `, certified until ${dayWords(preview.expiresOn)}`
  return `${preview.enrolled ? 'Enrolled' : 'Not enrolled; registered with the portal'} since ${dayWords(preview.registeredOn)}${expires}`
}

function Typed({ label, value, onChange, placeholder, help, error }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly placeholder: string; readonly help: string | undefined; readonly error: string | undefined }): ReactNode {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <TextField id={control.id} value={value} placeholder={placeholder} onChange={(event) => onChange(event.target.value)} slotProps={{ htmlInput: { maxLength: 500, 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'] } }} />
      )}
    </Field>
  )
}
