// Cuts the paper's fonts out of the font packages: `node scripts/build-fonts.mjs`.
// The results are committed, so that a print needs neither the packages nor the network, and so that
// the bytes of an old certificate do not move when a package does. A change of any file is a new release.
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'

const release = 'paper-fonts/1'
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'resources', 'fonts')
const require = createRequire(import.meta.url)

const latinGreekCyrillic = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x259, 0x259], [0x2b0, 0x2ff], [0x300, 0x36f], [0x370, 0x3ff], [0x400, 0x52f],
  [0x1d62, 0x1d7f], [0x1e00, 0x1fff], [0x2010, 0x2027], [0x2030, 0x205e], [0x2070, 0x20bf], [0x2100, 0x215f],
  [0x2190, 0x2193], [0x2202, 0x2265], [0x25cf, 0x25cf], [0xfb00, 0xfb04],
]
const eastAsianSigns = [[0x3001, 0x301f], [0x3041, 0x3096], [0x3099, 0x30ff], [0xff01, 0xff5e]]

function charactersOf(ranges) {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))).join('')
}

/** The Han of a national standard, read off its encoding: rows of two-byte codes. */
function hanOf(encoding, firstRow, lastRow, cells) {
  const decoder = new TextDecoder(encoding)
  const found = new Set()
  for (let row = firstRow; row <= lastRow; row += 1) {
    for (const cell of cells) {
      const character = decoder.decode(Uint8Array.of(row, cell))
      if (/^\p{Script=Han}$/u.test(character) && character.codePointAt(0) < 0x10000) found.add(character)
    }
  }
  return found
}

const cellsFrom = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** Both levels of GB 2312, the first levels of Big5 and JIS X 0208: the Han that names are written in. */
function commonHan() {
  return new Set([
    ...hanOf('gbk', 0xb0, 0xf7, cellsFrom(0xa1, 0xfe)),
    ...hanOf('big5', 0xa4, 0xc6, [...cellsFrom(0x40, 0x7e), ...cellsFrom(0xa1, 0xfe)]),
    ...hanOf('euc-jp', 0xb0, 0xcf, cellsFrom(0xa1, 0xfe)),
  ])
}

const latinFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl']
const latin = { characters: charactersOf(latinGreekCyrillic), features: latinFeatures }
const han = { characters: charactersOf(eastAsianSigns) + [...commonHan()].sort().join(''), features: ['kern'] }

const faces = [
  { face: 'serif-regular', package: 'source-serif-4', style: '400Regular', name: 'SourceSerif4_400Regular', ...latin },
  { face: 'serif-italic', package: 'source-serif-4', style: '400Regular_Italic', name: 'SourceSerif4_400Regular_Italic', ...latin },
  { face: 'serif-semibold', package: 'source-serif-4', style: '600SemiBold', name: 'SourceSerif4_600SemiBold', ...latin },
  { face: 'sans-regular', package: 'source-sans-3', style: '400Regular', name: 'SourceSans3_400Regular', ...latin },
  { face: 'sans-italic', package: 'source-sans-3', style: '400Regular_Italic', name: 'SourceSans3_400Regular_Italic', ...latin },
  { face: 'sans-semibold', package: 'source-sans-3', style: '600SemiBold', name: 'SourceSans3_600SemiBold', ...latin },
  { face: 'wide-regular', package: 'noto-serif', style: '400Regular', name: 'NotoSerif_400Regular', ...latin },
  { face: 'han-regular', package: 'noto-serif-sc', style: '400Regular', name: 'NotoSerifSC_400Regular', ...han },
]

