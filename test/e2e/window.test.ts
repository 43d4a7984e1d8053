import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/desk-app'
import { walkByTab } from './support/focus-walk'
import { doVerb, expectAccessible, expectAccessibleInBothThemes, frontTab, openLearner, openPart, showTheme } from './support/window-acts'
import { outOfReach, pageOverflow, resizeTo, zoomTo } from './support/window-size'

const root = resolve(import.meta.dirname, '..', '..')
const places = ['Home', 'Tickets', 'Learners', 'Activities', 'Outbox', 'Imports', 'Checks', 'Settings'] as const
const parts = ['Overview', 'Credits & certificates', 'Courses', 'Purchases', 'Account', 'Messages', 'History'] as const

async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).press('Enter')
  await expect(frontTab(page)).toHaveText(place)
  await expect(page.locator('[aria-busy="true"]').filter({ visible: true })).toHaveCount(0)
}

const tabsOf = (page: Page) => page.getByRole('tablist', { name: 'Open records' }).getByRole('tab')

test('closes, reopens, counts and steps through tabs by keyboard', async ({ desk: { page } }) => {
  await openLearner(page, 'mei.patel1', 'Mei Patel')
  await openLearner(page, 'jose novak', 'José Novák')
  await expect(tabsOf(page)).toHaveText(['Home', 'Mei Patel', 'José Novák'])
  await page.keyboard.press('Control+w')
  await expect(tabsOf(page)).toHaveText(['Home', 'Mei Patel'])
  await page.keyboard.press('Alt+1')
  await expect(frontTab(page)).toHaveText('Home')
  await page.keyboard.press('Control+Shift+T')
  await expect(frontTab(page)).toHaveText('José Novák')
  await page.keyboard.press('Control+Tab')
  const after = await frontTab(page).textContent()
  await page.keyboard.press('Control+Shift+Tab')
  await expect(frontTab(page)).toHaveText('José Novák')
  expect(after).not.toBe('José Novák')
  await page.keyboard.press('Alt+9')
  await expect(tabsOf(page).last()).toHaveAttribute('aria-selected', 'true')

  await frontTab(page).focus()
  await page.keyboard.press('Home')
  await expect(frontTab(page)).toHaveText('Home')
  await expect(frontTab(page)).toBeFocused()
  await page.keyboard.press('End')
  const last = await frontTab(page).textContent()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('tab', { name: last ?? '', exact: true })).toHaveCount(0)
})

test('keeps the names of many tabs readable, and lists them whole by a key', async ({ desk }) => {
  const { page } = desk
  const people = ['Mei Patel', 'Rohan Ivanova', 'Rohan Kőszegi', 'José Novák', 'Wei Schröder', 'Priya Ångström', 'Linh Johnson', 'Oluwaseun Williams', 'Hannah Weiß-Ångström'] as const
  for (const name of people) await openLearner(page, name, name)
  await resizeTo(desk, 900, 600)
  const widths = await tabsOf(page).locator('.word').evaluateAll((words) => words.map((word) => [word.clientWidth, word.scrollWidth] as const))
  // Whole, or at least some ten letters of it.
  for (const [shown, whole] of widths) expect(Math.min(whole, 65)).toBeLessThanOrEqual(shown)
  await expect(frontTab(page)).toBeInViewport({ ratio: 1 })
  expect(await pageOverflow(page)).toEqual([0, 0, 0])

  await page.keyboard.press('Control+Shift+A')
  const menu = page.getByRole('menu', { name: 'All tabs' })
  for (const name of people) await expect(menu.getByRole('menuitem', { name })).toBeVisible()
  await expectAccessible(page)
  await menu.getByRole('menuitem', { name: 'Mei Patel' }).press('Enter')
  await expect(frontTab(page)).toHaveText('Mei Patel')
  await expect(frontTab(page)).toBeInViewport({ ratio: 1 })
  await resizeTo(desk, 1440, 900)
})

