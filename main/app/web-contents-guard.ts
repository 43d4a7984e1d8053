import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from './app-protocol'

/** Whether a URL is a page of ours. (`new URL(…).origin` is the text "null" for our scheme.) */
export function isOwnPage(url: string): boolean {
  return url === appOrigin || url.startsWith(`${appOrigin}/`)
}

/** No page of ours navigates away, opens a window, embeds a view or gets a permission. */
export function guardWebContents(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Only copying to the clipboard is granted, and only to our own page. */
export function denyPermissions(session: Session): void {
  const granted = (permission: string, url: string): boolean => permission === 'clipboard-sanitized-write' && isOwnPage(url)
  session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(granted(permission, details.requestingUrl)))
  session.setPermissionCheckHandler((_contents, permission, origin) => granted(permission, origin.replace(/\/$/, '')))
  session.setDevicePermissionHandler(() => false)
}
