import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { activitiesFile, activityCreditsFile, enrolmentsFile, learnersFile } from '../support/exchange-rows'
import { expect, test as base, type DeskApp } from './support/desk-app'
import { expectAccessibleInBothThemes, find, frontTab } from './support/window-acts'

const sample = resolve(import.meta.dirname, '..', '..', 'resources', 'sample')

type Files = Readonly<Record<string, string>>

/** Makes exchange folders, and removes them when the test is done. */
const test = base.extend<{ exchange: (files: Files) => Promise<string> }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  exchange: async ({}, use) => {
    const made: string[] = []
    await use(async (files) => {
      const folder = await mkdtemp(join(tmpdir(), 'cme-desk-exchange-'))
      made.push(folder)
      await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
      return folder
    })
    await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })))
  },
})

const mistakes: Files = {
  'learners.csv': learnersFile({ id: 'L-9-1', given: 'Aurelia', family: 'Goodrow' }, { id: 'L-9-2', status: 'gone' }),
  'activities.csv': activitiesFile,
  'activity_credits.csv': `${activityCreditsFile}A-1,ancc,1.333,0.01,,\n`,
  'memberships.csv': 'external_id,learner_id,plan,ends_on\nM-9-1,L-9-1,premium,2027-01-01\n',
  'enrolments.csv': `${enrolmentsFile.replaceAll('L-1', 'L-9-1')}E-9-3,L-9-99,A-1,2026-10-01T09:00:00-05:00\nE-9-4,L-9-1,A-1,02/03/2026\n`,
  'claims.csv': 'external_id,enrolment_id,credit_type,amount,claimed_at\nC-9-2,"E-1,ama_pra_1,1.25,2026-11-01T15:00Z\n',
}

/** Opens the page and begins an import of the folder by keyboard; answers the page of the import. */
async function begin(page: Page, folder: string, dryRun: boolean): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Imports' }).press('Enter')
  await expect(frontTab(page)).toHaveText('Imports')
  const box = page.getByRole('textbox', { name: 'Exchange folder' })
  await box.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(folder)
  const dry = page.getByRole('checkbox', { name: 'Dry run first, changes nothing' })
  if ((await dry.isChecked()) !== dryRun) await dry.press(' ')
  await page.getByRole('button', { name: dryRun ? 'Start dry run' : 'Import folder' }).press('Enter')
}

const head = (page: Page): Locator => page.locator('[role="tabpanel"] > header').filter({ visible: true })
const refusedRows = (page: Page): Locator => page.getByRole('treegrid', { name: 'Refused rows' })

async function countsOf(desk: DeskApp): Promise<unknown> {
  const { learners, activities, claims, openConflicts } = await desk.value('desk.status', {})
  return { learners, activities, claims, openConflicts }
}

