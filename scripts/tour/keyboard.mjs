import { TourProblem } from './problem.mjs'

/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {import('@playwright/test').Page} Page */

const patience = 20_000

/** Drives the window as a person without a mouse does, and says in words what was not there. */
export class Keyboard {
  constructor(/** @type {Page} */ page) {
    this.page = page
  }

  async press(/** @type {string} */ keys) {
    await this.page.keyboard.press(keys)
  }

  async type(/** @type {string} */ text) {
    await this.page.keyboard.type(text, { delay: 15 })
  }

  /**
   * Waits until it is on the screen.
   * @param {Locator} what @param {string} words what it is, for the sentence when it is not
   */
  async see(what, words, /** @type {number} */ limit = patience) {
    try {
      await what.first().waitFor({ state: 'visible', timeout: limit })
    } catch {
      throw new TourProblem(`${words} did not appear within ${limit / 1000} seconds`)
    }
    return what.first()
  }

  /** @param {Locator} what @param {string} words */
  async seeGone(what, words) {
    try {
      await what.first().waitFor({ state: 'hidden', timeout: patience })
    } catch {
      throw new TourProblem(`${words} did not go within ${patience / 1000} seconds`)
    }
  }

  /** Whether it, or something in it, has the focus. */
  async hasFocus(/** @type {Locator} */ what) {
    const first = what.first()
    if ((await first.count()) === 0) return false
    return first.evaluate((element) => element === globalThis.document.activeElement || element.contains(globalThis.document.activeElement))
  }

  /**
   * Presses a key until the focus is there.
   * @param {Locator} what @param {string} words @param {{ key?: string, most?: number }} [how]
   */
  async reach(what, words, { key = 'Tab', most = 150 } = {}) {
    await this.see(what, words)
    for (let presses = 0; presses < most; presses += 1) {
      if (await this.hasFocus(what)) return
      await this.press(key)
    }
    if (!(await this.hasFocus(what))) throw new TourProblem(`${words} could not be reached by keyboard: ${String(most)} times ${key} did not lead there`)
  }

  /** Opens the find box and takes the one verb of that name. */
  async go(/** @type {string} */ verb) {
    await this.openPalette()
    await this.type(`>${verb}`)
    await this.see(this.page.getByRole('option', { name: verb }).and(this.page.locator('[aria-selected="true"]')), `The verb “${verb}”`)
    await this.press('Enter')
    await this.seeGone(this.page.getByRole('listbox', { name: 'Matches' }), 'The find box')
  }

  async openPalette() {
    await this.press('Control+k')
    await this.see(this.page.getByRole('combobox', { name: 'Find or do anything' }), 'The find box')
  }

  /**
   * Types a name into the find box and stops on the hit with that number.
   * @param {{ id: string, name: string }} person
   */
  async find({ id, name }) {
    await this.openPalette()
    await this.type(name)
    const option = this.page.getByRole('option').filter({ has: this.page.locator('.number', { hasText: new RegExp(`^${literal(id)}$`) }) })
    await this.see(option, `The hit for ${name} (${id})`)
    for (let presses = 0; presses < 30; presses += 1) {
      if ((await option.first().getAttribute('aria-selected')) === 'true') return option.first()
      await this.press('ArrowDown')
    }
    throw new TourProblem(`The hit for ${name} (${id}) could not be chosen with the arrow keys`)
  }

  /** Goes to a part of the open record: along the sub-tabs with the arrows, then Enter. */
  async openPart(/** @type {string} */ name) {
    const parts = this.page.getByRole('tablist', { name: 'Parts of the record' })
    await this.reach(parts, 'The record’s sub-tabs')
    const part = parts.getByRole('tab', { name: new RegExp(`^${literal(name)}`) })
    await this.reach(part, `The sub-tab ${name}`, { key: 'ArrowRight', most: 10 })
    await this.press('Enter')
    await this.see(part.and(this.page.locator('[aria-selected="true"]')), `The sub-tab ${name}, chosen,`)
  }

  /** Brings an open tab to the front with Alt and its place. */
  async bringToFront(/** @type {string} */ title) {
    const tabs = this.page.getByRole('tablist', { name: 'Open records' }).getByRole('tab')
    const titles = await tabs.evaluateAll((found) => found.map((tab) => tab.getAttribute('title')))
    const at = titles.indexOf(title)
    if (at < 0 || at > 7) throw new TourProblem(`The tab of ${title} is not among the first eight: ${titles.join(', ')}`)
    await this.press(`Alt+${String(at + 1)}`)
  }
}

/** The text as a pattern that matches it alone. */
export function literal(/** @type {string} */ text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
