import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@shared/model/canonical-json'
import { certificateSnapshotSchema } from '@shared/model/certificate-snapshot'
import { contentProof, proofBits, sha256Of, shortProof } from '../../../main/documents/snapshot-proof'
import { certificateOf, named, physicianFacts } from '../../support/paper-facts'

describe('canonical JSON', () => {
  it('has one spelling whatever the order of keys', () => {
    expect(canonicalJson({ b: [1, null, true], a: { d: 'ő', c: undefined } })).toBe('{"a":{"d":"ő"},"b":[1,null,true]}')
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
  })

  it('holds no number with more than one spelling', () => {
    expect(() => canonicalJson({ amount: 0.1 })).toThrow(RangeError)
  })
})

describe('the content proof', () => {
  it('is that of the snapshot read back from the store', () => {
    const snapshot = certificateOf(physicianFacts)
    const stored = JSON.stringify(Object.fromEntries(Object.entries(snapshot).toReversed()))
    expect(contentProof(certificateSnapshotSchema.parse(JSON.parse(stored)))).toBe(sha256Of(canonicalJson(snapshot)))
  })

  it('changes with any printed word', () => {
    expect(contentProof(certificateOf(named('Anna Li')))).not.toBe(contentProof(certificateOf(named('Anna Lí'))))
  })

  it('is drawn as 256 ticks and written short', () => {
    const proof = `a5${'0'.repeat(58)}9f32`
    const bits = proofBits(proof)
    expect(bits).toHaveLength(256)
    expect(bits.slice(0, 8)).toEqual([true, false, true, false, false, true, false, true])
    expect(bits.slice(-4)).toEqual([false, false, true, false])
    expect(shortProof(proof)).toBe('a500 0000 0000 0000 … 9f32')
  })
})
