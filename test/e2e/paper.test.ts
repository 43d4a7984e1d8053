import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type DeskApp } from './support/desk-app'
import { runDesk } from './support/desk-command'
import { expectAccessibleInBothThemes, find, inkOf, openLearner, openPart } from './support/window-acts'

const certificate = '072026-000003'

const shownHash = async (dialog: Locator): Promise<string> => {
  const line = dialog.getByText(/^SHA-256 [0-9a-f]{64}$/)
  await expect(line).toBeVisible()
  return ((await line.textContent()) ?? '').slice('SHA-256 '.length)
}

/** Opens a learner on a row of the credits and prints by its letter. */
async function printAgain(page: Page, number: string): Promise<Locator> {
  await find(page, number, number)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treegrid', { name: 'Credits and certificates' }).getByRole('row', { selected: true })).toContainText(number)
  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog').filter({ hasText: number })
  await expect(dialog).toBeVisible()
  return dialog
}

/** What the system's own save dialog would answer; there is nobody to press its buttons. */
async function answerSaveDialog(desk: DeskApp, filePath: string): Promise<void> {
  await desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === '', filePath: path })
  }, filePath)
}

async function textOf(file: string): Promise<string> {
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'])
  return stdout.normalize('NFC')
}

test('prints a certificate again as the same bytes, in the window, saved, after a restart and from the command line', async ({ desk }) => {
  const dialog = await printAgain(desk.page, certificate)
  const first = await shownHash(dialog)
  await expect(dialog.getByText(/^Identical to the one issued on/)).toBeVisible()
  await expect.poll(() => inkOf(dialog.getByRole('img', { name: `Certificate ${certificate}, page 1` }))).toBeGreaterThan(2000)
  await expectAccessibleInBothThemes(desk.page)

  const saved = join(desk.folder, 'saved.pdf')
  await answerSaveDialog(desk, saved)
  await dialog.getByRole('button', { name: 'Save PDF…' }).press('Enter')
  await expect(dialog.getByRole('status').getByText(`Saved: ${saved}`)).toBeVisible()
  const bytes = await readFile(saved)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(first)
  expect(await textOf(saved)).toMatch(/José Novák[\s\S]*072026-000003|072026-000003[\s\S]*José Novák/)

  await answerSaveDialog(desk, '')
  await dialog.getByRole('button', { name: 'Save PDF…' }).press('Enter')
  await answerSaveDialog(desk, join(saved, 'below-a-file.pdf'))
  await dialog.getByRole('button', { name: 'Save PDF…' }).press('Enter')
  await expect(dialog.getByText(/The file could not be written/)).toBeVisible()
  await expect(dialog.getByText('write_failed')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter')
  await expect(dialog).toBeHidden()

  await desk.restart()
  const again = await printAgain(desk.page, certificate)
  expect(await shownHash(again)).toBe(first)

  await desk.close()
  const printed = join(desk.folder, 'printed.pdf')
  const call = await runDesk(desk.folder, ['certificate', certificate, '--out', printed])
  expect(call).toMatchObject({ exitCode: 0, document: { ok: true, value: { number: certificate, state: 'current', sha256: first, identicalToIssue: true } } })
  expect(await readFile(printed)).toEqual(bytes)
  await desk.restart()
})

test('prints a name in Arabic letters, whole in the file', async ({ desk }) => {
  const { page } = desk
  const dialog = await printAgain(page, '072026-000109')
  await shownHash(dialog)
  await expect(dialog.getByRole('button', { name: 'Print…' })).toBeEnabled()
  await expectAccessibleInBothThemes(page)
  const saved = join(desk.folder, 'arabic.pdf')
  await answerSaveDialog(desk, saved)
  await dialog.getByRole('button', { name: 'Save PDF…' }).press('Enter')
  await expect(dialog.getByRole('status').getByText(`Saved: ${saved}`)).toBeVisible()
  const id = (await desk.value('find.search', { text: '072026-000109', limit: 1 })).hits[0]?.learnerId ?? ''
  const name = (await desk.value('learners.open', { id })).claims.find((claim) => claim.certificateNumber === '072026-000109')?.certificates[0]?.name ?? ''
  expect(name).toMatch(/\p{Script=Arabic}/u)
  const text = (await textOf(saved)).replaceAll(/[\u202a-\u202e]/g, '')
  // The reader of the test turns text from the right around once more.
  expect([name, Array.from(name).reverse().join('')].some((order) => text.includes(order))).toBe(true)
})

test('issues a receipt once, with its number and total, the same afterwards', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'O-7-00002', 'François Chen')
  const order = page.getByRole('treegrid', { name: 'Purchases' })
  await expect(order.getByRole('row', { selected: true })).toContainText('119.20 USD')
  await order.getByRole('button', { name: 'Issue receipt' }).press('Enter')
  const dialog = page.getByRole('dialog').filter({ hasText: 'SHA-256' })
  const first = await shownHash(dialog)
  const number = (await dialog.locator('.identifier').first().textContent()) ?? ''
  expect(number).toMatch(/\d/)
  const drawn = dialog.getByRole('img', { name: `Receipt ${number}, page 1` })
  await expect.poll(() => inkOf(drawn)).toBeGreaterThan(1000)
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await expect(order.getByText(`${number}, issued`)).toBeVisible()
  await expect(order.getByRole('button', { name: 'Issue receipt' })).toBeHidden()
  await order.getByRole('button', { name: 'Print receipt again…' }).press('Enter')
  expect(await shownHash(dialog)).toBe(first)
  await page.keyboard.press('Escape')

  await find(page, number, number)
  await page.keyboard.press('Escape')
  await desk.close()
  const file = join(desk.folder, 'receipt.pdf')
  const call = await runDesk(desk.folder, ['receipt', 'O-7-00002', '--out', file])
  expect(call).toMatchObject({ exitCode: 0, document: { ok: true, value: { number, sha256: first } } })
  const text = await textOf(file)
  expect(text).toContain(number)
  expect(text).toContain('119.20')
  expect(text).toContain('STUDENT20')
  await desk.restart()
})

