import type { Profession } from '../model/field-codes'
import type { FindingCode } from '../policy/finding-codes'
import type { FactName, Facts } from './fact-names'
import { isFactName } from './fact-names'
import type { Branch, Condition, Playbook } from './playbook'

/** A piece of a sentence; `fact` names what it was filled from. */
export interface FilledPiece {
  readonly text: string
  readonly fact: FactName | null
}

/** Which branch applies: the first whose conditions all hold. */
export function branchFor(playbook: Playbook, facts: Facts, findings: readonly FindingCode[]): { readonly branch: Branch; readonly at: number } {
  const at = playbook.branches.findIndex((branch) => branch.when.every((condition) => holds(condition, facts, findings)))
  const branch = playbook.branches[at]
  if (branch === undefined) throw new Error(`playbook ${playbook.id} has no branch for what is left`)
  return { branch, at }
}

function holds(condition: Condition, facts: Facts, findings: readonly FindingCode[]): boolean {
  if ('finding' in condition) return findings[0] !== undefined && condition.finding.includes(findings[0])
  if ('found' in condition) return findings.some((code) => condition.found.includes(code))
  const fact = isFactName(condition.fact) ? facts.get(condition.fact) : undefined
  if ('known' in condition) return (fact !== undefined) === condition.known
  return fact !== undefined && condition.is.includes(fact.raw)
}

/**
 * Fills a sentence. What stands in brackets falls away when a fact in it is unknown; a fact outside brackets is known
 * by the playbook's own branch, or that is a bug and throws.
 */
export function fill(sentence: string, facts: Facts): readonly FilledPiece[] {
  const pieces = sentence.split(/(\[[^[\]]*\])/).flatMap((part): readonly FilledPiece[] => {
    const optional = part.startsWith('[')
    const text = optional ? part.slice(1, -1) : part
    const filled = text.split(/(\{\w+\})/).flatMap((piece): readonly (FilledPiece | undefined)[] => {
      if (piece === '') return []
      const name = /^\{(\w+)\}$/.exec(piece)?.[1]
      if (name === undefined) return [{ text: piece, fact: null }]
      const fact = isFactName(name) ? facts.get(name) : undefined
      if (fact !== undefined && isFactName(name)) return [{ text: fact.words, fact: name }]
      if (optional) return [undefined]
      throw new Error(`nothing is known of ${name}, which the sentence needs: ${sentence}`)
    })
    return filled.includes(undefined) ? [] : filled.filter((piece) => piece !== undefined)
  })
  return withSentenceCase(pieces)
}

/** What is left after something fell away begins with a capital and ends with one full stop, whatever a fact ends with. */
function withSentenceCase(pieces: readonly FilledPiece[]): readonly FilledPiece[] {
  const joined = pieces.filter((piece) => piece.text !== '')
  return joined.flatMap((piece, at) => {
    const before = joined[at - 1]?.text ?? ''
    let { text } = piece
    if (at === 0) text = text.trimStart()
    if (at === joined.length - 1) text = text.trimEnd()
    // Addresses and codes keep their letters; words do not.
    const words = piece.fact === null || /^\p{Ll}+ /u.test(text)
    if (words && (at === 0 || /[.!?]\s$/.test(before))) text = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    // "Inc." at the end of a sentence takes no second full stop.
    if (piece.fact === null && /[.!?]”?$/.test(before) && text.startsWith('.')) text = text.slice(1)
    return text === '' ? [] : [{ text, fact: piece.fact }]
  })
}

/** The pieces as plain text. */
export function plainText(pieces: readonly FilledPiece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** A drafted reply: its subject line, its paragraphs in pieces, and all of it as text. */
export interface DraftedReply {
  readonly subject: string
  readonly paragraphs: readonly (readonly FilledPiece[])[]
  readonly text: string
}

/** Whom a reply greets; every part may be missing. */
export interface Greeted {
  readonly givenName: string
  readonly familyName: string
  readonly credentials: string
  readonly profession: Profession | null
}

/** "Dear Dr Phạm," to physicians with the degree on file, else the whole name; "Hello," to nobody known. */
export function greetingFor(greeted: Greeted | null): string {
  const clean = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  const given = clean(greeted?.givenName ?? '')
  const family = clean(greeted?.familyName ?? '')
  const doctor = greeted?.profession === 'physician' && /\b(?:MD|DO|M\.D\.|D\.O\.|MBBS)(?![\p{L}])/u.test(greeted.credentials)
  if (doctor && family !== '' && given !== '') return `Dear Dr ${family},`
  const name = `${given} ${family}`.trim()
  return name === '' ? 'Hello,' : `Dear ${name},`
}

/** The reply of a branch: greeting, its paragraphs, and who signs. Paragraphs of which nothing is left are dropped. */
export function replyOf(playbook: Playbook, branch: Branch, facts: Facts, from: { readonly greeted: Greeted | null; readonly signedBy: string }): DraftedReply {
  const said = branch.reply.map((paragraph) => fill(paragraph, facts)).filter((paragraph) => plainText(paragraph).trim() !== '')
  const portal = facts.get('portal')?.words ?? ''
  const plain = (text: string): readonly FilledPiece[] => [{ text, fact: null }]
  const signed = [from.signedBy, portal].map((line) => line.trim()).filter((line) => line !== '')
  const paragraphs = [plain(greetingFor(from.greeted)), ...said, plain(['Kind regards,', ...signed].join('\n'))]
  return { subject: plainText(fill(playbook.subject, facts)), paragraphs, text: paragraphs.map(plainText).join('\n\n') }
}
