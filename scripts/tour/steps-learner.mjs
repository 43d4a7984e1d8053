import { paintedAfterKey } from './page-clock.mjs'
import { literal } from './keyboard.mjs'
import { must } from './problem.mjs'

/** @typedef {import('./tour-run.mjs').Tour} Tour */

const chain = (/** @type {Tour['page']} */ page) => page.getByRole('region', { name: 'Certificate chain' }).filter({ visible: true })

/** The header of a learner's record, once it is the right one's. */
export async function seeRecord(/** @type {Tour} */ { page, keyboard }, /** @type {{ id: string, name: string }} */ { id, name }) {
  const header = page.locator('header[aria-label="Learner"]').filter({ visible: true }).filter({ hasText: id })
  await keyboard.see(header, `The record of ${name} (${id})`)
  return keyboard.see(header.getByRole('heading', { name }), `The name ${name} in the record’s header`)
}

/** Enter on the hit opens the record. */
export async function learner(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, story } = tour
  await keyboard.press('Enter')
  const name = await seeRecord(tour, story.correction)
  const row = await keyboard.see(page.getByRole('treegrid', { name: 'Credits and certificates' }).locator('.line.row').filter({ visible: true }), 'A row of the credits table')
  await pictures.take('learner', await paintedAfterKey([name, row]))
}

/** Certificate numbers of the claim on the screen: the one in force and those that were. */
async function chainOf(/** @type {Tour} */ { page, keyboard }) {
  const section = await keyboard.see(chain(page), 'The certificate chain')
  const lines = await section.locator('.identifier').evaluateAll((found) => found.map((line) => ({ number: line.textContent ?? '', ended: globalThis.getComputedStyle(line).textDecorationLine.includes('line-through') })))
  return { current: lines.filter((line) => !line.ended).map((line) => line.number), ended: lines.filter((line) => line.ended).map((line) => line.number) }
}

/** The row of the claim, unfolded: where it stands, its steps, its certificate. */
export async function status(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, story, facts } = tour
  const panel = page.getByRole('region', { name: 'Diagnosis of the selected activity' }).getByText(`Claim ${story.correction.claim}`, { exact: true }).filter({ visible: true })
  // The first move lands on the row that is chosen already or on the next one.
  for (const key of ['j', 'k']) {
    for (let presses = 0; presses < 300 && (await panel.count()) === 0; presses += 1) {
      const before = await page.evaluate(() => globalThis.document.activeElement?.getAttribute('data-line'))
      await keyboard.press(key)
      await page.waitForTimeout(30)
      if (presses > 0 && before === (await page.evaluate(() => globalThis.document.activeElement?.getAttribute('data-line')))) break
    }
  }
  await keyboard.see(panel, `The claim ${story.correction.claim} in the panel “Where this stands”`)
  const row = page.locator('.line.row[aria-selected="true"]').filter({ visible: true })
  await keyboard.reach(row, 'The row of the claim', { key: 'Tab' })
  await keyboard.press('ArrowRight')
  const section = await keyboard.see(chain(page), 'The certificate chain under the row')
  const ms = await paintedAfterKey([section])
  const { current } = await chainOf(tour)
  must(current.length === 1, `The claim ${story.correction.claim} has ${String(current.length)} certificates in force, not one`)
  facts.oldNumber = current[0] ?? ''
  await pictures.take('diagnosis-or-status', ms)
}

/** A learner for each thing that stands before a certificate: what is found, its evidence, and the steps. */
export async function ladder(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, story } = tour
  for (const person of story.stuck) {
    await keyboard.find(person)
    await keyboard.press('Enter')
    await seeRecord(tour, person)
    const panel = page.getByRole('region', { name: 'Diagnosis of the selected activity' }).filter({ visible: true })
    const scope = page.getByRole('combobox', { name: 'Diagnosis for' }).filter({ visible: true })
    await keyboard.see(panel.or(scope), `The diagnosis of ${person.name} (${person.id})`)
    const found = await keyboard.see(panel.getByText(new RegExp(`^${literal(person.code)}( ·|$)`)), `The finding ${person.code} of ${person.name} (${person.id})`)
    const steps = await keyboard.see(panel.getByRole('list', { name: 'Steps to the certificate' }), 'The steps to the certificate')
    await pictures.take(`diagnosis-${person.code.replaceAll('_', '-')}`, await paintedAfterKey([found, steps]))
    await keyboard.press('Control+w')
  }
}

