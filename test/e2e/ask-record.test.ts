import { expect, test } from './support/desk-app'
import { expectAccessibleInBothThemes, find, openLearner, openPalette } from './support/window-acts'
import type { Locator, Page } from '@playwright/test'

/** Types a question and picks the first that fits; answers the pane with the record's answer. */
async function askFor(page: Page, text: string, title: string): Promise<Locator> {
  const box = page.getByRole('combobox', { name: 'Question in the learner’s own words' })
  await expect(box).toBeFocused()
  await page.keyboard.type(text)
  const first = page.getByRole('listbox', { name: 'Questions' }).getByRole('option').first()
  await expect(first).toContainText(title)
  await page.keyboard.press('Enter')
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer.getByRole('heading', { name: title })).toBeVisible()
  return answer
}

test('asks beside an open learner, reads the record, and drafts the reply, all by keyboard', async ({ desk }) => {
  const { page } = desk
  await openLearner(page, 'jose novak', 'José Novák')
  await page.keyboard.press('q')
  const answer = await askFor(page, 'wher is my certifcate', 'Where are my certificates?')
  await expect(answer).toContainText('072026-000003')
  await expect(answer.getByRole('region', { name: 'Drafted reply' })).toContainText('Dear Dr Novák,')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^Reply to j•+k3@mail\.example drafted/)).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  const drafts = await desk.value('outbox.list', { offset: 0, limit: 5, state: 'draft' })
  expect(drafts.rows[0]).toMatchObject({ subject: 'Your certificates at Haymarket myCME', learnerName: 'José Novák' })
})

test('an expired activity is refused with its date, and no hope is made', async ({ desk: { page } }) => {
  await find(page, 'L-7-00010', 'L-7-00010')
  await page.keyboard.press('Enter')
  await expect(page.locator('header[aria-label="Learner"]').filter({ visible: true })).toContainText('L-7-00010')
  await page.keyboard.press('q')
  const answer = await askFor(page, 'cant claim my credits', 'Why is there no certificate?')
  await expect(answer).toContainText('activity_expired')
  await expect(answer.getByRole('region', { name: 'Drafted reply' })).toContainText('we are not able to extend it for anyone')
  await page.keyboard.press('Escape')
})

test('is asked from the palette; information is answered for nobody in particular', async ({ desk: { page } }) => {
  await page.keyboard.press('Alt+1')
  await openPalette(page)
  await page.keyboard.type('is there a student discount')
  const option = page.getByRole('option').filter({ hasText: 'Ask: Is there a discount?' })
  await expect(option).toBeVisible()
  await option.click()
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer.getByRole('region', { name: 'Drafted reply' })).toContainText('Hello,')
  await expect(answer.getByRole('button', { name: 'Draft the reply' })).toHaveCount(0)
  await page.keyboard.press('Escape')
})

test('a question about a record asks for the learner, by keyboard', async ({ desk: { page } }) => {
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('q')
  const box = page.getByRole('combobox', { name: 'Question in the learner’s own words' })
  await expect(box).toBeFocused()
  await page.keyboard.type('need an invoce for reimbursment')
  await expect(page.getByRole('option').first()).toContainText('I need a receipt')
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: 'Learner' })
  await expect(field).toBeFocused()
  await page.keyboard.type('L-7-00014')
  await expect(page.getByRole('list', { name: 'Learners found' }).getByRole('button')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Drafted reply' })).toContainText('O-7-00001')
  await page.keyboard.press('Escape')
})
