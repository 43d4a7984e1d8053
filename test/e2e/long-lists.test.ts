import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { learnersFile } from '../support/exchange-rows'
import { expect, openDesk, test as base, type DeskApp } from './support/desk-app'
import { importedDesk } from './support/prepared-desk'
import { expectAccessible, frontTab, openLearner } from './support/window-acts'
import { outOfReach, pageOverflow, resizeTo } from './support/window-size'

const longName = { given: 'Maximiliana Theodora Wilhelmina Constanza', family: 'Featherstonehaugh-Cholmondeley-Marjoribanks van Wallenburg' }

/** A desk of a thousand learners, one of them with a name of a hundred letters. */
const test = base.extend<{ desk: DeskApp }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  desk: async ({}, use) => {
    const exchange = await mkdtemp(join(tmpdir(), 'cme-desk-exchange-'))
    const many = Array.from({ length: 999 }, (_, at) => ({ id: `L-6-${String(at)}`, given: `Given${String(at).padStart(4, '0')}`, family: `Family${String(at).padStart(4, '0')}` }))
    await writeFile(join(exchange, 'learners.csv'), learnersFile(...many, { id: 'L-6-long', ...longName }))
    const desk = await openDesk(await importedDesk(exchange))
    await use(desk)
    expect(desk.consoleErrors).toEqual([])
    await desk.close()
    await Promise.all([exchange, desk.folder].map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })))
  },
})

test('draws only the rows in sight of a thousand, and reaches the last by keyboard', async ({ desk }) => {
  const { page } = desk
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: 'Learners' }).press('Enter')
  await expect(frontTab(page)).toHaveText('Learners')
  await expect(page.getByText('1,000 on this desk')).toBeVisible()
  const table = page.getByRole('grid', { name: 'Learners' })
  const rows = table.locator('[role="row"][tabindex]')
  await expect(rows.first()).toBeVisible()
  expect(await rows.count()).toBeLessThan(120)
  await rows.first().focus()
  // The table reads on as the end comes near; End goes to the last row that was read.
  await expect
    .poll(async () => {
      await page.keyboard.press('End')
      return table.locator('[role="row"]:focus').getAttribute('aria-rowindex')
    })
    .toBe('1001')
  expect(await rows.count()).toBeLessThan(120)
  await expectAccessible(page)
  await page.keyboard.press('Home')
  await expect(table.locator('[role="row"]:focus')).toHaveAttribute('aria-rowindex', '2')
})

test('shows a name of a hundred letters without pushing anything out of the window', async ({ desk }) => {
  const { page } = desk
  const name = `${longName.given} ${longName.family}`
  expect(name.length).toBeGreaterThan(90)
  for (const [width, height] of [[1440, 900], [900, 600]] as const) {
    await resizeTo(desk, width, height)
    await openLearner(page, 'Featherstonehaugh', name)
    await expect(page.getByRole('heading', { level: 1, name })).toHaveAttribute('title', name)
    await expect(page.getByRole('button', { name: 'Send reset…' })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole('button', { name: 'Edit learner…' })).toBeInViewport({ ratio: 1 })
    expect({ overflow: await pageOverflow(page), outOfReach: await outOfReach(page) }).toEqual({ overflow: [0, 0, 0], outOfReach: [] })
  }
  await expectAccessible(page)
})
