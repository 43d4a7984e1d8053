import type { PlaybookActView } from '@shared/contract/playbooks'
import type { PageAct, TabTarget } from '../../bridge/navigation'

/** Where an act is begun: a page, and what it is asked to do there. */
export interface ActTarget {
  readonly label: string
  readonly page: TabTarget
  readonly act?: PageAct
}

/**
 * The button an answer offers: a page of this window that can do it. An act no page can do yet is not offered, so that no
 * button is dead; a new dialog adds its line here.
 */
export function targetOfAct(view: PlaybookActView): ActTarget | undefined {
  const { learnerId, activityId, claimId, certificateNumber, orderNumber } = view
  const onLearner = (label: string, act: PageAct): ActTarget => ({ label, page: { kind: 'learner', id: learnerId }, act })
  const about = (subject: string | null): { readonly subject?: string } => (subject === null ? {} : { subject })
  switch (view.act) {
    case 'send_reset':
      return onLearner('Send reset…', { verb: 'reset' })
    case 'edit_profile':
    case 'change_name':
      return onLearner('Edit the profile…', { verb: 'edit' })
    case 'edit_identifiers':
    case 'correct_report':
      return onLearner('Correct the identifiers…', { verb: 'edit' })
    case 'unlock_account':
      return onLearner('Unlock the account…', { verb: 'edit' })
    case 'reopen_account':
      return onLearner('Reopen the account…', { verb: 'edit' })
    case 'open_other_record':
      return { label: 'Open the other record', page: { kind: 'learner', id: learnerId } }
    case 'change_credit_type':
      return claimId === null ? undefined : onLearner('Change credit type…', { verb: 'change-credit', subject: claimId })
    case 'print_certificate':
      return certificateNumber === null ? onLearner('Show the credits', { verb: 'show', ...about(claimId) }) : onLearner('Print again…', { verb: 'print', subject: certificateNumber })
    case 'issue_transcript':
      return onLearner('Issue transcript…', { verb: 'transcript' })
    case 'issue_receipt':
      return orderNumber === null ? undefined : onLearner('Issue receipt…', { verb: 'receipt', subject: orderNumber })
    case 'show_activity':
    case 'find_event_code':
      return activityId === null ? undefined : { label: view.act === 'find_event_code' ? 'Find the session' : 'Open the activity', page: { kind: 'activity', id: activityId } }
    case 'show_purchases':
      return onLearner('Show the purchases', { verb: 'show', ...about(orderNumber) })
    case 'show_messages':
      return onLearner('Show the messages', { verb: 'messages' })
    case 'show_history':
      return onLearner('Show the history', { verb: 'history' })
    case 'show_courses':
    case 'show_credits':
    case 'claim_for_learner':
    case 'claim_in_aggregate':
    case 'grant_exception':
    case 'correct_progress':
    case 'renew_membership':
      return onLearner('Open the record', { verb: 'show', ...about(claimId) })
    case 'create_account':
      return undefined
  }
}
