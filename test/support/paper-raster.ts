import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a tool of the system is there; tests that need one it lacks are skipped. */
export function installed(tool: string): boolean {
  return spawnSync(tool, ['--version']).error === undefined
}

/** Runs a tool on a paper and answers its output. */
export function askTool(tool: string, before: readonly string[], paper: Uint8Array, after: readonly string[] = []): { readonly status: number | null; readonly stdout: Buffer } {
  const directory = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const file = join(directory, 'paper.pdf')
    writeFileSync(file, paper)
    const { status, stdout } = spawnSync(tool, [...before, file, ...after], { maxBuffer: 1 << 28 })
    return { status, stdout }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** A page as grey pixels, 0 black to 255 white. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

/** The first page at a resolution, drawn by poppler. */
export function rasterOf(paper: Uint8Array, dotsPerInch: number): Raster {
  const directory = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const file = join(directory, 'paper.pdf')
    writeFileSync(file, paper)
    spawnSync('pdftoppm', ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-singlefile', '-gray', file, join(directory, 'page')])
    const image = readFileSync(join(directory, 'page.pgm'))
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.toString('latin1', 0, 40))
    if (header === null) throw new Error('poppler drew no page')
    return { width: Number(header[1]), height: Number(header[2]), grey: new Uint8Array(image.subarray(header[0].length)) }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** The rows and columns of a region, in pixels, that hold ink. */
export function inkOf({ width, grey }: Raster, region: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }): { x: number; y: number }[] {
  const ink: { x: number; y: number }[] = []
  for (let y = region.top; y < region.bottom; y += 1) {
    for (let x = region.left; x < region.right; x += 1) if ((grey[y * width + x] ?? 255) < 128) ink.push({ x, y })
  }
  return ink
}
