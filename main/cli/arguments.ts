import { parseInstant, type Instant } from '@shared/model/instant'
import { ok, refuse, type Result } from '@shared/model/result'
import type { Command } from './command'

/** What every command understands beside its own words and options. */
export interface FrameArguments {
  readonly data: string
  readonly json: boolean
  readonly now: Instant | undefined
  readonly as: string | undefined
}

export interface ReadArguments {
  readonly frame: FrameArguments
  readonly words: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
}

interface Pieces {
  readonly words: readonly string[]
  readonly options: ReadonlyMap<string, string>
}

const frameOptions = [{ name: 'data', value: 'DIR' }, { name: 'json' }, { name: 'now', value: 'INSTANT' }, { name: 'as', value: 'NAME' }, { name: 'help' }] as const

const wrong = (sentence: string): Result<never, 'wrong_use'> => refuse('wrong_use', { facts: { sentence } })

/** Whether the caller wants JSON, known before the rest is understood: a wrong use answers in JSON too. */
export function wantsJson(argumentList: readonly string[]): boolean {
  const end = argumentList.indexOf('--')
  return (end === -1 ? argumentList : argumentList.slice(0, end)).includes('--json')
}

/** The command's name and what follows: the first argument that is neither an option nor an option's value. */
export function splitCommand(argumentList: readonly string[]): { readonly name: string | undefined; readonly rest: readonly string[] } {
  const valued = new Set(['--data', '--now', '--as'])
  const at = argumentList.findIndex((argument, index) => !argument.startsWith('--') && !valued.has(argumentList[index - 1] ?? ''))
  return at === -1 ? { name: undefined, rest: argumentList } : { name: argumentList[at], rest: argumentList.filter((_, index) => index !== at) }
}

function pieces(argumentList: readonly string[], takesValue: ReadonlyMap<string, boolean>, mayBeEmpty: ReadonlySet<string>): Result<Pieces, 'wrong_use'> {
  const words: string[] = []
  const options = new Map<string, string>()
  for (let index = 0; index < argumentList.length; index += 1) {
    const argument = argumentList[index] ?? ''
    if (argument === '--') {
      words.push(...argumentList.slice(index + 1))
      break
    }
    if (!argument.startsWith('--')) {
      words.push(argument)
      continue
    }
    const equals = argument.indexOf('=')
    const name = argument.slice(2, equals === -1 ? undefined : equals)
    const valued = takesValue.get(name)
    if (valued === undefined) return wrong(`There is no option --${name}.`)
    if (options.has(name)) return wrong(`--${name} was given twice.`)
    if (!valued) {
      if (equals !== -1) return wrong(`--${name} takes no value.`)
      options.set(name, '')
      continue
    }
    const value = equals === -1 ? argumentList[index + 1] : argument.slice(equals + 1)
    // A value may begin with one hyphen (a reason, a negative amount to be refused by its rule), not with two.
    if (value === undefined || (value === '' && !mayBeEmpty.has(name)) || (equals === -1 && value.startsWith('--'))) return wrong(`--${name} needs a value.`)
    if (equals === -1) index += 1
    options.set(name, value)
  }
  return ok({ words, options })
}

/** Whether the caller asked how a command is used. */
export function wantsHelp(argumentList: readonly string[]): boolean {
  const end = argumentList.indexOf('--')
  return (end === -1 ? argumentList : argumentList.slice(0, end)).includes('--help')
}

/** Reads what follows the command's name; anything it does not declare is wrong use. */
export function readArguments(command: Command, rest: readonly string[]): Result<ReadArguments, 'wrong_use'> {
  const declared = [...frameOptions, ...command.options]
  const mayBeEmpty = new Set(command.options.filter((option) => option.mayBeEmpty === true).map((option) => option.name))
  const cut = pieces(rest, new Map(declared.map((option) => [option.name, 'value' in option])), mayBeEmpty)
  if (!cut.ok) return cut
  const { words, options } = cut.value
  const surplus = words[command.words.length]
  if (surplus !== undefined) return wrong(`There is one word too many: “${surplus}”.`)
  const missing = command.words.find((word, index) => word.required && (words[index] ?? '') === '')
  if (missing !== undefined) return wrong(`${missing.name} is missing.`)
  const needed = command.options.find((option) => option.required === true && !options.has(option.name))
  if (needed !== undefined) return wrong(`--${needed.name} is missing.`)
  const data = options.get('data')
  if (data === undefined) return wrong('--data is missing: name the data folder.')
  const written = options.get('now')
  const now = written === undefined ? undefined : parseInstant(written)
  if (written !== undefined && now === undefined) {
    return wrong('--now is no instant: write it like 2026-11-20T15:00:00-05:00, with an offset or Z.')
  }
  const as = options.get('as')?.trim()
  if (as === '') return wrong('--as needs a name.')
  return ok({
    frame: { data, json: options.has('json'), now, as },
    words: Object.fromEntries(command.words.flatMap((word, index) => (words[index] === undefined ? [] : [[word.name, words[index]]]))),
    options: Object.fromEntries([...options].filter(([name]) => command.options.some((option) => option.name === name))),
  })
}
