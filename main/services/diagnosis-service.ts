import type { HandlerResult, Input } from '@shared/contract'
import type { DiagnosisView, EvidenceView } from '@shared/contract/diagnosis'
import type { Instant } from '@shared/model/instant'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { diagnoseActivity, diagnoseLearner, diagnoseNobody } from '@shared/policy/diagnosis'
import type { AccountFacts } from '@shared/policy/diagnosis-facts'
import type { Diagnosis } from '@shared/policy/diagnosis-findings'
import type { Evidence } from '@shared/policy/evidence'
import { maskIdentifier } from '@shared/policy/name-folding'
import type { DiagnosisRecord } from '../ports/repositories/diagnosis-repository'
import type { ServicePorts } from '../ports/service-ports'

export interface DiagnosisService {
  /** The learner as a whole: what bars the account, the first finding of each open course, a sister site's sign-in. */
  ofLearner(input: Input<'diagnosis.ofLearner'>): Promise<HandlerResult<'diagnosis.ofLearner'>>
  /** The learner and one activity, enrolled or not, with the ladder. `not_found` names the field that is nothing. */
  ofActivity(input: Input<'diagnosis.ofActivity'>): Promise<HandlerResult<'diagnosis.ofActivity'>>
  /** What an address says under which nobody has an account (H16, C4). */
  ofUnknownAddress(address: string): DiagnosisView
}

/** The account of a loaded record at a moment; the record of a portal nobody has rules for cannot have been imported. */
export function accountOf(record: DiagnosisRecord, now: Instant): AccountFacts {
  const { portal, learner, memberships } = record
  if (portal === undefined) throw new Error(`learner ${String(record.learnerId)} belongs to a portal without a profile`)
  return { now, portal, learner, memberships }
}

const maskedFields = new Set(['licence_number', 'birth_month_day'])

/** A diagnosis as it crosses the bridge: every record also by the name people know it by. */
export function diagnosisView(diagnosis: Diagnosis, { names, titles }: Pick<DiagnosisRecord, 'names' | 'titles'>): DiagnosisView {
  const evidenceView = (evidence: Evidence): EvidenceView => ({
    ...evidence,
    name: names.get(evidence.record) ?? evidence.record,
    value: evidence.value !== null && maskedFields.has(evidence.field) ? maskIdentifier(evidence.value) : evidence.value,
  })
  return {
    findings: diagnosis.findings.map(({ activityId, ...finding }) => ({
      ...finding,
      rows: [...finding.rows],
      evidence: finding.evidence.map(evidenceView),
      activity: activityId === null ? null : { id: activityId, externalId: names.get(activityId) ?? activityId, title: titles.get(activityId) ?? '' },
    })),
    steps: diagnosis.steps?.map((step) => ({ ...step, evidence: step.evidence.map(evidenceView) })) ?? null,
    claimable: diagnosis.claimable,
    reports: diagnosis.reports.map((line) => ({ ...line })),
  }
}

export function createDiagnosisService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): DiagnosisService {
  return {
    ofLearner({ id }) {
      return unitOfWork.read(async ({ diagnoses }): Promise<HandlerResult<'diagnosis.ofLearner'>> => {
        const record = await diagnoses.find(recordNumber('learner', id) ?? -1)
        if (record === undefined) return refuse('not_found', { field: 'id' })
        return ok(diagnosisView(diagnoseLearner(accountOf(record, clock.now()), record.courses), record))
      })
    },
    ofActivity({ id, activityId }) {
      return unitOfWork.read(async ({ diagnoses }): Promise<HandlerResult<'diagnosis.ofActivity'>> => {
        const record = await diagnoses.findWithActivity(recordNumber('learner', id) ?? -1, recordNumber('activity', activityId) ?? -1)
        if (record === undefined) return refuse('not_found', { field: 'id' })
        const [course] = record.courses
        if (course === undefined) return refuse('not_found', { field: 'activityId' })
        return ok(diagnosisView(diagnoseActivity(accountOf(record, clock.now()), course), record))
      })
    },
    ofUnknownAddress: (address) => diagnosisView(diagnoseNobody(address), { names: new Map(), titles: new Map() }),
  }
}
