import { readFile, stat } from 'node:fs/promises'
import { mostCheckedBytes, type CheckedPaper } from '@shared/contract/verification'
import { ok, refuse, type Result } from '@shared/model/result'
import { requiredWord, type DeskCommand, type CommandCall, type CommandResult } from '../command'

const answers = { good: 'good', bad: 'bad', not_checked: 'not checked' } as const
const statuses = { current: 'in force', superseded: 'superseded', void: 'void', unknown: 'not known' } as const

function linesOf(checked: CheckedPaper): string {
  const { signed, supersededBy, asOf } = checked
  const status = `${statuses[checked.status]}${supersededBy === null ? '' : `, by ${supersededBy}`} (records of this desk, ${asOf})`
  const facts = signed === null ? [] : [`Signed: ${signed.number}, ${signed.name}, ${signed.activity}, ${signed.amount} ${signed.credit}, earned ${signed.earnedOn}`]
  return [`Signature: ${answers[checked.signature]}`, `Content: ${answers[checked.content]}`, `Status: ${status}`, ...facts].join('\n')
}

async function fileBytes(path: string): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) return undefined
  return found.size > mostCheckedBytes ? new Uint8Array() : new Uint8Array(await readFile(path))
}

async function check(call: CommandCall): Promise<Result<CheckedPaper, 'not_found' | 'file_not_checkable'>> {
  const word = requiredWord(call, 'FILE|NUMBER')
  const bytes = await fileBytes(word)
  return bytes === undefined ? call.services.verification.checkNumber(word, call.acting) : call.services.verification.checkFile(bytes)
}

function resultOf(checked: CheckedPaper): CommandResult {
  const { verdict, signature, content, status, supersededBy } = checked
  if (verdict !== 'genuine') return refuse(verdict, { facts: { answers: linesOf(checked).replaceAll('\n', '; '), supersededBy } })
  return ok({ value: { signature, content, status, ...(supersededBy === null ? {} : { supersededBy }) }, text: linesOf(checked) })
}

/** `desk verify FILE|NUMBER`: checks a certificate; done only when signature and content are good and it is in force. */
export const verifyCommand: DeskCommand = {
  name: 'verify',
  summary: 'Check a certificate: a PDF, a PNG or JPEG of a page, or a number.',
  words: [{ name: 'FILE|NUMBER', required: true }],
  options: [],
  async run(call) {
    const checked = await check(call)
    return checked.ok ? resultOf(checked.value) : checked
  },
}
