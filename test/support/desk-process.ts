import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..', '..')

/** What a call of the real command line left. */
export interface DeskCall {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts `desk` as its users do, under plain Node in a process of its own. */
export function startDesk(argumentList: readonly string[], environment: NodeJS.ProcessEnv = {}): { readonly child: ChildProcess; readonly ended: Promise<DeskCall> } {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'DESK_KEY'))
  const child = spawn(process.execPath, [resolve(root, 'scripts', 'desk.mjs'), ...argumentList], { cwd: root, env: { ...inherited, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  const ended = new Promise<DeskCall>((settle) => {
    child.once('close', (exitCode) => settle({ exitCode, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }))
  })
  return { child, ended }
}

/** Runs `desk` to its end. */
export function runDesk(argumentList: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<DeskCall> {
  return startDesk(argumentList, environment).ended
}

/** The one JSON document a call wrote to standard output; throws when there is anything else. */
export function documentOf(call: DeskCall): unknown {
  return JSON.parse(call.stdout)
}
