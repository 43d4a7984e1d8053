import type { Command } from '../command'

/** Loads one command; only the one that was asked for is read from the disk. */
export type LoadCommand = () => Promise<Command>

/** Every command by its name: a new one adds one line here. */
export const commands: Readonly<Record<string, LoadCommand>> = {
  find: async () => (await import('./find-command')).findCommand,
  diagnose: async () => (await import('./diagnose-command')).diagnoseCommand,
  learner: async () => (await import('./learner-command')).learnerCommand,
  'correct-credit': async () => (await import('./correct-credit-command')).correctCreditCommand,
  certificate: async () => (await import('./certificate-command')).certificateCommand,
  transcript: async () => (await import('./transcript-command')).transcriptCommand,
  receipt: async () => (await import('./receipt-command')).receiptCommand,
  verify: async () => (await import('./verify-command')).verifyCommand,
  import: async () => (await import('./import-command')).importCommand,
  reset: async () => (await import('./reset-command')).resetCommand,
  outbox: async () => (await import('./outbox-command')).outboxCommand,
  settings: async () => (await import('./settings-command')).settingsCommand,
  backup: async () => (await import('./backup-command')).backupCommand,
  restore: async () => (await import('./restore-command')).restoreCommand,
  audit: async () => (await import('./audit-command')).auditCommand,
  check: async () => (await import('./check-command')).checkCommand,
}

/** Names that are promised for later: they answer "not in this version" instead of pretending. */
export const laterCommands: readonly string[] = ['export']
