import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../main/cli/run'
import { openSampleDesk, openSmallDesk, type PaperDesk } from '../../support/paper-desk'

let small: PaperDesk
let sample: PaperDesk
beforeAll(async () => {
  small = await openSmallDesk()
  sample = await openSampleDesk()
  await small.store.close()
  await sample.store.close()
})
afterAll(async () => {
  await small.remove()
  await sample.remove()
})

async function say(desk: PaperDesk, ...words: readonly string[]): Promise<{ readonly exitCode: number; readonly answer: unknown }> {
  let out = ''
  const call = [...words, '--data', join(desk.folder, 'data'), '--json', '--now', '2026-11-20T15:00:00-05:00', '--as', 'Dana']
  const exitCode = await run(call, { out: (text) => void (out += text), err: () => undefined, environment: {}, workingFolder: desk.folder })
  return { exitCode, answer: JSON.parse(out) }
}

const refused = (code: string): object => ({ exitCode: 1, answer: { ok: false, error: { code } } })
const hashOf = async (file: string): Promise<string> => createHash('sha256').update(await readFile(file)).digest('hex')

describe('desk correct-credit', () => {
  it.each([
    ['credit_type_not_offered', ['C-2', '--to', 'acpe', '--reason', 'wrong']],
    ['credit_type_not_offered', ['C-2', '--to', 'honorary', '--reason', 'wrong']],
    ['credit_type_not_for_profession', ['C-2', '--to', 'ancc', '--reason', 'wrong']],
    ['same_credit_type', ['C-2', '--to', 'ama_pra_1', '--reason', 'wrong']],
    ['reason_missing', ['C-2', '--to', 'aapa_1']],
    ['reason_missing', ['C-2', '--to', 'aapa_1', '--reason', '']],
    ['amount_not_claimable', ['C-2', '--to', 'aapa_1', '--amount', '1.333', '--reason', 'wrong']],
    ['amount_not_claimable', ['C-2', '--to', 'aapa_1', '--amount', '0.60', '--reason', 'wrong']],
    ['report_not_correctable', ['C-4', '--to', 'ama_pra_1', '--reason', 'wrong']],
    ['claim_not_active', ['C-5', '--to', 'aafp_prescribed', '--reason', 'wrong']],
    ['not_found', ['C-99', '--to', 'aapa_1', '--reason', 'wrong']],
  ])('refuses with %s: %j', async (code, words) => {
    expect(await say(small, 'correct-credit', ...words)).toMatchObject(refused(code))
  })

  it('asks for the type it is to become', async () => {
    expect(await say(small, 'correct-credit', 'C-2', '--reason', 'wrong')).toMatchObject({ exitCode: 2, answer: { error: { code: 'wrong_use' } } })
  })

  it('answers the claim, which keeps its identifiers, and both certificates', async () => {
    const said = await say(sample, 'correct-credit', 'C-7-00001', '--to', 'aapa_1', '--reason', 'Phoned on 15 Nov.')
    expect(said).toEqual({
      exitCode: 0,
      answer: {
        ok: true,
        value: {
          claim: {
            id: 'clm_1',
            externalId: 'C-7-00001',
            activityId: 'act_72',
            activityTitle: 'Wrong Credit Type: Practice Changes in Psoriasis',
            creditType: 'aapa_1',
            amount: '1.25',
            claimedAt: '2026-11-01T20:00:00.000Z',
            state: 'active',
            certificateNumber: 'CD2026-000001',
          },
          oldCertificate: '072026-000001',
          newCertificate: 'CD2026-000001',
        },
      },
    })
    expect(await say(sample, 'correct-credit', 'clm_1', '--to', 'ama_pra_1', '--amount', '0.50', '--reason', 'No, AMA after all.')).toMatchObject({
      exitCode: 0,
      answer: { value: { claim: { externalId: 'C-7-00001', amount: '0.50' }, oldCertificate: 'CD2026-000001', newCertificate: 'CD2026-000002' } },
    })
  })
})

describe('desk certificate', () => {
  it('writes the same bytes each time, a superseded one too, and leaves nothing beside the file', async () => {
    const folder = join(sample.folder, 'prints')
    const first = await say(sample, 'certificate', '072026-000001', '--out', join(folder, 'one.pdf'))
    const again = await say(sample, 'certificate', '072026-000001', '--out', join(folder, 'two.pdf'))
    const sha256 = await hashOf(join(folder, 'one.pdf'))
    expect(first).toEqual({ exitCode: 0, answer: { ok: true, value: { number: '072026-000001', state: 'superseded', file: join(folder, 'one.pdf'), sha256, identicalToIssue: true } } })
    expect(again).toMatchObject({ answer: { value: { sha256, identicalToIssue: true } } })
    expect(await hashOf(join(folder, 'two.pdf'))).toBe(sha256)
    expect((await readdir(folder)).sort()).toEqual(['one.pdf', 'two.pdf'])
  })

  it('refuses an unknown number and a name no font prints, and tells a place that cannot be written', async () => {
    const out = join(small.folder, 'none.pdf')
    expect(await say(small, 'certificate', 'X-99', '--out', out)).toMatchObject(refused('not_found'))
    expect(await say(small, 'certificate', 'X-7', '--out', out)).toMatchObject(refused('name_not_printable'))
    expect(await readdir(small.folder)).not.toContain('none.pdf')
    expect(await say(small, 'certificate', 'X-1', '--out', join(small.folder, 'data'))).toMatchObject({ exitCode: 3, answer: { error: { code: 'write_failed' } } })
  })
})

describe('desk receipt and desk transcript', () => {
  it('issues a receipt once, by either identifier of the order', async () => {
    const out = join(sample.folder, 'receipt.pdf')
    const first = await say(sample, 'receipt', 'O-7-00001', '--out', out)
    expect(first).toEqual({ exitCode: 0, answer: { ok: true, value: { number: 'HM-2026-000001', file: out, sha256: await hashOf(out) } } })
    expect(await say(sample, 'receipt', 'ord_1', '--out', out)).toEqual(first)
    expect(await say(sample, 'receipt', 'O-7-00014', '--out', out)).toMatchObject(refused('order_not_paid'))
    expect(await say(sample, 'receipt', 'O-7-00012', '--out', out)).toMatchObject({ exitCode: 0, answer: { value: { number: 'MPC-2026-000001' } } })
  })

  it('prints a transcript by e-mail or identifier, of a period', async () => {
    const out = join(sample.folder, 'transcript.pdf')
    const said = await say(sample, 'transcript', 'mei.patel1@example.org', '--from', '2026-01-01', '--to', '2026-11-20', '--out', out)
    expect(said).toEqual({ exitCode: 0, answer: { ok: true, value: { number: 'CD2026-T00001', file: out, sha256: await hashOf(out) } } })
    expect(await say(sample, 'transcript', 'L-7-00001', '--from', '02/03/2026', '--out', out)).toMatchObject(refused('date_malformed'))
    expect(await say(sample, 'transcript', 'L-7-00001', '--from', '2026-12-01', '--to', '2026-01-01', '--out', out)).toMatchObject(refused('period_reversed'))
    expect(await say(sample, 'transcript', 'L-0', '--out', out)).toMatchObject(refused('not_found'))
  })
})
