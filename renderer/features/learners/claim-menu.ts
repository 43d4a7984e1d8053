import type { ContextItem } from '../../ui/ContextMenu'
import type { CreditRow } from './CreditsTab'
import type { RecordDialog } from './RecordDialogs'

/** What a row of the credits table offers to the right button and the menu key; nothing that stands nowhere else. */
export function claimMenu(row: CreditRow, open: (dialog: RecordDialog) => void): readonly ContextItem[] {
  if (row.kind === 'open') {
    const { activityId, activityTitle, earned } = row.enrolment
    return earned.length > 0
      ? [{ label: 'Claim accrued credit…', keys: 'l', run: () => open({ kind: 'claim-accrued' }) }]
      : [{ label: 'Claim for the learner…', keys: 'l', run: () => open({ kind: 'claim', activityId, activityTitle }) }]
  }
  const { claim } = row
  if (claim.state !== 'active') return []
  return [
    { label: 'Change credit type…', keys: 'c', run: () => open({ kind: 'change-credit', claim }) },
    { label: 'Change amount…', run: () => open({ kind: 'change-amount', claim }) },
    { label: 'Void…', run: () => open({ kind: 'void', claim }) },
  ]
}
