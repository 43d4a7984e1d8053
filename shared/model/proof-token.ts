import { fromBase64Url, fromHex, joinBytes, textOfUtf8, toBase64Url, toHex, utf8Of } from './byte-text'

/** What a token says of its certificate; long titles, and in the last resort names, end in "…". */
export interface ProvenFacts {
  readonly number: string
  readonly name: string
  readonly activity: string
  /** A credit type; `ama_pra_1:designated` on a participation form, `achievement` where no credit is stated. */
  readonly credit: string
  /** "0.75"; empty where no credit is stated. */
  readonly amount: string
  readonly earnedOn: string
  readonly issuedOn: string
}

/** A token taken apart: what is signed, by which key, and the signature. */
export interface ProofToken {
  /** The first four bytes of the SHA-256 of the public key, as hexadecimal digits. */
  readonly keyId: string
  /** Of the snapshot, without its proof. */
  readonly snapshotSha256: string
  readonly facts: ProvenFacts
  readonly body: Uint8Array
  readonly signature: Uint8Array
}

const prefix = 'CMED1.'
const signatureLength = 64
const headLength = 4 + 32
/** Room for the text where the QR code stays coarse, and where it is as fine as it may get: 331 and 450 bytes in all. */
const usualText = 142
const mostText = 232
const leastActivity = 40

function cutTo(text: string, most: number): string {
  if (utf8Of(text).length <= most) return text
  const characters = Array.from(text)
  while (characters.length > 0 && utf8Of(`${characters.join('')}…`).length > most) characters.pop()
  return characters.length === 0 ? '' : `${characters.join('').trimEnd()}…`
}

function linesOf({ number, name, activity, credit, amount, earnedOn, issuedOn }: ProvenFacts): string {
  return [number, credit, amount, earnedOn, issuedOn, name, activity].join('\n')
}

/** The facts cut so that the QR code stays readable; the hash of the snapshot binds the whole texts all the same. */
function fitted(facts: ProvenFacts): ProvenFacts {
  const fixed = utf8Of(linesOf({ ...facts, name: '', activity: '' })).length
  const name = cutTo(facts.name, mostText - fixed)
  const used = fixed + utf8Of(name).length
  const room = usualText - used >= leastActivity ? usualText - used : Math.min(leastActivity, mostText - used)
  return { ...facts, name, activity: cutTo(facts.activity, room) }
}

/** What is signed of a certificate. */
export function proofBody(keyId: string, snapshotSha256: string, facts: ProvenFacts): Uint8Array {
  return joinBytes(fromHex(keyId), fromHex(snapshotSha256), utf8Of(linesOf(fitted(facts))))
}

/** The token of a signed body: at most 450 bytes. */
export function writeToken(body: Uint8Array, signature: Uint8Array): string {
  return `${prefix}${toBase64Url(joinBytes(body, signature))}`
}

/** Takes a token apart; nothing for text that is none. Whether anybody signed it is another question. */
export function readToken(token: string): ProofToken | undefined {
  if (!token.startsWith(prefix)) return undefined
  const bytes = fromBase64Url(token.slice(prefix.length))
  if (bytes === undefined || bytes.length <= headLength + signatureLength) return undefined
  const body = bytes.slice(0, bytes.length - signatureLength)
  const [number, credit, amount, earnedOn, issuedOn, name, activity] = textOfUtf8(body.slice(headLength))?.split('\n') ?? []
  if (number === undefined || credit === undefined || amount === undefined || earnedOn === undefined || issuedOn === undefined || name === undefined || activity === undefined) return undefined
  return {
    keyId: toHex(body.slice(0, 4)),
    snapshotSha256: toHex(body.slice(4, headLength)),
    facts: { number, name, activity, credit, amount, earnedOn, issuedOn },
    body,
    signature: bytes.slice(bytes.length - signatureLength),
  }
}

/** What the seal of a file signs: a name of its own, so that no seal is ever a token, and the hash of all before the seal. */
export function sealedMessage(sha256: string): Uint8Array {
  return joinBytes(utf8Of('CMED1-SEAL'), fromHex(sha256))
}

/** The end of a sealed file up to the seal: a comment, which PDF readers pass over. */
export function sealPrefix(token: string): Uint8Array {
  return utf8Of(`%${token} `)
}

/** A file taken apart at its seal. */
export interface SealedFile {
  /** All bytes before the seal. */
  readonly signed: Uint8Array
  readonly token: string
  readonly seal: Uint8Array
}

const longestEnding = 700

/** Finds the seal at the very end of a file; nothing where there is none. */
export function readSealed(bytes: Uint8Array): SealedFile | undefined {
  const ending = String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - longestEnding)))
  const found = /%(CMED1\.[\w-]+) ([\w-]{86})\n$/.exec(ending)
  const seal = found === null ? undefined : fromBase64Url(found[2] ?? '')
  if (found === null || seal === undefined) return undefined
  return { signed: bytes.subarray(0, bytes.length - 87), token: found[1] ?? '', seal }
}

/** A token that stands anywhere in a file whose end is not as it was issued. */
export function findToken(bytes: Uint8Array): string | undefined {
  for (let at = bytes.length - 6; at >= 0; at -= 1) {
    if (bytes[at] !== 67 || String.fromCharCode(...bytes.subarray(at, at + 6)) !== prefix) continue
    return /^CMED1\.[\w-]+/.exec(String.fromCharCode(...bytes.subarray(at, at + 460)))?.[0]
  }
  return undefined
}
