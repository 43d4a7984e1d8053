// `npm test`: everything that must hold, in order, each with its time. What fails does not keep the
// rest from running; the last line sums up, and any failure ends with exit 1.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { npmCommand } from './setup/commands.mjs'
import { projectRoot } from './setup/locations.mjs'
import { durationText, runScript } from './setup/progress.mjs'
import { setUp } from './setup/set-up.mjs'
import { countPlaywright, countStep, countVitest } from './test-run/test-counts.mjs'

const reports = join(projectRoot, 'test-results', 'reports')
const ours = (/** @type {string} */ name, /** @type {string[]} */ ...args) => ({ command: process.execPath, args: [join(projectRoot, 'scripts', name), ...args] })

/** One vitest project, with its results also as JSON. */
function vitest(/** @type {string} */ project) {
  const file = join(reports, `${project}.json`)
  const program = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return { run: { command: process.execPath, args: [program, ...args] }, report: { file, count: countVitest } }
}

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {import('./setup/commands.mjs').Command} run
 * @property {{ file: string, count: (report: unknown) => import('./test-run/test-counts.mjs').TestCounts }} [report]
 */

const endToEndReport = join(reports, 'end-to-end.json')
/** @type {Step[]} */
const steps = [
  { name: 'Types', run: ours('typecheck.mjs') },
  { name: 'Lint and architecture', run: npmCommand(['run', '-s', 'lint']) },
  { name: 'Unit', ...vitest('unit') },
  { name: 'Build', run: ours('build.mjs') },
  { name: 'Integration', ...vitest('integration') },
  { name: 'End to end', run: ours('end-to-end.mjs', '--report', endToEndReport), report: { file: endToEndReport, count: countPlaywright } },
]

/** No step may hang for ever: past this it is ended and counts as failed. */
const limitMinutes = 15

/** @param {import('./setup/commands.mjs').Command} command @returns {Promise<boolean>} whether it ended with exit 0 */
function run({ command, args }) {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' })
    const limit = setTimeout(() => {
      process.stdout.write(`✗ ended after ${limitMinutes} minutes\n`)
      child.kill('SIGTERM')
    }, limitMinutes * 60_000)
    const finish = (/** @type {boolean} */ succeeded) => {
      clearTimeout(limit)
      settle(succeeded)
    }
    child.once('error', () => finish(false))
    child.once('exit', (code) => finish(code === 0))
  })
}

await runScript(async () => {
  const begun = performance.now()
  await setUp({ purpose: 'test' })
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  const results = []
  for (const step of steps) {
    process.stdout.write(`\n━━ ${step.name} ━━\n`)
    const stepBegun = performance.now()
    const succeeded = await run(step.run)
    results.push({ name: step.name, succeeded, counts: countStep(step.report, succeeded), time: performance.now() - stepBegun })
  }

  process.stdout.write('\n━━ Summary ━━\n')
  for (const { name, succeeded, counts, time } of results) {
    const tests = counts.passed + counts.failed > 0 ? ` ${counts.passed} passed, ${counts.failed} failed` : ''
    process.stdout.write(`${succeeded && counts.failed === 0 ? '✓' : '✗'} ${name.padEnd(22)} ${durationText(time).padStart(12)}${tests}\n`)
  }
  const passed = results.reduce((sum, { counts }) => sum + counts.passed, 0)
  const failed = results.reduce((sum, { counts }) => sum + counts.failed, 0)
  process.stdout.write(`  Altogether ${durationText(performance.now() - begun)}\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 && results.every(({ succeeded }) => succeeded) ? 0 : 1
})
