import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageFacts from '../../../package.json'

const root = resolve(import.meta.dirname, '..', '..', '..')
const sources = ['main', 'preload', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|html)$/.test(file))
    .map((file) => ({ file: relative(root, join(root, folder, file)), text: readFileSync(join(root, folder, file), 'utf8') })),
)
const filesWith = (pattern: RegExp): readonly string[] => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

describe('the program’s source', () => {
  it('was read', () => {
    expect(sources.length).toBeGreaterThan(200)
  })

  it.each([
    ['opens no address outside the program', /openExternal|openPath\((?!await temporaryCopy)/],
    ['embeds no view', /<webview|BrowserView|WebContentsView/],
    ['switches no feature of the engine on', /enableBlinkFeatures|experimentalFeatures: true|allowpopups/],
    ['weakens no window', /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false|allowRunningInsecureContent: true|webviewTag: true/],
    ['puts no text into a page as markup', /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write/],
    ['makes no code from text', /\beval\(|new Function\(/],
    ['names no remote page, but for examples and the standards’ own names', /(?:fetch|loadURL|src=|href=)\(?["'`]https?:/],
  ])('%s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([])
  })

  it('hands the page nothing of Electron but the bridge', () => {
    expect(filesWith(/ipcRenderer|contextBridge/)).toEqual([join('preload', 'index.ts')])
    expect(filesWith(/ipcMain/)).toEqual([join('main', 'ipc', 'register.ts')])
  })
})

describe('the package', () => {
  it('has every fuse set that would let somebody run other code in its name', () => {
    const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
    const fuses: Readonly<Record<string, string>> = Object.fromEntries([...(configuration.split('electronFuses:')[1] ?? '').split(/\n(?=\S)/)[0]?.matchAll(/^ {2}(\w+): (true|false)$/gm) ?? []].map(([, name = '', value = '']) => [name, value]))
    expect(fuses).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    })
  })

  it('names one exact Electron, no older than the newest that was there when it was last looked at', () => {
    expect(packageFacts.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number.parseInt(packageFacts.devDependencies.electron, 10)).toBeGreaterThanOrEqual(45)
  })
})
