import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

// The runtime's own modules exist in Electron only; what is tested here uses none of them.
vi.mock('electron', () => ({ net: {}, protocol: {}, app: {} }))

const { contentSecurityPolicy, fileForUrl } = await import('../../../main/app/app-protocol')
const { isOwnPage } = await import('../../../main/app/web-contents-guard')

const folder = join('/', 'opt', 'desk', 'out', 'renderer')

describe('the file behind a URL', () => {
  it('is a file of the folder, or the page for a path of its own', () => {
    expect(fileForUrl('app://console/assets/index.js', folder)).toBe(join(folder, 'assets', 'index.js'))
    expect(fileForUrl('app://console/assets/a%20b.woff2?v=1#x', folder)).toBe(join(folder, 'assets', 'a b.woff2'))
    expect(fileForUrl('app://console/', folder)).toBe(join(folder, 'index.html'))
    expect(fileForUrl('app://console/learners/lrn_1', folder)).toBe(join(folder, 'index.html'))
  })

  it.each([
    'app://console/..%2f..%2fpackage.json',
    'app://console/assets/..%2f..%2f..%2f..%2fetc/passwd.txt',
    'app://console/%2e%2e%2f%2e%2e%2fmain/index.cjs',
    'app://console/..%2frenderer-of-another/index.js',
    'app://console//..%2f..%2fpackage.json',
  ])('is none where %s leads out of the folder', (url) => {
    expect(fileForUrl(url, folder)).toBeUndefined()
  })

  it('cannot leave the folder by dots that the URL itself resolves', () => {
    for (const path of ['../../package.json', '%2e%2e/%2e%2e/package.json', './../x/../../package.json']) {
      expect(fileForUrl(`app://console/${path}`, folder)).toBe(join(folder, 'package.json'))
    }
  })

  it.each(['app://elsewhere/index.html', 'app://console.example.org/index.html', 'app://console:8080/index.html', 'https://console/index.html', 'file:///etc/passwd.txt', 'not a url'])('is none for the foreign address %s', (url) => {
    expect(fileForUrl(url, folder)).toBeUndefined()
  })

  it.each(['app://console/index.html%00.js', 'app://console/%00', 'app://console/%zz.js', 'app://console/%e0%a4.js'])('is none for %s, which is no path', (url) => {
    expect(fileForUrl(url, folder)).toBeUndefined()
  })
})

describe('the policy of every page', () => {
  const directives = new Map(contentSecurityPolicy('bm9uY2U=').split('; ').map((directive) => [directive.slice(0, directive.indexOf(' ')), directive.slice(directive.indexOf(' ') + 1)]))

  it('allows nothing that is not named, and no code but the program’s own files', () => {
    expect(directives.get('default-src')).toBe("'none'")
    expect(directives.get('script-src')).toBe("'self'")
    expect(directives.get('connect-src')).toBe("'self'")
    for (const directive of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(directive)).toBe("'none'")
  })

  it('names no remote host, no eval and no inline code; styles carry the page’s nonce', () => {
    for (const sources of directives.values()) expect(sources).not.toMatch(/unsafe|\*|https?:|wss?:/)
    expect(directives.get('style-src')).toBe("'self' 'nonce-bm9uY2U='")
    expect(directives.get('script-src')).not.toContain('nonce')
  })
})

describe('a page of our own', () => {
  it.each(['app://console', 'app://console/', 'app://console/learners/lrn_1'])('is %s', (url) => {
    expect(isOwnPage(url)).toBe(true)
  })

  it.each(['app://console.example.org/', 'app://consolex', 'app:console/', 'https://console/', 'file:///app://console/', 'about:blank', ''])('is not %s', (url) => {
    expect(isOwnPage(url)).toBe(false)
  })
})
