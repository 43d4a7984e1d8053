import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined'
import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined'
import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined'
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined'
import QuizOutlined from '@mui/icons-material/QuizOutlined'
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import ShoppingCartOutlined from '@mui/icons-material/ShoppingCartOutlined'
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Tone } from '../../ui/tone'
import type { Certificate, Enrolment, Learner, Order, TimelineEntry } from './api'

/** A warning of the header in a few words; its detail is the tooltip's. */
export function warningWords(warning: Learner['warnings'][number]): string {
  switch (warning.code) {
    case 'locked':
      return 'Locked'
    case 'closed':
      return 'Closed'
    case 'identifier_flagged':
      return `Check ${fieldWords(warning.field ?? '')}`
    case 'import_conflict':
      return 'Import conflict'
    case 'mail_failed':
      return 'Mail failed'
    case 'possible_duplicate':
      return 'Possible duplicate'
  }
}

const fields: Readonly<Record<string, string>> = {
  givenName: 'Given name', familyName: 'Family name', certificateName: 'Name on certificates', credentials: 'Credentials', email: 'E-mail',
  alternateEmails: 'Further addresses', profession: 'Profession', specialty: 'Specialty', npi: 'NPI', nabpEprofileId: 'e-Profile ID',
  nabp_eprofile_id: 'e-Profile ID', birthMonthDay: 'Birth month and day', birth_month_day: 'birth month and day', licenceState: 'Licence state',
  licence_state: 'licence state', licenceNumber: 'Licence number', licence_number: 'licence number', board: 'Board', boardId: 'Board ID',
  status: 'Status', newsletters: 'Newsletters', creditType: 'Credit type', amount: 'Amount', certificate: 'Certificate', certificateNumber: 'Certificate',
  claims: 'Claims', proof: 'Proof',
  completedOn: 'Completed on', claimedOn: 'Claimed on', madeEnrolment: 'Enrolment made', exceptions: 'By exception',
  pretestAt: 'Pre-test', passedAt: 'Passed', evaluatedAt: 'Evaluated', attendedAt: 'Attended', eventCodeEnteredAt: 'Event code entered',
  attemptsUsed: 'Tries used', bestPercent: 'Best score', segmentsDone: 'Segments done', segmentsTotal: 'Segments in all',
  untilOn: 'Last day', attempts: 'Tries granted', approver: 'Approved by', state: 'State', kind: 'Kind', rule: 'Rule set aside',
  certificates: 'Certificates',
  form: 'Form', draft: 'Drafted mail', reports: 'Report',
}

/** A field of the record as people call it; an unknown one keeps its own name, spaced. */
export function fieldWords(field: string): string {
  return fields[field] ?? field.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase()
}

const operations: Readonly<Record<string, string>> = {
  'learners.edit': 'Learner edited',
  'learners.edit.undo': 'Edit taken back',
  'learners.showMasked': 'Masked value shown',
  'claims.changeCreditType': 'Credit type changed',
  'playbooks.draftReply': 'Reply drafted',
  'playbooks.draftReply.undo': 'Drafted reply taken back',
  'claims.changeCreditType.undo': 'Credit change taken back',
  'claims.claimForLearner': 'Claimed for the learner',
  'claims.claimForLearner.undo': 'Claim taken back',
  'claims.claimAggregate': 'Accrued credit claimed',
  'claims.claimAggregate.undo': 'Accrued claim taken back',
  'claims.addPastCredit': 'Past credit added',
  'claims.addPastCredit.undo': 'Past credit taken back',
  'claims.changeAmount': 'Amount changed',
  'claims.changeAmount.undo': 'Change of amount taken back',
  'claims.void': 'Claim voided',
  'claims.void.undo': 'Claim put back in force',
  'resets.send': 'Password reset queued',
  'receipts.issue': 'Receipt issued',
  'transcripts.issue': 'Transcript issued',
  'exceptions.grant': 'Exception granted',
  'exceptions.grant.undo': 'Exception taken back',
  'exceptions.withdraw': 'Exception withdrawn',
  'exceptions.withdraw.undo': 'Exception put back in force',
  'enrolments.correct': 'Progress corrected',
  'enrolments.correct.undo': 'Correction of progress taken back',
  'learners.changeName': 'Name changed',
  'learners.changeName.undo': 'Change of name taken back',
  'learners.changeProfession': 'Profession changed',
  'learners.changeProfession.undo': 'Change of profession taken back',
  'eventCodes.give': 'Event code given',
  'imports.decideConflict': 'Import conflict decided',
}

/** What an entry of the history tells, in a few words. */
export function operationWords(operation: string): string {
  return operations[operation] ?? operation.replace(/\.undo$/, ' taken back').replace(/^[a-z]+\./, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

/** The desk's steps to a certificate, as they are called. */
export const stepWords: Readonly<Record<Enrolment['steps'][number]['step'], string>> = {
  registered: 'Registered', pretest: 'Pre-test', posttest: 'Post-test', evaluation: 'Evaluation', event_code: 'Event code',
  segments: 'Segments', claim: 'Claim', certificate: 'Certificate',
}

export const certificateLooks: Readonly<Record<Certificate['state'], { readonly tone: Tone; readonly icon: SvgIconComponent; readonly word: string }>> = {
  current: { tone: 'success', icon: CheckCircleOutlined, word: 'Current' },
  superseded: { tone: 'neutral', icon: BlockOutlined, word: 'Superseded' },
  void: { tone: 'error', icon: BlockOutlined, word: 'Void' },
}

export const orderLooks: Readonly<Record<Order['status'], { readonly tone: Tone; readonly icon: SvgIconComponent; readonly word: string }>> = {
  paid: { tone: 'success', icon: CheckCircleOutlined, word: 'Paid' },
  pending: { tone: 'warning', icon: AutorenewOutlined, word: 'Pending' },
  refunded: { tone: 'neutral', icon: BlockOutlined, word: 'Refunded' },
  partly_refunded: { tone: 'neutral', icon: BlockOutlined, word: 'Partly refunded' },
}

export const timelineIcons: Readonly<Record<TimelineEntry['kind'], SvgIconComponent>> = {
  registered_account: PersonAddOutlined, enrolled: PlayCircleOutlined, pretest: QuizOutlined, passed: CheckCircleOutlined,
  evaluated: AssignmentTurnedInOutlined, attended: HowToRegOutlined, claimed: WorkspacePremiumOutlined,
  certificate_issued: WorkspacePremiumOutlined, certificate_superseded: AutorenewOutlined, certificate_voided: BlockOutlined,
  ordered: ShoppingCartOutlined, refunded: ShoppingCartOutlined, receipt_issued: ReceiptLongOutlined, message: MailOutlined,
  reported: SendOutlined, edited: EditOutlined, ticket: ConfirmationNumberOutlined,
}

/** "#f1df 98e9 … 9f32": enough of a hash to compare by eye. */
export function shortHash(sha256: string): string {
  return `${sha256.slice(0, 4)} ${sha256.slice(4, 8)} … ${sha256.slice(-4)}`
}