/** Code points a TrueType file maps, from its format 4 and format 12 tables. */
function coverageOf(font) {
  const tables = font.readUInt16BE(4)
  let cmap = -1
  for (let index = 0; index < tables; index += 1) {
    if (font.toString('latin1', 12 + index * 16, 16 + index * 16) === 'cmap') cmap = font.readUInt32BE(20 + index * 16)
  }
  const found = new Set()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + index * 8)
    if (font.readUInt16BE(table) !== 4) continue
    const segments = font.readUInt16BE(table + 6) / 2
    for (let segment = 0; segment < segments; segment += 1) {
      const last = font.readUInt16BE(table + 14 + segment * 2)
      const first = font.readUInt16BE(table + 16 + segments * 2 + segment * 2)
      const delta = font.readUInt16BE(table + 16 + segments * 4 + segment * 2)
      const offsetAt = table + 16 + segments * 6 + segment * 2
      const offset = font.readUInt16BE(offsetAt)
      for (let code = first; code <= last && code < 0xffff; code += 1) {
        const raw = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + (code - first) * 2)
        if (((raw === 0 && offset !== 0 ? 0 : raw + delta) & 0xffff) !== 0) found.add(code)
      }
    }
  }
  return found
}

/** Blocks of 16-aligned code points with one bit each, as hexadecimal digits; gaps over 256 start a new block. */
function blocksOf(codes) {
  const blocks = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const block = blocks.at(-1)
    if (block === undefined || code - block.last > 256) blocks.push({ first: code - (code % 16), last: code, codes: [code] })
    else {
      block.last = code
      block.codes.push(code)
    }
  }
  return blocks.map(({ first, last, codes: inside }) => {
    const nibbles = new Array(Math.floor((last - first) / 4) + 1).fill(0)
    for (const code of inside) nibbles[(code - first) >> 2] |= 8 >> ((code - first) & 3)
    return { first, bits: nibbles.map((nibble) => nibble.toString(16)).join('') }
  })
}

function literal(blocks) {
  const lines = blocks.map(({ first, bits }) => {
    const parts = bits.match(/.{1,110}/g).map((part) => `'${part}'`)
    return `  { first: 0x${first.toString(16)}, bits: [${parts.length === 1 ? parts[0] : `\n    ${parts.join(',\n    ')},\n  `}].join('') },`
  })
  return `[\n${lines.join('\n')}\n]`
}

await mkdir(target, { recursive: true })
const versions = { release, faces: {} }
const coverages = {}
for (const { face, package: packageName, style, name, characters, features } of faces) {
  const home = dirname(require.resolve(`@expo-google-fonts/${packageName}/package.json`))
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const source = await readFile(join(home, style, `${name}.ttf`))
  const font = await subsetFont(source, characters, { targetFormat: 'truetype', keepFeatures: features, noHinting: true })
  const file = `${face}.ttf`
  await writeFile(join(target, file), font)
  await copyFile(join(home, 'LICENSE_FONT'), join(target, `LICENSE-${packageName}.txt`))
  coverages[face] = coverageOf(font)
  versions.faces[face] = {
    file,
    postScriptName: name.replace(/_\d+/, '-').replace('Regular_Italic', 'Italic'),
    source: `@expo-google-fonts/${packageName}@${version}`,
    licence: `LICENSE-${packageName}.txt`,
    characters: coverages[face].size,
    sha256: createHash('sha256').update(font).digest('hex'),
  }
  console.log(`${face}: ${coverages[face].size} characters, ${font.length} bytes`)
}
await writeFile(join(target, 'versions.json'), `${JSON.stringify(versions, null, 2)}\n`)

const everywhere = (names) => new Set([...coverages[names[0]]].filter((code) => names.every((face) => coverages[face].has(code))))
const source = everywhere(faces.map(({ face }) => face).filter((face) => /^(serif|sans)-/.test(face)))
await writeFile(
  join(root, 'shared', 'policy', 'printable-name-coverage.ts'),
  `// Written by scripts/build-fonts.mjs from the fonts in resources/fonts; not edited by hand.

/** One bit per code point from \`first\` on, four to a hexadecimal digit, the highest bit first. */
export interface CoverageBlock {
  readonly first: number
  readonly bits: string
}

/** The release of the fonts that the tables below describe; stamped on every snapshot. */
export const paperFontsRelease = '${release}'

/** What every style of both Source families has. */
export const sourceCoverage: readonly CoverageBlock[] = ${literal(blocksOf(source))}

/** What Noto Serif has. */
export const wideCoverage: readonly CoverageBlock[] = ${literal(blocksOf(coverages['wide-regular']))}

/** What the cut of Noto Serif SC has. */
export const hanCoverage: readonly CoverageBlock[] = ${literal(blocksOf(coverages['han-regular']))}
`,
)
