import certificateCorrected from '../../resources/mail/certificate-corrected.txt?raw'
import certificateIssued from '../../resources/mail/certificate-issued.txt?raw'
import certificatesIssued from '../../resources/mail/certificates-issued.txt?raw'
import claimVoid from '../../resources/mail/claim-void.txt?raw'
import certificateNameCorrected from '../../resources/mail/certificate-name-corrected.txt?raw'
import oneTimeLink from '../../resources/mail/reset-one-time-link.txt?raw'
import temporaryPassword from '../../resources/mail/reset-temporary-password.txt?raw'
import test from '../../resources/mail/test.txt?raw'
import type { FilledMail, MailTemplateName, MailTemplates } from '../ports/mail-templates'

const templates = {
  'reset-one-time-link': oneTimeLink,
  'reset-temporary-password': temporaryPassword,
  'certificate-corrected': certificateCorrected,
  'certificate-issued': certificateIssued,
  'certificates-issued': certificatesIssued,
  'claim-void': claimVoid,
  'certificate-name-corrected': certificateNameCorrected,
  test,
} as const satisfies Record<MailTemplateName, string>

function filled(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_mark, name: string) => {
    const fact = facts[name]
    if (fact === undefined) throw new Error(`a mail template asks for ${name}`)
    // A name that spells the marker must not be taken for the place of the secret.
    return fact.replaceAll('[secret]', '(secret)')
  })
}

/** The templates of resources/mail, bundled: a first line `Subject: …`, a blank line, and the text. */
export const bundledMailTemplates: MailTemplates = {
  fill(template, facts): FilledMail {
    const [head = '', ...rest] = templates[template].replaceAll('\r\n', '\n').split('\n')
    if (!head.startsWith('Subject: ')) throw new Error(`the template ${template} has no subject`)
    return { subject: filled(head.slice('Subject: '.length), facts), body: filled(rest.join('\n').trim(), facts) }
  },
}