test('puts the focus where work begins when a record or a place is opened', async ({ desk: { page } }) => {
  await openLearner(page, 'jose novak', 'José Novák')
  await expect(page.getByRole('treegrid', { name: 'Credits and certificates' }).locator('[role="row"]:focus-visible')).toHaveCount(1)
  await doVerb(page, 'Go to Learners')
  const first = page.getByRole('grid', { name: 'Learners' }).locator('[role="row"][tabindex="0"]')
  await expect(first).toBeFocused()
  await expect(first).toHaveCSS('outline-style', 'solid')
  await doVerb(page, 'Change settings')
  await expect(page.getByRole('button', { name: 'Appearance' })).toBeFocused()
})

test('lists every key that acts, the page’s own among them', async ({ desk: { page } }) => {
  await openLearner(page, 'mei.patel1', 'Mei Patel')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  for (const line of ['Change credit type', 'Print again', 'Edit learner', 'Find or do anything', 'Undo last act', 'Reopen the tab closed last', 'Next pane']) await expect(sheet).toContainText(line)
  await expectAccessibleInBothThemes(page)
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: 'Change credit type' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await goTo(page, 'Home')
  await page.keyboard.press('?')
  await expect(sheet).toContainText('Find or do anything')
  await expect(sheet).not.toContainText('Change credit type')
  await page.keyboard.press('Escape')
})

test('lets letters act outside text only, and not at all when they are switched off', async ({ desk: { page } }) => {
  const dialog = page.getByRole('dialog', { name: 'Change credit type' })
  await openLearner(page, 'mei.patel1', 'Mei Patel')
  const filter = page.getByRole('textbox', { name: 'Filter rows' })
  await filter.focus()
  await page.keyboard.type('c')
  await expect(filter).toHaveValue('c')
  await expect(dialog).toBeHidden()
  await filter.fill('')
  await page.keyboard.press('Control+,')
  const letters = page.getByRole('switch', { name: /^Letters act outside text fields/ })
  await letters.press(' ')
  await expect(letters).not.toBeChecked()
  await openLearner(page, 'mei.patel1', 'Mei Patel')
  await page.keyboard.press('c')
  await page.keyboard.press('?')
  await expect(page.getByText('Letters are switched off in the settings.')).toBeVisible()
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+,')
  await letters.press(' ')
  await expect(letters).toBeChecked()
})

test('opens the palette from the menu of the program, too', async ({ desk: { app, page } }) => {
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const item = Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]
    item?.click(undefined, BrowserWindow.getAllWindows()[0], undefined)
  })
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeFocused()
  await page.keyboard.press('Escape')
})

for (const place of [...places, 'a learner'] as const) {
  test(`is reached wholly by the Tab key, with the focus in sight: ${place}`, async ({ desk: { page } }) => {
    if (place === 'a learner') await openLearner(page, 'mei.patel1', 'Mei Patel')
    else await goTo(page, place)
    const walk = await walkByTab(page)
    expect(walk.stops).toBeGreaterThan(10)
    expect(walk).toMatchObject({ unseen: [], missed: [] })
  })
}

test('goes from pane to pane by F6, and along rows by arrows, J and K', async ({ desk: { page } }) => {
  await openLearner(page, 'mei.patel1', 'Mei Patel')
  const inPane = (): Promise<string | null> => page.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('aria-label') ?? null)
  const met = new Set<string | null>()
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('F6')
    met.add(await inPane())
  }
  expect([...met]).toEqual(expect.arrayContaining(['Timeline', 'Credits & certificates', 'Where this stands']))
  await goTo(page, 'Learners')
  const rows = page.getByRole('grid', { name: 'Learners' }).locator('[role="row"][tabindex]')
  await rows.first().focus()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(2)).toBeFocused()
  await page.keyboard.press('k')
  await expect(rows.nth(1)).toBeFocused()
  const name = (await rows.nth(1).getByRole('rowheader').innerText()).split('\n')[0] ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(',')[0] ?? '')
})

for (const place of places) {
  test(`breaks no rule of accessibility, light and dark: ${place}`, async ({ desk: { page } }) => {
    await goTo(page, place)
    await expectAccessibleInBothThemes(page)
  })
}

