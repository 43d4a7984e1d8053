import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { net, protocol, type Session } from 'electron'

export const appScheme = 'app'
export const appOrigin = 'app://console'

/** Must run before the program is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Nothing but our own files: no remote content, no eval, no frames, no forms; styles carry the page's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The file a URL of ours stands for, or `undefined` when it leads out of the folder, to another host or nowhere. */
export function fileForUrl(url: string, folder: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  if (parsed.protocol !== `${appScheme}:` || parsed.host !== 'console') return undefined
  const named = decoded(parsed.pathname)
  if (named === undefined || named.includes('\0')) return undefined
  const path = normalize(join(folder, named))
  if (!path.startsWith(`${normalize(folder)}${sep}`) && path !== normalize(folder)) return undefined
  return /\.[a-z0-9]+$/i.test(path) ? path : join(folder, 'index.html')
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** Serves the built renderer from its folder under `app://console/`. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const file = fileForUrl(request.url, folder)
    if (file === undefined || request.method !== 'GET') return new Response('', { status: 403 })
    if (file.endsWith('index.html')) return page(file)
    const response = await net.fetch(pathToFileURL(file).toString()).catch(() => undefined)
    if (response === undefined) return new Response('', { status: 404 })
    const headers = new Headers(response.headers)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(response.body, { status: response.status, headers })
  })
}

async function page(file: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const html = await readFile(file, 'utf8')
  return new Response(html.replaceAll('__NONCE__', nonce), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
    },
  })
}
