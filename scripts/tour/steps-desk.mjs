import { literal } from './keyboard.mjs'
import { paintedAfterKey } from './page-clock.mjs'
import { must } from './problem.mjs'
import { usualSize } from './stage.mjs'
import { seePaper, seeRecord } from './steps-learner.mjs'

/** @typedef {import('./tour-run.mjs').Tour} Tour */

/** Another learner's order: its receipt is numbered and frozen (H45). */
export async function receipt(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, story, shown } = tour
  const { order, total } = story.purchase
  await keyboard.find(story.purchase)
  await keyboard.press('Enter')
  await seeRecord(tour, story.purchase)
  await keyboard.openPart('Purchases')
  const table = page.getByRole('treegrid', { name: 'Purchases' }).filter({ visible: true })
  const row = table.locator('.line.row').filter({ hasText: new RegExp(`${literal(order)}(?!\\d)`) })
  await keyboard.see(row, `The order ${order}`)
  const words = await row.first().innerText()
  must(new RegExp(`(^|\\s)${literal(withThousands(total))}\\s`).test(words), `The order ${order} does not stand at ${total}: ${words.replaceAll('\n', ' ')}`)
  await keyboard.reach(table.locator('.line.row'), 'The first order')
  await keyboard.reach(row, `The row of ${order}`, { key: 'ArrowDown', most: 60 })
  if ((await row.first().getAttribute('aria-expanded')) !== 'true') await keyboard.press('ArrowRight')
  const issue = page.getByRole('button', { name: 'Issue receipt' }).filter({ visible: true })
  await keyboard.see(issue, 'The button “Issue receipt”')
  await pictures.take('learner-purchases', await paintedAfterKey([issue]))
  await keyboard.reach(issue, 'The button “Issue receipt”')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /receipt/i })
  const number = (await (await keyboard.see(dialog.locator('.identifier'), 'The receipt’s number')).innerText()).trim()
  const { ms, sha256 } = await seePaper(tour, number)
  shown.push({ file: 'receipt.pdf', command: ['receipt', order], number, sha256 })
  await pictures.take('receipt', ms)
  await keyboard.press('Escape')
  await keyboard.seeGone(dialog, 'The dialog of the receipt')
  await keyboard.see(page.getByRole('button', { name: /Print receipt again/ }).filter({ visible: true }), 'The button “Print receipt again”')
}

const withThousands = (/** @type {string} */ total) => total.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))

/** A password reset to the masked address; it waits in the outbox, without its secret (H9, H11). */
export async function reset(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures } = tour
  await keyboard.reach(page.getByRole('button', { name: 'Send reset…' }).filter({ visible: true }), 'The button “Send reset…”')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Send password reset' })
  const address = await keyboard.see(dialog.getByText(/\S*[*•…]\S*@\S+/), 'The masked address')
  const ms = await paintedAfterKey([address])
  await keyboard.see(dialog.getByText('[secret]').first(), 'The mail with [secret] in place of its secret')
  await pictures.take('reset', ms)
  await keyboard.press('Control+Enter')
  const told = await keyboard.see(page.getByText(/^Reset to \S+ (waits in the outbox|goes in a moment)$/), 'The message that the reset is on its way')
  await pictures.take('reset-done', await paintedAfterKey([told]))
  await keyboard.openPart('Messages')
  const grid = page.getByRole('grid', { name: 'Messages' }).or(page.getByRole('treegrid', { name: 'Messages' })).filter({ visible: true })
  const row = await keyboard.see(grid.locator('.line.row').filter({ hasText: 'Desk' }), 'The reset among the messages')
  await pictures.take('learner-messages', await paintedAfterKey([row]))
}

/** What waits to be sent: the drafted mail of the correction, and the reset. */
export async function outbox(/** @type {Tour} */ { page, keyboard, pictures }) {
  await keyboard.go('Go to Outbox')
  const row = await keyboard.see(page.locator('[role="tabpanel"] .line.row').filter({ visible: true }), 'A mail in the outbox')
  await pictures.take('outbox', await paintedAfterKey([row]))
}

/** Ctrl+, shows how the desk is set. */
export async function settings(/** @type {Tour} */ { page, keyboard, pictures }) {
  await keyboard.press('Control+,')
  const section = await keyboard.see(page.getByRole('region', { name: 'Mail' }).filter({ visible: true }), 'The section “Mail” of the settings')
  await pictures.take('settings', await paintedAfterKey([section]))
}

/** The remaining parts of the record, and the record in the smallest window. */
export async function recordParts(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, stage, story } = tour
  for (const [part, name] of /** @type {const} */ ([['Overview', 'learner-overview'], ['Courses', 'learner-courses'], ['Account', 'learner-account']])) {
    await keyboard.openPart(part)
    const body = page.getByRole('tablist', { name: 'Parts of the record' }).filter({ visible: true }).getByRole('tab', { name: new RegExp(`^${part}`), selected: true })
    await pictures.take(name, await paintedAfterKey([await keyboard.see(body, `The sub-tab ${part}`)]))
  }
  await stage.resize({ width: 900, height: 600 })
  await keyboard.openPart('Credits')
  const name = await keyboard.see(page.locator('header[aria-label="Learner"]').filter({ visible: true }).getByRole('heading', { name: story.correction.name }), 'The name in the small window')
  const row = await keyboard.see(page.getByRole('treegrid', { name: 'Credits and certificates' }).locator('.line.row').filter({ visible: true }), 'A row of the credits table in the small window')
  await pictures.take('learner-900x600', await paintedAfterKey([name, row]))
  await stage.resize(usualSize)
}

/** The lists of learners and of activities. */
export async function lists(/** @type {Tour} */ { page, keyboard, pictures }) {
  for (const [verb, name] of /** @type {const} */ ([['Go to Learners', 'learners'], ['Go to Activities', 'activities']])) {
    await keyboard.go(verb)
    const row = await keyboard.see(page.locator('[role="tabpanel"] .line.row').filter({ visible: true }), `A row of the list behind “${verb}”`)
    await pictures.take(name, await paintedAfterKey([row]))
  }
}

/** The first activity of the list, in its own tab. */
export async function activity(/** @type {Tour} */ { page, keyboard, pictures }) {
  await keyboard.go('Go to Activities')
  await keyboard.reach(page.locator('[role="tabpanel"] .line.row').filter({ visible: true }), 'The first activity')
  await keyboard.press('Enter')
  const name = await keyboard.see(page.locator('header[aria-label="Activity"]').filter({ visible: true }), 'The activity’s page')
  await pictures.take('activity', await paintedAfterKey([name]))
}
