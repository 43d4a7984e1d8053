import { accountPlaybooks } from './families/account'
import { accrualPlaybooks } from './families/accrual'
import { certificatePlaybooks } from './families/certificates'
import { claimingPlaybooks } from './families/claiming'
import { classroomPlaybooks } from './families/classroom'
import { coursePlaybooks } from './families/courses'
import { deskPlaybooks } from './families/desk'
import { meetingPlaybooks } from './families/meetings'
import { purchasePlaybooks } from './families/purchases'
import { reportingPlaybooks } from './families/reporting'
import { signInPlaybooks } from './families/sign-in'
import { testPlaybooks } from './families/tests'
import type { Playbook } from './playbook'

/** Every playbook of the desk: together they serve each row of section 5 (H1–H55, C1–C27, M1–M30, P1–P26). */
export const playbooks: readonly Playbook[] = [
  ...accountPlaybooks,
  ...signInPlaybooks,
  ...claimingPlaybooks,
  ...testPlaybooks,
  ...certificatePlaybooks,
  ...coursePlaybooks,
  ...purchasePlaybooks,
  ...meetingPlaybooks,
  ...accrualPlaybooks,
  ...reportingPlaybooks,
  ...classroomPlaybooks,
  ...deskPlaybooks,
]

/** The playbook with that key; undefined where there is none. */
export function playbookOf(id: string): Playbook | undefined {
  return playbooks.find((playbook) => playbook.id === id)
}
