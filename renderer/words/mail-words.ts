interface MailCounts {
  readonly drafts: number
  readonly mailWaiting: number
}

/** What lies in the outbox and nobody refused: "2 mails waiting, 1 draft"; empty when there is neither. */
export function outboxWords({ drafts, mailWaiting }: MailCounts): string {
  const waiting = mailWaiting === 0 ? [] : [`${mailWaiting.toLocaleString('en-US')} ${mailWaiting === 1 ? 'mail' : 'mails'} waiting`]
  const written = drafts === 0 ? [] : [`${drafts.toLocaleString('en-US')} ${drafts === 1 ? 'draft' : 'drafts'}`]
  return [...waiting, ...written].join(', ')
}
