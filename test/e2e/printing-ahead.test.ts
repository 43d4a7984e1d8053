import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/desk-app'

test('certificates nobody asked for are drawn in a process of its own, which goes when the window goes', async ({ desk }) => {
  const { hits } = await desk.value('find.search', { text: '072026-000001', limit: 1 })
  const learnerId = hits[0]?.learnerId ?? ''
  const hash = async (): Promise<string | null | undefined> => {
    const record = await desk.value('learners.open', { id: learnerId })
    return record.claims.flatMap(({ certificates }) => certificates).find(({ number }) => number === '072026-000001')?.sha256
  }
  await expect.poll(() => desk.app.evaluate(({ app }) => app.getAppMetrics().map(({ name }) => name)), { timeout: 60_000 }).toContain('CME Desk paper')
  await expect.poll(hash, { timeout: 60_000 }).toMatch(/^[0-9a-f]{64}$/)
  const drawn = await hash()
  await desk.restart()
  const log = await readFile(join(desk.folder, 'logs', 'desk.log'), 'utf8')
  expect(log).toMatch(/"event":"printed_ahead","printed":[1-9]/)
  const printed = await desk.value('paper.print', { kind: 'certificate', number: '072026-000001' })
  expect(printed).toMatchObject({ sha256: drawn, identicalToIssue: true, restored: false })
})
