import type { AgentAct } from '@shared/policy/diagnosis-advice'
import type { TabTarget } from '../../bridge/navigation'
import type { Claim, Enrolment, FindingOfRecord, LearnerRecord } from './api'
import type { RecordDialog } from './RecordDialogs'

/** What the agent can do about a finding here and now: a dialog of this record, or another page. */
export interface FindingAct {
  readonly label: string
  readonly does: { readonly kind: 'dialog'; readonly dialog: RecordDialog } | { readonly kind: 'page'; readonly page: TabTarget }
}

/** Offers an act where this record has what it needs; an act that could not be done is not offered. */
type Offer = (finding: FindingOfRecord, record: LearnerRecord) => FindingAct | undefined

const dialog = (label: string, shown: RecordDialog): FindingAct => ({ label, does: { kind: 'dialog', dialog: shown } })
const page = (label: string, shown: TabTarget): FindingAct => ({ label, does: { kind: 'page', page: shown } })

/** The claim in force that a finding is about: the one its evidence names, else that of its activity. */
export function claimOf(finding: FindingOfRecord, { claims }: LearnerRecord): Claim | undefined {
  const active = claims.filter((claim) => claim.state === 'active')
  const named = active.find((claim) => finding.evidence.some(({ record }) => record === claim.id))
  return named ?? active.find((claim) => claim.activityId === finding.activity?.id)
}

const print: Offer = (finding, record) => {
  const current = claimOf(finding, record)?.certificates.find((certificate) => certificate.state === 'current')
  return current === undefined ? undefined : dialog('Print again…', { kind: 'paper', paper: 'certificate', number: current.number })
}
const changeType: Offer = (finding, record) => {
  const claim = claimOf(finding, record)
  return claim === undefined ? undefined : dialog('Change credit type…', { kind: 'change-credit', claim })
}
const edit = (label: string): Offer => () => dialog(label, { kind: 'edit' })
const reset: Offer = (_finding, { learner }) => (learner.status === 'closed' ? undefined : dialog('Send password reset…', { kind: 'reset' }))
const openActivity: Offer = ({ activity }) => (activity === null ? undefined : page('Open the activity', { kind: 'activity', id: activity.id }))
/** Where a claim stands, its paper is what is asked for. */
const openUnclaimed: Offer = (finding, record) => (claimOf(finding, record) === undefined ? openActivity(finding, record) : undefined)
const openOther: Offer = ({ evidence }, { learner }) => {
  const other = evidence.find(({ recordKind, record }) => recordKind === 'learner' && record !== learner.id)
  return other === undefined ? undefined : page(`Open ${other.name}`, { kind: 'learner', id: other.record })
}

/** Claims for the learner where the activity is one they are enrolled in; credit that waits by topic is claimed in aggregate. */
const claimFor: Offer = ({ activity }, { enrolments }) => {
  const enrolment = enrolments.find(({ activityId }) => activityId === activity?.id)
  if (enrolment === undefined) return undefined
  if (enrolment.earned.length > 0) return dialog('Claim accrued credit…', { kind: 'claim-accrued' })
  return dialog('Claim for the learner…', { kind: 'claim', activityId: enrolment.activityId, activityTitle: enrolment.activityTitle })
}
/** What is left beside lapsed credit can still be claimed (M8). */
const claimRest: Offer = (finding, record) => (finding.code === 'unclaimed_credit_lapsed' ? claimFor(finding, record) : undefined)
const ofEnrolment =
  (label: string, shown: (enrolment: Enrolment) => RecordDialog): Offer =>
  (finding, { enrolments }) => {
    const enrolment = enrolments.find((candidate) => candidate.activityId === finding.activity?.id)
    return enrolment === undefined ? undefined : dialog(label, shown(enrolment))
  }
const grantException = ofEnrolment('Grant exception…', (enrolment) => ({ kind: 'exception', enrolment }))
const correctProgress = ofEnrolment('Correct progress…', (enrolment) => ({ kind: 'correct-progress', enrolment }))
const findEventCode = ofEnrolment('Find event code…', (enrolment) => ({ kind: 'event-code', activityId: enrolment.activityId }))

/** Every act a finding can call for, by what is offered for it, the likeliest first. A new act adds its line here. */
const offers: Readonly<Record<AgentAct, readonly Offer[]>> = {
  create_account: [],
  unlock_account: [edit('Unlock the account…'), reset],
  reopen_account: [edit('Reopen the account…')],
  open_other_record: [openOther, openActivity],
  send_reset: [reset],
  explain: [claimRest, print, changeType, openUnclaimed],
  grant_exception: [grantException, openActivity],
  renew_membership: [],
  find_event_code: [findEventCode, correctProgress],
  correct_progress: [correctProgress, openActivity],
  edit_identifiers: [edit('Enter the identifier…')],
  edit_profile: [changeType, edit('Correct the profile…')],
  claim_for_learner: [claimFor, openActivity],
  change_credit_type: [changeType],
  print_certificate: [print, changeType],
  send_report: [print, changeType],
  correct_report: [edit('Correct the identifiers…'), print],
}

/** What can be done about a finding, the likeliest first; empty where the answer is all there is. */
export function actsFor(finding: FindingOfRecord, record: LearnerRecord): readonly FindingAct[] {
  return offers[finding.agentAct].map((offer) => offer(finding, record)).filter((act) => act !== undefined)
}
