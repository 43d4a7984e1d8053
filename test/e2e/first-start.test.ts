import { expect, freshTest as test } from './support/desk-app'
import { runDesk } from './support/desk-command'
import { expectAccessibleInBothThemes, frontTab, openLearner } from './support/window-acts'

test('offers the sample desk and an empty one', async ({ desk: { page } }) => {
  await expect(page.getByRole('button', { name: 'Open the sample desk' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Start empty' })).toBeVisible()
  await expect(page.getByText('No records are on this machine yet.')).toBeVisible()
  await expectAccessibleInBothThemes(page)
})

test('opens the sample desk by keyboard, and has it again after a restart with the tabs of before', async ({ desk: window }) => {
  await window.page.getByRole('button', { name: 'Open the sample desk' }).press('Enter')
  await expect(window.page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: 45_000 })
  await expect(window.page.getByRole('region', { name: 'Notices' }).getByText(/The sample desk is open: [\d,]+ rows taken in/)).toBeVisible()
  const figures = window.page.getByRole('navigation', { name: 'Figures' })
  await expect(figures.getByRole('button', { name: /^Tickets waiting\s*33\b/ })).toBeVisible()
  await expect(figures.getByRole('button')).toHaveCount(6)
  const counted = await window.value('desk.status', {})
  expect(counted).toMatchObject({ started: true, learners: 400, activities: 103, claims: 367 })

  await openLearner(window.page, 'mei.patel1', 'Mei Patel')
  // The open tabs are written a moment later; the restart must not come before.
  await expect.poll(async () => (await window.value('preferences.read', {})).openTabs.map((tab) => tab.title)).toEqual(['Home', 'Mei Patel'])

  const refused = await runDesk(window.folder, ['find', 'Patel'])
  expect(refused).toMatchObject({ exitCode: 3, document: { ok: false, error: { code: 'store_in_use' } } })

  await window.restart()
  await expect(frontTab(window.page)).toHaveText('Home')
  await expect(window.page.getByRole('navigation', { name: 'Figures' }).getByRole('button', { name: /^Tickets waiting\s*33\b/ })).toBeVisible()
  const tabs = window.page.getByRole('tablist', { name: 'Open records' }).getByRole('tab')
  await expect(tabs).toHaveText(['Home', 'Mei Patel'])
  await window.page.keyboard.press('Alt+2')
  await expect(window.page.getByRole('heading', { level: 1, name: 'Mei Patel' })).toBeVisible()
  expect(await window.value('desk.status', {})).toEqual(counted)

  await window.close()
  const found = await runDesk(window.folder, ['find', 'mei.patel1'])
  expect(found).toMatchObject({ exitCode: 0, document: { ok: true, value: [{ kind: 'learner', externalId: 'L-7-00001' }] } })
})

test('starts empty, and every place says what to do', async ({ desk: { page } }) => {
  await page.getByRole('button', { name: 'Open the sample desk' }).press('Tab')
  await expect(page.getByRole('button', { name: 'Start empty' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('No records are here yet. Import an exchange folder: Ctrl K, then “import”.')).toBeVisible()
  await expectAccessibleInBothThemes(page)

  const places = page.getByRole('navigation', { name: 'Places' })
  const said = { Learners: 'Learners come with an exchange folder', Activities: 'exchange folder', Outbox: 'Open a learner and choose Send reset', Imports: 'Exchange folder' } as const
  for (const [place, words] of Object.entries(said)) {
    await places.getByRole('button', { name: place }).press('Enter')
    await expect(frontTab(page)).toHaveText(place)
    await expect(page.getByRole('tabpanel', { name: place }).getByText(words).first()).toBeVisible()
    await expectAccessibleInBothThemes(page)
  }
  await places.getByRole('button', { name: 'Learners' }).press('Enter')
  await page.getByRole('button', { name: 'Import a folder' }).press('Enter')
  await expect(frontTab(page)).toHaveText('Imports')
})
