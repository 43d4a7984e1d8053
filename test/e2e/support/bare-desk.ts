import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, expect, type Page } from '@playwright/test'
import type { Answer, Input, Method, Output } from '@shared/contract'
import { sampleClock } from './desk-app'

const root = resolve(import.meta.dirname, '..', '..', '..')

/** The program started as a person starts it: Playwright's own launcher switches the keyring off. */
export interface BareDesk {
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>
  value<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  close(): Promise<void>
}

function electronProgram(): string {
  const program: unknown = process.env.APP_EXECUTABLE ?? createRequire(import.meta.url)('electron')
  if (typeof program !== 'string') throw new Error('the electron package names no program')
  return program
}

/** Starts the program on a folder and speaks to its window over the debugging port. */
export async function openBareDesk(folder: string, environment: Readonly<Record<string, string>>, switches: readonly string[]): Promise<BareDesk> {
  const own = process.env.APP_EXECUTABLE === undefined ? [root] : []
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electronProgram(), [...own, '--data', folder, '--now', sampleClock, '--remote-debugging-port=0', ...sandbox, ...switches], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = await new Promise<string>((settle, fail) => {
    child.once('exit', () => fail(new Error('the program ended before its window was there')))
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
      if (found !== undefined) settle(found)
    })
  })
  const browser = await chromium.connectOverCDP(address)
  const page = (): Page | undefined => browser.contexts()[0]?.pages()[0]
  await expect.poll(() => page()?.url() ?? '', { timeout: 30_000 }).toMatch(/^app:/)
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> => {
    const text = await page()?.evaluate(([name, what]) => window.app.invoke(name, what), [method, input] as const)
    return JSON.parse(text ?? '') as Answer<M>
  }
  return {
    ask,
    async value(method, input) {
      const answer = await ask(method, input)
      if (!answer.ok) throw new Error(`${method} was refused: ${answer.error.code}`)
      return answer.value
    },
    async close() {
      await browser.close()
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}
