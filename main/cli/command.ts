import type { Acting } from '../ports/acting'
import type { Clock } from '../ports/clock'
import type { Result } from '@shared/model/result'
import type { Services } from '../services/create-services'
import type { CommandCode } from './command-codes'

/** A value as standard output's one JSON document writes it; amounts and money are already decimal strings. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/** What a command found or did: `value` for scripts, `text` for people (no trailing line break). */
export interface CommandAnswer {
  readonly value: JsonValue
  readonly text: string
}

export type CommandResult = Result<CommandAnswer, CommandCode>

/** A word after the command's name. */
export interface CommandWord {
  readonly name: string
  readonly required: boolean
}

/** An option of the command's own, beside `--data`, `--json`, `--now` and `--as`, which the frame reads. */
export interface CommandOption {
  readonly name: string
  /** How the help names its value; an option without one is a switch. */
  readonly value?: string
  readonly required?: boolean
  /** An empty value is the rule's to refuse, not the frame's. */
  readonly mayBeEmpty?: boolean
}

/** What a command is given: the words and options it declared, and the open desk. */
export interface CommandCall {
  /** The words by the names the command declared; a missing optional one is absent. */
  readonly words: Readonly<Record<string, string>>
  /** The values by option name; a switch that was given stands as `''`. */
  readonly options: Readonly<Record<string, string>>
  readonly services: Services
  readonly clock: Clock
  readonly acting: Acting
  /** The data folder, as an absolute path. */
  readonly folder: string
  /** Where relative paths begin. */
  readonly workingFolder: string
  /** Tells a person how far it is, on standard error. */
  progress(line: string): void
}

/** What a command on a closed folder is given: the store is not opened for it, since it may not open at all. */
export type FolderCall = Pick<CommandCall, 'words' | 'options' | 'clock' | 'acting' | 'folder' | 'workingFolder' | 'progress'>

interface CommandShape {
  readonly name: string
  /** One line of the help. */
  readonly summary: string
  readonly words: readonly CommandWord[]
  readonly options: readonly CommandOption[]
}

/** A command on the open desk: it asks services, and turns their answer into a value for scripts and words for people. */
export interface DeskCommand extends CommandShape {
  run(call: CommandCall): Promise<CommandResult>
}

/** A command that takes the folder itself. */
export interface FolderCommand extends CommandShape {
  runOnFolder(call: FolderCall): Promise<CommandResult>
}

export type Command = DeskCommand | FolderCommand

/** A word the command requires: the frame has already refused a call without it. */
export function requiredWord(call: Pick<CommandCall, 'words'>, name: string): string {
  const word = call.words[name]
  if (word === undefined) throw new Error(`the command did not declare ${name} as required`)
  return word
}

/** An option the command requires: the frame has already refused a call without it. */
export function requiredOption(call: CommandCall, name: string): string {
  const value = call.options[name]
  if (value === undefined) throw new Error(`the command did not declare --${name} as required`)
  return value
}
