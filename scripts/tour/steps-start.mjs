import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import papa from 'papaparse'
import { paintedAfterBirth, paintedAfterKey } from './page-clock.mjs'
import { must } from './problem.mjs'

/** @typedef {import('./tour-run.mjs').Tour} Tour */

/** The first page of a new data folder, and its choice to begin with nothing. */
export async function firstStart(/** @type {Tour} */ { page, keyboard, pictures }) {
  const empty = page.getByRole('button', { name: 'Start empty' })
  await keyboard.see(empty, 'The choice “Start empty”')
  await keyboard.see(page.getByRole('button', { name: 'Open the sample desk' }), 'The choice “Open the sample desk”')
  await pictures.take('first-start', await paintedAfterBirth(page))
  await keyboard.reach(empty, 'The button “Start empty”')
  await keyboard.press('Enter')
  const find = await keyboard.see(page.getByRole('button', { name: /Find or do anything/ }), 'The empty desk')
  await pictures.take('home-empty', await paintedAfterKey([find]))
}

const importHeader = (/** @type {Tour['page']} */ page) => page.locator('header[aria-label="Import"]').filter({ visible: true })

/** Types a folder and starts its dry run; answers when it has ended. */
async function dryRun(/** @type {Tour} */ { page, keyboard }, /** @type {string} */ folder) {
  await keyboard.go('Import an exchange folder')
  const field = page.getByRole('textbox', { name: 'Exchange folder' })
  await keyboard.reach(field, 'The field “Exchange folder”')
  await keyboard.press('Control+a')
  await page.keyboard.type(folder)
  await keyboard.press('Enter')
  const header = importHeader(page).filter({ hasText: 'Dry run of' })
  await keyboard.see(header, 'The page of the dry run')
  return keyboard.see(header.getByText(/^Finished/), 'The end of the dry run', 600_000)
}

/** The whole folder, tried first, then taken in. */
export async function importFolder(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, exchange } = tour
  const tried = await dryRun(tour, exchange.folder)
  await pictures.take('import-dry-run', await paintedAfterKey([tried]))
  await keyboard.reach(page.getByRole('button', { name: 'Import this folder' }), 'The button “Import this folder”')
  await keyboard.press('Enter')
  const header = importHeader(page).filter({ hasText: /^Import of/ })
  const ended = await keyboard.see(header.getByText(/^Finished/), 'The end of the import', 1_800_000)
  const ms = await paintedAfterKey([ended])
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'learners.csv' }) }).filter({ visible: true })
  const added = Number((await row.getByRole('gridcell').nth(1).innerText()).replaceAll(',', ''))
  must(added > 0, `The import took no learner in, though the folder has ${String(exchange.learners)}`)
  await pictures.take('import', ms)
}

/** Rows with a mistake each: they are refused with line, column, value and reason. */
export async function importRefusals(/** @type {Tour} */ tour) {
  const { page, keyboard, pictures, exchange, stage } = tour
  const folder = join(stage.data, 'tour-flawed')
  mkdirSync(folder, { recursive: true })
  const { data, meta } = papa.parse(readFileSync(join(exchange.folder, 'learners.csv'), 'utf8'), { header: true, skipEmptyLines: true, preview: 6 })
  const flaws = [{ registered_at: '02/03/2026' }, { email: '' }, { profession: 'wizard' }, { portal: 'nowhere' }]
  const rows = data.map((row, index) => ({ ...row, ...flaws[index] }))
  writeFileSync(join(folder, 'learners.csv'), `${papa.unparse({ fields: meta.fields ?? [], data: rows })}\n`)
  cpSync(join(exchange.folder, 'activities.csv'), join(folder, 'activities.csv'))
  const ended = await dryRun(tour, folder)
  const ms = await paintedAfterKey([ended])
  await keyboard.see(page.getByText('02/03/2026').filter({ visible: true }), 'The refused date 02/03/2026 with its line')
  await pictures.take('import-refusals', ms)
  await keyboard.press('Control+w')
}

/** The day at a glance. */
export async function home(/** @type {Tour} */ { page, keyboard, pictures }) {
  await keyboard.go('Go to Home')
  const lists = page.getByRole('heading', { name: 'Done lately' }).or(page.getByText('Done lately')).filter({ visible: true })
  await keyboard.see(lists, 'The list “Done lately” on Home')
  await pictures.take('home', await paintedAfterKey([lists]))
}

/** The find box: empty, then with the learner's name. */
export async function find(/** @type {Tour} */ { page, keyboard, pictures, story }) {
  await keyboard.openPalette()
  const verbs = page.getByRole('option').first()
  await keyboard.see(verbs, 'The verbs of the find box')
  await pictures.take('palette', await paintedAfterKey([verbs]))
  await keyboard.press('Escape')
  await keyboard.seeGone(page.getByRole('listbox', { name: 'Matches' }), 'The find box')
  const hit = await keyboard.find(story.correction)
  await pictures.take('find', await paintedAfterKey([hit]))
}
