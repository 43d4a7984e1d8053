import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { futurePrintedName } from '@shared/policy/name-change'
import { useUndo } from '../../bridge/use-undo'
import { ActDialog } from '../../ui/ActDialog'
import { LabelledInput } from '../../ui/LabelledInput'
import { OptionRadios } from '../../ui/OptionRadios'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { useToasts } from '../../ui/toast-context'
import { CreditTypeWords } from '../../words/CreditWords'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { refusalWordsOf } from '../../words/refusal-words'
import type { Learner } from './api'
import { nameOf } from './LearnerHeader'
import { useNamePolicy, useRecordActs, type NamePolicy } from './record-act-api'

type Scope = 'future' | 'reissue'

/** Changes a learner's name (C15, H33, M16): future certificates only, or the chosen ones reissued where the portal allows it. */
export function NameChangeDialog({ learner, onClose }: { readonly learner: Learner; readonly onClose: () => void }): ReactNode {
  const policy = useNamePolicy(learner.id)
  const [names, setNames] = useState({ givenName: learner.givenName, familyName: learner.familyName, certificateName: learner.certificateName })
  const [scope, setScope] = useState<Scope>('future')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [checked, setChecked] = useState(false)
  const { changeName } = useRecordActs()
  const undo = useUndo()
  const { show } = useToasts()
  const printed = futurePrintedName(names)
  const differing = policy.data?.certificates.filter((certificate) => certificate.printedName !== printed) ?? []
  const reissue = scope === 'reissue' ? differing.filter((certificate) => !left.has(certificate.id)) : []
  const refused = changeName.answer?.ok === false ? changeName.answer.error : undefined
  const errorOf = (field: string): string | undefined => (refused?.field === field ? refusalWordsOf('learners.changeName', refused.code) : undefined)

  const save = async (): Promise<void> => {
    setChecked(true)
    if (reason.trim() === '') return
    const answer = await changeName.run({ id: learner.id, version: learner.version, ...names, reissue: reissue.map(({ id }) => id), reason })
    if (!answer.ok) return
    const { entryId, certificates } = answer.value
    show({ message: certificates.length === 0 ? 'Name changed for future certificates' : `Name changed, ${certificates.join(', ')} issued`, action: { label: 'Undo', keys: 'Control+z', run: () => void undo(entryId) } })
    onClose()
  }
  const input = (field: keyof typeof names, label: string, help?: string): ReactNode => <LabelledInput label={label} value={names[field]} onChange={(text) => setNames({ ...names, [field]: text })} help={help} error={errorOf(field)} />

  return (
    <ActDialog
      open
      width={680}
      title="Change name"
      about={
        <>
          <strong>{nameOf(learner)}</strong> · {learner.portalName}
        </>
      }
      promise="You can undo this from the learner’s history until something later depends on it."
      verb={reissue.length === 0 ? 'Change name' : 'Change and reissue'}
      onConfirm={() => void save()}
      onClose={onClose}
      pending={changeName.pending}
      blocked={policy.data === undefined}
      typed={reason !== '' || names.givenName !== learner.givenName || names.familyName !== learner.familyName || names.certificateName !== learner.certificateName}
      refusal={refused === undefined ? undefined : <RefusalBanner method="learners.changeName" refusal={refused} />}
    >
      {policy.error !== null ? (
        <RefusalBlock method="learners.namePolicy" refusal={policy.error.refusal} onAgain={() => void policy.refetch()} />
      ) : policy.data === undefined ? (
        <SkeletonRows tracks={['1fr', '1fr']} rows={6} label="Reading the portal’s naming rule" />
      ) : (
        <Box sx={{ p: '16px 24px', display: 'flex', flexDirection: 'column', gap: '16px' }}>
          <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: '12px 16px' }}>
            {input('givenName', 'Given name')}
            {input('familyName', 'Family name')}
            <Box sx={{ gridColumn: '1 / -1' }}>{input('certificateName', 'Name on certificates', `Empty: given and family name. Prints as ${printed}.`)}</Box>
          </Box>
          <OptionRadios<Scope>
            label="On certificates"
            options={[
              { key: 'future', label: 'Future certificates only', detail: 'Those already issued keep the name they bear.' },
              {
                key: 'reissue',
                label: 'Reissue certificates already issued',
                detail: policy.data.mayReissue ? `Each chosen one gets a successor; the old one stays on file (${policy.data.rows.join(', ')}).` : `Refused: ${policy.data.nextStep} (${policy.data.rows.join(', ')})`,
                ...(policy.data.mayReissue ? {} : { state: 'refused' as const }),
              },
            ]}
            chosen={scope}
            onChoose={setScope}
            error={errorOf('reissue')}
          />
          {scope === 'reissue' ? <CertificateChoice certificates={differing} left={left} onLeft={setLeft} /> : null}
          <LabelledInput label="Reason" value={reason} onChange={setReason} multiline help="And on what proof; kept in the history" error={(checked && reason.trim() === '' ? 'Say why and on what proof.' : undefined) ?? errorOf('reason')} />
        </Box>
      )}
    </ActDialog>
  )
}

interface CertificateChoiceProps {
  readonly certificates: NamePolicy['certificates']
  readonly left: ReadonlySet<string>
  readonly onLeft: (left: ReadonlySet<string>) => void
}

function CertificateChoice({ certificates, left, onLeft }: CertificateChoiceProps): ReactNode {
  if (certificates.length === 0) return <Typography sx={{ color: 'text.secondary' }}>No certificate in force bears another name: type the new one first.</Typography>
  return (
    <Box component="fieldset" sx={{ m: 0, p: 0, border: 0, maxHeight: 220, overflow: 'auto' }}>
      <Box component="legend" sx={{ p: 0, fontSize: 12, lineHeight: '16px', fontWeight: 500, color: 'text.secondary' }}>
        To reissue
      </Box>
      {certificates.map((certificate) => (
        <Box key={certificate.id} component="label" sx={{ display: 'grid', gridTemplateColumns: '32px minmax(0, 1fr) auto', alignItems: 'center', minHeight: 36, borderBottom: '1px solid', borderColor: 'divider', cursor: 'pointer' }}>
          <Checkbox
            size="small"
            checked={!left.has(certificate.id)}
            onChange={(_event, chosen) => onLeft(new Set(chosen ? [...left].filter((id) => id !== certificate.id) : [...left, certificate.id]))}
            sx={{ p: '4px' }}
          />
          <Box component="span" sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={certificate.activityTitle}>
            <span className="identifier">{certificate.number}</span> · {certificate.printedName} · {certificate.activityTitle}
          </Box>
          <Box component="span" sx={{ pl: '12px', whiteSpace: 'nowrap' }}>
            {formatCreditAmount(certificate.amount)} <CreditTypeWords type={certificate.creditType} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
