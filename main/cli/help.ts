import type { Command, CommandAnswer } from './command'
import { commands } from './commands'
import { table } from './output'

function usageOf(command: Command): string {
  const words = command.words.map((word) => (word.required ? word.name : `[${word.name}]`))
  const options = command.options.map((option) => {
    const written = 'value' in option ? `--${option.name} ${option.value}` : `--${option.name}`
    return option.required === true ? written : `[${written}]`
  })
  return ['desk', command.name, ...words, ...options, '--data DIR [--json] [--now INSTANT] [--as NAME]'].join(' ')
}

const shared = [
  '--data DIR      the data folder; made when missing',
  '--json          one JSON document on standard output, for scripts',
  '--now INSTANT   the clock for this call, such as 2026-11-20T15:00:00-05:00',
  '--as NAME       who acts, as the audit names it; otherwise the system’s user',
].join('\n')

/** How one command is used. */
export function commandHelp(command: Command): CommandAnswer {
  const text = `${usageOf(command)}\n\n${command.summary}\n\n${shared}`
  return { value: { usage: usageOf(command), summary: command.summary }, text }
}

/** All commands and what they share. */
export async function deskHelp(): Promise<CommandAnswer> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  const sorted = loaded.toSorted((left, right) => left.name.localeCompare(right.name, 'en'))
  const list = table(['Command', 'What it does'], sorted.map((command) => [command.name, command.summary]))
  const exits = 'Exit 0 done, 1 refused by a rule, 2 wrong use, 3 a fault of the surroundings.'
  return {
    value: sorted.map((command) => ({ name: command.name, usage: usageOf(command), summary: command.summary })),
    text: `desk COMMAND … --data DIR [--json] [--now INSTANT] [--as NAME]\n\n${list}\n\n${shared}\n\n${exits}\nOne command: desk COMMAND --help`,
  }
}
