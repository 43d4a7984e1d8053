import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import EventOutlined from '@mui/icons-material/EventOutlined'
import GavelOutlined from '@mui/icons-material/GavelOutlined'
import PersonOutlined from '@mui/icons-material/PersonOutlined'
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined'
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined'
import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined'
import SavingsOutlined from '@mui/icons-material/SavingsOutlined'
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { isCivilDate } from '@shared/model/civil-date'
import { creditTypeSchema, professionSchema, reportingBodies, type ReportingBody } from '@shared/model/field-codes'
import { parseInstant } from '@shared/model/instant'
import { maskEmail } from '@shared/policy/name-folding'
import type { Evidence } from '../../ui/FindingBlock'
import { creditTypeText } from '../../words/CreditWords'
import { professionWords } from '../../words/field-words'
import { dayWords, instantWords } from '../../words/time-words'
import type { FindingOfRecord } from './api'

type EvidenceOfRecord = FindingOfRecord['evidence'][number]

const icons: Readonly<Record<EvidenceOfRecord['recordKind'], SvgIconComponent>> = {
  learner: PersonOutlined,
  activity: MenuBookOutlined,
  enrolment: PlayCircleOutlined,
  earned_credit: SavingsOutlined,
  claim: WorkspacePremiumOutlined,
  certificate: WorkspacePremiumOutlined,
  membership: CardMembershipOutlined,
  report: SendOutlined,
  exception: GavelOutlined,
  portal: StorefrontOutlined,
}

export const bodyWords: Readonly<Record<ReportingBody, string>> = { pars: 'PARS', cpe_monitor: 'CPE Monitor', abp: 'ABP' }

/** A value as people write it: days and instants in the portal's zone, codes in words. */
function valueWords(value: string, zone: string): string {
  if (isCivilDate(value)) return dayWords(value)
  const instant = parseInstant(value)
  if (instant !== undefined) return instantWords(instant, zone)
  const [code = '', amount] = value.split(' ')
  const creditType = creditTypeSchema.safeParse(code)
  if (creditType.success) return amount === undefined ? creditTypeText(creditType.data) : `${amount} ${creditTypeText(creditType.data)}`
  const profession = professionSchema.safeParse(value)
  if (profession.success) return professionWords[profession.data].toLowerCase()
  const body = reportingBodies.find((known) => known === value)
  return body === undefined ? value : bodyWords[body]
}

/** What a field says: with its value, and where the record has none. */
interface FieldWords {
  readonly known: (value: string) => string
  readonly unknown: string
  readonly icon?: SvgIconComponent
}

const said = (before: string, unknown: string, after = '', icon?: SvgIconComponent): FieldWords => ({ known: (value) => `${before}${value}${after}`, unknown, ...(icon === undefined ? {} : { icon }) })

const sameWords: Readonly<Record<string, string>> = {
  npi: 'the NPI', nabp_eprofile_id: 'the e-Profile ID', licence_number: 'the licence', board_id: 'the diplomate number', email: 'an e-mail address', name: 'the name',
}

const fields: Readonly<Record<string, FieldWords>> = {
  'learner.status': said('The account is ', 'The account’s status is not known'),
  'learner.membership': said('Membership ', 'No membership on record'),
  'learner.enrolments': said('', 'No registration on this record, and none on another that could be the same person'),
  'learner.email': { known: (value) => (value.includes('@') ? `Signs in as ${maskEmail(value)}` : `Asked for ${value}`), unknown: 'No e-mail' },
  'learner.same': { known: (value) => `Has ${sameWords[value] ?? value} in common with this record`, unknown: '' },
  'learner.linked_sites': { known: (value) => `Shares its sign-in with ${value.split(';').join(', ')}`, unknown: '' },
  'learner.nabp_eprofile_id': said('e-Profile ID ', 'No e-Profile ID on file', ' fails its check'),
  'learner.birth_month_day': said('Birth month and day ', 'No birth month and day on file', ' fail their check'),
  'learner.licence_state': said('Licence state ', 'No licence state on file'),
  'learner.licence_number': said('Licence number ', 'No licence number on file'),
  'learner.profession': said('The profile says ', 'No profession in the profile'),
  'learner.board': { known: (value) => `Certifying board ${value.toUpperCase()}`, unknown: 'No certifying board on file' },
  'membership.plan': { known: (value) => `Plan ${value}`, unknown: '' },
  'membership.ends_on': said('Ended ', 'Without an end', '', EventOutlined),
  'activity.expiration_date': said('Certified until ', 'Without an end', '', EventOutlined),
  'activity.ends_at': said('The activity ended ', 'Its end is not known', '', EventOutlined),
  'activity.max_attempts': { known: (value) => `The activity allows ${value === '1' ? 'one try' : `${value} tries`}`, unknown: '' },
  'activity.pretest_required': said('The activity requires a pre-test', '', ''),
  'activity.posttest_required': said('The activity requires the post-test', '', ''),
  'activity.evaluation_required': said('The activity requires the evaluation', '', ''),
  'activity.pass_percent': said('Pass mark ', 'No pass mark known', '\u00a0%'),
  'activity.credit_type': said('Designated for ', 'Designated for no credit'),
  'enrolment.registered_at': said('Registered ', 'Not registered'),
  'enrolment.last_requirement': said('Last requirement done ', 'When the last requirement was done is not known'),
  'enrolment.attempts_used': { known: (value) => (value === '1' ? 'One try used' : `${value} tries used`), unknown: 'No try on record' },
  'enrolment.best_percent': said('Best result ', 'No result on record', '\u00a0%'),
  'enrolment.passed_at': said('Post-test passed ', 'Post-test not passed', '', CheckCircleOutlined),
  'enrolment.event_code_entered_at': said('Event code entered ', 'No event code entered'),
  'enrolment.attended_at': said('Attended ', 'Attendance is not recorded', '', CheckCircleOutlined),
  'enrolment.segments_done': said('', 'No segment done', ' segments done'),
  'enrolment.segments_total': said('of ', 'How many there are is not known', ' segments'),
  'enrolment.pretest_at': said('Pre-test taken ', 'No pre-test on record'),
  'enrolment.evaluated_at': said('Evaluation sent ', 'No evaluation on record', '', AssignmentTurnedInOutlined),
  'enrolment.claimable': said('Claimable now: ', ''),
  'enrolment.claims': said('', 'No claim on record'),
  'enrolment.earned_credits': { known: () => 'No credit earned yet', unknown: 'No credit earned yet' },
  'earned_credit.earned_at': said('Earned ', ''),
  'earned_credit.amount': said('Unclaimed: ', ''),
  'claim.claimed_at': said('Claimed ', 'When it was claimed is not known'),
  'claim.certificate_number': said('Certificate ', 'No certificate on file', '', CheckCircleOutlined),
  'claim.credit_type': said('Claimed as ', ''),
  'claim.profession': said('Profession at the claim: ', ''),
  'claim.amount': said('Amount ', ''),
  'report.body': said('Goes to ', ''),
  'report.state': { known: (value) => (value === 'accepted' ? 'Taken by the body' : value === 'rejected' ? 'Rejected by the body' : 'Sent'), unknown: 'Nothing is known to have been sent' },
  'report.at': said('Last word ', ''),
  'report.message': said('The body says: ', 'Without a message'),
  'portal.newer_fact': { known: (value) => `Newer than the portal’s rule: ${value.replace(/^(\d{4}-\d{2}-\d{2}): /, (_all, day: string) => `since ${dayWords(day)}, `)}`, unknown: '' },
  'portal.attempts': { known: (value) => `The portal allows ${value} tries`, unknown: '' },
  'exception.approved_by': said('By exception, approved by ', ''),
}

