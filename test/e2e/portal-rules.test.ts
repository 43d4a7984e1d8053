import { expect, test } from './support/desk-app'
import { expectAccessible, expectAccessibleInBothThemes, frontTab } from './support/window-acts'

const picture = process.env.PICTURES

test('edits a portal’s rules: the fault at its field, the difference before saving, the version after it, the way back', async ({ desk }) => {
  const { page } = desk
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Cleveland Clinic myCME' }).click()
  await expect(frontTab(page)).toHaveText('Cleveland Clinic myCME')
  await expectAccessibleInBothThemes(page)
  if (picture !== undefined) await page.screenshot({ path: `${picture}/portal.png` })

  const days = page.getByLabel('Time to claim', { exact: true })
  await expect(days).toHaveValue('30')
  await days.fill('many')
  await expect(page.getByText('Time to claim is not a number.')).toBeVisible()
  await page.getByRole('button', { name: 'Save rules…' }).click()
  await expect(days).toBeFocused()
  await days.fill('45')
  await expect(page.getByRole('status').filter({ hasText: 'not saved' })).toHaveText('1 value changed, not saved')
  await page.getByRole('button', { name: 'Save rules…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save the rules' })
  await expect(dialog).toContainText('30 → 45')
  await expectAccessible(page)
  if (picture !== undefined) await page.screenshot({ path: `${picture}/portal-save.png` })
  await dialog.getByLabel('Reason').fill('Agreed with the clinic')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('Agreed with the clinic')
  const opened = await desk.value('portals.open', { key: 'cleveland-clinic-mycme' })
  expect(opened.profile.windows.claim?.value.days).toBe(45)

  await page.getByRole('button', { name: 'Put back the shipped rules' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('As the clinic publishes it')
  await page.keyboard.press('Control+Enter')
  await expect(days).toHaveValue('30')
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText('version 2 is in force')
})

test('adds a route and a contact, and says what is missing', async ({ desk: { page } }) => {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Haymarket myCME' }).click()
  await page.getByRole('button', { name: 'Add contact' }).click()
  const contact = page.getByRole('region', { name: 'Contact 1' })
  await expect(contact.getByText('Number or address is missing.')).toBeVisible()
  await contact.getByLabel('For', { exact: true }).fill('general')
  await contact.getByLabel('Number or address', { exact: true }).fill('201-799-4800')
  await page.getByRole('button', { name: 'Add route' }).click()
  const route = page.getByRole('region', { name: 'Route 2' })
  await route.getByRole('combobox', { name: 'Told to' }).click()
  await page.getByRole('option', { name: 'The learner reports' }).click()
  await expect(route.getByRole('combobox', { name: 'Counted from' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await expect(page.getByRole('region', { name: 'Contact 1' })).toHaveCount(0)
})
