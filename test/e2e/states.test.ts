import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerWith } from '../../scripts/tour/states/held-answers.mjs'
import { screenFaults, watchShifts } from '../../scripts/tour/states/screen-checks.mjs'
import { heavyName, longName, longTitle, writeStatesFolder } from '../../scripts/tour/states/states-folder.mjs'
import { expect, openDesk, test as base, type DeskApp } from './support/desk-app'
import { importedDesk } from './support/prepared-desk'
import { doVerb, expectAccessible, openLearner, openPart, showTheme } from './support/window-acts'
import { resizeTo } from './support/window-size'

/** A desk with full lists, a learner who has them all, and names and titles of ninety letters. */
const test = base.extend<object, { states: DeskApp }>({
  states: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const exchange = await mkdtemp(join(tmpdir(), 'cme-desk-exchange-'))
      writeStatesFolder(exchange, 150)
      const desk = await openDesk(await importedDesk(exchange))
      await use(desk)
      await desk.close()
      await Promise.all([exchange, desk.folder].map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })))
    },
    { scope: 'worker' },
  ],
})

const verbs = ['Go to Home', 'Go to Learners', 'Go to Activities', 'Go to Outbox', 'Import an exchange folder', 'Change settings'] as const
const parts = ['Overview', 'Credits & certificates', 'Courses', 'Purchases', 'Account', 'Messages', 'History'] as const
const sizes = [
  { width: 900, height: 600, records: [{ text: 'mara.ledger', name: heavyName, shown: parts.slice(0, 2) }] },
  { width: 2560, height: 1440, records: [{ text: 'mara.ledger', name: heavyName, shown: parts }, { text: 'Featherstonehaugh', name: longName, shown: parts }] },
] as const

async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]').filter({ visible: true })).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** The faults of a screen, by its name: none. */
async function expectSound(page: Page, name: string): Promise<void> {
  expect({ name, faults: await screenFaults(page) }).toEqual({ name, faults: [] })
}

for (const { width, height, records } of sizes) {
  test(`cuts no text, scrolls nothing sideways and moves nothing by itself with full lists, at ${String(width)} by ${String(height)}`, async ({ states: desk }) => {
    const { page } = desk
    await resizeTo(desk, width, height)
    await showTheme(page, 'light')
    for (const verb of verbs) {
      await watchShifts(page)
      await doVerb(page, verb)
      await settled(page)
      await expectSound(page, verb)
    }
    for (const { text, name, shown } of records) {
      await openLearner(page, text, name)
      for (const part of shown) {
        await openPart(page, part)
        await watchShifts(page)
        await settled(page)
        await expectSound(page, `${part} of ${name}`)
      }
    }
    expect(desk.consoleErrors).toEqual([])
  })
}

test('shows every screen loading, and in error with the way on, without a fault of its own', async ({ states: desk }) => {
  const { page } = desk
  await desk.value('preferences.write', { reopenTabs: false })
  await resizeTo(desk, 900, 600)
  for (const answers of ['never', 'fault'] as const) {
    await answerWith(desk.app, answers)
    await page.reload()
    await expect(page.getByRole('button', { name: /Find or do anything/ })).toBeVisible()
    for (const verb of verbs) {
      await doVerb(page, verb)
      if (answers === 'fault') await expect(page.getByRole('main').getByText(/INC-0042/).filter({ visible: true })).toBeVisible()
      else await expect(page.locator('[aria-busy="true"]').filter({ visible: true }).first()).toBeVisible()
      await expectSound(page, `${verb}: ${answers}`)
    }
    await expectAccessible(page)
  }
  await answerWith(desk.app, 'as_is')
  await page.reload()
})

test('sees a cut text, a part that scrolls sideways, an unseen focus and a jump where there is one', async ({ states: desk }) => {
  const { page } = desk
  await resizeTo(desk, 900, 600)
  await doVerb(page, 'Go to Activities')
  await expect(page.getByRole('grid', { name: 'Activities' }).getByText(longTitle)).toBeVisible()
  await settled(page)
  const broken = async (css: string): Promise<readonly string[]> => {
    const style = await page.addStyleTag({ content: css }).catch(() => undefined)
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      document.adoptedStyleSheets = [sheet]
    }, css)
    const faults = await screenFaults(page)
    await page.evaluate(() => (document.adoptedStyleSheets = []))
    await style?.dispose()
    return faults
  }
  expect((await broken('h1 { width: 40px; overflow: hidden; white-space: nowrap; display: block }')).join()).toContain('“Activities” is cut by')
  expect((await broken('[role="row"] { min-width: 3000px !important }')).join()).toContain('scrolls sideways by')
  await page.getByRole('grid', { name: 'Activities' }).locator('[role="row"][tabindex="0"]').focus()
  expect((await broken('*:focus-visible { outline: none !important }')).join()).toContain('cannot be seen')
  await watchShifts(page)
  await page.evaluate(() => {
    const main = document.querySelector('main')
    if (main !== null) main.style.marginTop = '200px'
    return new Promise((next) => requestAnimationFrame(() => setTimeout(next, 100)))
  })
  expect((await screenFaults(page)).join()).toContain('the layout moved by')
})
