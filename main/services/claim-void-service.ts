import type { HandlerResult, Input } from '@shared/contract'
import { recordId, recordNumber } from '@shared/model/record-id'
import type { Instant } from '@shared/model/instant'
import { ok, refuse } from '@shared/model/result'
import { decideClaimVoid, type ClaimVoidFacts } from '@shared/policy/claim-void'
import { maskEmail } from '@shared/policy/name-folding'
import { decideParticipationForm } from '@shared/policy/participation-form'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { loadCorrectionSubject, type CorrectionSubject } from './claim-correction'
import { barredView } from './claim-facts'
import { voidLetter } from './claim-letter'
import { mailAddressOf, messageIdFor } from './claim-mail'
import { takeBackDraft, takeBackReports } from './claim-undoing'
import { laterAct, laterThing } from './later-work'
import type { Undoing } from './undoing'

export interface ClaimVoidService {
  /** What voiding would do, to this claim and those claimed with it; nothing is written. */
  preview(input: Input<'claims.previewVoid'>): Promise<HandlerResult<'claims.previewVoid'>>
  /** Takes a claim out of force with all of its act (M23): certificates void, withdrawals queued, mail drafted, one transaction (T9). */
  void(input: Input<'claims.void'>, acting: Acting): Promise<HandlerResult<'claims.void'>>
  readonly undoing: Undoing
}

const operation = 'claims.void'

/** The claim and, where it was claimed in aggregate, those of the same act that are still in force. */
async function loadTogether(repositories: Repositories, claimId: number, now: Instant): Promise<readonly CorrectionSubject[]> {
  const asked = await loadCorrectionSubject(repositories, claimId, now)
  if (asked === undefined) return []
  const act = await repositories.claimActs.findOfClaim(claimId)
  const others: CorrectionSubject[] = []
  for (const other of act?.claimIds ?? []) {
    const subject = other === claimId ? undefined : await loadCorrectionSubject(repositories, other, now)
    if (subject?.source.claim.state === 'active') others.push(subject)
  }
  return [asked, ...others]
}

function factsOf(together: readonly CorrectionSubject[], { facts }: CorrectionSubject): ClaimVoidFacts {
  return { now: facts.now, portal: facts.portal, claims: together.map((subject) => subject.facts.claim) }
}

function letterOf(templates: ServicePorts['mailTemplates'], together: readonly CorrectionSubject[], { learner, portal }: CorrectionSubject): ReturnType<typeof voidLetter> {
  return voidLetter(
    templates,
    learner,
    portal,
    together.map(({ source, designated, certificate, facts }) => ({
      creditType: source.claim.creditType,
      amount: source.claim.amount,
      form: certificate?.form ?? decideParticipationForm(source.claim.creditType, facts.claim.professionAtClaim).form,
      activityTitle: designated.activity.title,
      certificate: certificate?.number ?? null,
    })),
  )
}

/** Ends one claim with its certificate and queues its withdrawals; false when somebody was quicker. */
async function endClaim({ claims, certificates, reports }: Repositories, { source, certificate, facts }: CorrectionSubject, withdrawals: readonly { readonly claimId: string; readonly body: 'pars' | 'cpe_monitor' | 'abp' }[], { at, reason }: { readonly at: Instant; readonly reason: string }): Promise<boolean> {
  const { claim } = source
  if ((await claims.update(claim.id, claim.version, { state: 'void' })) === 'stale') return false
  if (certificate !== undefined) await certificates.end(certificate, { state: 'void', at, reason })
  for (const { body } of withdrawals.filter(({ claimId }) => claimId === facts.claim.id)) {
    const told = { creditType: claim.creditType, amount: claim.amount, formerCertificate: certificate?.number ?? '', certificate: '' }
    await reports.queueCorrection({ claimId: claim.id, body, act: 'withdraw', facts: told, createdAt: at, lastOn: null })
  }
  return true
}

function listOf(value: AuditValues[string] | undefined): readonly string[] {
  return typeof value === 'object' && value !== null ? value : []
}

/**
 * Puts voided claims back in force with their certificates, and cancels the withdrawals and the mail. Refused once a
 * withdrawal or the mail went out, or the same credit was claimed anew.
 */
