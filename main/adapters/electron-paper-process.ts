import { utilityProcess } from 'electron'
import type { PaperProcess } from './paper-beside'

/** Starts the built drawing program as a utility process: a crash or a greedy document takes nothing else with it. */
export function startPaperProcess(program: string, fontFolder: string): PaperProcess {
  const child = utilityProcess.fork(program, [fontFolder], { serviceName: 'CME Desk paper', stdio: 'ignore' })
  return {
    post: (order) => child.postMessage(order),
    onAnswer: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.once('exit', listener),
    end: () => void child.kill(),
  }
}
