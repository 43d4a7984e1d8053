import Store from 'electron-store'
import { z } from 'zod'

const windowStateSchema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(900).max(20_000),
  height: z.number().int().min(600).max(20_000),
  maximized: z.boolean(),
})

const atFirst = { width: 1440, height: 900, maximized: false }

/** Where the window stood, in electron-store beside the preferences; anything unreadable counts as the first start. */
export function createWindowStateStore(): { read(): z.infer<typeof windowStateSchema>; write(state: z.infer<typeof windowStateSchema>): void } {
  const store = new Store<{ window: unknown }>({ name: 'window', clearInvalidConfig: true })
  return {
    read() {
      const kept = windowStateSchema.safeParse(store.get('window'))
      return kept.success ? kept.data : atFirst
    },
    write(state) {
      store.set('window', state)
    },
  }
}
