import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** No accessibility violation on what is on the screen now. */
export async function expectAccessible(page: Page): Promise<void> {
  // All rules; only violations are written out in full, which halves the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] }).analyze()
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([])
}

/** No accessibility violation in light nor in dark; the window follows the system. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await showTheme(page, colorScheme)
    await expectAccessible(page)
  }
  await showTheme(page, 'light')
}

/** Lets the system be light or dark, and waits until the window has followed. */
export async function showTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveCSS('color-scheme', colorScheme)
}

/** The desk's palette, opened by its key. */
export async function openPalette(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Find or do anything' })
  await expect(box).toBeFocused()
  return box
}

/** Waits until the palette has answered what was typed. */
export async function paletteAnswered(page: Page): Promise<void> {
  await expect(page.getByRole('dialog', { name: 'Find or do anything' }).getByRole('status')).not.toHaveText('Looking…')
}

/** Types into the palette and waits until its first line names what is looked for. */
export async function find(page: Page, text: string, first: string | RegExp): Promise<Locator> {
  await openPalette(page)
  await page.keyboard.type(text)
  const best = page.getByRole('option').first()
  await expect(best).toContainText(first)
  return best
}

/** The tab in front. */
export function frontTab(page: Page): Locator {
  return page.getByRole('tablist', { name: 'Open records' }).getByRole('tab', { selected: true })
}

/** Finds a learner by keyboard and opens the record; answers when the header stands. */
export async function openLearner(page: Page, text: string, name: string): Promise<void> {
  await find(page, text, name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** Chooses a verb of the palette by its words. */
export async function doVerb(page: Page, words: string): Promise<void> {
  await openPalette(page)
  await page.keyboard.type(`>${words}`)
  await expect(page.getByRole('option').first()).toContainText(words)
  await page.keyboard.press('Enter')
}

/** Brings a part of the open record to the front by keyboard. */
export async function openPart(page: Page, name: string): Promise<void> {
  const part = page.getByRole('tablist', { name: 'Parts of the record' }).getByRole('tab', { name })
  await part.press('Enter')
  await expect(part).toHaveAttribute('aria-selected', 'true')
}

/** Chooses an entry of a select by keyboard: open, type its words, Enter. */
export async function chooseOption(page: Page, field: Locator, name: string): Promise<void> {
  await field.press('Enter')
  const option = page.getByRole('option', { name, exact: true })
  await expect(option).toBeVisible()
  await option.press('Enter')
  await expect(option).toBeHidden()
}

/** Whether something is drawn on a canvas: how many of its pixels are neither clear nor white. */
export function inkOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement) || element.width === 0 || element.height === 0) return 0
    const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? []
    let inked = 0
    for (let at = 0; at < pixels.length; at += 4) {
      const [red = 255, green = 255, blue = 255, alpha = 0] = pixels.slice(at, at + 4)
      if (alpha > 0 && red + green + blue < 600) inked += 1
    }
    return inked
  })
}

/** All text a person can see or read out now. */
export function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText)
}
