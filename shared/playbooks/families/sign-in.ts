import type { Branch, Playbook } from '../playbook'
import { haymarket } from './portals'

const blocked = {
  when: [{ fact: 'account_status', is: ['locked', 'closed'] }],
  says: 'The account is {account_status}: a new password would not help',
  evidence: ['account_status', 'email', 'last_reset_on'],
  act: 'unlock_account',
  reply: ['Your account is {account_status} at the moment, so a new password alone would not let you in.', 'Once we have checked that it is you who is asking, we open it again and send a reset to {email}.'],
} as const satisfies Branch

/** Passwords and resets. A stored password is never mailed, and nobody is asked to write one down (C1, C3, trap T19). */
export const signInPlaybooks = [
  {
    id: 'sign_in.forgot_password',
    family: 'sign_in',
    title: 'I forgot my password',
    rows: ['H9', 'C3'],
    portals: 'any',
    kind: 'record',
    about: 'account',
    subject: 'A reset for your password',
    phrasings: ['I forgot my password', 'forgot password', 'cannot log in any more', 'please send me a new password', 'how do I reset my password', 'lost my login', 'locked out of my account', 'can you email me my password'],
    branches: [
      blocked,
      {
        when: [],
        says: 'Send a reset to {email}',
        evidence: ['email', 'account_status', 'last_reset_on', 'last_reset_state'],
        act: 'send_reset',
        reply: [
          'We are sending {reset_style} to {email}, the address your account is under. It lives for a short time only, so please use it soon; then choose a password of your own under {where_account}.',
          'If it has not come after {junk_minutes}, look in the junk folder first. We never mail an existing password, and nobody at our desk can see it.',
        ],
      },
    ],
  },
  {
    id: 'sign_in.new_password_fails',
    family: 'sign_in',
    title: 'The new password does not work',
    rows: ['H10'],
    portals: 'any',
    kind: 'record',
    about: 'account',
    subject: 'Signing in with your reset',
    phrasings: ['the new password fails', 'temporary password does not work', 'I pasted the password and it says invalid', 'reset link expired', 'still cannot sign in after the reset', 'password you sent is rejected'],
    branches: [
      blocked,
      {
        when: [{ fact: 'last_reset_on', known: true }],
        says: 'A reset went out on {last_reset_on}',
        evidence: ['last_reset_on', 'last_reset_to', 'last_reset_state', 'email'],
        act: 'send_reset',
        reply: [
          'The last reset we find for you went out on {last_reset_on}. Only the newest one works, and each works once and for a short time.',
          'If you type a password from a message, mind capitals and small letters, type it rather than paste it, and leave no blank before or after it. A new browser window often helps. If it still fails, tell us and we send a fresh reset to {email}.',
        ],
      },
      {
        when: [],
        says: 'No reset is on record: send one',
        evidence: ['last_reset_on', 'email', 'account_status'],
        act: 'send_reset',
        reply: ['We find no reset on record for your account, so what you have may belong to another site or address. Your account is under {email}.', 'We gladly send a fresh reset there. When you type it, mind capitals and small letters and leave no blank before or after it.'],
      },
    ],
  },
  {
    id: 'sign_in.no_reset_mail',
    family: 'sign_in',
    title: 'No reset mail came',
    rows: ['H11'],
    portals: 'any',
    kind: 'record',
    about: 'account',
    subject: 'The reset that did not arrive',
    phrasings: ['no reset email came', 'forgot password, no email came', 'I never got the password mail', 'still waiting for the reset link', 'did not receive anything after clicking forgot password', 'reset message not in my inbox'],
    branches: [
      {
        when: [{ fact: 'last_reset_to', known: true }],
        says: 'The last one went to {last_reset_to}[ on {last_reset_on}]',
        evidence: ['last_reset_on', 'last_reset_to', 'last_reset_state', 'email'],
        act: 'send_reset',
        reply: [
          'A reset goes only to the address the account is under. The last one went to {last_reset_to}[ on {last_reset_on}]; the account is under {email} today.',
          'Please look in the junk or spam folder, mark it as not junk, and add {support_address} to your address book. If you can no longer read that mailbox, tell us, and we correct the address once we have checked that the account is yours.',
        ],
      },
      {
        when: [],
        says: 'No reset was sent to {email}: send one',
        evidence: ['email', 'other_emails', 'last_reset_on'],
        act: 'send_reset',
        reply: ['We find no reset that was sent for your account; perhaps another address was typed. Yours is {email}.', 'We can send one there right away. If it does not come within {junk_minutes}, look in the junk folder and mark it as not junk.'],
      },
    ],
  },
  {
    id: 'sign_in.keep_mail_out_of_junk',
    family: 'sign_in',
    title: 'How do I keep your mail out of junk?',
    rows: ['H12'],
    portals: [haymarket],
    kind: 'information',
    about: 'account',
    subject: 'So that our mail reaches you',
    phrasings: ['how do I stop your mail going to junk', 'your emails land in spam', 'what address should I whitelist', 'allow list sender address', 'our hospital filter blocks your messages'],
    branches: [
      {
        when: [],
        says: 'Allow mail from {support_address}',
        evidence: ['support_address'],
        act: null,
        reply: ['Please add {support_address} to your address book or to the list of allowed senders. If your employer filters mail, ask the people who run it to let this address through.', 'Messages that already went to junk reach you reliably once you have marked one as not junk.'],
      },
    ],
  },
  {
    id: 'sign_in.registering_fails',
    family: 'sign_in',
    title: 'The password fails while registering for a course',
    rows: ['C21'],
    portals: ['cleveland-clinic-mycme'],
    kind: 'record',
    about: 'account',
    subject: 'Signing in to register',
    phrasings: ['password fails while registering', 'cannot register for the conference, it rejects my password', 'registration asks for a login I do not have', 'signing up for a course does not accept my credentials', 'stuck at the password step of the registration'],
    branches: [
      blocked,
      {
        when: [],
        says: 'Send reset instructions to {email}',
        evidence: ['email', 'last_reset_on', 'account_status'],
        act: 'send_reset',
        reply: ['Registering uses the account you already have, under {email}. We are sending instructions to that address to choose a new password.', 'Once it is set, go back to the course and register again; what you had filled in may have to be entered once more. If you are stuck, call us[ at {phone}] and we go through it together.'],
      },
    ],
  },
] as const satisfies readonly Playbook[]
