import type { Locator, Page } from '@playwright/test'
import { expect, test, type DeskApp } from './support/desk-app'
import { chooseOption, expectAccessibleInBothThemes, find, inkOf, openLearner, openPart } from './support/window-acts'

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Change credit type' })
const optionOf = (page: Page, name: RegExp): Locator => dialogOf(page).getByRole('radio', { name })
const credits = (page: Page): Locator => page.getByRole('treegrid', { name: 'Credits and certificates' })

/** Everything a correction may touch, to see that a refused one touched nothing. */
async function written(desk: DeskApp, name: string): Promise<unknown> {
  const { hits } = await desk.value('find.search', { text: name, limit: 1 })
  const id = hits[0]?.learnerId ?? ''
  const record = await desk.value('learners.open', { id })
  const outbox = await desk.value('outbox.list', { offset: 0, limit: 100 })
  // The bytes of a certificate may be made by looking at it; that changes nothing.
  const claims = record.claims.map((claim) => ({ ...claim, certificates: claim.certificates.map((certificate) => ({ ...certificate, sha256: null })) }))
  return { claims, history: record.historyCount, messages: record.messages, outbox: outbox.total }
}

/** Opens the learner on the claim, and the dialog over it by its letter. */
async function openDialog(desk: DeskApp, learner: string, name: string): Promise<void> {
  await openLearner(desk.page, learner, name)
  await openPart(desk.page, 'Credits & certificates')
  await desk.page.keyboard.press('c')
  await expect(dialogOf(desk.page).getByRole('radiogroup', { name: 'Change to' })).toBeVisible()
}

/** Moves along the options by the arrow keys to the one wanted. */
async function choose(page: Page, name: RegExp): Promise<void> {
  const radios = dialogOf(page).getByRole('radio')
  const wanted = optionOf(page, name)
  await dialogOf(page).locator('[role="radio"][tabindex="0"]').focus()
  for (let moves = await radios.count(); moves > 0 && (await wanted.getAttribute('aria-checked')) !== 'true'; moves -= 1) await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}

test('shows what may be had and why the rest is refused, draws both papers, and refuses without a reason', async ({ desk }) => {
  const { page } = desk
  const before = await written(desk, 'mei.patel1')
  await openDialog(desk, 'mei.patel1', 'Mei Patel')
  const dialog = dialogOf(page)
  await expect(dialog).toContainText('Mei Patel, physician assistant')
  await expect(optionOf(page, /^AMA PRA Category 1/)).toHaveAccessibleName(/Claimed now, 1\.25/)
  await expect(optionOf(page, /^AAPA/)).toHaveAccessibleName(/Up to 1\.25 in steps of 0\.25/)
  const refused = dialog.getByRole('radio', { disabled: true }).filter({ hasText: 'Refused:' })
  await expect(refused).not.toHaveCount(0)
  for (const option of await refused.all()) await expect(option).toHaveAccessibleName(/Refused: \S+.{10,}/)
  await expect(optionOf(page, /^Nursing/)).toHaveAccessibleName(/Refused: For nurse practitioners and nurses\. The profile says physician assistant\./)

  // A refused option can be reached and read, and not chosen.
  await optionOf(page, /^Nursing/).focus()
  await page.keyboard.press('Space')
  await expect(optionOf(page, /^Nursing/)).not.toBeChecked()

  await dialog.getByRole('button', { name: 'Change and reissue' }).press('Enter')
  await expect(dialog.getByRole('alert')).toHaveText('Choose the credit type it should be.')
  await choose(page, /^AAPA/)
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Say why: choose a reason or write a note.')).toBeVisible()

  const now = dialog.getByRole('img', { name: 'Certificate 072026-000001 as it is now' })
  const after = dialog.getByRole('img', { name: 'The certificate that would be issued, a specimen' })
  await expect.poll(() => inkOf(now)).toBeGreaterThan(2000)
  await expect.poll(() => inkOf(after)).toBeGreaterThan(2000)
  await expect(dialog.getByRole('region', { name: 'What will happen' })).toContainText('072026-000001 superseded and kept, successor issued')
  await expect(dialog.getByRole('region', { name: 'The drafted reply' })).toContainText('Mei')
  await expectAccessibleInBothThemes(page)

  // Nothing was typed: Esc leaves at once.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(await written(desk, 'mei.patel1')).toEqual(before)
})

