import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadPaperAssets, type PaperAssets } from '../../../main/documents/paper-assets'
import { sha256Of } from '../../../main/documents/snapshot-proof'
import { fontsDirectory } from '../../support/paper-fonts'
import golden from '../../support/paper-golden.json'
import { renderSamples } from '../../support/paper-samples'
import { renderPublished } from '../../support/paper-published'
import publishedGolden from '../../support/paper-published-1-golden.json'

const ownZone = process.env.TZ
const publishedFile = join(import.meta.dirname, '..', '..', 'support', 'paper-published-1.json')

let assets: PaperAssets
let published: string
beforeAll(async () => {
  assets = await loadPaperAssets(fontsDirectory)
  published = await readFile(publishedFile, 'utf8')
})

afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

const hashesOf = (papers: Record<string, Uint8Array>): Record<string, string> =>
  Object.fromEntries(Object.entries(papers).map(([name, bytes]) => [name, sha256Of(bytes)]))

describe('paper is the same bytes', { timeout: 60_000 }, () => {
  it.each([
    ['UTC', 0],
    ['Asia/Tokyo', -540],
    ['America/New_York', 300],
  ])('in %s as when its template was published', (zone, offset) => {
    process.env.TZ = zone
    // The process really is in that zone.
    expect(new Date('2026-11-20T12:00:00Z').getTimezoneOffset()).toBe(offset)
    expect(hashesOf(renderSamples(assets))).toEqual(golden)
    // Frozen by the first version of composition, and never composed again.
    expect(hashesOf(renderPublished(published, assets))).toEqual(publishedGolden)
  })

  it('with fonts loaded anew', async () => {
    const [first, second] = [renderSamples(assets), renderSamples(await loadPaperAssets(fontsDirectory))]
    for (const [name, bytes] of Object.entries(first)) expect(Buffer.compare(bytes, second[name] ?? new Uint8Array()), name).toBe(0)
  })
})
