import { resolve } from 'node:path'
import { refuse, type Refused } from '@shared/model/result'
import { randomIds } from '../adapters/random-ids'
import type { Log } from '../ports/log'
import { SecretsUnreadable } from '../ports/secret-store'
import { readArguments, splitCommand, wantsHelp, wantsJson } from './arguments'
import type { Command, CommandResult } from './command'
import type { CommandCode } from './command-codes'
import { commands, laterCommands, type LoadCommand } from './commands'
import { commandHelp, deskHelp } from './help'
import { writeAnswer, writeRefusal, type Streams } from './output'

/** The process around a call: its streams, its environment, and where relative paths begin. */
export interface Surrounding extends Streams {
  readonly environment: NodeJS.ProcessEnv
  readonly workingFolder: string
}

const wrong = (sentence: string): Refused<'wrong_use'> => refuse('wrong_use', { facts: { sentence } })

/** Node's codes for a disk or folder that does not do what is asked; anything else is a bug. */
async function faultCodeOf(error: unknown): Promise<CommandCode | undefined> {
  if (error instanceof SecretsUnreadable) return 'secrets_unreadable'
  const { storeProblemOf } = await import('../store/connection')
  const problem = storeProblemOf(error)
  if (problem !== undefined) return problem
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full'
  return ['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EMFILE'].includes(code) ? 'write_failed' : undefined
}

async function faultOf(error: unknown, log: Log | undefined, command: string): Promise<Refused<CommandCode>> {
  const code = await faultCodeOf(error)
  if (code !== undefined) return refuse(code)
  const incident = randomIds.token(8).toUpperCase()
  log?.fault('command_failed', error, { command, incident })
  return refuse('internal', { facts: { incident } })
}

async function callCommand(command: Command, rest: readonly string[], surrounding: Surrounding): Promise<CommandResult> {
  const read = readArguments(command, rest)
  if (!read.ok) return read
  const folder = resolve(surrounding.workingFolder, read.value.frame.data)
  let log: Log | undefined
  try {
    if ('runOnFolder' in command) {
      const { actingForCli, clockFor } = await import('./open-desk-for-cli')
      return await command.runOnFolder({
        words: read.value.words,
        options: read.value.options,
        clock: clockFor(read.value.frame),
        acting: actingForCli(read.value.frame),
        folder,
        workingFolder: surrounding.workingFolder,
        progress: (line) => surrounding.err(`${line}\n`),
      })
    }
    // Help and wrong use answer without reading the store's code from the disk.
    const { openDeskForCli } = await import('./open-desk-for-cli')
    const opened = await openDeskForCli(folder, read.value.frame, surrounding.environment)
    if (!opened.ok) return opened
    const desk = opened.value
    log = desk.log
    try {
      return await command.run({
        words: read.value.words,
        options: read.value.options,
        services: desk.services,
        clock: desk.clock,
        acting: desk.acting,
        folder,
        workingFolder: surrounding.workingFolder,
        progress: (line) => surrounding.err(`${line}\n`),
      })
    } finally {
      await desk.close()
    }
  } catch (error) {
    return faultOf(error, log, command.name)
  }
}

/**
 * Runs one call of `desk` and answers its exit code: 0 done, 1 refused by a rule, 2 wrong use, 3 a fault of the
 * surroundings. With `--json` standard output gets exactly one JSON document; all else goes to standard error.
 */
export async function run(argumentList: readonly string[], surrounding: Surrounding): Promise<0 | 1 | 2 | 3> {
  const json = wantsJson(argumentList)
  const { name, rest } = splitCommand(argumentList)
  if (name === undefined || name === 'help') {
    const asked = name === 'help' || wantsHelp(argumentList)
    if (!asked) return writeRefusal(surrounding, json, wrong('Name a command. See desk --help.').error)
    return writeAnswer(surrounding, json, await deskHelp())
  }
  const load: LoadCommand | undefined = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    const sentence = laterCommands.includes(name) ? `${name} is not in this version.` : `There is no command “${name}”. See desk --help.`
    return writeRefusal(surrounding, json, wrong(sentence).error)
  }
  const command = await load()
  if (wantsHelp(rest)) return writeAnswer(surrounding, json, commandHelp(command))
  const answer = await callCommand(command, rest, surrounding)
  return answer.ok ? writeAnswer(surrounding, json, answer.value) : writeRefusal(surrounding, json, answer.error)
}
