import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { benches } from './benches'
import type { Comparison } from './measure'
import { prepareRecords } from './prepared-records'
import { openYardstick } from './yardstick'

const root = process.cwd()
const learners = Number(process.env.BENCH_LEARNERS ?? '100000')
const only = (process.env.BENCH_ONLY ?? '').split(',').filter((name) => name !== '')
const tell = (line: string): void => void process.stderr.write(`${line}\n`)

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3))

function line({ name, p50, p95, yardstickP50, ratio, same, verdict, goal }: Comparison): readonly string[] {
  return [name, `${figure(p50)} ms`, `${figure(p95)} ms`, `${figure(yardstickP50)} ms`, `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`, same.toFixed(2), verdict === 'told' ? goal : `inconclusive; ${goal}`]
}

function table(rows: readonly (readonly string[])[]): string {
  const heads = ['Figure', 'p50', 'p95', 'Yardstick p50', 'Ratio (least–most)', 'A/A', 'Goal']
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  return [heads, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}

async function run(): Promise<void> {
  const unknown = only.find((name) => !benches.some((bench) => bench.name === name))
  if (unknown !== undefined) throw new Error(`There is no figure “${unknown}”; there are ${benches.map((bench) => bench.name).join(', ')}.`)
  const records = await prepareRecords(root, learners, tell)
  const yardstick = openYardstick(root, records.copy)
  const results: Comparison[] = []
  try {
    for (const bench of benches.filter(({ name }) => only.length === 0 || only.includes(name))) {
      tell(`measuring ${bench.name}`)
      results.push(await bench.run(records, yardstick))
    }
  } finally {
    yardstick.close()
    await records.remove()
  }
  process.stdout.write(`${table(results.map(line))}\n`)
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(`Peak memory of the whole run: ${String(peak)} MB\n`)
  const out = process.env.BENCH_OUT
  if (out !== undefined) writeFileSync(out, `${JSON.stringify({ learners, node: process.version, processors: cpus().length, memoryBytes: totalmem(), peakMegabytes: peak, results }, null, 2)}\n`)
}

void run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
