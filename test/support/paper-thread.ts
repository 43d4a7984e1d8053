import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import type { PaperProcess } from '../../main/adapters/paper-beside'
import { fontsDirectory } from './paper-fonts'

const root = join(import.meta.dirname, '..', '..')

/** The drawing program on threads of plain Node. */
export interface PaperThreads {
  readonly start: () => PaperProcess
  /** How many were started, and how many run now. */
  starts(): number
  running(): number
  /** Resolves when the first one runs its program. */
  started(): Promise<void>
  /** Ends the newest as a crash would. */
  kill(): Promise<void>
}

/** Builds the drawing program inside the repository, where the packages it imports are found. */
export async function paperThread(): Promise<PaperThreads> {
  const outDir = join(root, 'test-results', `paper-worker-${String(process.pid)}`)
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { alias: { '@shared': join(root, 'shared') } },
    build: { ssr: join(root, 'main', 'jobs', 'paper-worker.ts'), outDir, emptyOutDir: true, target: 'node20.18', rolldownOptions: { output: { entryFileNames: 'paper-worker.mjs' } } },
  })
  const threads: Worker[] = []
  let alive = 0
  let begun: () => void = () => undefined
  const first = new Promise<void>((settle) => (begun = settle))
  return {
    start() {
      const thread = new Worker(join(outDir, 'paper-worker.mjs'), { argv: [fontsDirectory] })
      threads.push(thread)
      alive += 1
      thread.once('online', begun)
      thread.once('exit', () => (alive -= 1))
      return {
        post: (order) => thread.postMessage(order),
        onAnswer: (listener) => void thread.on('message', listener),
        onEnd: (listener) => void thread.once('exit', listener),
        end: () => void thread.terminate(),
      }
    },
    starts: () => threads.length,
    running: () => alive,
    started: () => first,
    async kill() {
      await threads.at(-1)?.terminate()
    },
  }
}