test('breaks no rule of accessibility in any part of a learner’s record', async ({ desk: { page } }) => {
  test.slow()
  await openLearner(page, 'O-7-00001', 'Rohan Kőszegi')
  for (const part of parts) {
    await openPart(page, part)
    await expectAccessibleInBothThemes(page)
  }
})

test('stays usable at 900 by 600', async ({ desk }) => {
  const { page } = desk
  await resizeTo(desk, 900, 600)
  for (const place of places) {
    await goTo(page, place)
    expect({ place, overflow: await pageOverflow(page), outOfReach: await outOfReach(page) }).toEqual({ place, overflow: [0, 0, 0], outOfReach: [] })
  }
  await openLearner(page, 'mei.patel1', 'Mei Patel')
  for (const part of parts) {
    await openPart(page, part)
    expect({ part, overflow: await pageOverflow(page), outOfReach: await outOfReach(page) }).toEqual({ part, overflow: [0, 0, 0], outOfReach: [] })
  }
  await openPart(page, 'Credits & certificates')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Show \d more identifiers$/ }).press('Enter')
  await expect(page.getByText('L-7-00001').first()).toBeVisible()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Change credit type' })
  await expect(dialog.getByRole('button', { name: 'Change and reissue' })).toBeInViewport({ ratio: 1 })
  expect(await outOfReach(page)).toEqual([])
  await page.keyboard.press('Escape')
  await resizeTo(desk, 1440, 900)
})

test('does the main job at 200 % zoom', async ({ desk }) => {
  const { page } = desk
  await zoomTo(desk, 2)
  await openLearner(page, 'mei.patel1', 'Mei Patel')
  expect({ overflow: await pageOverflow(page), outOfReach: await outOfReach(page) }).toEqual({ overflow: [0, 0, 0], outOfReach: [] })
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: 'Change credit type' })
  await dialog.locator('[role="radio"][tabindex="0"]').press(' ')
  await dialog.getByRole('textbox', { name: 'Note' }).pressSequentially('Seen large')
  await expect(dialog.getByRole('button', { name: 'Change and reissue' })).toBeInViewport({ ratio: 1 })
  expect(await outOfReach(page)).toEqual([])
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('Taken back. The history keeps both acts.')).toBeVisible()
  await zoomTo(desk, 1)
})

test('follows the system’s colours, or the person’s wish, and moves nothing where motion is not wanted', async ({ desk }) => {
  const { page } = desk
  const ground = (): Promise<string> => page.getByRole('main').evaluate((element) => getComputedStyle(element).backgroundColor)
  await showTheme(page, 'light')
  const light = await ground()
  await showTheme(page, 'dark')
  expect(await ground()).not.toBe(light)
  await page.keyboard.press('Control+,')
  await page.getByRole('radio', { name: 'Light' }).press(' ')
  await expect.poll(ground).toBe(light)
  await page.getByRole('radio', { name: 'As the system' }).press(' ')
  await expect.poll(ground).not.toBe(light)

  const moving = (): Promise<number> => page.evaluate(() => [...document.querySelectorAll('button')].filter((button) => Number.parseFloat(getComputedStyle(button).transitionDuration) > 0).length)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  await expect.poll(moving).toBeGreaterThan(0)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expect.poll(moving).toBe(0)
})

test('comes up as large as it was, with the wishes of before, and only once on a folder', async ({ desk }) => {
  await resizeTo(desk, 1120, 720)
  await desk.value('preferences.write', { theme: 'dark', density: 'compact' })
  await desk.restart()
  expect(await desk.page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([1120, 720])
  await expect(desk.page.locator('html')).toHaveCSS('color-scheme', 'dark')
  await doVerb(desk.page, 'Go to Learners')
  const row = desk.page.getByRole('grid', { name: 'Learners' }).locator('[role="row"][tabindex]').first()
  expect((await row.boundingBox())?.height).toBe(32)

  const program = desk.app.process()
  const second = spawn(program.spawnfile, ['--no-sandbox', root, '--data', desk.folder], { stdio: 'ignore' })
  const exitCode = await new Promise<number | null>((settle) => second.once('exit', settle))
  expect(exitCode).toBe(0)
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await desk.value('preferences.write', { theme: 'system', density: 'normal' })
})
