import { expect, test } from './support/desk-app'
import { expectAccessibleInBothThemes, find, frontTab, openLearner, openPalette, paletteAnswered } from './support/window-acts'

const searches = [
  ['a name', 'Conceição Tanaka', 'Conceição Tanaka'],
  ['the family name first', 'tanaka conceicao', 'Conceição Tanaka'],
  ['parts of both words', 'conc tan', 'Conceição Tanaka'],
  ['a name without its accents', 'gyozo o neill', 'Győző O’Neill'.replace('’', "'")],
  ['a letter typed wrongly', 'Zolkiewsky', 'Żółkiewski'],
  ['two letters swapped', 'Tanaak Conceicao', 'Conceição Tanaka'],
  ['a name in Chinese letters', '李小龍', '李'],
  ['an e-mail address', 'mei.patel1@example.org', 'Mei Patel'],
  ['an NPI', '1986828289', 'José Novák'],
  ['a learner number', 'L-7-00003', 'José Novák'],
  ['a certificate number', '072026-000003', '072026-000003'],
  ['an order number', 'O-7-00002', 'O-7-00002'],
  ['an event code', 'GR5066', 'S-7-00001'],
] as const

for (const [what, text, first] of searches) {
  test(`finds by ${what}, and answers while typing`, async ({ desk: { page } }) => {
    await find(page, text, first)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeHidden()
  })
}

test('says so when nothing matches, and what to try', async ({ desk: { page } }) => {
  await openPalette(page)
  await page.keyboard.type('xqzwvxqzwv')
  await expect(page.getByText('Nothing matches. Try part of a name')).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('opens a record once, however often it is found', async ({ desk: { page } }) => {
  await openLearner(page, 'conceicao tanaka', 'Conceição Tanaka')
  await page.keyboard.press('Alt+1')
  await expect(frontTab(page)).toHaveText('Home')
  await openLearner(page, 'tanaka conc', 'Conceição Tanaka')
  await expect(page.getByRole('tab', { name: 'Conceição Tanaka', includeHidden: true })).toHaveCount(1)
  await expect(frontTab(page)).toHaveText('Conceição Tanaka')
})

test('leads from a certificate, an order and a session to what they belong to', async ({ desk: { page } }) => {
  await find(page, '072026-000003', '072026-000003')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'José Novák' })).toBeVisible()
  await expect(page.getByRole('treegrid', { name: 'Credits and certificates' }).getByRole('row', { selected: true })).toContainText('072026-000003')

  await find(page, 'O-7-00002', 'O-7-00002')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'François Chen' })).toBeVisible()
  await expect(page.getByRole('treegrid', { name: 'Purchases' }).getByRole('row', { selected: true })).toContainText('O-7-00002')

  await find(page, 'GR5066', 'S-7-00001')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Sessions' }).getByRole('row', { selected: true })).toContainText('GR5066')
})

test('works from a text field, closes with Esc and gives the focus back', async ({ desk: { page } }) => {
  await openLearner(page, 'jose novak', 'José Novák')
  const field = page.getByRole('textbox', { name: 'Filter rows' })
  await field.focus()
  await page.keyboard.type('oncology')
  await openPalette(page)
  await page.keyboard.type('mei')
  await paletteAnswered(page)
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeHidden()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('oncology')
  await field.fill('')
})

test('moves by arrows, opens beside, and offers the acts of a hit', async ({ desk: { page } }) => {
  await page.keyboard.press('Alt+1')
  const before = await page.getByRole('tablist', { name: 'Open records' }).getByRole('tab').count()
  await find(page, 'François', 'François')
  const options = page.getByRole('option')
  const box = page.getByRole('combobox', { name: 'Find or do anything' })
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.nth(1).getAttribute('id')) ?? '')
  await page.keyboard.press('ArrowUp')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')

  await page.keyboard.press('ArrowRight')
  await expect(options).toContainText(['Send reset', 'Edit learner', 'Issue transcript', 'Show history'])
  await page.keyboard.press('Escape')
  await expect(box).toHaveValue('François')

  await box.fill('Wei Hansen')
  await expect(options.first()).toContainText('Wei Hansen')
  await page.keyboard.press('Control+Enter')
  await expect(box).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tablist', { name: 'Open records' }).getByRole('tab')).toHaveCount(before + 1)
  await expect(page.getByRole('tab', { name: 'Wei Hansen' })).toBeVisible()
  await expect(frontTab(page)).toHaveText('Home')
})

test('keeps to one portal when asked', async ({ desk: { page } }) => {
  await find(page, 'nguyen', 'Nguyễn')
  const all = await page.getByRole('option').filter({ hasText: 'Nguyễn' }).count()
  expect(all).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'All portals' }).press('Enter')
  const portal = page.getByRole('menuitem').nth(1)
  await portal.press('Enter')
  await paletteAnswered(page)
  await expect.poll(() => page.getByRole('option').filter({ hasText: 'Nguyễn' }).count()).toBeLessThan(all)
  await page.keyboard.press('Escape')
})
