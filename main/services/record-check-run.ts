import type { Instant } from '@shared/model/instant'
import { ok } from '@shared/model/result'
import type { RecordCheckVerdict } from '@shared/policy/record-check'
import { judgeClaimAfterExpiry, judgeDesignation, judgeRepeatedClaims, judgeRequiredSteps, judgeTwinClaims, listTwins } from '@shared/policy/record-check-claims'
import { judgeActivityNumber, judgeIdentifiers, judgeSharedIdentifier, sharedIdentifierFields } from '@shared/policy/record-check-identifiers'
import { judgeCertificateOfClaim, judgeCertificatesInForce, judgeReportOfClaim } from '@shared/policy/record-check-papers'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Pace } from '../ports/pace'
import type { CheckedTable, FoundFault, NumberRange, RecordCheckProgress, RecordScanRepository, SuspectPlace, Twins } from '../ports/repositories/record-check-repository'
import type { UnitOfWork } from '../ports/unit-of-work'

export interface RecordCheckRunParts {
  readonly runId: number
  readonly at: Instant
  readonly unitOfWork: UnitOfWork
  readonly pace: Pace
  readonly isCancelled: () => boolean
}

/** Rows of a table looked at in one transaction: some tens of milliseconds, between which others have their turn. */
const rowsAtOnce = 5000
const sharedAtOnce = 500
const tellEveryMilliseconds = 250

/** What a fault is called, so that the next run knows it again. */
function faultOf(verdict: RecordCheckVerdict | null, place: SuspectPlace, about: string, otherLearnerId: number | null = null): readonly FoundFault[] {
  return verdict === null ? [] : [{ ...place, key: `${verdict.kind} ${about}`, verdict, otherLearnerId }]
}

type Part = (scan: RecordScanRepository, range: NumberRange) => Promise<readonly FoundFault[]>

/**
 * One run over the whole record: the database narrows to suspects, the policy judges each, what is found is kept part by
 * part. Memory is that of one part. A run that is cancelled keeps what it found and calls nothing gone.
 */
export class RecordCheckRun {
  private current: RecordCheckProgress = { done: 0, total: 0, found: 0, learners: 0, claims: 0 }
  private readonly began: number
  private toldAt = Number.NEGATIVE_INFINITY
  private portals: ReadonlyMap<string, PortalProfile> = new Map()
  private twins: readonly Twins[] = []

  constructor(private readonly parts: RecordCheckRunParts) {
    this.began = parts.pace.milliseconds()
  }

  get progress(): RecordCheckProgress {
    return this.current
  }

  get milliseconds(): number {
    return Math.round(this.parts.pace.milliseconds() - this.began)
  }

  /** Looks at everything; ends early when cancelled. Answers whether it came to the end. */
  async run(): Promise<boolean> {
    const { unitOfWork } = this.parts
    const last = await unitOfWork.read(async ({ portals, recordScan }) => {
      this.portals = new Map((await portals.list()).map((portal) => [portal.key, portal]))
      this.twins = listTwins(await recordScan.listActivitiesForTwins())
      return recordScan.lastNumbers()
    })
    const plan: readonly (readonly [CheckedTable, Part])[] = [
      ['claims', (scan, range) => this.claims(scan, range)],
      ['learners', (scan, range) => this.learnersOf(scan, range)],
      ['certificates', (scan, range) => this.certificates(scan, range)],
      ['reports', (scan, range) => this.reports(scan, range)],
      ['activity_credits', (scan, range) => this.designations(scan, range)],
    ]
    const rangesOf = (table: CheckedTable): number => Math.ceil(last[table] / rowsAtOnce)
    const total = plan.reduce((sum, [table]) => sum + rangesOf(table), 0) + sharedIdentifierFields.length
    this.current = { ...this.current, total, learners: last.learners, claims: last.claims }
    for (const [table, part] of plan) {
      for (let range = 0; range < rangesOf(table); range += 1) {
        if (this.parts.isCancelled()) return false
        const numbers = { after: range * rowsAtOnce, to: (range + 1) * rowsAtOnce }
        await this.keep(async (scan) => ({ faults: await part(scan, numbers), ends: true }))
      }
    }
    return this.sharedIdentifiers()
  }

  private portalOf(key: string): PortalProfile {
    const portal = this.portals.get(key)
    if (portal === undefined) throw new Error(`there is no portal profile ${key}`)
    return portal
  }

