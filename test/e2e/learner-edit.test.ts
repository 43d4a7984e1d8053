import type { Locator, Page } from '@playwright/test'
import { expect, test, type DeskApp } from './support/desk-app'
import { chooseOption, expectAccessibleInBothThemes, openLearner, openPart } from './support/window-acts'

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Edit learner' })
const notices = (page: Page): Locator => page.getByRole('region', { name: 'Notices' })

async function recordOf(desk: DeskApp, text: string) {
  const id = (await desk.value('find.search', { text, limit: 1 })).hits[0]?.learnerId ?? ''
  return desk.value('learners.open', { id })
}

async function openDialog(page: Page): Promise<void> {
  await page.keyboard.press('e')
  await expect(dialogOf(page)).toBeVisible()
}

async function type(page: Page, field: string, text: string): Promise<void> {
  const box = dialogOf(page).getByRole('textbox', { name: field, exact: true })
  await box.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

test('tells while typing that an address is taken, and saves nothing', async ({ desk }) => {
  const { page } = desk
  const before = await recordOf(desk, 'L-7-00009')
  await openLearner(page, 'L-7-00009', 'Ioannis Öztürk')
  await openDialog(page)
  const email = dialogOf(page).getByRole('textbox', { name: 'E-mail', exact: true })
  await type(page, 'E-mail', 'mei.patel1@example.org')
  await expect(dialogOf(page).getByText('Mei Patel (L-7-00001) has this address already (H17).')).toBeVisible()
  await expect(email).toHaveAttribute('aria-invalid', 'true')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page).getByText(/^Another learner of this portal has this address/)).toBeVisible()
  await expect(dialogOf(page).getByText('email_taken')).toBeVisible()

  await type(page, 'E-mail', 'not an address')
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page).getByText('This is not an e-mail address.')).toBeVisible()
  await type(page, 'Given name', ' ')
  await type(page, 'E-mail', before.learner.email)
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page).getByText('This cannot be empty.')).toBeVisible()
  await page.keyboard.press('Escape')
  await dialogOf(page).getByRole('button', { name: 'Discard' }).press('Enter')
  await expect(dialogOf(page)).toBeHidden()
  expect(await recordOf(desk, 'L-7-00009')).toEqual(before)
})

test('changes name and address, keeps the former ones to find by, and takes both back', async ({ desk }) => {
  const { page } = desk
  const before = await recordOf(desk, 'L-7-00008')
  await openLearner(page, 'L-7-00008', 'Åse de la Cruz')
  await openDialog(page)
  await type(page, 'Family name', 'Nordström')
  await type(page, 'E-mail', 'ase.nordstrom@example.org')
  await type(page, 'Reason', 'Married')
  await page.keyboard.press('Control+Enter')
  await expect(notices(page).getByText('Åse de la Cruz saved')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Åse Nordström' })).toBeVisible()
  await expect(page.getByLabel('Learner', { exact: true }).filter({ visible: true })).toContainText('ase.nordstrom@example.org')
  await expect(page.getByRole('tablist', { name: 'Open records' }).getByRole('tab', { selected: true })).toHaveText('Åse Nordström')

  for (const former of ['de la Cruz', before.learner.email]) {
    const { hits } = await desk.value('find.search', { text: former, limit: 20 })
    expect(hits.map((hit) => hit.externalId)).toContain('L-7-00008')
  }
  await openPart(page, 'Account')
  await expect(page.getByText(/Åse de la Cruz, until/)).toBeVisible()

  await openPart(page, 'History')
  const history = page.getByRole('treegrid', { name: 'History' })
  await history.getByRole('row', { name: /Learner edited/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(history).toContainText('Reason: Married')
  const changed = history.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Family name' }) }).last()
  await expect(changed).toContainText('de la Cruz')
  await expect(changed).toContainText('Nordström')
  await history.getByRole('button', { name: 'Undo this act' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Åse de la Cruz' })).toBeVisible()
  expect((await recordOf(desk, 'L-7-00008')).learner).toMatchObject({ familyName: 'de la Cruz', email: before.learner.email })
  await expect(history.getByRole('row', { name: /Edit taken back/ })).toBeVisible()
})

test('asks for a reason before a status changes', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'L-7-00012', (await recordOf(desk, 'L-7-00012')).learner.givenName)
  await openDialog(page)
  await chooseOption(page, dialogOf(page).getByRole('combobox', { name: 'Status' }), 'Active')
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page).getByText('Say why the status changes.')).toBeVisible()
  expect((await recordOf(desk, 'L-7-00012')).learner.status).toBe('locked')
  await type(page, 'Reason', 'Called in and proved who they are')
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page)).toBeHidden()
  expect((await recordOf(desk, 'L-7-00012')).learner.status).toBe('active')
  await page.keyboard.press('Control+z')
  await expect(notices(page).getByText('Taken back. The history keeps both acts.')).toBeVisible()
  expect((await recordOf(desk, 'L-7-00012')).learner.status).toBe('locked')
})

test('shows a masked licence number only on a look that is written down, and masks it again with the tab', async ({ desk }) => {
  const { page } = desk
  const { learner } = await recordOf(desk, 'L-7-00009')
  expect(JSON.stringify(learner)).not.toContain('D63208')
  await openLearner(page, 'L-7-00009', 'Ioannis Öztürk')
  await expect(page.getByText('D63208')).toBeHidden()
  const eye = page.getByRole('button', { name: 'Show licence number' }).first()
  await eye.press('Enter')
  await expect(page.getByText('D63208')).toBeVisible()
  const { entries } = await desk.value('learners.history', { id: learner.id, offset: 0, limit: 10 })
  expect(entries[0]).toMatchObject({ operation: 'learners.showMasked', undo: { state: 'none' } })
  expect(JSON.stringify(entries)).not.toContain('D63208')

  await page.getByRole('button', { name: 'Hide licence number' }).press('Enter')
  await expect(page.getByText('D63208')).toBeHidden()
  await eye.press('Enter')
  await expect(page.getByText('D63208')).toBeVisible()
  await page.keyboard.press('Control+w')
  await page.keyboard.press('Control+Shift+T')
  await expect(page.getByRole('heading', { level: 1, name: 'Ioannis Öztürk' })).toBeVisible()
  await expect(page.getByText('D63208')).toBeHidden()
})

test('says that nothing was changed when nothing was', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'conceicao tanaka', 'Conceição Tanaka')
  const before = (await recordOf(desk, 'conceicao tanaka')).historyCount
  await openDialog(page)
  await page.keyboard.press('Control+Enter')
  await expect(notices(page).getByText('Nothing was changed')).toBeVisible()
  expect((await recordOf(desk, 'conceicao tanaka')).historyCount).toBe(before)
})
