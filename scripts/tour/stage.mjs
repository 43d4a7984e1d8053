import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { electronEnvironment } from '../electron-runtime.mjs'
import { projectRoot } from '../setup/locations.mjs'
import { startVirtualDisplay } from '../virtual-display.mjs'
import { startPageClock } from './page-clock.mjs'

/** The window of the pictures, in CSS pixels. */
export const usualSize = { width: 1440, height: 900 }

/** The real window on a data folder of its own; on Linux on a display of its own. */
export class Stage {
  /** @param {{ display: import('../virtual-display.mjs').VirtualDisplay | undefined, app: import('@playwright/test').ElectronApplication, page: import('@playwright/test').Page, data: string, launchMs: number }} parts */
  constructor({ display, app, page, data, launchMs }) {
    this.display = display
    this.app = app
    this.page = page
    this.data = data
    /** Milliseconds from the start of the program to its window's page. */
    this.launchMs = launchMs
    /** @type {string[]} What the page complained of and no picture has told yet. */
    this.complaints = []
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  /** @param {{ now: string }} wanted @returns {Promise<Stage>} */
  static async open({ now }) {
    const display = process.platform === 'linux' ? await startVirtualDisplay({ width: 1700, height: 1100 }) : undefined
    const environment = { ...process.env, ...display?.environment }
    const electron = electronEnvironment(environment)
    Object.assign(environment, electron.environment)
    const data = mkdtempSync(join(tmpdir(), 'cme-desk-tour-'))
    try {
      const begun = performance.now()
      const app = await _electron.launch({
        executablePath: electron.executable,
        args: [...electron.switches, '--log-level=3', projectRoot, '--data', data, '--now', now],
        env: Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value ?? ''])),
        colorScheme: 'light',
        timeout: 60_000,
      })
      const page = await app.firstWindow()
      const stage = new Stage({ display, app, page, data, launchMs: Math.round(performance.now() - begun) })
      await page.waitForLoadState('domcontentloaded')
      await startPageClock(page)
      await stage.resize(usualSize)
      // The display's pointer stands in its middle, where it would tint a row of every picture.
      await page.mouse.move(0, 0)
      return stage
    } catch (error) {
      await display?.stop()
      rmSync(data, { recursive: true, force: true })
      throw error
    }
  }

  /** @param {{ width: number, height: number }} size of the page, in CSS pixels */
  async resize({ width, height }) {
    await this.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
    for (let tries = 0; tries < 50; tries += 1) {
      const inner = await this.page.evaluate(() => [globalThis.innerWidth, globalThis.innerHeight])
      if (inner[0] === width && inner[1] === height) return
      await this.page.waitForTimeout(100)
    }
  }

  /** Complaints since the last call. */
  takeComplaints() {
    return this.complaints.splice(0)
  }

  /** Ends the program; its data folder stays until `clear`. */
  async close() {
    await this.app.close().catch(() => undefined)
    await this.display?.stop()
  }

  clear() {
    rmSync(this.data, { recursive: true, force: true })
  }
}
