import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { z } from 'zod'
import { run } from '../../main/cli/run'
import { paperTextOf } from './paper-reader'

const scenarioSchema = z.object({ scenario: z.string(), learner_id: z.string(), activity_id: z.string(), claim_id: z.string(), order_id: z.string(), expected: z.string() })
/** A line of `scenarios.csv`. */
export type Scenario = z.infer<typeof scenarioSchema>

/** The lines of a scenario file. */
export async function readScenarios(file: string): Promise<readonly Scenario[]> {
  const text = await readFile(file, 'utf8')
  return scenarioSchema.array().parse(Papa.parse(text, { header: true, skipEmptyLines: true }).data)
}

const documentSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
])

/** What one call of `desk … --json` answered. */
export interface Said {
  readonly exitCode: number
  readonly document: z.infer<typeof documentSchema>
}

/** Calls the command line in this process on a closed data folder; the clock is `now`. */
export async function say(folder: string, now: string, ...words: readonly string[]): Promise<Said> {
  let out = ''
  const exitCode = await run([...words, '--data', folder, '--now', now, '--json'], { out: (text) => { out += text }, err: () => undefined, environment: {}, workingFolder: folder })
  return { exitCode, document: documentSchema.parse(JSON.parse(out)) }
}

async function valueOf<Value>(folder: string, now: string, schema: z.ZodType<Value>, ...words: readonly string[]): Promise<Value> {
  const { document, exitCode } = await say(folder, now, ...words)
  if (!document.ok) throw new Error(`${words.join(' ')}: ${document.error.code}`)
  if (exitCode !== 0) throw new Error(`${words.join(' ')}: exit ${String(exitCode)}`)
  return schema.parse(document.value)
}

/** `diagnose` as `desk-cli.md` promises it. */
export const diagnosisValueSchema = z.object({
  findings: z
    .array(
      z.object({
        code: z.string(),
        rows: z.array(z.string()),
        evidence: z.array(z.object({ kind: z.string(), record: z.string(), field: z.string(), value: z.string().nullable() })).min(1),
        date: z.string().nullable(),
        agentCan: z.string().min(1),
        learnerCan: z.string().min(1),
        activityId: z.string().optional(),
      }),
    )
    .min(1),
  steps: z.array(z.object({ step: z.string(), state: z.string(), at: z.string().nullable(), lastOn: z.string().nullable() })).optional(),
  claimable: z.object({ creditType: z.string(), amount: z.string().regex(/^\d+\.\d\d$/) }).optional(),
  reports: z.array(z.object({ body: z.string(), due: z.string().nullable(), state: z.string() })).optional(),
})
const recordSchema = z.object({ claims: z.array(z.object({ externalId: z.string(), certificateNumber: z.string().nullable() })) })

/** What follows a claim may be any finding; everything else is the first (exchange format, scenarios). */
const afterTheClaim = new Set(['board_reported', 'board_self_report', 'certificate_of_participation', 'report_due'])

/**
 * What the command line answers to a scenario, written as the scenario writes what it expects; where the answer is
 * another one, what it is. Corrections are made, so a scenario changes the folder.
 */
export async function answerTo(scenario: Scenario, folder: string, now: string): Promise<string> {
  const { learner_id: learner, activity_id: activity, claim_id: claim, order_id: order, expected } = scenario
  const [kind = '', argument = ''] = expected.split(':')
  const paper = async (...words: readonly string[]): Promise<string> => {
    const file = join(folder, 'scenario.pdf')
    await valueOf(folder, now, z.object({ file: z.string() }), ...words, '--out', file)
    return paperTextOf(await readFile(file)).replaceAll(',', '')
  }
  const onPaper = (text: string): string => (text.split('\n').some((line) => line === argument || line.startsWith(`${argument} `) || line.endsWith(`$${argument}`)) ? expected : text)
  // Without a type behind it, credit_type_not_offered is a finding.
  switch (expected.includes(':') ? kind : '') {
    case 'change_allowed':
    case 'credit_type_not_offered': {
      const { document } = await say(folder, now, 'correct-credit', claim, '--to', argument, '--reason', 'as the learner asked')
      return `${document.ok ? 'change_allowed' : document.error.code}:${argument}`
    }
    case 'amount':
    case 'prints': {
      const { claims } = await valueOf(folder, now, recordSchema, 'learner', learner)
      const number = claims.find((one) => one.externalId === claim)?.certificateNumber
      return typeof number === 'string' ? onPaper(await paper('certificate', number)) : 'no certificate'
    }
    case 'total':
      return onPaper(await paper('receipt', order))
  }
  const found = await valueOf(folder, now, diagnosisValueSchema, 'diagnose', learner, ...(activity === '' ? [] : ['--activity', activity]))
  const among = (answers: readonly (string | null)[]): string => (answers.includes(argument) ? expected : `${kind}:${answers.join('|')}`)
  switch (kind) {
    case 'claimable':
      return `claimable:${found.claimable?.amount ?? 'nothing'}`
    case 'report_due':
      return among(found.reports?.map((line) => line.due) ?? [])
    case 'reported_to':
      return among(found.reports?.map((line) => line.body) ?? [])
    default: {
      const codes = found.findings.map((one) => one.code)
      return afterTheClaim.has(kind) && codes.includes(kind) ? kind : (codes[0] ?? '')
    }
  }
}
