import { spawnSync } from 'node:child_process'
import { hasProgram, runLong } from './commands.mjs'
import { SetupProblem } from './progress.mjs'

/** Whether this process may install Debian packages: root on a system that has apt. */
export function mayInstallPackages() {
  return process.platform === 'linux' && process.getuid?.() === 0 && hasProgram('apt-get')
}

/**
 * Reads `apt-cache policy`: the packages that could be installed by exactly this name. Purely
 * virtual names (Ubuntu 24.04's `libasound2`) have the candidate `(none)` and are left out.
 * @param {string} policy
 */
export function installablePackages(policy) {
  /** @type {Set<string>} */
  const found = new Set()
  let current = ''
  for (const line of policy.split('\n')) {
    const header = /^(\S+):$/.exec(line)
    if (header?.[1] !== undefined) current = header[1]
    const candidate = /^\s+Candidate: (\S+)/.exec(line)
    if (candidate?.[1] !== undefined && candidate[1] !== '(none)') found.add(current)
  }
  return found
}

/**
 * Takes the first name of each group that this release knows: since the 64-bit time change Debian
 * 13 and Ubuntu 24.04 call some libraries by another name.
 * @param {string[][]} groups @param {Set<string>} installable
 */
export function chooseNames(groups, installable) {
  return groups.map((names) => names.find((name) => installable.has(name)) ?? names[0] ?? '').filter((name) => name !== '')
}

/** @param {string[][]} groups */
function choose(groups) {
  const policy = spawnSync('apt-cache', ['policy', ...groups.flat()], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  const installable = installablePackages(policy.stdout ?? '')
  return { names: chooseNames(groups, installable), complete: groups.every((names) => names.some((name) => installable.has(name))) }
}

/**
 * The command a person with administrator's rights can paste.
 * @param {string[][]} groups each group: the same library's names on different releases
 */
export function installCommand(groups) {
  if (!hasProgram('apt-get')) {
    return `With your system's package manager install what Debian calls: ${groups.map(([name]) => name).join(' ')}`
  }
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${choose(groups).names.join(' ')}`
}

/**
 * Installs Debian packages as root, refreshing the package lists only when they don't know a name.
 * @param {string[][]} groups @param {(text: string) => void} note @returns {Promise<string[]>} the names installed
 */
export async function installPackages(groups, note) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const apt = (/** @type {string[]} */ ...args) =>
    runLong({ command: 'apt-get', args: ['-o', 'DPkg::Lock::Timeout=120', ...args] }, { environment, label: `apt-get ${args[0]}`, note })
  const install = (/** @type {string[]} */ names) => apt('install', '-y', '-qq', '--no-install-recommends', ...names)

  let choice = choose(groups)
  note(`Installing system packages: ${choice.names.join(' ')}`)
  let outcome = choice.complete ? await install(choice.names) : { succeeded: false, tail: '' }
  if (!outcome.succeeded) {
    // Unknown names, or lists so old that the files they name are gone.
    await apt('update', '-qq')
    choice = choose(groups)
    outcome = await install(choice.names)
  }
  if (!outcome.succeeded) {
    throw new SetupProblem(`The system packages could not be installed.\n${outcome.tail}`, `Run this, then the same command again:\n  ${installCommand(groups)}`)
  }
  return choice.names
}
