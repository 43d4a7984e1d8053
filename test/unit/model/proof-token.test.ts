import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64Url, textOfUtf8, toBase64Url, utf8Of } from '@shared/model/byte-text'
import { proofCode } from '@shared/model/certificate-proof'
import { findToken, proofBody, readSealed, readToken, writeToken, type ProvenFacts } from '@shared/model/proof-token'

const facts: ProvenFacts = {
  number: 'CD2026-000001',
  name: "Győző O'Neill",
  activity: 'Two Tries: Board Review',
  credit: 'ama_pra_1',
  amount: '0.75',
  earnedOn: '2026-10-28',
  issuedOn: '2026-11-01',
}
const snapshot = 'ab'.repeat(32)
const signature = new Uint8Array(64).fill(7)

describe('bytes as text', () => {
  it('come back from base64url and UTF-8', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => Buffer.compare(fromBase64Url(toBase64Url(bytes)) ?? new Uint8Array(1), bytes) === 0 && toBase64Url(bytes) === Buffer.from(bytes).toString('base64url')))
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => textOfUtf8(utf8Of(text)) === text && Buffer.compare(utf8Of(text), Buffer.from(text)) === 0))
  })

  it('have one spelling: stray bits and strange letters are none', () => {
    expect([fromBase64Url('AB'), fromBase64Url('A'), fromBase64Url('A+'), fromBase64Url('AA')?.length]).toEqual([undefined, undefined, undefined, 1])
    expect(textOfUtf8(Uint8Array.of(0xc3, 0x28))).toBeUndefined()
  })
})

describe('a token', () => {
  it('says what was signed', () => {
    const token = readToken(writeToken(proofBody('0a1b2c3d', snapshot, facts), signature))
    expect(token).toMatchObject({ keyId: '0a1b2c3d', snapshotSha256: snapshot, facts, signature })
  })

  it('fits the QR code whatever the names, and keeps short ones whole', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ß', 'م', '李', 'क'), minLength: 1, maxLength: 130 })
    fc.assert(
      fc.property(text, fc.string({ unit: 'grapheme', maxLength: 260 }).map((title) => title.replaceAll('\n', ' ')), (name, activity) => {
        const written = writeToken(proofBody('0a1b2c3d', snapshot, { ...facts, name, activity }), signature)
        const read = readToken(written)?.facts
        const shown = (read?.name ?? '').replace(/…$/u, '')
        return written.length <= 450 && name.startsWith(shown) && (utf8Of(name).length > 120 || read?.name === name)
      }),
      { seed: 20_261_122 },
    )
    expect(writeToken(proofBody('0a1b2c3d', snapshot, facts), signature).length).toBeLessThanOrEqual(331)
  })

  it('is none where it is cut, misspelt or something else', () => {
    const token = writeToken(proofBody('0a1b2c3d', snapshot, facts), signature)
    expect([readToken(token.slice(0, 60)), readToken(`${token}=`), readToken('https://example.org'), readToken(token.slice(1))]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('has a code that can be read out', () => {
    expect(proofCode('0000000000')).toBe('0000-0000')
    expect(proofCode(`ffffffffff${'0'.repeat(54)}`)).toBe('ZZZZ-ZZZZ')
    expect(proofCode('08421084210842108421')).toBe('1111-1111')
  })
})

describe('a sealed file', () => {
  it('is taken apart at its very end only', () => {
    const token = writeToken(proofBody('0a1b2c3d', snapshot, facts), signature)
    const file = utf8Of(`%PDF-1.3\n%${token} ${'A'.repeat(86)}\n`)
    expect(readSealed(file)).toMatchObject({ token, signed: utf8Of(`%PDF-1.3\n%${token} `) })
    expect(readSealed(utf8Of(`%PDF-1.3\n%${token} ${'A'.repeat(86)}\n\n`))).toBeUndefined()
    expect(findToken(utf8Of(`%PDF-1.3\n%${token} torn`))).toBe(token)
    expect(findToken(utf8Of('%PDF-1.3'))).toBeUndefined()
  })
})