test('says what is wrong with a folder before anything begins', async ({ desk, exchange }) => {
  const { page } = desk
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Imports' }).press('Enter')
  const box = page.getByRole('textbox', { name: 'Exchange folder' })
  await box.press('Enter')
  await expect(page.getByText('Name the folder that holds learners.csv and its neighbours.')).toBeVisible()
  await box.fill(join(await exchange({}), 'not there'))
  await box.press('Enter')
  await expect(page.getByText(/This folder is not there.*folder_missing/)).toBeVisible()
  await box.fill(await exchange({ 'notes.txt': 'nothing' }))
  await box.press('Enter')
  await expect(page.getByText(/No exchange file is in this folder.*folder_has_no_exchange_file/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
})

test('tries a folder with mistakes dry, tells each at its line, then takes the good rows in', async ({ desk, exchange }) => {
  const { page } = desk
  const before = await countsOf(desk)
  await begin(page, await exchange(mistakes), true)
  await expect(frontTab(page)).toHaveText(/^Dry run/)
  await expect(head(page).getByText('Finished, 4 rows and 2 files refused')).toBeVisible()
  await expect(page.getByText('nothing, a dry run only tells')).toBeVisible()
  const told = [
    ['learners.csv', '3', 'status', 'gone', 'No such status. Write one of: active, locked, closed.'],
    ['activity_credits.csv', '4', 'max_amount', '1.333', 'Two decimals at most.'],
    ['memberships.csv', '1', 'starts_on', 'external_id,learner_id,plan,ends_on', 'File not read: the required column starts_on is missing from the header.'],
    ['enrolments.csv', '4', 'learner_id', 'L-9-99', 'No such learner here or in learners.csv.'],
    ['enrolments.csv', '5', 'registered_at', '02/03/2026', '2 March or 3 February?'],
    ['claims.csv', '2', 'row', '', 'File not read: a quote opened in the row of line 2 is never closed'],
  ] as const
  const rows = refusedRows(page).locator('[role="row"][aria-expanded]')
  await expect(rows).toHaveCount(told.length)
  for (const [at, [file, line, column, value, reason]] of told.entries()) {
    const cells = rows.nth(at).getByRole('gridcell').or(rows.nth(at).getByRole('rowheader'))
    await expect(cells).toContainText([file, line, column, value, reason])
  }
  await expectAccessibleInBothThemes(page)
  expect(await countsOf(desk)).toEqual(before)
  // The totals stay in sight however many files there are.
  await expect(page.getByText('Together', { exact: true }).filter({ visible: true })).toBeInViewport({ ratio: 1 })

  await page.getByRole('button', { name: 'Import this folder' }).press('Enter')
  await expect(frontTab(page)).toHaveText(/^Import/)
  await expect(head(page).getByText('Finished, 4 rows and 2 files refused')).toBeVisible()
  expect(await countsOf(desk)).toMatchObject({ learners: 401, activities: 104, claims: 367 })
  // A refused row about a learner of this desk leads there; one about nobody known leads nowhere.
  const taken = refusedRows(page).filter({ visible: true }).locator('[role="row"][aria-expanded]')
  await expect(taken.nth(0).getByRole('button', { name: /^Open/ })).toHaveCount(0)
  await taken.nth(4).getByRole('button', { name: 'Open learner' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aurelia Goodrow' })).toBeVisible()
  await find(page, 'Aurelia Goodrow', 'Aurelia Goodrow')
  await page.keyboard.press('Escape')
})

test('saves the refused rows, to be mended and imported', async ({ desk, exchange }) => {
  const { page } = desk
  await begin(page, await exchange({ 'learners.csv': learnersFile({ id: 'L-9-5', given: 'Mended', family: 'Row', status: 'gone' }) }), false)
  await expect(head(page).getByText('Finished, 1 row refused')).toBeVisible()
  const place = await exchange({})
  await desk.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
  }, place)
  await page.getByRole('button', { name: 'Save refused rows…' }).press('Enter')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(/^1 file of refused rows saved in /)).toBeVisible()
  const [saved = ''] = await readdir(place)
  const file = join(place, saved, 'learners.csv')
  const text = await readFile(file, 'utf8')
  expect(text).toContain('L-9-5')
  await mkdir(join(place, 'mended'))
  await writeFile(join(place, 'mended', 'learners.csv'), text.replace('gone', 'active'))
  await begin(page, join(place, 'mended'), false)
  await expect(head(page).getByText('Finished', { exact: true })).toBeVisible()
  await expect(page.getByText('No row was refused')).toBeVisible()
  await find(page, 'Mended Row', 'Mended Row')
  await page.keyboard.press('Escape')
})

test('lists as a conflict what desk and platform both changed, and lets a person decide', async ({ desk, exchange }) => {
  const { page } = desk
  const [columns = '', ...lines] = (await readFile(join(sample, 'learners.csv'), 'utf8')).split('\n')
  const rowOf = (id: string): string => lines.find((line) => line.startsWith(`${id},`)) ?? ''
  const change = async (externalId: string, specialty: string): Promise<string> => {
    const id = (await desk.value('find.search', { text: externalId, limit: 1 })).hits[0]?.learnerId ?? ''
    const { learner } = await desk.value('learners.open', { id })
    await desk.value('learners.edit', { id, version: learner.version, changes: { specialty }, reason: 'Told by the learner' })
    return id
  }
  // Mei Patel's specialty is Surgery, Linh Ben-David's Family Medicine: the desk says one thing, the platform another.
  const kept = await change('L-7-00001', 'Desk one')
  const taken = await change('L-7-00007', 'Desk two')
  const nightly = [columns, rowOf('L-7-00001').replace('Surgery', 'Platform one'), rowOf('L-7-00007').replace('Family Medicine', 'Platform two'), ''].join('\n')
  await begin(page, await exchange({ 'learners.csv': nightly }), false)
  await expect(head(page).getByText('Finished', { exact: true })).toBeVisible()
  expect((await desk.value('learners.open', { id: kept })).learner.specialty).toBe('Desk one')

  expect(await countsOf(desk)).toMatchObject({ openConflicts: 2 })
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: /Imports\s*, 2 conflicts to decide/ }).press('Enter')
  await page.getByRole('tab', { name: /^Conflicts to decide/ }).press('Enter')
  // On the page of all, each says which import it came with.
  await expect(page.getByRole('grid', { name: 'Conflicts' }).getByRole('row', { name: /Mei Patel/ })).toContainText('Today, 15:00')
  const table = page.getByRole('grid', { name: 'Conflicts' })
  await expect(table.getByRole('row', { name: /Mei Patel/ })).toContainText('Desk one')
  await table.getByRole('row', { name: /Mei Patel/ }).click()
  await expect(page.getByRole('region', { name: 'The platform’s value' })).toContainText('Platform one')
  await expect(page.getByRole('region', { name: 'The platform’s value' })).toContainText('Surgery')
  await expectAccessibleInBothThemes(page)
  await page.getByRole('button', { name: 'Keep the desk’s' }).press('Enter')
  await expect(table.getByRole('row', { name: /Mei Patel/ })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: /specialty of .*Ben-David/ })).toBeFocused()
  await page.getByRole('button', { name: 'Take the platform’s' }).press('Enter')
  await expect(page.getByText('Nothing to decide')).toBeVisible()
  expect((await desk.value('learners.open', { id: kept })).learner.specialty).toBe('Desk one')
  expect((await desk.value('learners.open', { id: taken })).learner.specialty).toBe('Platform two')
})

