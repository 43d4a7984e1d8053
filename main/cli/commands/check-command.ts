import { ok } from '@shared/model/result'
import type { DeskCommand } from '../command'
import { table } from '../output'

/** `desk check`: looks at the whole record and answers what stands, accepted findings with their reason. */
export const checkCommand: DeskCommand = {
  name: 'check',
  summary: 'Check the whole record, and list what was found: gravest first, then what somebody accepted.',
  words: [],
  options: [],
  async run(call) {
    const { services, acting } = call
    const run = await services.recordChecks.runToEnd(acting)
    if (!run.ok) return run
    const findings = await services.recordChecks.listStanding()
    const { learners, claims } = run.value.progress
    call.progress(`checked ${String(learners)} learners and ${String(claims)} claims in ${(run.value.milliseconds / 1000).toFixed(1)} s`)
    const value = findings.map((finding) => ({
      id: finding.id,
      code: finding.kind,
      rows: finding.rows,
      evidence: finding.evidence.map(({ record, field, value: found }) => ({ record, field, value: found })),
      date: finding.date,
      agentCan: finding.agentCan,
      fix: finding.fix,
      learnerId: finding.learner?.externalId ?? null,
      activityId: finding.activity?.externalId ?? null,
      claimId: finding.claim?.externalId ?? null,
      firstSeenAt: finding.firstSeenAt,
      lastSeenAt: finding.lastSeenAt,
      accepted: finding.accepted === null ? null : { at: finding.accepted.at, by: finding.accepted.by, reason: finding.accepted.reason },
    }))
    const cells = findings.map((finding) => [
      finding.kind,
      finding.learner?.externalId ?? '',
      finding.activity?.externalId ?? '',
      finding.claim?.externalId ?? '',
      finding.evidence.map(({ field, value: found }) => `${field} ${found ?? 'not known'}`).join(', '),
      finding.accepted === null ? '' : `accepted: ${finding.accepted.reason}`,
    ])
    return ok({ value, text: findings.length === 0 ? 'Nothing found.' : table(['Finding', 'Learner', 'Activity', 'Claim', 'Evidence', 'Accepted'], cells) })
  },
}
