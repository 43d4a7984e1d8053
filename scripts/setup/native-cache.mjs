import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from './locations.mjs'

const builtFile = join('build', 'Release', 'node_sqlite3.node')

/**
 * The name sqlite3's installer looks for among local prebuilds. The driver speaks N-API, so one file
 * serves every Node and every Electron of a platform.
 * @param {string} version @param {{ platform?: string, arch?: string, libc?: string }} [machine] libc: '' for glibc
 */
export function prebuildName(version, { platform = process.platform, arch = process.arch, libc = linuxLibc() } = {}) {
  return `sqlite3-v${version}-napi-v6-${platform}${libc}-${arch}.tar.gz`
}

/** '' for glibc and outside Linux, 'musl' otherwise: as the installer names them. */
function linuxLibc() {
  if (process.platform !== 'linux') return ''
  const report = process.report.getReport()
  return 'header' in report && 'glibcVersionRuntime' in Object(report.header) ? '' : 'musl'
}

/** @param {string} version sqlite3's version in the lock file */
export function nativeCache(version) {
  const folder = join(cacheFolder(), 'sqlite3')
  const file = join(folder, prebuildName(version))
  return {
    /** Handed to `npm ci` so that sqlite3's installer finds the file. */
    environment: { npm_config_sqlite3_local_prebuilds: folder },
    has: () => existsSync(file),
    /** Keeps the built driver for the next clone: packed beside, then renamed into place. */
    save(/** @type {string} */ nodeModules) {
      const source = join(nodeModules, 'sqlite3')
      if (existsSync(file) || !existsSync(join(source, builtFile))) return false
      mkdirSync(folder, { recursive: true })
      const draft = `${file}.${process.pid}`
      const packed = spawnSync('tar', ['-czf', draft, '-C', source, builtFile.replaceAll('\\', '/')], { stdio: 'ignore' })
      if (packed.status !== 0) {
        rmSync(draft, { force: true })
        return false
      }
      renameSync(draft, file)
      return true
    },
  }
}

/** Whether the driver's native file is in place; it is missing when install scripts were switched off. */
export function driverIsBuilt(/** @type {string} */ nodeModules) {
  return existsSync(join(nodeModules, 'sqlite3', builtFile))
}

/**
 * Where this Node keeps its C headers, so that a build from source does not try to download them;
 * `undefined` when it came without.
 */
export function headersFolder() {
  const prefix = dirname(dirname(process.execPath))
  const versionFile = join(prefix, 'include', 'node', 'node_version.h')
  if (!existsSync(versionFile)) return undefined
  const text = readFileSync(versionFile, 'utf8')
  const part = (/** @type {string} */ name) => new RegExp(`#define NODE_${name}_VERSION (\\d+)`).exec(text)?.[1]
  const version = `${part('MAJOR')}.${part('MINOR')}.${part('PATCH')}`
  return version === process.versions.node ? prefix : undefined
}
