import { app } from 'electron'

// Imported first: without these an exception in main opens a modal dialog and waits for ever where nobody sits.
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (fault: unknown) => {
    const what = fault instanceof Error ? `${fault.name} ${fault.stack?.split('\n').slice(1, 4).join(' ') ?? ''}` : typeof fault
    process.stderr.write(`CME Desk stopped: ${event}: ${what}\n`)
    app.exit(70)
  })
}
