export const mailTemplateNames = ['reset-one-time-link', 'reset-temporary-password', 'certificate-corrected', 'certificate-issued', 'certificates-issued', 'certificate-name-corrected', 'claim-void', 'test'] as const
export type MailTemplateName = (typeof mailTemplateNames)[number]

export interface FilledMail {
  readonly subject: string
  readonly body: string
}

/** The words of a mail, with the facts filled in; a fact the template does not know is a bug. */
export interface MailTemplates {
  fill(template: MailTemplateName, facts: Readonly<Record<string, string>>): FilledMail
}
