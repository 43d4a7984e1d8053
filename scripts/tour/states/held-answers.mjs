/** @typedef {import('@playwright/test').ElectronApplication} ElectronApplication */
/** @typedef {'as_is' | 'never' | 'fault'} Answers what the window gets: the truth, nothing yet, or a fault with an incident number */

/** What the shell itself needs to stand: it is answered in every state. */
const always = ['desk.status', 'preferences.read', 'preferences.write', 'find.search']

/**
 * Lets the program answer the window's questions as wished, so that every screen can be seen loading and in error.
 * Only what a test changes from outside: the program has no such switch.
 * @param {ElectronApplication} app @param {Answers} answers
 */
export async function answerWith(app, answers) {
  await app.evaluate(
    ({ ipcMain }, { answers: wish, always: passed }) => {
      const holder = /** @type {{ answerAs?: string, realAnswer?: (event: unknown, method: string, input: unknown) => Promise<string>, held?: unknown[] }} */ (globalThis)
      holder.answerAs = wish
      if (holder.realAnswer !== undefined) return
      /** @type {Map<string, (event: unknown, method: string, input: unknown) => Promise<string>>} */
      const handlers = Reflect.get(ipcMain, '_invokeHandlers')
      const real = handlers.get('app:invoke')
      if (real === undefined) throw new Error('the window’s one entry is not registered')
      holder.realAnswer = real
      handlers.set('app:invoke', (event, method, input) => {
        if (holder.answerAs === 'as_is' || passed.includes(method)) return real(event, method, input)
        // Held on to: a question whose answer can no longer come is collected, and then fails in the window.
        if (holder.answerAs === 'never') return new Promise((resolve) => (holder.held ??= []).push(event, resolve))
        return Promise.resolve(JSON.stringify({ ok: false, error: { code: 'internal', facts: { incident: 'INC-0042' } } }))
      })
    },
    { answers, always },
  )
}