test('offers no receipt for an order that is not paid, and says why', async ({ desk }) => {
  const { page } = desk
  await find(page, 'O-7-00014', 'O-7-00014')
  await page.keyboard.press('Enter')
  const order = page.getByRole('treegrid', { name: 'Purchases' })
  await expect(order.getByRole('row', { selected: true })).toContainText('Pending')
  await expect(order.getByRole('button', { name: 'Issue receipt' })).toBeDisabled()
  await expect(order.getByText('The order is not paid yet: a receipt follows the payment.')).toBeVisible()
  const id = (await desk.value('find.search', { text: 'O-7-00014', limit: 1 })).hits[0]?.learnerId ?? ''
  const pending = (await desk.value('learners.open', { id })).orders.find((candidate) => candidate.externalId === 'O-7-00014')
  expect(await desk.ask('receipts.issue', { orderId: pending?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'order_not_paid' } })
})

test('issues a transcript of a period, and refuses days that are none', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'jose novak', 'José Novák')
  await openPart(page, 'Credits & certificates')
  await page.getByRole('button', { name: 'Transcript…' }).press('Enter')
  const asked = page.getByRole('dialog', { name: 'Issue transcript' })
  await asked.getByRole('textbox', { name: 'From' }).pressSequentially('02/03/2026')
  await page.keyboard.press('Control+Enter')
  await expect(asked.getByText('Write the day as 2026-03-02.')).toBeVisible()
  await asked.getByRole('textbox', { name: 'From' }).fill('2026-12-01')
  await asked.getByRole('textbox', { name: 'To' }).fill('2026-01-01')
  await page.keyboard.press('Control+Enter')
  await expect(asked.getByText('The period ends before it begins.')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await asked.getByRole('textbox', { name: 'From' }).fill('2026-01-01')
  await asked.getByRole('textbox', { name: 'To' }).fill('2026-12-01')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog').filter({ hasText: 'SHA-256' })
  await shownHash(dialog)
  await expect.poll(() => inkOf(dialog.getByRole('img', { name: /^Transcript / }))).toBeGreaterThan(1000)
  await page.keyboard.press('Escape')
})
