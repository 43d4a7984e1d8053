import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { instantOf } from '@shared/model/instant'
import type { Log } from '../ports/log'

const largest = 5_000_000

/**
 * One JSON line per event in `logs/desk.log` of the data folder, one older file kept. A fault is written as its class,
 * code and place in the code: its message may quote what a person typed.
 */
export function createFileLog(folder: string): Log {
  const directory = join(folder, 'logs')
  const file = join(directory, 'desk.log')
  const write = (line: Readonly<Record<string, unknown>>): void => {
    try {
      mkdirSync(directory, { recursive: true })
      if (existsSync(file) && statSync(file).size > largest) renameSync(file, join(directory, 'desk.1.log'))
      appendFileSync(file, `${JSON.stringify({ at: instantOf(Date.now()), ...line })}\n`, { mode: 0o600 })
    } catch {
      // A full disk must not take the desk down with its log.
    }
  }
  return {
    info: (event, facts = {}) => write({ level: 'info', event, ...facts }),
    fault: (event, fault, facts = {}) => write({ level: 'fault', event, ...facts, ...describe(fault) }),
  }
}

function describe(fault: unknown): Readonly<Record<string, string>> {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const places = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8)
  const code = 'code' in fault && typeof fault.code === 'string' ? { code: fault.code } : {}
  return { fault: fault.name, ...code, stack: places.map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\//, '(')).join(' < ') }
}
