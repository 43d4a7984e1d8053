import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fontReleases, paperFontsRelease, type FontRelease } from '@shared/policy/printable-name-coverage'
import { loadShaping, type Shaper } from './shaping'
import { readTrueType, type TrueTypeFont } from './true-type'

/** The faces on file; names as in `resources/fonts/versions.json`. */
export const faceKeys = [
  'serif-regular',
  'serif-italic',
  'serif-semibold',
  'sans-regular',
  'sans-italic',
  'sans-semibold',
  'wide-regular',
  'han-regular',
  'han-rare',
  'japanese-regular',
  'korean-regular',
  'traditional-regular',
  'hebrew-regular',
  'arabic-regular',
  'devanagari-regular',
  'armenian-regular',
  'thai-regular',
] as const
export type FaceKey = (typeof faceKeys)[number]

export interface PaperFace {
  readonly key: FaceKey
  readonly postScriptName: string
  readonly font: TrueTypeFont
  readonly shape: Shaper
}

/** Everything `render` needs beside the snapshot: loaded once, used for every document. */
export interface PaperAssets {
  /** The release whose rules choose the fonts of a text: that of the snapshot being drawn. */
  readonly fontsRelease: FontRelease
  readonly faces: Readonly<Record<FaceKey, PaperFace>>
}

const versionsSchema = z.object({
  releases: z.record(z.enum(fontReleases), z.array(z.enum(faceKeys))),
  faces: z.record(z.enum(faceKeys), z.object({ file: z.string(), postScriptName: z.string(), sha256: z.string() })),
})

/**
 * Reads the fonts of `directory` (`resources/fonts`), checks each against its hash and prepares them for shaping.
 * Throws where a file is missing or is not the one the release names: paper drawn with other fonts is other paper.
 */
export async function loadPaperAssets(directory: string): Promise<PaperAssets> {
  const versions = versionsSchema.parse(JSON.parse(await readFile(join(directory, 'versions.json'), 'utf8')))
  const createShaper = await loadShaping()
  const load = async (key: FaceKey): Promise<readonly [FaceKey, PaperFace]> => {
    const { file, postScriptName, sha256 } = versions.faces[key]
    const bytes = new Uint8Array(await readFile(join(directory, file)))
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the font ${file} is not the one on record`)
    return [key, { key, postScriptName, font: readTrueType(bytes), shape: createShaper(bytes) }]
  }
  const loaded = new Map(await Promise.all(faceKeys.map(load)))
  const face = (key: FaceKey): PaperFace => {
    const found = loaded.get(key)
    if (found === undefined) throw new Error(`the face ${key} was not loaded`)
    return found
  }
  return {
    fontsRelease: paperFontsRelease,
    faces: {
      'serif-regular': face('serif-regular'),
      'serif-italic': face('serif-italic'),
      'serif-semibold': face('serif-semibold'),
      'sans-regular': face('sans-regular'),
      'sans-italic': face('sans-italic'),
      'sans-semibold': face('sans-semibold'),
      'wide-regular': face('wide-regular'),
      'han-regular': face('han-regular'),
      'han-rare': face('han-rare'),
      'japanese-regular': face('japanese-regular'),
      'korean-regular': face('korean-regular'),
      'traditional-regular': face('traditional-regular'),
      'hebrew-regular': face('hebrew-regular'),
      'arabic-regular': face('arabic-regular'),
      'devanagari-regular': face('devanagari-regular'),
      'armenian-regular': face('armenian-regular'),
      'thai-regular': face('thai-regular'),
    },
  }
}

/** The assets as a snapshot frozen with `release` is drawn with; throws for a release that is not on file. */
export function assetsOfRelease(release: string, assets: PaperAssets): PaperAssets {
  const known = fontReleases.find((each) => each === release)
  if (known === undefined) throw new Error(`the snapshot asks for ${release}, on file are ${fontReleases.join(' and ')}`)
  return { ...assets, fontsRelease: known }
}