  private async claims(scan: RecordScanRepository, range: NumberRange): Promise<readonly FoundFault[]> {
    const suspects = await scan.listClaimSuspects(range)
    return suspects.flatMap(({ place, facts: { portalKey, ...rest } }) => {
      const facts = { ...rest, portal: this.portalOf(portalKey) }
      const about = `claim ${String(place.claimId)}`
      return [...faultOf(judgeRequiredSteps(facts), place, about), ...faultOf(judgeClaimAfterExpiry(facts), place, about)]
    })
  }

  private async learnersOf(scan: RecordScanRepository, range: NumberRange): Promise<readonly FoundFault[]> {
    const faults: FoundFault[] = []
    for (const { place, facts: { portalKey, ...rest } } of await scan.listClaimGroups(range)) {
      const facts = { ...rest, portal: this.portalOf(portalKey) }
      const about = `learner ${String(place.learnerId)} activity ${String(place.activityId)} ${facts.creditType}`
      faults.push(...faultOf(judgeDesignation(facts), place, about), ...faultOf(judgeRepeatedClaims(facts), place, about))
    }
    const twins = this.twins.length === 0 ? [] : await scan.listTwinClaims(range, this.twins, (portal) => this.portalOf(portal).zone.value)
    for (const { place, facts } of twins) {
      const activities = [...new Set(facts.claims.map((claim) => claim.activityId))].sort()
      faults.push(...faultOf(judgeTwinClaims(facts), place, `learner ${String(place.learnerId)} twins ${activities.join(' ')} ${facts.creditType}`))
    }
    for (const { place, facts } of await scan.listIdentifiers(range)) faults.push(...faultOf(judgeIdentifiers(facts), place, `learner ${String(place.learnerId)}`))
    return faults
  }

  private async certificates(scan: RecordScanRepository, range: NumberRange): Promise<readonly FoundFault[]> {
    const suspects = await scan.listCertificateSuspects(range)
    return suspects.flatMap(({ place, facts }) => [
      ...faultOf(judgeCertificateOfClaim(facts), place, `certificate ${facts.number}`),
      ...faultOf(judgeCertificatesInForce(facts), place, `certificate ${facts.number}`),
    ])
  }

  private async reports(scan: RecordScanRepository, range: NumberRange): Promise<readonly FoundFault[]> {
    const suspects = await scan.listReportSuspects(range)
    return suspects.flatMap(({ place, facts }) => faultOf(judgeReportOfClaim(facts), place, `claim ${String(place.claimId)} ${facts.body}`))
  }

  private async designations(scan: RecordScanRepository, range: NumberRange): Promise<readonly FoundFault[]> {
    const suspects = await scan.listActivityNumbers(range)
    return suspects.flatMap(({ place, facts }) => faultOf(judgeActivityNumber(facts), place, `activity ${String(place.activityId)} ${facts.accreditationNumber}`))
  }

  private async sharedIdentifiers(): Promise<boolean> {
    for (const field of sharedIdentifierFields) {
      let after: readonly [string, string] | null = ['', '']
      while (after !== null) {
        if (this.parts.isCancelled()) return false
        after = await this.sharedIdentifiersAfter(field, after)
      }
    }
    return true
  }

  private async sharedIdentifiersAfter(field: (typeof sharedIdentifierFields)[number], after: readonly [string, string]): Promise<readonly [string, string] | null> {
    let next: readonly [string, string] | null = null
    await this.keep(async (scan) => {
      const page = await scan.listSharedIdentifiers(field, after, sharedAtOnce)
      next = page.next
      const faults = page.suspects.flatMap(({ place, facts, otherLearnerId }) => faultOf(judgeSharedIdentifier(facts), place, `${field} of learner ${String(place.learnerId)}`, otherLearnerId))
      return { faults, ends: page.next === null }
    })
    return next
  }

  /** One part: read, judged and kept in one transaction. */
  private async keep(look: (scan: RecordScanRepository) => Promise<{ readonly faults: readonly FoundFault[]; readonly ends: boolean }>): Promise<void> {
    const { unitOfWork, runId, at, pace } = this.parts
    await unitOfWork.run(async ({ recordScan, recordChecks }) => {
      const { faults, ends } = await look(recordScan)
      await recordChecks.keep(runId, at, faults)
      this.current = { ...this.current, done: this.current.done + (ends ? 1 : 0), found: this.current.found + faults.length }
      const now = pace.milliseconds()
      if (now - this.toldAt >= tellEveryMilliseconds) {
        this.toldAt = now
        await recordChecks.saveProgress(runId, this.current, this.milliseconds)
      }
      return ok(null)
    })
    await pace.giveWay()
  }
}
