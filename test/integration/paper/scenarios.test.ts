import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import papaparse from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { certificateSnapshotSchema } from '@shared/model/certificate-snapshot'
import { creditTypeSchema } from '@shared/model/field-codes'
import { formatMoney } from '@shared/model/money'
import { receiptSnapshotSchema } from '@shared/model/receipt-snapshot'
import { recordId } from '@shared/model/record-id'
import { valueOf } from '../../support/mail-desk'
import { certificatesOf, claimNumber, openSampleDesk, type PaperDesk } from '../../support/paper-desk'

const scenarioSchema = z.array(z.object({ scenario: z.string(), claim_id: z.string(), order_id: z.string(), expected: z.string() }))
const text = readFileSync(join(import.meta.dirname, '..', '..', 'support', 'scenarios.csv'), 'utf8')
const scenarios = scenarioSchema.parse(papaparse.parse(text, { header: true, skipEmptyLines: true }).data)
const about = (name: string): (typeof scenarios)[number][] => scenarios.filter(({ expected }) => expected.startsWith(`${name}:`))
const wanted = (expected: string): string => expected.slice(expected.indexOf(':') + 1)

let desk: PaperDesk
beforeAll(async () => {
  desk = await openSampleDesk()
})
afterAll(() => desk.remove())

async function correct(externalId: string, type: string): ReturnType<PaperDesk['claims']['changeCreditType']> {
  const claimId = recordId('claim', await claimNumber(desk, externalId))
  const { version } = valueOf(await desk.claims.find(claimId))
  return desk.claims.changeCreditType({ claimId, claimVersion: version, to: creditTypeSchema.parse(type), reason: 'as asked' }, desk.acting)
}

describe('the sample’s scenarios on claims and paper', () => {
  it('has some of each', () => {
    for (const name of ['amount', 'prints', 'total', 'change_allowed', 'credit_type_not_offered']) expect(about(name).length).toBeGreaterThan(0)
  })

  it.each([...about('amount'), ...about('prints')])('$scenario: the certificate of $claim_id says $expected', async ({ claim_id, expected }) => {
    const [certificate] = await certificatesOf(desk, claim_id)
    valueOf(await desk.certificates.print(certificate?.number ?? '', desk.acting))
    const paper = await desk.look(({ certificates }) => certificates.findPaper(certificate?.id ?? 0))
    const snapshot = certificateSnapshotSchema.parse(JSON.parse(paper?.snapshot ?? ''))
    expect(expected.startsWith('amount:') ? snapshot.credits[0]?.amount : snapshot.name.text).toBe(wanted(expected))
  })

  it.each(about('total'))('$scenario: the receipt of $order_id says $expected', async ({ order_id, expected }) => {
    const order = await desk.look(({ orders }) => orders.findByExternalId(order_id))
    const { number } = valueOf(await desk.receipts.issue({ orderId: recordId('order', order?.id ?? 0) }, desk.acting))
    const receipt = await desk.look(({ receipts }) => receipts.findByNumber(number))
    expect(formatMoney(receiptSnapshotSchema.parse(JSON.parse(receipt?.snapshot ?? '')).facts.total)).toBe(wanted(expected))
  })

  it.each(about('credit_type_not_offered'))('$scenario: $claim_id answers $expected', async ({ claim_id, expected }) => {
    expect(await correct(claim_id, wanted(expected))).toMatchObject({ ok: false, error: { code: 'credit_type_not_offered' } })
  })

  it.each(about('change_allowed'))('$scenario: $claim_id answers $expected', async ({ claim_id, expected }) => {
    expect(await correct(claim_id, wanted(expected))).toMatchObject({ ok: true })
    expect((await certificatesOf(desk, claim_id)).map(({ state }) => state)).toEqual(['superseded', 'current'])
  })
})
