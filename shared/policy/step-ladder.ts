import type { Instant } from '../model/instant'

export const ladderSteps = ['registered', 'pretest', 'posttest', 'evaluation', 'event_code', 'segments', 'claim', 'certificate'] as const
export type LadderStep = (typeof ladderSteps)[number]

export interface LadderRung {
  readonly step: LadderStep
  readonly state: 'done' | 'not_required' | 'here' | 'later'
  readonly at: Instant | null
  /** Facts of the step for a person: the result and the mark, the parts done; empty when there is none. */
  readonly detail: string
}

/** What an enrolment's record says of each step; `null` is "not known". */
export interface LadderFacts {
  readonly registeredAt: Instant
  readonly pretestRequired: boolean
  readonly pretestAt: Instant | null
  readonly posttestRequired: boolean
  readonly passedAt: Instant | null
  readonly bestPercent: number | null
  readonly passPercent: number | null
  readonly attemptsUsed: number | null
  readonly maximumAttempts: number | null
  readonly evaluationRequired: boolean
  readonly evaluatedAt: Instant | null
  readonly eventCodeRequired: boolean
  readonly eventCodeEnteredAt: Instant | null
  readonly segmentsDone: number | null
  readonly segmentsTotal: number | null
  readonly claimedAt: Instant | null
  readonly certificateAt: Instant | null
}

interface Step {
  readonly step: LadderStep
  readonly required: boolean
  readonly done: boolean
  readonly at: Instant | null
  readonly detail: string
}

function posttestDetail(facts: LadderFacts): string {
  const said = [
    facts.bestPercent === null ? '' : `${String(facts.bestPercent)} %`,
    facts.passPercent === null ? '' : `pass mark ${String(facts.passPercent)} %`,
    facts.attemptsUsed === null ? '' : facts.maximumAttempts === null ? `${String(facts.attemptsUsed)} ${facts.attemptsUsed === 1 ? 'try' : 'tries'}` : `${String(facts.attemptsUsed)} of ${String(facts.maximumAttempts)} tries`,
  ]
  return said.filter((part) => part !== '').join(', ')
}

const passed = (facts: LadderFacts): boolean =>
  facts.passedAt !== null || (facts.passPercent !== null && facts.bestPercent !== null && facts.bestPercent >= facts.passPercent)

/**
 * The way to the certificate, rung by rung: done, not required here, the one the learner stands at, later (H35, C7, P3,
 * P9). A claim that stands leaves nothing to do, whatever the record says about the way there.
 */
export function climbLadder(facts: LadderFacts): readonly LadderRung[] {
  // How many segments are done says nothing without how many there are, and the other way round.
  const segments = facts.segmentsDone === null ? 0 : (facts.segmentsTotal ?? 0)
  const steps: readonly Step[] = [
    { step: 'registered', required: true, done: true, at: facts.registeredAt, detail: '' },
    { step: 'pretest', required: facts.pretestRequired, done: facts.pretestAt !== null, at: facts.pretestAt, detail: '' },
    { step: 'posttest', required: facts.posttestRequired, done: passed(facts), at: facts.passedAt, detail: posttestDetail(facts) },
    { step: 'evaluation', required: facts.evaluationRequired, done: facts.evaluatedAt !== null, at: facts.evaluatedAt, detail: '' },
    { step: 'event_code', required: facts.eventCodeRequired, done: facts.eventCodeEnteredAt !== null, at: facts.eventCodeEnteredAt, detail: '' },
    {
      step: 'segments',
      required: segments > 0,
      done: (facts.segmentsDone ?? 0) >= segments,
      at: null,
      detail: segments > 0 ? `${String(facts.segmentsDone ?? 0)} of ${String(segments)}` : '',
    },
    { step: 'claim', required: true, done: facts.claimedAt !== null, at: facts.claimedAt, detail: '' },
    { step: 'certificate', required: true, done: facts.certificateAt !== null, at: facts.certificateAt, detail: '' },
  ]
  const claimed = facts.claimedAt !== null
  const isOpen = (step: Step): boolean => step.required && !step.done && !(claimed && step.step !== 'certificate')
  const here = steps.find(isOpen)
  return steps.map((step): LadderRung => {
    const { at, detail } = step
    if (step.done && (step.required || at !== null)) return { step: step.step, state: 'done', at, detail }
    if (!isOpen(step)) return { step: step.step, state: 'not_required', at: null, detail }
    return { step: step.step, state: step === here ? 'here' : 'later', at: null, detail }
  })
}
