import { foldEmail, foldForSearch } from '@shared/policy/name-folding'

/** What a person typed, in every form it is looked for. */
export interface QueryText {
  readonly raw: string
  readonly upper: string
  readonly email: string
  /** Folded words without signs, eight at most. */
  readonly words: readonly string[]
  /** Upper case without blanks and hyphens. */
  readonly compact: string
  /** `compact` with the look-alikes of codes made one: O is 0, I and L are 1 (T26). */
  readonly code: string
  readonly digits: string
  /** `OH D73221` read as a licence: its state and number. */
  readonly licenceState: string
  readonly licenceNumber: string
  /** Whether it looks like a number or address rather than words. */
  readonly keyLike: boolean
}

const longest = 400
const mostWords = 8

// Letters the word index does not know as such; inside a word they would split it in two.
const unknownToIndex = /[\u19b0-\u19c9\u1cf2\u1cf3]/gu

/** The words of a text as the index cuts them: folded runs of letters and digits. */
export function wordsOf(text: string): readonly string[] {
  const folded = foldForSearch(text).replace(unknownToIndex, ' ')
  return folded.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
}

const ascii = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

/** Codes as people type them; the same folding stands in the index. */
export function foldCode(text: string): string {
  return ascii(text).replace(/[ -]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
}

/** Reads the finder's text; nothing when there is nothing to look for. */
export function readQuery(text: string): QueryText | undefined {
  const raw = text.slice(0, longest).normalize('NFC').replace(/\s+/g, ' ').trim()
  if (raw === '') return undefined
  const upper = ascii(raw)
  const compact = upper.replace(/[ -]/g, '')
  const licence = /^([A-Z]{2})[ -]+(\S.*)$/.exec(upper)
  return {
    raw,
    upper,
    email: foldEmail(raw),
    words: wordsOf(raw).slice(0, mostWords),
    compact,
    code: foldCode(raw),
    digits: raw.replace(/[^0-9]/g, ''),
    licenceState: licence?.[1] ?? '',
    licenceNumber: licence?.[2]?.replace(/[ -]/g, '') ?? '',
    keyLike: /[0-9@]/.test(raw),
  }
}

/** The first text after everything that begins with `prefix`, for a range over an index. */
export function after(prefix: string): string {
  return `${prefix}\u{10ffff}`
}
