import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'

/**
 * @typedef {object} StepEntry one picture of a step, as `summary.json` has it
 * @property {string} name @property {string} picture relative to the folder
 * @property {'light' | 'dark'} theme @property {number} width @property {number} height of the page, in CSS pixels
 * @property {number} ms milliseconds from the key to the painted answer
 * @property {number} axeViolations @property {number} consoleErrors
 * @property {string[]} [violations] rule and nodes @property {string[]} [errors]
 */

const themes = /** @type {const} */ (['light', 'dark'])

/** Runs in the page: waits until nothing loads or moves any more. */
async function settle() {
  await globalThis.document.fonts.ready
  const frame = () => new Promise((next) => globalThis.requestAnimationFrame(() => setTimeout(next, 0)))
  const shown = (/** @type {Element} */ element) => element.getClientRects().length > 0
  const busy = () =>
    [...globalThis.document.querySelectorAll('.MuiSkeleton-root, [aria-busy="true"]')].some(shown) ||
    globalThis.document.getAnimations().some((animation) => animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Infinity)
  const until = performance.now() + 10_000
  let quiet = 0
  while (quiet < 3 && performance.now() < until) {
    await frame()
    quiet = busy() ? 0 : quiet + 1
  }
}

/** Takes each screen in both themes, with what axe and the console say to it. */
export class Pictures {
  /** @param {import('./stage.mjs').Stage} stage @param {string} folder */
  constructor(stage, folder) {
    this.stage = stage
    this.folder = folder
    /** @type {StepEntry[]} */
    this.entries = []
  }

  /** @param {string} name @param {number} ms milliseconds to the answer that it shows */
  async take(name, ms) {
    const { page } = this.stage
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await page.evaluate(settle)
      const picture = `${String(this.entries.length / 2 + (theme === 'light' ? 1 : 0.5)).padStart(2, '0')}-${name}-${theme}.png`
      await page.screenshot({ path: join(this.folder, picture) })
      const [width, height] = await page.evaluate(() => [globalThis.innerWidth, globalThis.innerHeight])
      // One page without a browser around it: axe can't open a second one for its frames.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const errors = this.stage.takeComplaints()
      this.entries.push({
        name,
        picture,
        theme,
        width: width ?? 0,
        height: height ?? 0,
        ms,
        axeViolations: violations.length,
        consoleErrors: errors.length,
        ...(violations.length === 0 ? {} : { violations: violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`) }),
        ...(errors.length === 0 ? {} : { errors }),
      })
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }
}
