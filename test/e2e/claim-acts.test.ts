import type { Locator, Page } from '@playwright/test'
import { expect, test, type DeskApp } from './support/desk-app'
import { expectAccessibleInBothThemes, openLearner, openPart } from './support/window-acts'

const credits = (page: Page): Locator => page.getByRole('treegrid', { name: 'Credits and certificates' })
const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' })

/** The learner's record as the desk has it now. */
async function recordOf(desk: DeskApp, text: string) {
  const { hits } = await desk.value('find.search', { text, limit: 1 })
  return desk.value('learners.open', { id: hits[0]?.learnerId ?? '' })
}

/** Takes an act back from the history of the open record. */
async function undoFromHistory(page: Page, act: RegExp): Promise<void> {
  await openPart(page, 'History')
  const history = page.getByRole('treegrid', { name: 'History' })
  await history.getByRole('row', { name: act }).first().focus()
  await page.keyboard.press('ArrowRight')
  await history.getByRole('button', { name: 'Undo this act' }).press('Enter')
  await expect(notices(page).getByText(/taken back/).first()).toBeVisible()
}

test('claims on the learner’s behalf, by key, and takes it back', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'ioannis.ozturk9', 'Ioannis Öztürk')
  await openPart(page, 'Credits & certificates')
  await credits(page).getByRole('row', { name: /Not claimed/ }).first().click()
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Claim for the learner' })
  await expect(dialog.getByRole('radio', { name: /^AMA PRA Category 1/ })).toBeChecked()
  await expect(dialog.getByRole('textbox', { name: 'Amount' })).toHaveValue('1.25')
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('0.80')
  await expect(dialog.getByText(/Claim in steps of 0\.25/)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('0.75')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Say why: it is kept in the history.')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await dialog.getByRole('textbox', { name: 'Reason' }).pressSequentially('Telephoned')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(notices(page).getByText(/^Claimed, CD2026-\d{6} issued$/)).toBeVisible()
  const claimed = await recordOf(desk, 'ioannis.ozturk9')
  expect(claimed.claims[0]).toMatchObject({ amount: 75, creditType: 'ama_pra_1', state: 'active' })
  await undoFromHistory(page, /Claimed for the learner/)
  expect((await recordOf(desk, 'ioannis.ozturk9')).claims[0]).toMatchObject({ state: 'void' })
})

test('claims accrued credit across two courses in one act, one certificate per course, and takes the act back', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'dandre.patel25', 'D\'Andre Patel')
  await openPart(page, 'Credits & certificates')
  await page.getByRole('button', { name: 'Claim accrued credit…' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Claim accrued credit' })
  await dialog.getByRole('checkbox', { name: /Select all/ }).press('Space')
  await expect(dialog.getByRole('button', { name: /^Claim 7\.75/ })).toBeVisible()
  await dialog.getByRole('checkbox', { name: /^pain, 1\.00/ }).press('Space')
  await expect(dialog.getByRole('button', { name: /^Claim 6\.75/ })).toBeVisible()
  await expect(dialog.getByRole('heading', { name: '2 certificates' })).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Reason' }).pressSequentially('Asked by mail')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const record = await recordOf(desk, 'dandre.patel25')
  const active = record.claims.filter(({ state }) => state === 'active')
  expect(active.map(({ activityTitle, amount }) => [activityTitle, amount]).sort()).toEqual([['Emergency Medicine Review', 250], ['Family Medicine Review', 425]])
  await undoFromHistory(page, /Accrued credit claimed/)
  expect((await recordOf(desk, 'dandre.patel25')).claims.filter(({ state }) => state === 'active')).toEqual([])
})

test('claims late by an exception on record, named in the dialog; without it the window bars', async ({ desk }) => {
  const { page } = desk
  const { learner, enrolments } = await recordOf(desk, 'eleni.wang144')
  const activityId = enrolments[0]?.activityId ?? ''
  await openLearner(page, 'eleni.wang144', 'Eleni Wang')
  await openPart(page, 'Credits & certificates')
  await credits(page).getByRole('row', { name: /Not claimed/ }).first().click()
  await page.keyboard.press('l')
  const dialog = page.getByRole('dialog', { name: 'Claim for the learner' })
  await expect(dialog).toContainText('claim_window_closed')
  await expect(dialog.getByRole('button', { name: /Claim and issue/ })).toBeDisabled()
  await page.keyboard.press('Escape')
  await desk.value('exceptions.grant', { learnerId: learner.id, activityId, kind: 'late_claim', untilOn: '2026-11-30', approver: 'Dr. Lee', reason: 'Was ill.' })
  await page.keyboard.press('l')
  await expect(dialog).toContainText('Claimed by an exception on record, approved by Dr. Lee')
  await dialog.getByRole('textbox', { name: 'Reason' }).pressSequentially('Exception granted')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  expect((await recordOf(desk, 'eleni.wang144')).claims[0]).toMatchObject({ state: 'active' })
  await undoFromHistory(page, /Claimed for the learner/)
})

test('changes an amount and voids a claim from its row, each with its undo by Ctrl+Z', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'rohan.ivanova2', 'Rohan Ivanova')
  await openPart(page, 'Credits & certificates')
  const row = credits(page).getByRole('row', { selected: true })
  await row.focus()
  await page.keyboard.press('ArrowRight')
  await credits(page).getByRole('button', { name: 'Change amount…' }).press('Enter')
  const amount = page.getByRole('dialog', { name: 'Change amount' })
  await amount.getByRole('textbox', { name: 'New amount' }).fill('0.50')
  await amount.getByRole('textbox', { name: 'Reason' }).pressSequentially('Left early')
  await page.keyboard.press('Control+Enter')
  await expect(amount).toBeHidden()
  await expect(notices(page).getByText(/^Amount changed, \S+ issued$/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(notices(page).getByText('Taken back. The history keeps both acts.')).toBeVisible()
  await credits(page).getByRole('button', { name: 'Void…' }).press('Enter')
  const voiding = page.getByRole('dialog', { name: 'Void claim' })
  await expect(voiding.getByRole('list', { name: 'What becomes void' })).toContainText('072026-000002')
  await voiding.getByRole('textbox', { name: 'Reason' }).pressSequentially('Not his')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(voiding).toBeHidden()
  expect((await recordOf(desk, 'rohan.ivanova2')).claims[0]).toMatchObject({ state: 'void' })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await recordOf(desk, 'rohan.ivanova2')).claims[0]?.state).toBe('active')
})

test('adds a past credit with its proof, and says which field is wrong', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'ioannis.ozturk9', 'Ioannis Öztürk')
  await openPart(page, 'Credits & certificates')
  await page.getByRole('button', { name: 'Add past credit…' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add past credit' })
  await dialog.getByRole('combobox', { name: 'Activity' }).pressSequentially('psoriasis')
  await page.getByRole('option').first().click()
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('1.00')
  await dialog.getByRole('textbox', { name: 'Completed on' }).fill('2027-01-01')
  await dialog.getByRole('textbox', { name: 'Claimed on' }).fill('2027-01-01')
  await dialog.getByRole('textbox', { name: 'Number or place of the proof' }).fill('Archive 118')
  await dialog.getByRole('textbox', { name: 'Reason' }).pressSequentially('Missing since the move')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('This day has not come yet.').first()).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Discard' }).press('Enter')
  expect((await recordOf(desk, 'ioannis.ozturk9')).claims.filter(({ state }) => state === 'active')).toEqual([])
})
