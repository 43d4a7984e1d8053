/** Letters that Unicode does not take apart into a base and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
  ſ: 's',
  ς: 'σ',
}
const plainLetter = /[øłıđðħŧŋĸßæœþĳſς]/gu
// Accents, Hebrew points and Arabic vowel marks. Not every \p{M}: the vowels of Indic scripts and the voicing
// of kana are letters to their readers.
const accents = /[\u{300}-\u{36f}]|[\u{591}-\u{5c7}]|[\u{64b}-\u{65f}]|\u{670}|[\u{1ab0}-\u{1aff}]|[\u{1dc0}-\u{1dff}]|[\u{20d0}-\u{20ff}]|[\u{fe20}-\u{fe2f}]/gu
const dropped = /['’‘ʼʹ´`"“”„«»‹›™®©℠†‡*]|\p{Cf}|(?<![\p{L}\p{N}])\.|\.(?![\p{L}\p{N}])/gu
const separating = /[\s\p{Pd}/\\,;:!?¿¡()[\]{}|·•…−]+/gu

/**
 * The key texts are compared and searched by: accents, case, ™ and typographic punctuation do not count, every run of
 * white space, dashes, commas, brackets is one blank (trap T31). Dots inside a word stay, so that addresses stay whole.
 * Not for display, and not reversible; folding twice changes nothing.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter)
    .replace(separating, ' ')
    .replace(dropped, '')
    .replace(/ +/g, ' ')
    .trim()
    .normalize('NFC')
}

/** The form in which e-mail addresses are compared: case and outer blanks do not matter. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

const dots = '••••••••'

/**
 * An e-mail address for lists and dialogs: the first and, of a local part of six or more, the last two characters; the
 * number of dots is always the same. Text without an address in it is masked whole.
 */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 1) return dots
  const local = Array.from(address.slice(0, at))
  const domain = address.slice(at)
  if (local.length < 3) return `${dots}${domain}`
  return `${local[0] ?? ''}${dots}${local.length >= 6 ? local.slice(-2).join('') : ''}${domain}`
}

/** A licence or another identifier for a masked field, `D7••••`: of five or more characters the first two, of a birth day none. Empty stays empty. */
export function maskIdentifier(identifier: string): string {
  if (identifier === '') return ''
  const characters = Array.from(identifier)
  return `${characters.length > 4 ? characters.slice(0, 2).join('') : ''}••••`
}
