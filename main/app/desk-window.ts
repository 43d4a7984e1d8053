import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron'
import { appOrigin } from './app-protocol'

/** Where the window stood when it was last closed. */
export interface WindowState {
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

export interface WindowStateStore {
  read(): WindowState
  write(state: WindowState): void
}

/** The settings every window of ours has; nothing of Node reaches the page. */
export const securePreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies BrowserWindowConstructorOptions['webPreferences']

function onAScreen(state: WindowState): boolean {
  if (state.x === undefined || state.y === undefined) return false
  const { x, y } = { x: state.x, y: state.y }
  return screen.getAllDisplays().some(({ workArea }) => x >= workArea.x - 50 && y >= workArea.y - 50 && x < workArea.x + workArea.width - 100 && y < workArea.y + workArea.height - 50)
}

/** Makes the desk's window where it last stood and loads the page; it is shown when the skeleton is painted. */
export function openDeskWindow(states: WindowStateStore, preload: string, background: { light: string; dark: string }): BrowserWindow {
  const state = states.read()
  const place = onAScreen(state) && state.x !== undefined && state.y !== undefined ? { x: state.x, y: state.y } : {}
  const window = new BrowserWindow({
    ...place,
    width: state.width,
    height: state.height,
    minWidth: 900,
    minHeight: 600,
    useContentSize: true,
    show: false,
    title: 'CME Desk',
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: { ...securePreferences, preload },
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const [width, height] = window.getContentSize()
    const bounds = window.getNormalBounds()
    states.write({ x: bounds.x, y: bounds.y, width: width ?? 1440, height: height ?? 900, maximized: window.isMaximized() })
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}

/** The built preload script beside the built main program. */
export const preloadFile = (folder: string): string => join(folder, '..', 'preload', 'index.cjs')
