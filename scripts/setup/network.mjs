import { connect } from 'node:net'

/**
 * Whether the place that serves Electron's and sqlite3's official binaries answers. Where a firewall
 * swallows packets the downloads would hang for minutes; this tells in seconds. A proxy or a mirror
 * in the environment is trusted to work.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function officialDownloadsReachable(environment = process.env, host = 'github.com', limitSeconds = 6) {
  const names = Object.keys(environment).map((name) => name.toLowerCase())
  const indirect = ['https_proxy', 'http_proxy', 'electron_mirror', 'npm_config_electron_mirror', 'npm_config_https_proxy']
  if (names.some((name) => indirect.includes(name))) return Promise.resolve(true)
  return new Promise((settle) => {
    const socket = connect({ host, port: 443 })
    const finish = (/** @type {boolean} */ reachable) => {
      clearTimeout(limit)
      socket.destroy()
      settle(reachable)
    }
    const limit = setTimeout(() => finish(false), limitSeconds * 1000)
    socket.once('connect', () => finish(true))
    socket.once('error', () => finish(false))
  })
}