const undoing: Undoing = {
  operation,
  async undo(entry, repositories, at) {
    const { claims, certificates } = repositories
    const ended = listOf(entry.before.claims)
    const numbers = listOf(entry.before.certificates)
    for (const [place, id] of ended.entries()) {
      const claim = await claims.find(recordNumber('claim', id) ?? -1)
      if (claim === undefined) return refuse('not_undoable')
      if (claim.state !== 'void') return laterAct(repositories, 'claim', [claim.id], entry.id)
      const newer = (await claims.listOfEnrolment(claim.enrolmentId)).find((other) => other.id > claim.id && other.state === 'active' && !ended.includes(recordId('claim', other.id)))
      if (newer !== undefined) return laterThing('newer_claim')
      if (!(await takeBackReports(claim.id, '', repositories))) return laterThing('report')
      const certificate = numbers[place] === undefined || numbers[place] === '' ? undefined : await certificates.findByNumber(numbers[place])
      if (certificate !== undefined) await certificates.putBack(certificate)
      if ((await claims.update(claim.id, claim.version, { state: 'active' })) === 'stale') return laterThing('record')
    }
    if (!(await takeBackDraft(entry, repositories))) return laterThing('mail')
    return ok({
      entity: entry.entity,
      entityId: entry.entityId,
      learnerId: entry.learnerId,
      before: { ...entry.after },
      after: { ...entry.before, undoneAt: at, draft: 'taken back, never sent', reports: [] },
    })
  },
}

export function createClaimVoidService({ unitOfWork, clock, ids, mailTemplates }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'mailTemplates'>): ClaimVoidService {
  return {
    preview({ claimId }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'claims.previewVoid'>> => {
        const together = await loadTogether(repositories, recordNumber('claim', claimId) ?? -1, clock.now())
        const [asked] = together
        if (asked === undefined) return refuse('not_found')
        const verdict = decideClaimVoid(factsOf(together, asked), { reason: 'preview' })
        return ok({
          claimVersion: asked.source.claim.version,
          claims: together.map(({ source, designated, certificate, facts }) => ({
            claimId: facts.claim.id,
            activityTitle: designated.activity.title,
            creditType: source.claim.creditType,
            amount: source.claim.amount,
            certificateNumber: certificate?.number ?? null,
          })),
          withdrawals: verdict.kind === 'allowed' ? verdict.withdrawals.map(({ claimId: of, body }) => ({ claimId: of, body })) : [],
          refusal: verdict.kind === 'refused' ? barredView(verdict) : null,
          mail: verdict.kind === 'allowed' ? { toMasked: maskEmail(asked.learner.email), ...letterOf(mailTemplates, together, asked) } : null,
        })
      })
    },
    void({ claimId, claimVersion, reason: typed }, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'claims.void'>> => {
        const at = clock.now()
        const together = await loadTogether(repositories, recordNumber('claim', claimId) ?? -1, at)
        const [asked] = together
        if (asked === undefined) return refuse('not_found')
        if (asked.source.claim.version !== claimVersion) return refuse('stale')
        const reason = typed.trim()
        const verdict = decideClaimVoid(factsOf(together, asked), { reason })
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { detail: verdict.nextStep } })
        for (const subject of together) if (!(await endClaim(repositories, subject, verdict.withdrawals, { at, reason }))) return refuse('stale')
        const { learner, portal } = asked
        const draftId = await repositories.outbox.add({
          ...letterOf(mailTemplates, together, asked),
          ...mailAddressOf(learner, portal),
          messageId: messageIdFor(portal, ids),
          createdAt: at,
          createdBy: acting.actor,
        })
        const numbers = together.map(({ certificate }) => certificate?.number ?? '')
        const entryId = await repositories.audit.append(
          {
            at,
            operation,
            entity: 'claim',
            entityId: asked.source.claim.id,
            learnerId: learner.id,
            reason,
            before: { state: 'active', claims: together.map(({ facts }) => facts.claim.id), certificates: numbers },
            after: { state: 'void', claims: together.map(({ facts }) => facts.claim.id), certificates: [], draft: recordId('message', draftId), reports: verdict.withdrawals.map(({ body }) => `withdraw from ${body}`) },
          },
          acting,
        )
        return ok({ certificates: numbers.filter((number) => number !== ''), draftId: recordId('message', draftId), entryId: recordId('audit', entryId) })
      })
    },
    undoing,
  }
}
