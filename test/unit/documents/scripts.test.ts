import { beforeAll, describe, expect, it } from 'vitest'
import { loadPaperAssets, type PaperAssets } from '../../../main/documents/paper-assets'
import { renderCertificate } from '../../../main/documents/render'
import { certificateOf, named } from '../../support/paper-facts'
import { fontsDirectory } from '../../support/paper-fonts'
import { askTool, inkOf, installed, rasterOf } from '../../support/paper-raster'
import { readPaper } from '../../support/paper-reader'

let assets: PaperAssets
beforeAll(async () => {
  assets = await loadPaperAssets(fontsDirectory)
})

const drawn = (name: string): Uint8Array => renderCertificate(certificateOf(named(name)), null, assets)

const names = [
  'Արամ Խաչատրյան',
  'ד”ר שלום כהן־לוי',
  'محمد الأحمد',
  'علی‌رضا کریمی',
  'अमित क्षत्रिय',
  'श्रीमती ज्योत्स्ना द्विवेदी',
  'สมชาย ใจดี',
  'น้ำผึ้ง ทองคำ',
  '佐藤 さくら',
  '김민준',
  '王喆',
  'Anna Schmidt-田中',
  'Иван Ţărăncuță 李',
  'محمد',
  'न',
]

describe('a name in any script', { timeout: 60_000 }, () => {
  it.each(names)('%s is carried whole in the file', (name) => {
    const runs = readPaper(drawn(name)).flat()
    const letters = Array.from(name.replaceAll(' ', '')).sort().join('')
    const found = runs.some((_, first) => [1, 2, 3, 4, 5].some((count) => Array.from(runs.slice(first, first + count).join('').replaceAll(' ', '')).sort().join('') === letters))
    expect(found, runs.join(' | ')).toBe(true)
  })

  it.skipIf(!installed('pdftotext'))('is given back by pdftotext', () => {
    for (const name of names) {
      const text = askTool('pdftotext', ['-enc', 'UTF-8'], drawn(name), ['-']).stdout.toString('utf8').replaceAll(/[\u202a-\u202e]/g, '')
      // Poppler turns text read from the right around once more.
      expect(text.includes(name) || text.includes(Array.from(name).reverse().join('')), `${name}: ${text.slice(0, 400)}`).toBe(true)
    }
  })

  it.skipIf(!installed('pdffonts'))('has its fonts embedded and cut', () => {
    const lines = askTool('pdffonts', [], drawn('محمد 김민준 अमित สมชาย')).stdout.toString('utf8').split('\n').slice(2).filter((line) => line !== '')
    expect(lines.map((line) => /CMEDSK\+(\S+)/.exec(line)?.[1])).toEqual(expect.arrayContaining(['NotoNaskhArabic-Regular', 'NotoSerifKR-Regular', 'NotoSerifDevanagari-Regular', 'NotoSerifThai-Regular']))
    for (const line of lines) expect(line).toMatch(/yes yes yes/)
  })
})

/** Where the name stands on the page, in points. */
const nameRegion = { left: 50, top: 178, right: 540, bottom: 236 }
const dotsPerInch = 144

function inkOfName(name: string): { x: number; y: number }[] {
  const scale = dotsPerInch / 72
  const region = { left: nameRegion.left * scale, top: nameRegion.top * scale, right: nameRegion.right * scale, bottom: nameRegion.bottom * scale }
  return inkOf(rasterOf(drawn(name), dotsPerInch), region)
}

function widthOf(ink: readonly { x: number }[]): number {
  const columns = ink.map(({ x }) => x)
  return Math.max(...columns) - Math.min(...columns)
}

function blankColumns(ink: readonly { x: number }[]): number {
  return widthOf(ink) + 1 - new Set(ink.map(({ x }) => x)).size
}

// Code points alone would pass with every letter drawn apart or from the wrong side.
describe.skipIf(!installed('pdftoppm'))('the ink of a name', { timeout: 60_000 }, () => {
  it('joins Arabic letters, and leaves them apart where they do not join', () => {
    expect(blankColumns(inkOfName('محمد'))).toBe(0)
    expect(blankColumns(inkOfName('داود'))).toBeGreaterThan(4)
  })

  it('stands Hebrew from the right', () => {
    const ink = inkOfName('לאאאא')
    const top = Math.min(...ink.map(({ y }) => y))
    const tall = ink.filter(({ y }) => y < top + 6).map(({ x }) => x)
    const columns = ink.map(({ x }) => x)
    // Lamed alone rises above the line; it is read first.
    expect(Math.min(...tall)).toBeGreaterThan((Math.min(...columns) + Math.max(...columns)) / 2)
  })

  it('draws Devanagari conjuncts as one shape and the short i before its consonant', () => {
    const apart = widthOf(inkOfName('क')) + widthOf(inkOfName('ष'))
    expect(widthOf(inkOfName('क्ष'))).toBeLessThan(apart * 0.8)
    const [matra] = assets.faces['devanagari-regular'].shape('मि')
    expect(matra?.id).not.toBe(assets.faces['devanagari-regular'].shape('म')[0]?.id)
  })

  it('stacks Thai marks over their consonant', () => {
    expect(widthOf(inkOfName('นี้'))).toBeLessThan(widthOf(inkOfName('น')) * 1.3)
  })
})
