/** How often a harness of `npm run faults` tries: so often, or with `--full` so much oftener. */
export function faultTrials(usual: number, full: number): number {
  return process.env.FAULTS === 'full' ? full : usual
}

/** The seed of a harness: the day's usual one, or that of `FAULTS_SEED`, to repeat a failure. */
export function faultSeed(): number {
  return Number(process.env.FAULTS_SEED ?? '20261120')
}
