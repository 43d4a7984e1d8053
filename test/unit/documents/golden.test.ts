import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadPaperAssets, type PaperAssets } from '../../../main/documents/paper-assets'
import { sha256Of } from '../../../main/documents/snapshot-proof'
import { fontsDirectory } from '../../support/paper-fonts'
import golden from '../../support/paper-golden.json'
import { renderSamples } from '../../support/paper-samples'

const ownZone = process.env.TZ

let assets: PaperAssets
beforeAll(async () => {
  assets = await loadPaperAssets(fontsDirectory)
})

afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

describe('paper is the same bytes', { timeout: 30_000 }, () => {
  it.each([
    ['UTC', 0],
    ['Asia/Tokyo', -540],
    ['America/New_York', 300],
  ])('in %s as when its template was published', (zone, offset) => {
    process.env.TZ = zone
    // The process really is in that zone.
    expect(new Date('2026-11-20T12:00:00Z').getTimezoneOffset()).toBe(offset)
    const hashes = Object.fromEntries(Object.entries(renderSamples(assets)).map(([name, bytes]) => [name, sha256Of(bytes)]))
    expect(hashes).toEqual(golden)
  })

  it('with fonts loaded anew', async () => {
    const [first, second] = [renderSamples(assets), renderSamples(await loadPaperAssets(fontsDirectory))]
    for (const [name, bytes] of Object.entries(first)) expect(Buffer.compare(bytes, second[name] ?? new Uint8Array()), name).toBe(0)
  })
})
