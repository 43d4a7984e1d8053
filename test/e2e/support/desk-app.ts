import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'

/** The program in a real window, on a data folder of its own. */
export interface DeskApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** Console errors and uncaught errors of the page so far; a test that meets one fails at its end. */
  readonly consoleErrors: string[]
  /** Ends the program and starts it again on the same folder. */
  restart(): Promise<DeskApp>
}

export const sampleClock = '2026-11-20T15:00:00-05:00'

async function launch(folder: string, consoleErrors: string[]): Promise<DeskApp> {
  const executable = process.env.APP_EXECUTABLE
  const root = resolve(import.meta.dirname, '..', '..', '..')
  const app = await _electron.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: [...(executable === undefined ? [root] : []), '--data', folder, '--now', sampleClock],
    env: Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)),
  })
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text())
  })
  page.on('pageerror', (error) => consoleErrors.push(error.message))
  await page.waitForLoadState('domcontentloaded')
  return {
    app,
    page,
    folder,
    consoleErrors,
    async restart() {
      await app.close()
      return launch(folder, consoleErrors)
    },
  }
}

/** A desk that was just unpacked: nothing in it yet. */
export const test = base.extend<{ desk: DeskApp }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  desk: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'cme-desk-window-'))
    const consoleErrors: string[] = []
    const desk = await launch(folder, consoleErrors)
    await use(desk)
    await desk.app.close().catch(() => undefined)
    await rm(folder, { recursive: true, force: true })
    expect(consoleErrors).toEqual([])
  },
})

/** No accessibility violation on what is on the screen now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

/** Opens the sample desk by keyboard, and answers when its records are in. */
export async function openSampleDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample desk' }).press('Enter')
  await expect(page.getByRole('navigation').getByText('Learners')).toBeVisible({ timeout: 60_000 })
}

export { expect }
