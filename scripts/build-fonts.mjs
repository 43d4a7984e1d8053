// Cuts the paper's fonts out of the font packages: `node scripts/build-fonts.mjs`.
// The results are committed, so that neither a print nor a fresh clone needs the packages (300 MB, listed in scripts/fonts)
// and so that the bytes of an old certificate do not move when a package does. A change of any file is a new release.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { coverageLiteral, coverageOf } from './fonts/coverage.mjs'
import { releases } from './fonts/faces.mjs'

const scripts = dirname(fileURLToPath(import.meta.url))
const root = join(scripts, '..')
const sources = join(scripts, 'fonts')
const target = join(root, 'resources', 'fonts')

if (!existsSync(join(sources, 'node_modules'))) {
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: sources, stdio: 'inherit', shell: process.platform === 'win32' })
  if (installed.status !== 0) throw new Error('the font packages could not be installed')
}
const require = createRequire(join(sources, 'package.json'))
const { default: subsetFont } = await import(require.resolve('subset-font'))

async function publishedHashes() {
  const file = join(target, 'versions.json')
  if (!existsSync(file)) return {}
  const { faces } = JSON.parse(await readFile(file, 'utf8'))
  return Object.fromEntries(Object.entries(faces).map(([face, { sha256 }]) => [face, sha256]))
}

await mkdir(target, { recursive: true })
const published = await publishedHashes()
const versions = { releases: {}, faces: {} }
const coverages = {}
for (const { release, adds } of releases) {
  for (const { face, source: from, characters, features } of adds) {
    const home = dirname(require.resolve(`${from.package}/package.json`))
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
    const source = await readFile(join(home, from.file))
    const font = await subsetFont(source, characters, { targetFormat: 'truetype', noHinting: true, ...(features === undefined ? {} : { keepFeatures: features }) })
    const sha256 = createHash('sha256').update(font).digest('hex')
    if (published[face] !== undefined && published[face] !== sha256) throw new Error(`${face} would change: give it another name in a new release`)
    const name = from.package.replace(/^.*\//, '')
    await writeFile(join(target, `${face}.ttf`), font)
    await copyFile(join(home, from.licence), join(target, `LICENSE-${name}.txt`))
    coverages[face] = coverageOf(font)
    versions.faces[face] = {
      file: `${face}.ttf`,
      postScriptName: from.name.replace(/_\d+/, '-').replace('Regular_Italic', 'Italic'),
      source: `${from.package}@${version}`,
      licence: `LICENSE-${name}.txt`,
      characters: coverages[face].size,
      sha256,
    }
    console.log(`${face}: ${coverages[face].size} characters, ${font.length} bytes`)
  }
  versions.releases[release] = Object.keys(versions.faces)
}
await writeFile(join(target, 'versions.json'), `${JSON.stringify(versions, null, 2)}\n`)

const everywhere = (names) => new Set([...coverages[names[0]]].filter((code) => names.every((face) => coverages[face].has(code))))
const table = (name, comment, codes) => `/** ${comment} */\nexport const ${name}: readonly CoverageBlock[] = ${coverageLiteral(codes)}\n`
const written = '// Written by scripts/build-fonts.mjs from the fonts in resources/fonts; not edited by hand.\n'

await writeFile(
  join(root, 'shared', 'policy', 'printable-name-coverage.ts'),
  `${written}
/** One bit per code point from \`first\` on, four to a hexadecimal digit, the highest bit first. */
export interface CoverageBlock {
  readonly first: number
  readonly bits: string
}

/** The releases of the fonts on file, oldest first. */
export const fontReleases = [${releases.map(({ release }) => `'${release}'`).join(', ')}] as const
export type FontRelease = (typeof fontReleases)[number]

/** The newest release, which the tables describe; stamped on every new snapshot. */
export const paperFontsRelease: FontRelease = '${releases.at(-1).release}'

${[
  table('sourceCoverage', 'What every style of both Source families has.', everywhere(Object.keys(coverages).filter((face) => /^(serif|sans)-/.test(face)))),
  table('wideCoverage', 'What Noto Serif has.', coverages['wide-regular']),
  table('hanCoverage', 'What the first cut of Noto Serif SC has.', coverages['han-regular']),
].join('\n')}`,
)
await writeFile(
  join(root, 'shared', 'policy', 'printable-name-coverage-scripts.ts'),
  `${written}import type { CoverageBlock } from './printable-name-coverage'

${releases[1].adds.map(({ face }) => table(`${face.replace('-regular', '').replace('-rare', 'Rare')}Coverage`, `What \`${face}.ttf\` has.`, coverages[face])).join('\n')}`,
)
