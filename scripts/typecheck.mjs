// Checks the types of every runtime by its own tsconfig, two at a time.
// `node scripts/typecheck.mjs [shared|main|preload|renderer|test|scripts …]`
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { projectRoot } from './setup/locations.mjs'
import { SetupProblem, durationText, runScript } from './setup/progress.mjs'

const runtimes = ['shared', 'main', 'preload', 'renderer', 'test', 'scripts']
const atOnce = 2

/** Checkouts may share one node_modules by a link; their caches must not mix. */
const checkout = createHash('sha256').update(projectRoot).digest('hex').slice(0, 8)

/** @param {string} runtime @returns {Promise<boolean>} whether its types hold */
function check(runtime) {
  const begun = performance.now()
  const cache = join(projectRoot, 'node_modules', '.cache', 'cme-desk', `types-${runtime}-${checkout}.tsbuildinfo`)
  const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc')
  const args = [compiler, '-p', join(projectRoot, runtime), '--incremental', '--tsBuildInfoFile', cache, '--pretty', String(process.stdout.isTTY === true)]
  return new Promise((settle, refuse) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (text += chunk.toString('utf8')))
    child.once('error', refuse)
    child.once('close', (code) => {
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${runtime} (${durationText(performance.now() - begun)})\n${text}`)
      settle(code === 0)
    })
  })
}

await runScript(async () => {
  const named = process.argv.slice(2)
  const unknown = named.find((name) => !runtimes.includes(name))
  if (unknown !== undefined) throw new SetupProblem(`There is no runtime "${unknown}"; there are ${runtimes.join(', ')}.`)
  const waiting = named.length === 0 ? [...runtimes] : named
  let allHold = true
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) allHold = (await check(next)) && allHold
    }),
  )
  process.exitCode = allHold ? 0 : 1
})
