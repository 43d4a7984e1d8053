import { expect, test } from './support/desk-app'
import { openLearner } from './support/window-acts'

// Electron's security checklist; CONTRIBUTING says which of its items each test shows.
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
      // In a task of its own: what a debugger evaluates itself stands above the policy.
      const evaluated = await new Promise<string>((settle) =>
        setTimeout(() => {
          try {
            settle(String((Reflect.construct(Function, ['return 1']) as () => unknown)()))
          } catch {
            settle('refused')
          }
        }),
      )
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
    expect(seen.violations).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src']))
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
    // The bridge still answers from the same page: nothing was navigated away.
    expect(await desk.value('desk.status', {})).toMatchObject({ started: true })
    expect(page.url()).toBe(before)
    expect(app.windows()).toHaveLength(1)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
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

  test('answers no other window, though it has the same preload script', async ({ desk }) => {
    const answer = await desk.app.evaluate(async ({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/out/preload/index.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, contextIsolation: true, sandbox: true } })
      try {
        await stranger.loadURL('app://console/')
        return (await stranger.webContents.executeJavaScript("window.app.invoke('desk.status', {})")) as string
      } finally {
        stranger.destroy()
      }
    })
    expect(JSON.parse(answer)).toEqual({ ok: false, error: { code: 'not_allowed' } })
    expect(await desk.value('desk.status', {})).toMatchObject({ started: true })
  })

  test('shows no frame, neither of its own pages nor of others', async ({ desk }) => {
    const frames = await desk.page.evaluate(async () => {
      const loaded = ['app://console/', 'https://example.org/', 'data:text/html,<p>hello'].map((source) => {
        const frame = document.createElement('iframe')
        frame.src = source
        const settled = new Promise<void>((settle) => frame.addEventListener('load', () => settle(), { once: true }))
        document.body.append(frame)
        return settled.then(() => {
          const length = frame.contentDocument?.body.childElementCount ?? 0
          frame.remove()
          return length
        })
      })
      return Promise.all(loaded)
    })
    expect(frames).toEqual([0, 0, 0])
    desk.consoleErrors.splice(0)
  })

  test('sends its policy with every page, and reads no file outside its folder', async ({ desk }) => {
    const seen = await desk.page.evaluate(async () => {
      const page = await fetch('app://console/')
      const script = document.querySelector('script[src]')?.getAttribute('src') ?? ''
      const part = await fetch(new URL(script, location.href))
      const outside = await Promise.all(
        ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', '..%5c..%5cpackage.json', '%00', '%zz', 'nothing-of-that-name.js'].map((path) => `app://console/${path}`).map(async (url) => {
          const answer = await fetch(url)
          return { refused: answer.status >= 400 || (answer.headers.get('Content-Type') ?? '').startsWith('text/html'), leaked: (await answer.text()).includes('cme-desk') }
        }),
      )
      const posted = await fetch('app://console/', { method: 'POST', body: 'x' })
      return {
        policy: page.headers.get('Content-Security-Policy') ?? '',
        sniffing: [page, part].map((answer) => answer.headers.get('X-Content-Type-Options')),
        outside,
        posted: posted.status,
      }
    })
    expect(seen.policy).toContain("default-src 'none'")
    expect(seen.policy).toContain("script-src 'self'")
    expect(seen.policy).not.toMatch(/unsafe|https?:/)
    expect(seen.sniffing).toEqual(['nosniff', 'nosniff'])
    for (const answer of seen.outside) expect(answer).toEqual({ refused: true, leaked: false })
    expect(seen.posted).toBe(403)
    desk.consoleErrors.splice(0)
  })

  test('asks nothing of the network, not even while it works', async ({ desk }) => {
    const asked = await desk.app.evaluateHandle(({ session }) => {
      const urls: string[] = []
      session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
        if (!/^(app|blob|data|devtools):/.test(details.url)) urls.push(details.url)
        answer({})
      })
      return urls
    })
    await desk.page.reload()
    await expect(desk.page.getByRole('main')).toBeVisible()
    await openLearner(desk.page, 'mei.patel1', 'Mei Patel')
    // Files of its own folder are read through `app:`; in main that reading is a request to a file.
    const strangers = (await asked.jsonValue()).filter((url) => !url.startsWith('file://'))
    expect(strangers).toEqual([])
    await desk.app.evaluate(({ session }) => session.defaultSession.webRequest.onBeforeRequest(null))
  })

  test('grants the clipboard to its own page and nothing else to anybody', async ({ desk }) => {
    await expect.poll(() => desk.page.evaluate(() => document.hasFocus())).toBe(true)
    const answers = await desk.page.evaluate(async () => ({
      written: await navigator.clipboard.writeText('072026-000001').then(() => 'written', () => 'refused'),
      read: await navigator.clipboard.readText().then(() => 'read', () => 'refused'),
      place: await new Promise<string>((settle) => navigator.geolocation.getCurrentPosition(() => settle('told'), () => settle('refused'))),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'opened', () => 'refused'),
    }))
    expect(answers).toEqual({ written: 'written', read: 'refused', place: 'refused', camera: 'refused' })
    desk.consoleErrors.splice(0)
  })
})
