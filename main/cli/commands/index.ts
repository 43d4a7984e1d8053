import type { Command } from '../command'

/** Loads one command; only the one that was asked for is read from the disk. */
export type LoadCommand = () => Promise<Command>

/** Every command by its name: a new one adds one line here. */
export const commands: Readonly<Record<string, LoadCommand>> = {
  import: async () => (await import('./import-command')).importCommand,
  reset: async () => (await import('./reset-command')).resetCommand,
  outbox: async () => (await import('./outbox-command')).outboxCommand,
  settings: async () => (await import('./settings-command')).settingsCommand,
  audit: async () => (await import('./audit-command')).auditCommand,
}

/** Names that are promised for later: they answer "not in this version" instead of pretending. */
export const laterCommands: readonly string[] = ['export', 'diagnose', 'verify', 'check', 'backup', 'restore']
