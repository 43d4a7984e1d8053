/**
 * A cause a person can mend: what went wrong, and the exact next step. Set-up prints it without a
 * stack and exits 1; anything else that is thrown is a bug and keeps its stack.
 */
export class SetupProblem extends Error {
  /** @param {string} message @param {string} [nextStep] */
  constructor(message, nextStep) {
    super(nextStep === undefined ? message : `${message}\n\n${nextStep}`)
    this.name = 'SetupProblem'
  }
}

/** @typedef {{ state: 'ready' | 'done' | 'skipped', text: string }} StepOutcome */

/** @param {string} text @returns {StepOutcome} Nothing had to be done. */
export const ready = (text) => ({ state: 'ready', text })
/** @param {string} text @returns {StepOutcome} Something was installed or made. */
export const done = (text) => ({ state: 'done', text })
/** @param {string} text @returns {StepOutcome} Not needed on this machine. */
export const skipped = (text) => ({ state: 'skipped', text })

/** @param {number} milliseconds A duration; shown as `0.2 s` or `2 min 05 s`. */
export function durationText(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 100) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

const marks = { ready: '·', done: '✓', skipped: '–' }

/**
 * Prints steps with their times, always to standard error: `desk` answers on standard output, and
 * nothing of ours may mix with it.
 */
export class Progress {
  /** @param {{ quiet?: boolean, write?: (text: string) => void }} [options] quiet: only print what was done. */
  constructor({ quiet = false, write = (text) => void process.stderr.write(text) } = {}) {
    this.quiet = quiet
    this.write = write
  }

  /** @param {string} text */
  note(text) {
    this.write(`  ${text}\n`)
  }

  /**
   * Runs one step and prints its outcome and time.
   * @param {string} name @param {() => Promise<StepOutcome> | StepOutcome} step
   */
  async step(name, step) {
    const begun = performance.now()
    const outcome = await step()
    if (this.quiet && outcome.state !== 'done') return
    this.write(`${marks[outcome.state]} ${name}: ${outcome.text} (${durationText(performance.now() - begun)})\n`)
  }
}

/**
 * Runs a script's main part: a `SetupProblem` is printed in plain words and ends with exit 1.
 * @param {() => Promise<void>} main @param {number} [exitCode] for a problem of the surroundings
 */
export async function runScript(main, exitCode = 1) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error
    process.stderr.write(`\n✗ ${error.message}\n`)
    process.exitCode = exitCode
  }
}
