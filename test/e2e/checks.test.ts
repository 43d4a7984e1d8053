import { expect, test } from './support/desk-app'
import { expectAccessibleInBothThemes, frontTab } from './support/window-acts'

const picture = process.env.PICTURES

test('checks the whole record, opens a finding in the record, accepts one and takes that back', async ({ desk }) => {
  const { page } = desk
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Checks' }).click()
  await expect(page.getByRole('heading', { name: 'The record has not been checked yet' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Check now' }).click()
  const list = page.getByRole('grid', { name: 'Findings' })
  await expect(list.getByRole('row').nth(1)).toContainText('Identifier in two records')
  await expect(page.getByRole('status').filter({ hasText: '1 wrong' })).toContainText('1 wrong, 161 to look at when the learner is next in touch')
  await expectAccessibleInBothThemes(page)
  if (picture !== undefined) await page.screenshot({ path: `${picture}/checks.png` })

  await page.getByRole('button', { name: 'Accept…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept this finding' })
  await dialog.getByRole('button', { name: 'Accept finding' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Say why')
  await dialog.getByLabel('Reason').fill('Two people, the board confirmed both')
  await dialog.getByRole('button', { name: 'Accept finding' }).click()
  await expect(dialog).toBeHidden()
  await expect(list.getByRole('row').nth(1)).toContainText('Identifier to look at')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByRole('row').nth(1)).toContainText('Identifier in two records')

  await list.getByRole('row').nth(1).click()
  await page.getByRole('button', { name: 'Open first record' }).click()
  await expect(frontTab(page)).toHaveText('Mihály Hernández')
})

test('narrows the findings by kind, and goes on to the next by keyboard', async ({ desk }) => {
  const { page } = desk
  await desk.ask('checks.start', {})
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Checks' }).click()
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Identifier to look at (161)' }).click()
  const list = page.getByRole('grid', { name: 'Findings' })
  await expect(list.getByRole('row').nth(1)).toContainText('Identifier to look at')
  const first = page.getByRole('region', { name: 'Finding', exact: true })
  const before = await first.textContent()
  await list.getByRole('row').nth(1).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(first).not.toHaveText(before ?? '')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(frontTab(page)).toHaveText('Checks')
})
