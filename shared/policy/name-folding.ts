const letters: Readonly<Record<string, string>> = {
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ŋ: 'n', ŧ: 't', ĸ: 'k', ſ: 's', ς: 'σ',
}

/**
 * The form in which names, titles and addresses are compared: decomposed, marks stripped, letters without a
 * decomposition mapped, lower case, typographic signs dropped, white space folded (T31). The original is kept beside it.
 */
export function foldForSearch(text: string): string {
  return text
    .replace(/[™®©]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđðħıßæœþŋŧĸſς]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[‐‑‒–—―−-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The form in which e-mail addresses are compared: case and outer blanks do not matter. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

const dots = (count: number): string => '•'.repeat(count)

/** `ase.tanaka38@example.org` → `a••••••••38@example.org`: enough to recognise, too little to copy. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return dots(8)
  const local = Array.from(email.slice(0, at))
  const first = local[0] ?? ''
  const end = local.length >= 6 ? local.slice(-2).join('') : ''
  return `${first}${dots(8)}${end}${email.slice(at)}`
}

/** An identifier with its first two characters, the rest as dots: `OH D7••••`. Empty stays empty. */
export function maskIdentifier(identifier: string): string {
  if (identifier === '') return ''
  const characters = Array.from(identifier)
  const shown = characters.length > 4 ? characters.slice(0, 2).join('') : ''
  return `${shown}${dots(4)}`
}
