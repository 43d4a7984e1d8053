import { beforeAll, describe, expect, it } from 'vitest'
import { hanCoverage, paperFontsRelease, sourceCoverage, wideCoverage, type CoverageBlock } from '@shared/policy/printable-name-coverage'
import {
  arabicCoverage, armenianCoverage, devanagariCoverage, hanRareCoverage, hebrewCoverage, japaneseCoverage, koreanCoverage, thaiCoverage,
  traditionalCoverage,
} from '@shared/policy/printable-name-coverage-scripts'
import { loadPaperAssets, type FaceKey, type PaperAssets } from '../../../main/documents/paper-assets'
import { advanceOf, cutTrueType, readTrueType } from '../../../main/documents/true-type'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fontsDirectory } from '../../support/paper-fonts'

let assets: PaperAssets
beforeAll(async () => {
  assets = await loadPaperAssets(fontsDirectory)
})

function charactersOf(blocks: readonly CoverageBlock[]): string[] {
  return blocks.flatMap(({ first, bits }) =>
    Array.from(bits).flatMap((digit, place) =>
      [8, 4, 2, 1].flatMap((bit, index) => ((Number.parseInt(digit, 16) & bit) === 0 ? [] : [String.fromCodePoint(first + place * 4 + index)])),
    ),
  )
}

describe('the coverage that names are judged by', () => {
  it.each([
    ['source', sourceCoverage, ['serif-regular', 'serif-italic', 'serif-semibold', 'sans-regular', 'sans-italic', 'sans-semibold']],
    ['wide', wideCoverage, ['wide-regular']],
    ['han', hanCoverage, ['han-regular']],
    ['rare han', hanRareCoverage, ['han-rare']],
    ['Japanese', japaneseCoverage, ['japanese-regular']],
    ['Korean', koreanCoverage, ['korean-regular']],
    ['traditional Chinese', traditionalCoverage, ['traditional-regular']],
    ['Hebrew', hebrewCoverage, ['hebrew-regular']],
    ['Arabic', arabicCoverage, ['arabic-regular']],
    ['Devanagari', devanagariCoverage, ['devanagari-regular']],
    ['Armenian', armenianCoverage, ['armenian-regular']],
    ['Thai', thaiCoverage, ['thai-regular']],
  ] as const)('is that of the %s fonts on file', (_, blocks, keys: readonly FaceKey[]) => {
    const characters = charactersOf(blocks)
    expect(characters.length).toBeGreaterThan(90)
    // The shaper throws for a character without a glyph.
    for (const key of keys) for (const character of characters) assets.faces[key].shape(character)
  })

  it('is of the release on file', () => {
    expect(assets.fontsRelease).toBe(paperFontsRelease)
  })

  it('has a licence on file for every face', async () => {
    const versions = await readFile(join(fontsDirectory, 'versions.json'), 'utf8')
    const licences = Array.from(versions.matchAll(/"licence": "([^"]+)"/g), ([, file = '']) => file)
    expect(licences).toHaveLength(17)
    for (const file of new Set(licences)) expect(await readFile(join(fontsDirectory, file), 'utf8'), file).toContain('SIL OPEN FONT LICENSE')
  })

  it('a character without a glyph never becomes a box', () => {
    expect(() => assets.faces['serif-regular'].shape('م')).toThrow('without a glyph')
  })
})

describe('a cut font', () => {
  const idsOf = (text: string): number[] => assets.faces['serif-regular'].shape(text).map(({ id }) => id)

  it('is the same whatever the order of its glyphs', () => {
    const { font } = assets.faces['serif-regular']
    const one = cutTrueType(font, idsOf('Győző Nguyễn'))
    const other = cutTrueType(font, idsOf('nễyugN őzőyG').toReversed())
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
  })

  it('keeps the widths, and brings the parts of composed letters along', () => {
    const { font } = assets.faces['serif-regular']
    const ids = idsOf('ễ')
    const cut = cutTrueType(font, ids)
    const read = readTrueType(cut.bytes)
    expect(read.glyphCount).toBe(cut.glyphs.size)
    expect(ids.map((id) => advanceOf(read, cut.glyphs.get(id) ?? -1))).toEqual(ids.map((id) => advanceOf(font, id)))
    expect(cut.bytes.length).toBeLessThan(6000)
  })
})

describe('fonts that are not the release’s', () => {
  it('are not drawn with', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'paper-fonts-'))
    try {
      const versions = await readFile(join(fontsDirectory, 'versions.json'), 'utf8')
      await writeFile(join(directory, 'versions.json'), versions)
      for (const [, file = ''] of versions.matchAll(/"file": "([^"]+)"/g)) await writeFile(join(directory, file), await readFile(join(fontsDirectory, file)))
      const altered = await readFile(join(directory, 'serif-regular.ttf'))
      altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
      await writeFile(join(directory, 'serif-regular.ttf'), altered)
      await expect(loadPaperAssets(directory)).rejects.toThrow('serif-regular.ttf')
    } finally {
      await rm(directory, { recursive: true })
    }
  })
})
