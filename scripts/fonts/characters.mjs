// Which characters each face is cut to.

const latinGreekCyrillic = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x259, 0x259], [0x2b0, 0x2ff], [0x300, 0x36f], [0x370, 0x3ff], [0x400, 0x52f],
  [0x1d62, 0x1d7f], [0x1e00, 0x1fff], [0x2010, 0x2027], [0x2030, 0x205e], [0x2070, 0x20bf], [0x2100, 0x215f],
  [0x2190, 0x2193], [0x2202, 0x2265], [0x25cf, 0x25cf], [0xfb00, 0xfb04],
]
const eastAsianSigns = [[0x3001, 0x301f], [0x3041, 0x3096], [0x3099, 0x30ff], [0xff01, 0xff5e]]
/** Blanks, joiners, hyphens, quotes and brackets: they take the font of the letters around them. */
const signsBetween = [[0x20, 0x22], [0x27, 0x29], [0x2c, 0x2f], [0xa0, 0xa0], [0x200c, 0x200d], [0x2010, 0x2015], [0x2018, 0x201f], [0x25cc, 0x25cc]]

function charactersOf(ranges) {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))).join('')
}

/** The characters of a script in a national standard, read off its encoding: rows of two-byte codes. */
function standardOf(encoding, firstRow, lastRow, cells, script) {
  const decoder = new TextDecoder(encoding)
  const found = new Set()
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (const cell of cells) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (script.test(character) && character.codePointAt(0) < 0x10000) found.add(character)
    }
  }
  return found
}

const hanOf = (encoding, firstRow, lastRow, cells) => standardOf(encoding, firstRow, lastRow, cells, /^\p{Script=Han}$/u)
const cellsFrom = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index)
const big5Cells = [...cellsFrom(0x40, 0x7e), ...cellsFrom(0xa1, 0xfe)]
const sorted = (characters) => [...characters].sort().join('')

/** Both levels of GB 2312, the first levels of Big5 and JIS X 0208: the Han that most names are written in. */
const commonHan = new Set([
  ...hanOf('gbk', 0xb0, 0xf7, cellsFrom(0xa1, 0xfe)),
  ...hanOf('big5', 0xa4, 0xc6, big5Cells),
  ...hanOf('euc-jp', 0xb0, 0xcf, cellsFrom(0xa1, 0xfe)),
])

export const latin = charactersOf(latinGreekCyrillic)
export const han = charactersOf(eastAsianSigns) + sorted(commonHan)
/** The rest of the unified ideographs: rare, but people are called so. */
export const rareHan = sorted(Array.from(charactersOf([[0x4e00, 0x9fff]])).filter((character) => !commonHan.has(character)))
/** Both levels of JIS X 0208. */
export const japanese = charactersOf(eastAsianSigns) + sorted(hanOf('euc-jp', 0xb0, 0xf4, cellsFrom(0xa1, 0xfe)))
/** The first level of Big5. */
export const traditional = charactersOf(eastAsianSigns) + sorted(hanOf('big5', 0xa4, 0xc6, big5Cells))
/** The syllables of KS X 1001: those that Korean names are registered in. */
export const korean = charactersOf([[0x3001, 0x301f]]) + sorted(standardOf('euc-kr', 0xb0, 0xc8, cellsFrom(0xa1, 0xfe), /^\p{Script=Hangul}$/u))
export const hebrew = charactersOf([...signsBetween, [0x591, 0x5f4], [0x20aa, 0x20aa]])
export const arabic = charactersOf([...signsBetween, [0x600, 0x6ff], [0x750, 0x77f]])
export const devanagari = charactersOf([...signsBetween, [0x900, 0x97f], [0xa8e0, 0xa8ff]])
export const armenian = charactersOf([...signsBetween, [0x531, 0x58f]])
export const thai = charactersOf([...signsBetween, [0xe01, 0xe5b]])
