import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { Answer, Input, Method, Output } from '@shared/contract'
import { preparedDesk } from './prepared-desk'

/** The instant at which every window of these tests stands. */
export const sampleClock = '2026-11-20T15:00:00-05:00'

const root = resolve(import.meta.dirname, '..', '..', '..')

/** The program in a real window, on a data folder of its own. */
export interface DeskApp {
  readonly app: ElectronApplication
  readonly page: Page
  readonly folder: string
  /** Console errors, uncaught errors and faults so far; a test that leaves one here fails at its end. */
  readonly consoleErrors: string[]
  /** Ends the program, as closing its window does. */
  close(): Promise<void>
  /** Ends the program and starts it again on the same folder. */
  restart(): Promise<void>
  /** Asks over the window's own bridge, and gives the whole answer. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>
  /** Asks over the window's own bridge; throws where it is refused. */
  value<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
}

interface Running {
  readonly app: ElectronApplication
  readonly page: Page
}

async function start(folder: string, troubles: string[]): Promise<Running> {
  const executable = process.env.APP_EXECUTABLE
  const app = await _electron.launch({
    ...(executable === undefined ? {} : { executablePath: executable }),
    args: [...(executable === undefined ? [root] : []), '--data', folder, '--now', sampleClock],
    env: Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)),
  })
  app.process().stderr?.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString('utf8').split('\n')) if (line.includes('CME Desk stopped')) troubles.push(line)
  })
  const page = await app.firstWindow()
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  await expect(page.getByRole('main')).toBeVisible({ timeout: 30_000 })
  return { app, page }
}

/** Starts the program on a folder; the folder goes with `removeDesk`. */
export async function openDesk(folder: string): Promise<DeskApp> {
  const consoleErrors: string[] = []
  let running: Running | undefined = await start(folder, consoleErrors)
  const here = (): Running => {
    if (running === undefined) throw new Error('the window is closed')
    return running
  }
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> => {
    const text = await here().page.evaluate(([name, what]) => window.app.invoke(name, what), [method, input] as const)
    return JSON.parse(text) as Answer<M>
  }
  return {
    get app() {
      return here().app
    },
    get page() {
      return here().page
    },
    folder,
    consoleErrors,
    async close() {
      await running?.app.close()
      running = undefined
    },
    async restart() {
      await running?.app.close()
      running = await start(folder, consoleErrors)
    },
    ask,
    async value(method, input) {
      const answer = await ask(method, input)
      if (!answer.ok) throw new Error(`${method} was refused: ${answer.error.code}`)
      return answer.value
    },
  }
}

/** Faults that main wrote to its log: bugs, which no test asks for. */
async function faultsOf(folder: string): Promise<readonly string[]> {
  const log = await readFile(join(folder, 'logs', 'desk.log'), 'utf8').catch(() => '')
  return log.split('\n').filter((line) => line.includes('"level":"fault"'))
}

async function removeDesk(desk: DeskApp): Promise<void> {
  await desk.close()
  await rm(desk.folder, { recursive: true, force: true, maxRetries: 5 })
}

async function expectNoTrouble(desk: DeskApp): Promise<void> {
  expect([...desk.consoleErrors.splice(0), ...(await faultsOf(desk.folder))]).toEqual([])
}

/** A data folder with the sample's records in it, taken in once for the whole run and copied. */
export async function sampleFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cme-desk-window-'))
  await cp(preparedDesk(), folder, { recursive: true })
  return folder
}

/** For each test a program that was just unpacked: nothing in it yet. */
export const freshTest = base.extend<{ desk: DeskApp }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  desk: async ({}, use) => {
    const desk = await openDesk(await mkdtemp(join(tmpdir(), 'cme-desk-window-')))
    await use(desk)
    await expectNoTrouble(desk)
    await removeDesk(desk)
  },
})

interface Keeper {
  /** The program of that file, started at its first test and kept for its others. */
  deskOf(file: string): Promise<DeskApp>
  end(): Promise<void>
}

function createKeeper(): Keeper {
  let kept: { readonly file: string; readonly desk: DeskApp } | undefined
  const end = async (): Promise<void> => {
    if (kept !== undefined) await removeDesk(kept.desk)
    kept = undefined
  }
  return {
    async deskOf(file) {
      if (kept?.file !== file) {
        await end()
        kept = { file, desk: await openDesk(await sampleFolder()) }
      }
      return kept.desk
    },
    end,
  }
}

/** The sample desk, one program for all tests of a file: a start costs more than most tests. */
export const test = base.extend<{ desk: DeskApp }, { keeper: Keeper }>({
  keeper: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const keeper = createKeeper()
      await use(keeper)
      await keeper.end()
    },
    { scope: 'worker' },
  ],
  desk: async ({ keeper }, use, info) => {
    const desk = await keeper.deskOf(info.file)
    await use(desk)
    await expectNoTrouble(desk)
  },
})

export { expect }
