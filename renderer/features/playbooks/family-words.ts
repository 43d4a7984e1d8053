import type { PlaybookFamily } from '@shared/playbooks/playbook'

/** What a family of questions is called. */
export const familyWords: Readonly<Record<PlaybookFamily, string>> = {
  account: 'Account',
  sign_in: 'Signing in',
  claiming: 'Claiming',
  tests: 'Tests',
  certificates: 'Certificates',
  courses: 'Courses',
  purchases: 'Purchases',
  meetings: 'Meetings',
  accrual: 'Accrued credit',
  reporting: 'Reporting',
  classroom: 'Classroom',
  desk: 'The desk',
}
