import { ipcMain, type BrowserWindow } from 'electron'
import type { Topic } from '@shared/contract'
import { refuse } from '@shared/model/result'
import type { Dispatch } from './dispatch'

/**
 * The one entry from the page: only the main frame of our own window, on our own page, is answered.
 * The answer travels as JSON text: copying a thousand objects through the bridge takes four times as long.
 */
export function registerInvoke(dispatch: Dispatch, window: () => BrowserWindow | undefined, isOwnPage: (url: string) => boolean): void {
  ipcMain.handle('app:invoke', async (event, method: unknown, input: unknown): Promise<string> => {
    const frame = event.senderFrame
    const trusted = frame !== null && event.sender === window()?.webContents && frame.parent === null && isOwnPage(frame.url)
    return JSON.stringify(trusted ? await dispatch(method, input) : refuse('not_allowed'))
  })
}

/** Tells the window which topics changed; the signal carries no data. */
export function publishChanges(window: () => BrowserWindow | undefined, topics: readonly Topic[]): void {
  const target = window()
  if (target !== undefined && !target.isDestroyed()) target.webContents.send('app:changed', topics)
}
