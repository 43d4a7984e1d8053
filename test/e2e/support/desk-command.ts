import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { sampleClock } from './desk-app'

const program = join(resolve(import.meta.dirname, '..', '..', '..'), 'out', 'main', 'desk.cjs')

/** What a call of the command line left. */
export interface CommandCall {
  readonly exitCode: number | undefined
  /** The one JSON document on standard output. */
  readonly document: unknown
}

/** Runs `desk … --json` on a data folder, in a process of its own, at the window's instant. */
export function runDesk(folder: string, words: readonly string[]): Promise<CommandCall> {
  return new Promise((settle) => {
    const child = execFile(process.execPath, [program, ...words, '--data', folder, '--now', sampleClock, '--json'], { maxBuffer: 50_000_000 }, (_error, stdout) => {
      settle({ exitCode: child.exitCode ?? undefined, document: stdout === '' ? undefined : JSON.parse(stdout) })
    })
  })
}
