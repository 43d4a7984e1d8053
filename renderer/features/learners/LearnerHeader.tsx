import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import LockResetOutlined from '@mui/icons-material/LockResetOutlined'
import PersonOffOutlined from '@mui/icons-material/PersonOffOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import type { LearnerStatus } from '@shared/model/field-codes'
import { CopyButton } from '../../ui/CopyButton'
import { FactChip } from '../../ui/FactChip'
import { MaskedValue } from '../../ui/MaskedValue'
import type { Tone } from '../../ui/tone'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { learnerStatusWords, professionWords } from '../../words/field-words'
import type { Learner } from './api'
import { warningWords } from './record-words'

const statusLooks: Readonly<Record<LearnerStatus, { readonly tone: Tone; readonly icon: SvgIconComponent }>> = {
  active: { tone: 'success', icon: CheckCircleOutlined },
  locked: { tone: 'error', icon: LockOutlined },
  closed: { tone: 'error', icon: PersonOffOutlined },
}

interface LearnerHeaderProps {
  readonly learner: Learner
  readonly onEdit: () => void
  readonly onReset: () => void
  readonly onShowMasked: (field: 'licenceNumber' | 'birthMonthDay') => Promise<string | undefined>
}

/** Who this is: stays in sight whatever is scrolled below. Narrow windows keep the warnings and fold the rest. */
export function LearnerHeader({ learner, onEdit, onReset, onShowMasked }: LearnerHeaderProps): ReactNode {
  const narrow = useMediaQuery('(max-width: 1099px)')
  const [unfolded, setUnfolded] = useState(false)
  const look = statusLooks[learner.status]
  const facts = identifiersOf(learner, onShowMasked)
  const warnings = learner.warnings.filter((warning) => warning.code !== 'locked' && warning.code !== 'closed')
  const shown = narrow && !unfolded ? facts.slice(0, 2) : facts
  return (
    <Box component="header" aria-label="Learner" sx={{ flexShrink: 0, px: '16px', pt: '10px', pb: '8px', borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', minHeight: 32 }}>
        <Typography variant="recordName" component="h1" noWrap title={nameOf(learner)} sx={{ m: 0, minWidth: 0, flexShrink: 1 }}>
          {nameOf(learner)}
        </Typography>
        {learner.credentials === '' || (narrow && warnings.length > 0) ? null : (
          <Typography noWrap title={learner.credentials} sx={{ color: 'text.secondary', minWidth: 0, flexShrink: 3 }}>
            {learner.credentials}
          </Typography>
        )}
        <Typography noWrap sx={{ fontWeight: 500, flexShrink: 0 }}>
          {professionWords[learner.profession]}
        </Typography>
        {learner.specialty === '' || narrow ? null : (
          <Typography noWrap title={learner.specialty} sx={{ color: 'text.secondary', minWidth: 0, flexShrink: 3 }}>
            · {learner.specialty}
          </Typography>
        )}
        <FactChip tone={look.tone} icon={look.icon}>
          {learnerStatusWords[learner.status]}
        </FactChip>
        <WarningChips warnings={warnings} together={narrow && warnings.length > 1} />
        <Box sx={{ flex: 1 }} />
        <ToolbarButton look="frame" tall icon={LockResetOutlined} onClick={onReset} label="Send reset…">
          {narrow ? 'Reset…' : 'Send reset…'}
        </ToolbarButton>
        <ToolbarButton look="frame" tall icon={EditOutlined} onClick={onEdit} label="Edit learner…">
          Edit…
        </ToolbarButton>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: '20px', rowGap: '2px', alignItems: 'center', minHeight: 24 }}>
        {shown.map((fact) => (
          <Box key={fact.term} sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px', minWidth: 0 }}>
            <Box component="span" sx={{ color: 'text.tertiary', fontSize: 12 }}>
              {fact.term}
            </Box>
            {fact.value}
          </Box>
        ))}
        {narrow ? (
          <ToolbarButton onClick={() => setUnfolded(!unfolded)} label={unfolded ? 'Fold the identifiers' : `Show ${String(facts.length - 2)} more identifiers`}>
            {unfolded ? 'Fewer' : `+ ${String(facts.length - 2)} more`}
          </ToolbarButton>
        ) : null}
      </Box>
    </Box>
  )
}

/** What needs somebody; where there is no room for all, one chip counts them and names them on pointing. */
function WarningChips({ warnings, together }: { readonly warnings: Learner['warnings']; readonly together: boolean }): ReactNode {
  const tone = warnings.some((warning) => warning.code === 'mail_failed') ? 'error' : 'warning'
  if (together) {
    return (
      <Tooltip title={warnings.map(warningWords).join(', ')}>
        <span>
          <FactChip tone={tone} icon={WarningAmberOutlined}>
            {String(warnings.length)} warnings
          </FactChip>
        </span>
      </Tooltip>
    )
  }
  return warnings.map((warning) => (
    <Tooltip key={`${warning.code}-${warning.field ?? ''}-${warning.detail}`} title={warning.detail}>
      <span>
        <FactChip tone={warning.code === 'mail_failed' ? 'error' : 'warning'} icon={WarningAmberOutlined}>
          {warningWords(warning)}
        </FactChip>
      </span>
    </Tooltip>
  ))
}

/** The name as the person is called here: given, then family. */
export function nameOf(learner: Pick<Learner, 'givenName' | 'familyName'>): string {
  return `${learner.givenName} ${learner.familyName}`.trim()
}

interface HeaderFact {
  readonly term: string
  readonly value: ReactNode
}

const absent = (
  <Box component="span" sx={{ color: 'text.tertiary' }}>
    none on file
  </Box>
)

function copied(value: string, what: string): ReactNode {
  if (value === '') return absent
  return (
    <>
      <Box component="span" className="identifier" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {value}
      </Box>
      <CopyButton value={value} what={what} />
    </>
  )
}

function identifiersOf(learner: Learner, onShowMasked: LearnerHeaderProps['onShowMasked']): readonly HeaderFact[] {
  const pharmacy = learner.profession === 'pharmacist' || learner.profession === 'pharmacy_technician'
  return [
    { term: 'E-mail', value: copied(learner.email, 'E-mail') },
    ...(pharmacy ? [{ term: 'e-Profile ID', value: copied(learner.nabpEprofileId, 'e-Profile ID') }] : [{ term: 'NPI', value: copied(learner.npi, 'NPI') }]),
    {
      term: 'Licence',
      value:
        learner.licenceNumberMasked === '' ? (
          absent
        ) : (
          <>
            <span className="identifier">{learner.licenceState}</span>
            <MaskedValue masked={learner.licenceNumberMasked} what="licence number" onShow={() => onShowMasked('licenceNumber')} />
          </>
        ),
    },
    {
      term: 'Birth day',
      value: learner.birthMonthDayMasked === '' ? absent : <MaskedValue masked={learner.birthMonthDayMasked} what="birth month and day" onShow={() => onShowMasked('birthMonthDay')} />,
    },
    ...(learner.profession === 'physician' ? [{ term: 'Board ID', value: learner.boardId === '' ? absent : <span className="identifier">{`${learner.board.toUpperCase()} ${learner.boardId}`}</span> }] : []),
    { term: 'Portal', value: <span>{learner.portalName}</span> },
    { term: 'Learner', value: copied(learner.externalId, 'Learner number') },
  ]
}