test('is stopped by hand while the window goes on reading', async ({ desk, exchange }) => {
  const { page } = desk
  const before = (await desk.value('desk.status', {})).learners
  const many = Array.from({ length: 150_000 }, (_, at) => learnersFile({ id: `L-8-${String(at)}`, given: 'Wave', family: `Number${String(at)}` }).split('\n')[1] ?? '')
  await begin(page, await exchange({ 'learners.csv': `${learnersFile()}${many.join('\n')}\n` }), false)
  await expect(page.getByRole('progressbar', { name: 'Taking in learners.csv' })).toBeVisible()
  expect((await desk.value('find.search', { text: 'mei.patel1@example.org', limit: 5 })).hits.map((hit) => hit.label)).toContainEqual(expect.stringContaining('Mei Patel'))
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByText('Stopped by hand').first()).toBeVisible()
  await page.getByRole('button', { name: 'Go on importing' }).click()
  const reached = (await desk.value('desk.status', {})).learners
  await expect(page.getByRole('progressbar', { name: 'Taking in learners.csv' })).toBeVisible()
  await expect.poll(async () => (await desk.value('desk.status', {})).learners, { timeout: 60_000 }).toBeGreaterThan(reached)
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByText('Stopped by hand').first()).toBeVisible()
  await expect.poll(async () => (await desk.value('imports.list', { offset: 0, limit: 10 })).rows.filter(({ state }) => state === 'cancelled').length).toBe(1)
  const { learners } = await desk.value('desk.status', {})
  expect(learners).toBeGreaterThan(before)
  expect(learners).toBeLessThan(before + many.length)
  await expectAccessibleInBothThemes(page)
})
