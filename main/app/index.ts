import './last-resort'
import { writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { app, nativeTheme, session, type BrowserWindow } from 'electron'
import packageFacts from '../../package.json'
import { electronPorts } from '../adapters/electron-ports'
import { preferencesSchema } from '@shared/contract/settings'
import { createElectronPreferences } from '../adapters/electron-preferences'
import { createFileLog } from '../adapters/file-log'
import { nodePorts } from '../adapters/node-ports'
import { randomIds } from '../adapters/random-ids'
import { safeStorageWrapping } from '../adapters/safe-storage-wrapping'
import { fixedClock, systemClock } from '../adapters/system-clock'
import { createWindowStateStore } from '../adapters/window-state-store'
import { createDispatch } from '../ipc/dispatch'
import { publishChanges, registerInvoke } from '../ipc/register'
import { createPreferenceService } from '../services/preference-service'
import { registerAppScheme, serveApp } from './app-protocol'
import { setApplicationMenu, showEditMenuOnRightClick } from './application-menu'
import { openDeskWindow, preloadFile } from './desk-window'
import { readLaunchArguments } from './launch-arguments'
import { createOpenDesk } from './open-desk'
import { denyPermissions, guardWebContents, isOwnPage } from './web-contents-guard'

const launch = readLaunchArguments(process.argv, app.isPackaged)
if (launch.malformed.length > 0) {
  process.stderr.write(`Not understood: ${launch.malformed.join(', ')}. Use --data FOLDER and --now 2026-11-20T15:00:00-05:00.\n`)
  app.exit(2)
}

// A data folder of its own has its own profile, and with it its own single window.
if (launch.dataFolder !== undefined) app.setPath('userData', join(launch.dataFolder, 'window'))
const folder = launch.dataFolder ?? join(app.getPath('userData'), 'desk')
// As root Chromium cannot build its sandbox, and insisting on one would end every child.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerAppScheme()

const declaredMajor = `${packageFacts.devDependencies.electron.split('.')[0] ?? ''}.`

let window: BrowserWindow | undefined
const currentWindow = (): BrowserWindow | undefined => window

function start(): void {
  const clock = launch.now === undefined ? systemClock : fixedClock(launch.now)
  const log = createFileLog(folder)
  const operator = userInfo().username
  const ports = nodePorts({ folder, clock, log, environment: process.env, wrapping: safeStorageWrapping, window: electronPorts(currentWindow, join(__dirname, 'worker.cjs')), standInRuntime: !process.versions.electron.startsWith(declaredMajor) })
  const kept = createElectronPreferences()
  // The title bar, the menus and the skeleton before the page follow the person's choice, not only the page.
  const followTheme = (): void => {
    const preferred = preferencesSchema.partial().safeParse(kept.read())
    nativeTheme.themeSource = preferred.data?.theme ?? 'system'
  }
  followTheme()
  const preferences = createPreferenceService(kept, () => {
    followTheme()
    publishChanges(currentWindow, ['preferences'])
  })
  const desk = createOpenDesk({
    folder,
    clock,
    ports,
    operatingSystemUser: operator,
    preferences,
    onChanged: (topics) => publishChanges(currentWindow, topics),
    quit: () => app.quit(),
  })
  const dispatch = createDispatch({
    handlers: () => desk.handlers(),
    session: () => ({
      acting: { actor: operator, operatingSystemUser: operator, via: 'window' },
      roles: ['agent', 'coordinator', 'supervisor'],
    }),
    ids: randomIds,
    log,
    checksOutput: !app.isPackaged,
  })

  serveApp(session.defaultSession, join(__dirname, '..', 'renderer'))
  denyPermissions(session.defaultSession)
  registerInvoke(dispatch, currentWindow, isOwnPage)
  window = openDeskWindow(createWindowStateStore(), preloadFile(__dirname), { light: '#ECEFF1', dark: '#0F1417' })
  setApplicationMenu(currentWindow)
  showEditMenuOnRightClick(window)
  photographWhenAsked(window)
  // The store is opened after the first paint, so that the window is never late for it.
  window.once('ready-to-show', () => void desk.handlers())
  window.on('closed', () => (window = undefined))

  let closing = false
  app.on('before-quit', (event) => {
    if (closing) return
    event.preventDefault()
    closing = true
    void desk.close().finally(() => app.quit())
  })
}

/** Leaves a picture of the window where `CME_DESK_SCREENSHOT` says, for a start without a display. */
function photographWhenAsked(target: BrowserWindow): void {
  const file = process.env.CME_DESK_SCREENSHOT
  if (file === undefined || file === '') return
  target.webContents.once('did-finish-load', () => {
    setTimeout(() => {
      void target.webContents.capturePage().then((picture) => writeFile(file, picture.toPNG()))
    }, 1500)
  })
}

guardWebContents()
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window === undefined) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}
