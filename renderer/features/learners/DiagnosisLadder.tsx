import type { ReactNode } from 'react'
import { Ladder, type LadderStep } from '../../ui/Ladder'
import { dayWords, instantDayWords } from '../../words/time-words'
import type { StepOfDiagnosis } from './api'
import { bodyWords } from './finding-evidence'

const stepWords: Readonly<Record<StepOfDiagnosis['step'], string>> = {
  registration: 'Registered', pretest: 'Pre-test', segments: 'Segments', event_code: 'Event code', posttest: 'Post-test', evaluation: 'Evaluation',
  identifiers: 'Identifiers', membership: 'Membership', claim: 'Claim', certificate: 'Certificate', report: 'Report',
}

/** Steps that are named also where the activity does not ask for them: people expect a word about them. */
const alwaysNamed: ReadonlySet<StepOfDiagnosis['step']> = new Set(['pretest', 'posttest', 'evaluation'])

const identifierWords: Readonly<Record<string, string>> = { nabp_eprofile_id: 'e-Profile ID', birth_month_day: 'birth month and day', licence: 'licence' }

function figures({ step, evidence }: StepOfDiagnosis): readonly string[] {
  const value = (field: string): string | undefined => evidence.find((one) => one.field === field)?.value ?? undefined
  switch (step) {
    case 'posttest': {
      const [best, mark, tries] = [value('best_percent'), value('pass_percent'), value('attempts_used')]
      return [best === undefined ? '' : `${best}\u00a0%`, mark === undefined ? '' : `pass mark ${mark}\u00a0%`, tries === undefined ? '' : tries === '1' ? 'one try' : `${tries} tries`]
    }
    case 'segments':
      return [`${value('segments_done') ?? '0'} of ${value('segments_total') ?? '0'}`]
    case 'identifiers':
      return evidence.map((one) => `${identifierWords[one.value ?? ''] ?? one.value ?? ''} missing`)
    case 'certificate':
      return [value('certificate_number') ?? '']
    default:
      return []
  }
}

/** What stands beside a step: when it was done or until when it can be, and its figures. */
function detailOf(step: StepOfDiagnosis, zone: string): string {
  const until = step.lastOn === null ? '' : dayWords(step.lastOn)
  switch (step.state) {
    case 'not_required':
      return 'not required here'
    case 'done':
      return [step.at === null ? '' : instantDayWords(step.at, zone), ...figures(step), step.step === 'identifiers' ? 'on file' : '', step.step === 'membership' && until !== '' ? `active until ${until}` : ''].filter((part) => part !== '').join(', ')
    case 'closed':
      return [until === '' ? 'no longer possible' : `closed after ${until}`, ...figures(step)].filter((part) => part !== '').join(', ')
    case 'later':
      return step.step === 'certificate' ? 'follows the claim at once' : until === '' ? 'later' : `by ${until}`
    case 'open': {
      if (step.step === 'identifiers') return figures(step).join(', ')
      const open = step.step === 'report' ? (until === '' ? 'not sent' : `by ${until}`) : until === '' ? 'open' : `open until ${until}`
      return [open, ...figures(step)].filter((part) => part !== '').join(', ')
    }
  }
}

/** The way from the registration to the report: done, not required, here, later, closed. */
export function DiagnosisLadder({ steps, zone }: { readonly steps: readonly StepOfDiagnosis[]; readonly zone: string }): ReactNode {
  // Before the claim nobody knows whether it will be reported.
  const shown = steps.filter((step) => (step.state !== 'not_required' || alwaysNamed.has(step.step)) && !(step.step === 'report' && step.state === 'later'))
  // Nobody stands at a step beyond one that is closed.
  const next = shown.find((step) => step.state === 'open' || step.state === 'closed')
  const here = next?.state === 'open' ? next : undefined
  const rungs = shown.map((step, place): LadderStep => {
    const body = step.evidence.find((one) => one.field === 'body')?.value
    return {
      key: `${String(place)}-${step.step}`,
      label: step.step === 'report' && body !== undefined && body !== null ? `Report, ${Object.entries(bodyWords).find(([code]) => code === body)?.[1] ?? body}` : step.step === 'registration' && step.state !== 'done' ? 'Registration' : stepWords[step.step],
      state: step === here ? 'here' : step.state === 'open' ? 'later' : step.state,
      detail: detailOf(step, zone),
    }
  })
  return <Ladder label="Steps to the certificate" steps={rungs} />
}