/** C: the right credit type, with its reason, both papers side by side, and all of it at once. */
export async function changeCredit(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, story, facts } = tour
  const { to, refused } = story.correction
  await keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Change credit type' })
  const options = dialog.getByRole('radiogroup', { name: 'Change to' })
  await keyboard.see(options, 'The credit types to choose from')
  const ms = await paintedAfterKey([options])
  const option = dialog.locator(`[role="radio"][data-option="${to}"]`)
  must((await option.getAttribute('aria-disabled')) === 'false', `The change to ${to} is refused: ${(await option.textContent()) ?? ''}`)
  if (refused !== undefined) must((await dialog.locator(`[role="radio"][data-option="${refused}"]`).getAttribute('aria-disabled')) === 'true', `The change to ${refused} is not refused, though it is not offered`)
  await keyboard.reach(options, 'The credit types')
  await keyboard.reach(option, `The credit type ${to}`, { key: 'ArrowDown', most: 30 })
  await keyboard.press('Space')
  must((await option.getAttribute('aria-checked')) === 'true', `The credit type ${to} could not be chosen with the keys`)

  await keyboard.reach(dialog.getByRole('combobox', { name: 'Reason' }), 'The field “Reason”')
  await keyboard.press('Enter')
  await keyboard.see(page.getByRole('listbox'), 'The reasons to choose from')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.seeGone(page.getByRole('listbox'), 'The list of reasons')
  await keyboard.reach(dialog.getByRole('textbox', { name: 'Note' }), 'The field “Note”')
  await keyboard.type('Asked for by mail')
  await keyboard.see(dialog.locator('[data-drawn="true"]').nth(1), 'The picture of the new certificate beside the old one')
  await keyboard.see(dialog.getByRole('region', { name: 'What will happen' }).getByText(facts.oldNumber), 'The old number among what will happen')
  await pictures.take('change-credit', ms)

  await keyboard.press('Control+Enter')
  const told = await keyboard.see(page.getByText(/^Credit type changed, \S+ issued$/), 'The message that the credit type was changed')
  const doneMs = await paintedAfterKey([told])
  facts.newNumber = /changed, (\S+) issued/.exec(await told.innerText())?.[1] ?? ''
  await keyboard.seeGone(dialog, 'The dialog')
  await keyboard.see(chain(page).getByText(facts.newNumber), 'The new certificate in the chain')
  const { current, ended } = await chainOf(tour)
  must(current.length === 1 && current[0] === facts.newNumber, `In force is ${current.join(', ') || 'nothing'}, not the new certificate ${facts.newNumber}`)
  must(ended.includes(facts.oldNumber), `The old certificate ${facts.oldNumber} is not told as superseded`)
  await pictures.take('change-credit-done', doneMs)
}

/** Waits for a paper in its dialog; answers its hash and when it was drawn. */
export async function seePaper(/** @type {Tour} */ { page, keyboard }, /** @type {string} */ number) {
  const dialog = page.getByRole('dialog').filter({ hasText: number })
  const drawn = await keyboard.see(dialog.locator('[data-drawn="true"]'), `The picture of ${number}`)
  const ms = await paintedAfterKey([drawn])
  await keyboard.see(dialog.getByText(/^Identical to the one issued/), `The word that the bytes of ${number} are those first issued`)
  const hash = /SHA-256 ([0-9a-f]{64})/.exec(await dialog.innerText())?.[1]
  must(hash !== undefined, `The dialog of ${number} shows no SHA-256`)
  return { dialog, ms, sha256: hash ?? '' }
}

async function leave(/** @type {Tour} */ { page, keyboard }) {
  await keyboard.press('Escape')
  await keyboard.seeGone(page.getByRole('dialog'), 'The dialog of the paper')
}

/** The superseded certificate, opened from the chain. */
export async function certificateOld(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, facts, shown } = tour
  await keyboard.reach(page.getByRole('button', { name: `Show certificate ${facts.oldNumber}` }), `The button that shows ${facts.oldNumber}`)
  await keyboard.press('Enter')
  const { dialog, ms, sha256 } = await seePaper(tour, facts.oldNumber)
  await keyboard.see(dialog.getByText(new RegExp(`Superseded by ${literal(facts.newNumber)}`)), `The word that ${facts.oldNumber} is superseded by ${facts.newNumber}`)
  shown.push({ file: 'certificate-old.pdf', command: ['certificate', facts.oldNumber], number: facts.oldNumber, sha256 })
  await pictures.take('certificate-old', ms)
  await leave(tour)
}

/** P: the certificate in force. */
export async function certificateNew(/** @type {Tour} */ tour) {
  const { keyboard, pictures, facts, shown } = tour
  await keyboard.press('p')
  const { dialog, ms, sha256 } = await seePaper(tour, facts.newNumber)
  must((await dialog.getByText(/Superseded by|is void/).count()) === 0, `The new certificate ${facts.newNumber} is told as ended`)
  shown.push({ file: 'certificate-new.pdf', command: ['certificate', facts.newNumber], number: facts.newNumber, sha256 })
  await pictures.take('certificate-new', ms)
  await leave(tour)
}

/** The record's history: the change is taken back, and the old certificate is in force again. */
export async function historyUndo(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, story, facts } = tour
  await keyboard.bringToFront(story.correction.name)
  await seeRecord(tour, story.correction)
  await keyboard.openPart('History')
  const table = page.getByRole('treegrid', { name: 'History' }).filter({ visible: true })
  const entry = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Credit type changed', exact: true }) })
  await keyboard.see(entry, 'The change of the credit type in the history')
  await keyboard.reach(table.locator('.line.row'), 'The history’s first row')
  await keyboard.reach(entry, 'The row of the change', { key: 'ArrowDown', most: 30 })
  await keyboard.press('ArrowRight')
  const undo = page.getByRole('button', { name: 'Undo this act' }).filter({ visible: true })
  await keyboard.reach(undo, 'The button “Undo this act”')
  await pictures.take('learner-history', await paintedAfterKey([undo]))
  await keyboard.press('Enter')
  const told = await keyboard.see(entry.getByText('taken back', { exact: true }), 'The word “taken back” in the history')
  await pictures.take('history-undo', await paintedAfterKey([told]))

  await keyboard.openPart('Credits')
  await keyboard.see(page.getByRole('treegrid', { name: 'Credits and certificates' }).locator('.line.row').filter({ hasText: facts.oldNumber }), 'The claim with its old certificate')
  const { current } = await chainOf(tour)
  must(current.length === 1 && current[0] === facts.oldNumber, `After the undo ${current.join(', ') || 'nothing'} is in force, not the old certificate ${facts.oldNumber}`)
}
