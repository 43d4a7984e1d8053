import BadgeOutlined from '@mui/icons-material/BadgeOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import WorkOutlineOutlined from '@mui/icons-material/WorkOutlineOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyButton } from '../../ui/CopyButton'
import { DefinitionList, type Definition } from '../../ui/DefinitionList'
import { MaskedValue } from '../../ui/MaskedValue'
import { PaneHead } from '../../ui/PaneHead'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { learnerStatusWords, professionWords } from '../../words/field-words'
import { dayWords, instantDayWords } from '../../words/time-words'
import type { LearnerRecord } from './api'

const optional = (term: string, value: ReactNode, present: boolean): Definition => (present ? { term, value } : { term })
const text = (term: string, value: string): Definition => optional(term, value, value !== '')

function copyable(term: string, value: string, what: string): Definition {
  return optional(
    term,
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px' }}>
      <span className="identifier">{value}</span>
      <CopyButton value={value} what={what} />
    </Box>,
    value !== '',
  )
}

interface AccountTabProps {
  readonly record: LearnerRecord
  readonly onEdit: () => void
  readonly onChangeName: () => void
  readonly onChangeProfession: () => void
  readonly onShowMasked: (field: 'licenceNumber' | 'birthMonthDay') => Promise<string | undefined>
}

/** Who the learner is, how they sign in, and under what names and addresses they were known. */
export function AccountTab({ record, onEdit, onChangeName, onChangeProfession, onShowMasked }: AccountTabProps): ReactNode {
  const { learner } = record
  const sections: readonly { readonly title: string; readonly entries: readonly Definition[] }[] = [
    {
      title: 'Person',
      entries: [
        text('Given name', learner.givenName),
        text('Family name', learner.familyName),
        { term: 'On certificates', value: learner.certificateName === '' ? `${learner.givenName} ${learner.familyName}` : learner.certificateName },
        text('Credentials', learner.credentials),
        text('Profession', professionWords[learner.profession]),
        text('Specialty', learner.specialty),
        optional('Former names', learner.formerNames.map((former) => `${former.name}, until ${instantDayWords(former.untilAt, learner.zone)}`).join('; '), learner.formerNames.length > 0),
      ],
    },
    {
      title: 'Sign-in',
      entries: [
        copyable('E-mail', learner.email, 'E-mail'),
        optional('Further addresses', learner.alternateEmails.join('; '), learner.alternateEmails.length > 0),
        optional('Former addresses', learner.formerEmails.map((former) => `${former.email}, until ${instantDayWords(former.untilAt, learner.zone)}`).join('; '), learner.formerEmails.length > 0),
        optional('Sister sites', learner.linkedSites.join('; '), learner.linkedSites.length > 0),
        text('Status', learnerStatusWords[learner.status]),
        text('Registered', instantDayWords(learner.registeredAt, learner.zone)),
        text('Portal', learner.portalName),
        copyable('Learner no.', learner.externalId, 'Learner number'),
      ],
    },
    {
      title: 'Identifiers',
      entries: [
        copyable('NPI', learner.npi, 'NPI'),
        copyable('e-Profile ID', learner.nabpEprofileId, 'e-Profile ID'),
        optional('Birth day', <MaskedValue masked={learner.birthMonthDayMasked} what="birth month and day" onShow={() => onShowMasked('birthMonthDay')} />, learner.birthMonthDayMasked !== ''),
        optional(
          'Licence',
          <>
            {learner.licenceState} <MaskedValue masked={learner.licenceNumberMasked} what="licence number" onShow={() => onShowMasked('licenceNumber')} />
          </>,
          learner.licenceNumberMasked !== '',
        ),
        text('Board', learner.board === '' ? '' : `${learner.board.toUpperCase()} ${learner.boardId}`),
      ],
    },
    {
      title: 'Preferences and plans',
      entries: [
        optional('Newsletters', learner.newsletters.join('; '), learner.newsletters.length > 0),
        optional('Memberships', record.memberships.map((membership) => `${membership.plan}, ${dayWords(membership.startsOn)} to ${dayWords(membership.endsOn)}`).join('; '), record.memberships.length > 0),
      ],
    },
  ]
  return (
    <>
      <PaneHead title="Account">
        <ToolbarButton icon={BadgeOutlined} onClick={onChangeName}>
          Change name…
        </ToolbarButton>
        <ToolbarButton icon={WorkOutlineOutlined} onClick={onChangeProfession}>
          Change profession…
        </ToolbarButton>
        <ToolbarButton icon={EditOutlined} onClick={onEdit} keys="e">
          Edit…
        </ToolbarButton>
      </PaneHead>
      <Box sx={{ overflow: 'auto', flex: 1, minHeight: 0, p: '16px', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(300px, 1fr))', gap: '24px', alignContent: 'start' }} tabIndex={0} role="region" aria-label="Account details">
        {sections.map((section) => (
          <section key={section.title} aria-label={section.title}>
            <Typography variant="paneTitle" component="h2" sx={{ m: 0, mb: '8px' }}>
              {section.title}
            </Typography>
            <DefinitionList entries={section.entries} />
          </section>
        ))}
      </Box>
    </>
  )
}
