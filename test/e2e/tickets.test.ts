import type { Page } from '@playwright/test'
import { expect, test } from './support/desk-app'
import { resizeTo } from './support/window-size'
import { chooseOption, expectAccessibleInBothThemes, frontTab } from './support/window-acts'

async function goToTickets(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Tickets' }).press('Enter')
  await expect(frontTab(page)).toHaveText('Tickets')
  await page.getByRole('list', { name: 'Views' }).getByRole('button', { name: /^All open/ }).press('Enter')
  await expect(page.getByRole('grid', { name: 'All open' })).toBeVisible()
}

test('tickets: the most urgent first, the promise explained, the learner beside it', async ({ desk }) => {
  const { page } = desk
  await goToTickets(page)
  const views = page.getByRole('list', { name: 'Views' })
  await expect(views.getByRole('button', { name: /All open/ })).toContainText('33')
  await expect(page.getByRole('grid', { name: 'All open' })).toContainText('Overdue')
  await expect(page.getByRole('list', { name: 'Conversation' })).toBeVisible()
  await page.getByRole('button', { name: /^Was due/ }).press('Enter')
  const why = page.getByRole('dialog', { name: /^Why/ })
  await expect(why).toContainText('1 business day')
  await expect(why).toContainText(/\(H1\)|\(M29, M30\)|\(C27, house\)|\(house\)/)
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  await expectAccessibleInBothThemes(page)
})

test('tickets: a call is written down, answered by keyboard and solved; the draft survives', async ({ desk }) => {
  const { page } = desk
  await goToTickets(page)
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New ticket' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('A ticket needs a subject.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Address to answer to' }).fill('mei.patel1@example.org')
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Where is my certificate')
  await dialog.getByRole('textbox', { name: 'What was said' }).fill('Called at three.')
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('grid', { name: 'Mine' })).toContainText('Where is my certificate')
  await expect(page.getByRole('heading', { name: 'Where is my certificate' })).toBeVisible()
  await page.getByRole('grid', { name: 'Mine' }).getByRole('row').last().press('x')
  const note = page.getByRole('textbox', { name: 'Internal note' })
  await expect(note).toBeFocused()
  await page.keyboard.type('Asked for the order number.')
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Conversation' })).toContainText('Asked for the order number.')
  await page.getByRole('button', { name: /^Reply/ }).press('Enter')
  const reply = page.getByRole('textbox', { name: 'Reply' })
  await expect(reply).toBeFocused()
  await reply.fill('Hello,\n\nit is in your history.\n')
  await expect(page.getByText(/^Draft saved/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(/^Reply queued/)).toBeVisible()
  await page.getByRole('list', { name: 'Views' }).getByRole('button', { name: /Solved/ }).press('Enter')
  await expect(page.getByRole('grid', { name: 'Solved' })).toContainText('Where is my certificate')
})

test('tickets: taken, put on hold with a named contact, and let go again', async ({ desk }) => {
  const { page } = desk
  await goToTickets(page)
  await page.getByRole('button', { name: 'Take it' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Let go' })).toBeVisible()
  await page.getByRole('button', { name: 'New', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: /^On hold/ }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Put on hold' })
  await dialog.getByRole('textbox', { name: 'Who has it' }).fill('Marketplace Customer Support')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('list', { name: 'Views' }).getByRole('button', { name: /^On hold/ }).press('Enter')
  await expect(page.getByRole('grid', { name: 'On hold' })).toContainText('with Marketplace Customer Support')
  // It was late before it went on hold, and stays so.
  await expect(page.getByRole('button', { name: /^On hold, with Marketplace/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Was due/ })).toBeVisible()
})

test('tickets: in a small window the views are a menu and nothing is lost', async ({ desk }) => {
  const { page } = desk
  await goToTickets(page)
  await resizeTo(desk, 900, 600)
  await chooseOption(page, page.getByRole('combobox', { name: 'View' }), 'Unassigned')
  await expect(page.getByRole('grid', { name: 'Unassigned' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeVisible()
  await expectAccessibleInBothThemes(page)
})
