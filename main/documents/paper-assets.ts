import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createShaper, type Shaper } from './shaping'
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
  readonly fontsRelease: string
  readonly faces: Readonly<Record<FaceKey, PaperFace>>
}

const versionsSchema = z.object({
  release: z.string(),
  faces: z.record(z.enum(faceKeys), z.object({ file: z.string(), postScriptName: z.string(), sha256: z.string() })),
})

/**
 * Reads the fonts of `directory` (`resources/fonts`), checks each against its hash and prepares them for shaping.
 * Throws where a file is missing or is not the one the release names: paper drawn with other fonts is other paper.
 */
export async function loadPaperAssets(directory: string): Promise<PaperAssets> {
  const versions = versionsSchema.parse(JSON.parse(await readFile(join(directory, 'versions.json'), 'utf8')))
  const load = async (key: FaceKey): Promise<PaperFace> => {
    const { file, postScriptName, sha256 } = versions.faces[key]
    const bytes = new Uint8Array(await readFile(join(directory, file)))
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`the font ${file} is not the one of ${versions.release}`)
    return { key, postScriptName, font: readTrueType(bytes), shape: await createShaper(bytes) }
  }
  const [serif, serifItalic, serifSemibold, sans, sansItalic, sansSemibold, wide, han] = await Promise.all([
    load('serif-regular'),
    load('serif-italic'),
    load('serif-semibold'),
    load('sans-regular'),
    load('sans-italic'),
    load('sans-semibold'),
    load('wide-regular'),
    load('han-regular'),
  ])
  return {
    fontsRelease: versions.release,
    faces: {
      'serif-regular': serif,
      'serif-italic': serifItalic,
      'serif-semibold': serifSemibold,
      'sans-regular': sans,
      'sans-italic': sansItalic,
      'sans-semibold': sansSemibold,
      'wide-regular': wide,
      'han-regular': han,
    },
  }
}
