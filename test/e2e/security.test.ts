import { expect, test } from './support/desk-app'

// Electron's security checklist, item by item; those that cannot be seen from the page have a unit test or a line in CONTRIBUTING.
test.describe('the window keeps to itself', () => {
  test('has no Node, an isolated context and nothing but the bridge', async ({ desk }) => {
    const seen = await desk.page.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      module: typeof Reflect.get(globalThis, 'module'),
      bridge: Object.keys(window.app).sort(),
    }))
    expect(seen).toEqual({ require: 'undefined', process: 'undefined', module: 'undefined', bridge: ['invoke', 'onChanged'] })
  })

  test('runs every window with the secure settings', async ({ desk }) => {
    const settings = await desk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        return { ...contents.getLastWebPreferences() }
      }),
    )
    expect(settings).toHaveLength(1)
    expect(settings[0]).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false })
  })

  test('refuses eval, remote content and frames by its policy', async ({ desk }) => {
    const { page } = desk
    const seen = await page.evaluate(async () => {
      const violations: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
      const evaluated = (() => {
        try {
          return String((Reflect.construct(Function, ['return 1']) as () => unknown)())
        } catch {
          return 'refused'
        }
      })()
      const fetched = await fetch('https://example.org/').then(() => 'fetched', () => 'refused')
      const image = new Image()
      const loaded = new Promise<string>((settle) => {
        image.onload = () => settle('loaded')
        image.onerror = () => settle('refused')
      })
      image.src = 'https://example.org/picture.png'
      return { evaluated, fetched, image: await loaded, violations: [...new Set(violations)].sort() }
    })
    expect(seen).toMatchObject({ evaluated: 'refused', fetched: 'refused', image: 'refused' })
    expect(seen.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src']))
    // These refusals were asked for; they are the only errors allowed here.
    desk.consoleErrors.splice(0)
  })

  test('goes nowhere and opens nothing', async ({ desk }) => {
    const { app, page } = desk
    const before = page.url()
    await page.evaluate(() => {
      window.open('https://example.org/')
      location.href = 'https://example.org/'
    })
    await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))))
    expect(page.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
    desk.consoleErrors.splice(0)
  })

  test('grants no permission', async ({ desk }) => {
    const states = await desk.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as const
      const found = await Promise.all(names.map((name) => navigator.permissions.query({ name: name }).then((status) => status.state)))
      return found
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
  })

  test('answers only operations of the contract, with input that fits', async ({ desk }) => {
    const answers = await desk.page.evaluate(async () => {
      const ask = async (method: string, input: unknown): Promise<unknown> => JSON.parse(await window.app.invoke(method, input))
      return {
        unknown: await ask('desk.dropEverything', {}),
        inherited: await ask('constructor', {}),
        tooMuch: await ask('learners.open', { id: 'lrn_1', actor: 'somebody else' }),
        malformed: await ask('learners.open', { id: "lrn_1' or 1=1" }),
      }
    })
    expect(answers).toEqual({
      unknown: { ok: false, error: { code: 'unknown_operation' } },
      inherited: { ok: false, error: { code: 'unknown_operation' } },
      tooMuch: { ok: false, error: { code: 'invalid_input' } },
      malformed: { ok: false, error: { code: 'invalid_input', field: 'id' } },
    })
  })
})
