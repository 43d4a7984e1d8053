import type { ReactNode } from 'react'
import type { Claim, Enrolment, LearnerRecord } from './api'
import { AggregateClaimDialog } from './AggregateClaimDialog'
import { ChangeCreditTypeDialog } from './ChangeCreditTypeDialog'
import { ClaimAmountDialog } from './ClaimAmountDialog'
import { ClaimDialog } from './ClaimDialog'
import { EditLearnerDialog } from './EditLearnerDialog'
import { EnrolmentDialog } from './EnrolmentDialog'
import { EventCodeDialog } from './EventCodeDialog'
import { ExceptionDialog } from './ExceptionDialog'
import { ExceptionWithdrawDialog } from './ExceptionWithdrawDialog'
import { NameChangeDialog } from './NameChangeDialog'
import { PaperDialog } from './PaperDialog'
import { PastCreditDialog } from './PastCreditDialog'
import { ProfessionChangeDialog } from './ProfessionChangeDialog'
import type { LedgerEntry } from './record-act-api'
import { ResetDialog } from './ResetDialog'
import { TranscriptDialog } from './TranscriptDialog'
import { VoidClaimDialog } from './VoidClaimDialog'

/** The one dialog of a record that is open. */
export type RecordDialog =
  | { readonly kind: 'change-credit'; readonly claim: Claim }
  | { readonly kind: 'claim'; readonly activityId: string; readonly activityTitle: string }
  | { readonly kind: 'claim-accrued' }
  | { readonly kind: 'change-amount'; readonly claim: Claim }
  | { readonly kind: 'void'; readonly claim: Claim }
  | { readonly kind: 'past-credit' }
  | { readonly kind: 'paper'; readonly paper: 'certificate' | 'receipt' | 'transcript'; readonly number: string; readonly begin?: 'save' | 'open' }
  | { readonly kind: 'transcript' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'change-name' }
  | { readonly kind: 'change-profession' }
  | { readonly kind: 'correct-progress'; readonly enrolment: Enrolment }
  | { readonly kind: 'event-code'; readonly activityId: string | undefined }
  | { readonly kind: 'exception'; readonly enrolment: Enrolment }
  | { readonly kind: 'withdraw-exception'; readonly exception: LedgerEntry }

interface RecordDialogsProps {
  readonly dialog: RecordDialog | undefined
  readonly record: LearnerRecord
  readonly onDialog: (dialog: RecordDialog | undefined) => void
}

/** Shows the dialog that is open; each begins anew when it opens. */
export function RecordDialogs({ dialog, record, onDialog }: RecordDialogsProps): ReactNode {
  const close = (): void => onDialog(undefined)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'change-credit':
      return <ChangeCreditTypeDialog claim={dialog.claim} learner={record.learner} onClose={close} />
    case 'claim':
      return <ClaimDialog learner={record.learner} activityId={dialog.activityId} activityTitle={dialog.activityTitle} onClose={close} />
    case 'claim-accrued':
      return <AggregateClaimDialog learner={record.learner} onClose={close} />
    case 'change-amount':
      return <ClaimAmountDialog claim={dialog.claim} learner={record.learner} onClose={close} />
    case 'void':
      return <VoidClaimDialog claim={dialog.claim} learner={record.learner} onClose={close} />
    case 'past-credit':
      return <PastCreditDialog learner={record.learner} onClose={close} />
    case 'paper':
      return <PaperDialog key={dialog.number} kind={dialog.paper} number={dialog.number} begin={dialog.begin} zone={record.learner.zone} onClose={close} />
    case 'transcript':
      return <TranscriptDialog learner={record.learner} onIssued={(number) => onDialog({ kind: 'paper', paper: 'transcript', number })} onClose={close} />
    case 'reset':
      return <ResetDialog learner={record.learner} onClose={close} />
    case 'edit':
      return <EditLearnerDialog learner={record.learner} onClose={close} />
    case 'change-name':
      return <NameChangeDialog learner={record.learner} onClose={close} />
    case 'change-profession':
      return <ProfessionChangeDialog learner={record.learner} onClose={close} />
    case 'correct-progress':
      return <EnrolmentDialog learner={record.learner} enrolmentId={dialog.enrolment.id} activityTitle={dialog.enrolment.activityTitle} onClose={close} />
    case 'event-code':
      return <EventCodeDialog learner={record.learner} activityId={dialog.activityId} onClose={close} />
    case 'exception':
      return <ExceptionDialog learner={record.learner} activityId={dialog.enrolment.activityId} activityTitle={dialog.enrolment.activityTitle} onClose={close} />
    case 'withdraw-exception':
      return <ExceptionWithdrawDialog exception={dialog.exception} learner={record.learner} onClose={close} />
  }
}
