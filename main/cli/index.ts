import { run } from './run'

// A reader that has seen enough closes the pipe; that is no fault of the call.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// No top-level await: the bundle is CommonJS.
void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  environment: process.env,
  workingFolder: process.cwd(),
}).then((exitCode) => {
  process.exitCode = exitCode
})
