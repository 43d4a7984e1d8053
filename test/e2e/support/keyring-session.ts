import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from '@playwright/test'

/** A session of its own with an unlocked keyring, as a desktop has one after log-in. */
export interface KeyringSession {
  readonly environment: Readonly<Record<string, string>>
  /** Takes the keyring away with all that was in it, and gives an empty one in its place. */
  loseKeyring(): Promise<void>
  end(): Promise<void>
}

/** Whether this machine has the programs. */
export function hasKeyring(): boolean {
  return process.platform === 'linux' && ['gnome-keyring-daemon', 'dbus-daemon', 'dbus-send'].every((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** The first line that a program prints. */
async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the program has no output')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('the program said nothing')
}

export async function startKeyringSession(): Promise<KeyringSession> {
  const home = await mkdtemp(join(tmpdir(), 'cme-desk-keyring-'))
  const runtime = join(home, 'runtime')
  await mkdir(runtime, { mode: 0o700 })
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1', `--address=unix:path=${join(runtime, 'bus')}`], { stdio: ['ignore', 'pipe', 'ignore'] })
  const environment = { DBUS_SESSION_BUS_ADDRESS: await firstLine(bus), XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data') }

  async function startKeyring(): Promise<ChildProcess> {
    const env = { ...process.env, ...environment }
    const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], { env, stdio: ['pipe', 'ignore', 'ignore'] })
    keyring.stdin.end('the log-in password of this session')
    const owned = (): string =>
      spawnSync('dbus-send', ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'], { env, encoding: 'utf8' }).stdout
    await expect.poll(owned, { timeout: 20_000 }).toContain('boolean true')
    return keyring
  }
  let keyring = await startKeyring()
  return {
    environment,
    async loseKeyring() {
      await ended(keyring)
      await rm(environment.XDG_DATA_HOME, { recursive: true, force: true })
      keyring = await startKeyring()
    },
    async end() {
      await ended(keyring)
      await ended(bus)
      await rm(home, { recursive: true, force: true })
    },
  }
}