test('asks before typed words are lost', async ({ desk }) => {
  const { page } = desk
  await openDialog(desk, 'mei.patel1', 'Mei Patel')
  await dialogOf(page).getByRole('textbox', { name: 'Note' }).pressSequentially('A note')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page).getByText('What you typed will be lost.')).toBeVisible()
  await expect(dialogOf(page).getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('A note')
  // A second Esc answers the question by going on, never by losing the words.
  await page.keyboard.press('Escape')
  await expect(dialogOf(page).getByText('What you typed will be lost.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page).getByText('What you typed will be lost.')).toBeHidden()
  await expect(dialogOf(page).getByRole('textbox', { name: 'Note' })).toHaveValue('A note')
  await page.keyboard.press('Escape')
  await dialogOf(page).getByRole('button', { name: 'Discard' }).press('Enter')
  await expect(dialogOf(page)).toBeHidden()
})

test('changes the type in one act, keeps the old certificate, drafts the reply, and takes it all back', async ({ desk }) => {
  const { page } = desk
  const before = await written(desk, 'mei.patel1')
  await openDialog(desk, 'mei.patel1', 'Mei Patel')
  await choose(page, /^AAPA/)
  await chooseOption(page, dialogOf(page).getByRole('combobox', { name: 'Reason' }), 'Learner chose the wrong type')
  await dialogOf(page).getByRole('textbox', { name: 'Note' }).pressSequentially('Asked by telephone')
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page)).toBeHidden()
  const notice = page.getByRole('region', { name: 'Notices' }).getByText(/^Credit type changed, \S+ issued$/)
  await expect(notice).toBeVisible()
  const issued = /changed, (\S+) issued/.exec((await notice.textContent()) ?? '')?.[1] ?? ''
  expect(issued).toMatch(/^\w+-\d{6}$/)
  expect(issued).not.toBe('072026-000001')

  // The row stands under its new type with the new number; its chain keeps the old one, struck through.
  const row = credits(page).getByRole('row', { selected: true })
  await expect(row).toContainText(issued)
  await expect(credits(page)).toContainText('AAPA')
  await row.focus()
  await page.keyboard.press('ArrowRight')
  const chain = credits(page).getByRole('region', { name: 'Certificate chain' })
  await expect(chain.getByText('072026-000001', { exact: true })).toHaveCSS('text-decoration-line', 'line-through')
  await expect(chain.getByText(issued, { exact: true }).first()).toHaveCSS('text-decoration-line', 'none')
  await expectAccessibleInBothThemes(page)

  await openPart(page, 'Messages')
  await expect(page.getByRole('tabpanel', { name: 'Mei Patel' })).toContainText('Draft')
  expect((await desk.value('outbox.list', { offset: 0, limit: 10, state: 'draft' })).rows[0]).toMatchObject({ learnerName: 'Mei Patel', state: 'draft', handedOverAt: null })

  await openPart(page, 'History')
  const history = page.getByRole('treegrid', { name: 'History' })
  const entry = history.getByRole('row', { name: /Credit type changed/ })
  await entry.focus()
  await page.keyboard.press('ArrowRight')
  await expect(history).toContainText('Reason: Learner chose the wrong type. Asked by telephone')
  await history.getByRole('button', { name: 'Undo this act' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('Credit type changed: taken back')).toBeVisible()
  await expect(history.getByRole('row', { name: /Credit change taken back/ })).toBeVisible()
  await expect(entry).toContainText('taken back')

  const after = await desk.value('learners.open', { id: (await desk.value('find.search', { text: 'mei.patel1', limit: 1 })).hits[0]?.learnerId ?? '' })
  expect(after.claims[0]).toMatchObject({ creditType: 'ama_pra_1', amount: 125, state: 'active' })
  expect(after.claims).toHaveLength((before as { claims: unknown[] }).claims.length)
  // Undone is not unprinted: the number once issued is superseded and kept.
  expect(after.claims[0]?.certificates.find((certificate) => certificate.number === issued)?.state).not.toBe('current')
})

test('takes the last act back by Ctrl+Z', async ({ desk }) => {
  const { page } = desk
  await openDialog(desk, 'rohan.ivanova2', 'Rohan Ivanova')
  await choose(page, /^Nursing/)
  await dialogOf(page).getByRole('textbox', { name: 'Note' }).pressSequentially('Wrong type')
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page)).toBeHidden()
  await expect(credits(page)).toContainText('Nursing contact hours')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('Taken back. The history keeps both acts.')).toBeVisible()
  const { hits } = await desk.value('find.search', { text: 'rohan.ivanova2', limit: 1 })
  const record = await desk.value('learners.open', { id: hits[0]?.learnerId ?? '' })
  expect(record.claims.find((claim) => claim.externalId === 'C-7-00002')).toMatchObject({ creditType: 'ama_pra_1', amount: 125, state: 'active' })
  await expect(credits(page)).not.toContainText('Nursing contact hours')
})

test('tells a correction that somebody else was quicker, and writes nothing', async ({ desk }) => {
  const { page } = desk
  const id = (await desk.value('find.search', { text: '072026-000001', limit: 1 })).hits[0]?.learnerId ?? ''
  const claim = (await desk.value('learners.open', { id })).claims[0]
  await openDialog(desk, 'mei.patel1', 'Mei Patel')
  await choose(page, /^AAPA/)
  await dialogOf(page).getByRole('textbox', { name: 'Note' }).pressSequentially('Mine')

  // Both in one task of the page: the window cannot have heard of the other act when it confirms its own.
  await page.evaluate(
    (theirs) => {
      void window.app.invoke('claims.changeCreditType', theirs)
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))
    },
    { claimId: claim?.id ?? '', claimVersion: claim?.version ?? 0, to: 'aapa_1', reason: 'Theirs' },
  )
  await expect(dialogOf(page).getByText('Somebody changed this claim meanwhile.')).toBeVisible()
  await expect(dialogOf(page).getByText('Nothing was written.', { exact: false })).toBeVisible()
  const record = await desk.value('learners.open', { id })
  const reasons = record.claims[0]?.certificates.map((certificate) => certificate.reason) ?? []
  expect(reasons.filter((reason) => reason.includes('Theirs'))).toHaveLength(1)
  expect(reasons.filter((reason) => reason.includes('Mine'))).toEqual([])
  await page.keyboard.press('Escape')
  await dialogOf(page).getByRole('button', { name: 'Discard' }).press('Enter')
})

test('finds the act from anywhere with its object', async ({ desk: { page } }) => {
  await find(page, '072026-000003', '072026-000003')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { selected: true })).toContainText('Change credit type')
  await page.keyboard.press('Enter')
  await expect(dialogOf(page)).toContainText('José Novák')
  await expect(dialogOf(page)).toContainText('C-7-00003')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toBeHidden()
})