function words({ recordKind, field, value }: EvidenceOfRecord, zone: string): string {
  const known = fields[`${recordKind}.${field}`]
  // "yes" of a requirement says no more than the sentence does.
  const written = value === null || value === 'yes' ? value : valueWords(value, zone)
  if (known === undefined) return `${field.replaceAll('_', ' ')}: ${written ?? 'not known'}`
  return written === null ? known.unknown : known.known(written === 'yes' ? '' : written)
}

/** Values that belong on the line before them: a result to its test, the whole to its part. */
const joined: ReadonlySet<string> = new Set(['enrolment.best_percent', 'enrolment.segments_total', 'activity.pass_percent', 'claim.amount', 'claim.profession', 'earned_credit.amount', 'membership.ends_on', 'learner.licence_number'])

interface Line {
  readonly first: EvidenceOfRecord
  readonly parts: readonly string[]
}

function linesOf(evidence: readonly EvidenceOfRecord[], zone: string): readonly Line[] {
  return evidence.reduce<readonly Line[]>((lines, one) => {
    const last = lines.at(-1)
    const text = words(one, zone)
    if (text === '') return lines
    const continues = last !== undefined && joined.has(`${one.recordKind}.${one.field}`) && (one.record === last.first.record || one.field === 'pass_percent')
    return continues ? [...lines.slice(0, -1), { ...last, parts: [...last.parts, text] }] : [...lines, { first: one, parts: [text] }]
  }, [])
}

/** A part that goes on a line begins small, unless its first word is a name. */
const goingOn = (text: string): string => (/^(?:Best|Pass|Amount|Profession|Unclaimed|Ended|No)\b/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text)

/** A finding's evidence line by line: what the record says, when, and, on the last line from it, which record it is. */
export function evidenceLines(finding: FindingOfRecord, zone: string): readonly Evidence[] {
  return linesOf(finding.evidence, zone).map(({ first, parts }, place, lines): Evidence => ({
    key: `${String(place)}-${first.field}`,
    icon: fields[`${first.recordKind}.${first.field}`]?.icon ?? icons[first.recordKind],
    text: (
      <>
        {[parts[0] ?? '', ...parts.slice(1).map(goingOn)].join(', ')} {lines[place + 1]?.first.record === first.record ? null : <RecordName evidence={first} />}
      </>
    ),
  }))
}

/** The record a line is read from, small: its name in the platform's own files. */
function RecordName({ evidence }: { readonly evidence: EvidenceOfRecord }): ReactNode {
  // An address that nobody has is no record, and a portal is in the header.
  if (evidence.recordKind === 'portal' || evidence.record === evidence.value) return null
  return (
    <Box component="span" className="identifier" sx={{ color: 'text.tertiary', userSelect: 'all' }}>
      {evidence.name}
    </Box>
  )
}

/** The day that decides, as the finding means it. */
export function dateWords({ code, date }: FindingOfRecord): string | undefined {
  if (date === null) return undefined
  const day = dayWords(date)
  switch (code) {
    case 'activity_expired':
      return `Its last day was ${day}.`
    case 'completion_window_closed':
      return `The last day to complete was ${day}.`
    case 'claim_window_closed':
      return `The last day to claim was ${day}.`
    case 'unclaimed_credit_lapsed':
      return `The last day to claim it was ${day}.`
    case 'membership_inactive':
      return `It ended ${day}.`
    case 'not_claimed':
      return `Can be claimed until ${day}.`
    case 'board_reported':
    case 'report_due':
      return `Reported by ${day}.`
    case 'report_overdue':
    case 'report_rejected':
      return `It was due ${day}.`
    default:
      return `The day that decides is ${day}.`
  }
}
