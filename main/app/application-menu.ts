import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'

interface Shortcut {
  readonly label: string
  readonly key: string
  readonly modifiers: readonly ('control' | 'meta' | 'shift' | 'alt')[]
  readonly shown: string
}

const command = process.platform === 'darwin' ? 'meta' : 'control'

/** A menu item does what its key does in the window: one place decides what a key means. */
function item(window: () => BrowserWindow | undefined, shortcut: Shortcut): MenuItemConstructorOptions {
  return {
    label: shortcut.label,
    accelerator: shortcut.shown,
    registerAccelerator: false,
    click: () => {
      const contents = window()?.webContents
      contents?.sendInputEvent({ type: 'keyDown', keyCode: shortcut.key, modifiers: [...shortcut.modifiers] })
      contents?.sendInputEvent({ type: 'keyUp', keyCode: shortcut.key, modifiers: [...shortcut.modifiers] })
    },
  }
}

/** The program's menu: the desk's own acts first, then the system's editing, zoom and window items. */
export function setApplicationMenu(window: () => BrowserWindow | undefined): void {
  const key = (label: string, name: string, shown: string, modifiers: Shortcut['modifiers'] = [command]): MenuItemConstructorOptions =>
    item(window, { label, key: name, modifiers, shown })
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&Desk',
      submenu: [
        key('Find or do anything', 'K', 'CmdOrCtrl+K'),
        { type: 'separator' },
        key('Close tab', 'W', 'CmdOrCtrl+W'),
        key('Reopen closed tab', 'T', 'CmdOrCtrl+Shift+T', [command, 'shift']),
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        key('Undo last act', 'Z', 'CmdOrCtrl+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        key('Side panel', '\\', 'CmdOrCtrl+\\'),
        key('Next pane', 'F6', 'F6', []),
        { type: 'separator' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', submenu: [key('All keys', '?', '?', ['shift'])] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Cut, copy and paste under the right button, where text stands. */
export function showEditMenuOnRightClick(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, parameters) => {
    const items: MenuItemConstructorOptions[] = parameters.isEditable
      ? [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { type: 'separator' }, { role: 'selectAll' }]
      : parameters.selectionText.trim() === ''
        ? []
        : [{ role: 'copy' }]
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
