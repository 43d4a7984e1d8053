import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { encode as encodeJpeg } from 'jpeg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../main/cli/run'
import { nodeSigning } from '../../../main/adapters/node-signing'
import { readSealed } from '@shared/model/proof-token'
import { valueOf } from '../../support/mail-desk'
import { askTool, installed } from '../../support/paper-raster'
import { claimNumber, openSmallDesk, tamperWith, type PaperDesk } from '../../support/paper-desk'
import { recordId } from '@shared/model/record-id'

let desk: PaperDesk
beforeAll(async () => {
  desk = await openSmallDesk()
})
afterAll(() => desk.remove())

const print = async (number: string): Promise<Uint8Array> => valueOf(await desk.certificates.print(number, desk.acting)).bytes
const check = async (bytes: Uint8Array): Promise<object> => valueOf(await desk.verification.checkFile(bytes))

/** The first page as a PNG picture of so many dots per inch. */
async function pictureOf(paper: Uint8Array, dotsPerInch: number): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'picture-'))
  try {
    await writeFile(join(folder, 'paper.pdf'), paper)
    spawnSync('pdftoppm', ['-r', String(dotsPerInch), '-f', '1', '-l', '1', '-singlefile', '-png', join(folder, 'paper.pdf'), join(folder, 'page')])
    return new Uint8Array(await readFile(join(folder, 'page.png')))
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe('a certificate that was issued', { timeout: 60_000 }, () => {
  it('is genuine as a file and by its number', async () => {
    const bytes = await print('X-1')
    const facts = { number: 'X-1', activity: 'Practice Changes in Psoriasis', credit: 'ama_pra_1', amount: '1.25' }
    expect(await check(bytes)).toMatchObject({ verdict: 'genuine', signature: 'good', content: 'good', status: 'current', supersededBy: null, signed: facts })
    const byNumber = valueOf(await desk.verification.checkNumber('X-1', desk.acting))
    expect(byNumber).toMatchObject({ verdict: 'genuine', signature: 'good', content: 'good', status: 'current' })
    expect(byNumber.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(askTool('pdftotext', ['-enc', 'UTF-8'], bytes, ['-']).stdout.toString('utf8')).toContain(byNumber.code ?? '')
  })

  it('says of a participation form what was designated, not what was awarded', async () => {
    expect(await check(await print('X-2'))).toMatchObject({ signed: { credit: 'ama_pra_1:designated', amount: '1.25' } })
  })

  it.skipIf(!installed('qpdf'))('is a sound file with its seal', async () => {
    expect(askTool('qpdf', ['--check'], await print('X-1')).status).toBe(0)
  })

  it('is not genuine with any one byte altered', async () => {
    const bytes = await print('X-1')
    const places = [9, 400, Math.floor(bytes.length / 2), bytes.length - 700, bytes.length - 400, bytes.length - 100, bytes.length - 40, bytes.length - 1]
    for (const place of places) {
      const altered = bytes.slice()
      altered[place] = (altered[place] ?? 0) ^ 1
      const found = await check(altered)
      expect([place, found]).toEqual([place, expect.not.objectContaining({ verdict: 'genuine' })])
      expect(found).not.toMatchObject({ signature: 'good', content: 'good' })
    }
    expect(await check(Buffer.concat([bytes, Buffer.from('\n')]))).toMatchObject({ verdict: 'altered', signature: 'good', content: 'bad' })
    expect(await check(bytes.slice(0, -300))).toMatchObject({ content: 'bad' })
  })

  it('lends its mark to no other paper', async () => {
    const [own, other] = [await print('X-1'), await print('X-3')]
    const mark = own.slice((readSealed(own)?.signed.length ?? 0) - (readSealed(own)?.token.length ?? 0) - 2)
    const otherEnd = readSealed(other)
    const body = other.slice(0, (otherEnd?.signed.length ?? 0) - (otherEnd?.token.length ?? 0) - 2)
    expect(await check(Buffer.concat([body, mark]))).toMatchObject({ verdict: 'altered', signature: 'good', content: 'bad', signed: { number: 'X-1' } })
  })

  it('is not ours when another desk’s key signed it, or nobody’s', async () => {
    const other = await openSmallDesk({ ports: { signing: nodeSigning } })
    try {
      const foreign = valueOf(await other.certificates.print('X-1', other.acting)).bytes
      expect(await check(foreign)).toMatchObject({ verdict: 'not_ours', signature: 'bad', signed: null, status: 'unknown' })
    } finally {
      await other.remove()
    }
    expect(await check(new TextEncoder().encode('%PDF-1.3\n%%EOF\n'))).toMatchObject({ verdict: 'not_ours' })
    expect(await desk.verification.checkFile(new TextEncoder().encode('hello'))).toEqual({ ok: false, error: { code: 'file_not_checkable', facts: { problem: 'no_picture' } } })
  })
})

describe.skipIf(!installed('pdftoppm'))('a picture of a page', { timeout: 60_000 }, () => {
  it('vouches for what was signed, and leaves the page to be compared: never genuine by itself', async () => {
    const png = await pictureOf(await print('X-1'), 200)
    const answer = { verdict: 'not_checked', signature: 'good', content: 'not_checked', status: 'current', signed: { number: 'X-1', name: 'Dr. Anna Berg' } }
    expect(await check(png)).toMatchObject(answer)
    const { width, height, data } = PNG.sync.read(Buffer.from(png))
    expect(await check(new Uint8Array(encodeJpeg({ width, height, data }, 80).data))).toMatchObject(answer)
  })

  it('is read at 150 dots per inch too', async () => {
    expect(await check(await pictureOf(await print('X-3'), 150))).toMatchObject({ signature: 'good' })
  })

  it('without a code, or broken, cannot be checked', async () => {
    const blank = PNG.sync.write(new PNG({ width: 40, height: 40 }))
    expect(await desk.verification.checkFile(new Uint8Array(blank))).toMatchObject({ ok: false, error: { code: 'file_not_checkable', facts: { problem: 'none' } } })
    expect(await desk.verification.checkFile(new Uint8Array(blank.subarray(0, 30)))).toMatchObject({ error: { facts: { problem: 'no_picture' } } })
  })
})

describe('a certificate and its successor', { timeout: 60_000 }, () => {
  it('are told apart: the old one names the new one', async () => {
    const claimId = recordId('claim', await claimNumber(desk, 'C-2'))
    const old = await print('X-2')
    const claimVersion = (await desk.look(({ claims }) => claims.findByExternalId('C-2')))?.version ?? 0
    const changed = valueOf(await desk.claims.changeCreditType({ claimId, claimVersion, to: 'aapa_1', reason: 'wrong' }, desk.acting))
    const successor = changed.newCertificate
    expect(await check(old)).toMatchObject({ verdict: 'superseded', signature: 'good', content: 'good', status: 'superseded', supersededBy: successor })
    expect(await check(await print(successor))).toMatchObject({ verdict: 'genuine' })
  })

  it('stay signed when the key is changed', async () => {
    const before = await print('X-1')
    const { keyId } = await desk.proofs.rotate(desk.acting)
    expect((await desk.look(({ signingKeys }) => signingKeys.list())).map(({ retiredAt }) => retiredAt === null)).toEqual([false, true])
    expect(keyId).toMatch(/^[0-9a-f]{8}$/)
    expect(await check(before)).toMatchObject({ verdict: 'genuine' })
    expect(await check(await print('X-6'))).toMatchObject({ verdict: 'genuine' })
  })

  it('are restored with their seal when the archive is damaged, or told to be damaged', async () => {
    const before = await print('X-1')
    desk = await tamperWith(desk, `update certificates set bytes = x'255044462d' where number = 'X-1'`)
    expect(Buffer.compare(await print('X-1'), before)).toBe(0)
    desk = await tamperWith(desk, `update certificates set bytes = x'255044462d', snapshot = '{}' where number = 'X-1'`)
    expect(valueOf(await desk.verification.checkNumber('X-1', desk.acting))).toMatchObject({ verdict: 'altered', content: 'bad' })
    // What left the desk is still known for what it is.
    expect(await check(before)).toMatchObject({ signature: 'good', content: 'good' })
  })
})

describe('desk verify', { timeout: 60_000 }, () => {
  async function say(...words: readonly string[]): Promise<{ readonly exitCode: number; readonly answer: unknown }> {
    let out = ''
    const call = [...words, '--data', join(desk.folder, 'data'), '--json', '--now', '2026-11-20T15:00:00-05:00', '--as', 'Dana']
    const exitCode = await run(call, { out: (text) => void (out += text), err: () => undefined, environment: {}, workingFolder: desk.folder })
    return { exitCode, answer: JSON.parse(out) }
  }

  it('answers each question apart, and is done only when all is good', async () => {
    await desk.store.close()
    const file = join(desk.folder, 'certificate.pdf')
    expect(await say('certificate', 'X-3', '--out', file)).toMatchObject({ exitCode: 0 })
    const good = { exitCode: 0, answer: { ok: true, value: { signature: 'good', content: 'good', status: 'current' } } }
    expect(await say('verify', file)).toEqual(good)
    expect(await say('verify', 'X-3')).toEqual(good)
    const bytes = await readFile(file)
    bytes[1000] = (bytes[1000] ?? 0) ^ 1
    await writeFile(join(desk.folder, 'altered.pdf'), bytes)
    const refused = (code: string): object => ({ exitCode: 1, answer: { ok: false, error: { code } } })
    expect(await say('verify', join(desk.folder, 'altered.pdf'))).toMatchObject(refused('altered'))
    expect(await say('verify', 'X-2')).toMatchObject(refused('superseded'))
    expect(await say('verify', 'X-7')).toMatchObject(refused('not_checked'))
    expect(await say('verify', 'X-99')).toMatchObject(refused('not_found'))
    expect(await say('verify', join(desk.folder, 'data', 'desk.sqlite'))).toMatchObject(refused('file_not_checkable'))
    desk = await desk.reopen()
  })
})
