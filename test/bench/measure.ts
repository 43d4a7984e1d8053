/** One way of doing the work; it answers what it found, so that no arm can be quick by finding less. */
export interface Arm {
  readonly name: string
  readonly run: (sample: number) => Promise<string> | string
}

/** What a pair of arms came to: ratios sample by sample, the median quoted with the extremes. */
export interface Comparison {
  readonly name: string
  readonly goal: string
  readonly samples: number
  /** Milliseconds of the measured arm: p50 and p95. */
  readonly p50: number
  readonly p95: number
  readonly yardstickP50: number
  readonly ratio: { readonly median: number; readonly min: number; readonly max: number }
  /** The yardstick against itself: outside 0.9 to 1.1 the machine was too restless to tell. */
  readonly same: number
  readonly verdict: 'told' | 'inconclusive'
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? Number.NaN
}

const ascending = (values: readonly number[]): readonly number[] => [...values].sort((one, other) => one - other)
const median = (values: readonly number[]): number => quantile(ascending(values), 0.5)

async function timed(arm: Arm, sample: number): Promise<{ readonly milliseconds: number; readonly found: string }> {
  const began = performance.now()
  const found = await arm.run(sample)
  return { milliseconds: performance.now() - began, found }
}

/**
 * Compares an arm with its yardstick. The arms take turns sample by sample, in rotated order, the yardstick twice for the
 * A/A figure; ratios are of the two runs of one sample, so that a restless moment touches both. All must find the same.
 */
export async function compare(name: string, goal: string, measured: Arm, yardstick: Arm, samples: number, warmUp: number): Promise<Comparison> {
  const arms = [measured, yardstick, yardstick] as const
  const times: readonly [number[], number[], number[]] = [[], [], []]
  for (let sample = -warmUp; sample < samples; sample += 1) {
    const found = new Set<string>()
    for (let turn = 0; turn < arms.length; turn += 1) {
      const place = (((sample + turn) % arms.length) + arms.length) % arms.length
      const arm = arms[place]
      const list = times[place]
      if (arm === undefined || list === undefined) throw new Error('an arm is missing')
      const result = await timed(arm, sample + warmUp)
      found.add(result.found)
      if (sample >= 0) list.push(result.milliseconds)
    }
    if (found.size !== 1) throw new Error(`${name}: the arms do not find the same: ${[...found].map((text) => text.slice(0, 200)).join(' | ')}`)
  }
  const [ours, first, second] = times
  const ratios = ours.map((milliseconds, sample) => milliseconds / (((first[sample] ?? 0) + (second[sample] ?? 0)) / 2))
  const same = median(first.map((milliseconds, sample) => milliseconds / (second[sample] ?? 1)))
  const sorted = ascending(ours)
  return {
    name,
    goal,
    samples,
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    yardstickP50: median(first),
    ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
    same,
    verdict: same >= 0.9 && same <= 1.1 ? 'told' : 'inconclusive',
  }
}
