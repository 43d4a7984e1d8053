import type { HandlerResult, Input } from '@shared/contract'
import type { Instant } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { decideNameChange, judgeNamingPolicy, type NameChangeVerdict } from '@shared/policy/name-change'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { Certificate } from '../ports/repositories/certificate-repository'
import type { Learner } from '../ports/repositories/learner-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { certificateTemplate } from './certificate-freezing'
import { takeCertificateNumbers } from './certificate-numbers'
import { undoNameChange } from './name-change-undoing'
import type { Undoing } from './undoing'

export interface NameChangeService {
  /** Whether the portal lets issued certificates bear a new name, and which are in force. */
  policy(input: Input<'learners.namePolicy'>): Promise<HandlerResult<'learners.namePolicy'>>
  /** Changes the name: future certificates only, or the chosen ones reissued (C15, H33); one transaction, undoable. */
  change(input: Input<'learners.changeName'>, acting: Acting): Promise<HandlerResult<'learners.changeName'>>
  readonly undoing: Undoing
}

interface Subject {
  readonly learner: Learner
  readonly portal: PortalProfile
  readonly certificates: readonly Certificate[]
}

async function load({ learners, portals, certificates }: Repositories, id: number): Promise<Subject | undefined> {
  const learner = await learners.find(id)
  if (learner === undefined) return undefined
  const portal = await portals.find(learner.portal)
  if (portal === undefined) throw new Error(`learner ${String(id)} belongs to a portal without a profile`)
  return { learner, portal, certificates: await certificates.listCurrentOfLearner(id) }
}

const namesOf = ({ givenName, familyName, certificateName }: Pick<Learner, 'givenName' | 'familyName' | 'certificateName'>): AuditValues => ({ givenName, familyName, certificateName })

/** What is printed as the reason on a successor: the agent's own words stay in the record. */
const printedReason = 'name corrected'

type Allowed = Extract<NameChangeVerdict, { kind: 'allowed' }>

/** Gives each chosen certificate a successor that says the same but for the name (T24: its statements stay those of then). */
async function reissue(repositories: Repositories, subject: Subject, verdict: Allowed, issue: { readonly at: Instant; readonly actor: string; readonly reason: string }): Promise<readonly { readonly old: string; readonly successor: string }[]> {
  const { certificates } = repositories
  const chosen = subject.certificates.filter((certificate) => verdict.reissue.some(({ id }) => id === recordId('certificate', certificate.id)))
  const numbers = await takeCertificateNumbers(repositories, issue.at, subject.portal, chosen.length)
  const pairs: { old: string; successor: string }[] = []
  for (const [place, old] of chosen.entries()) {
    const number = numbers[place]
    if (number === undefined) throw new Error('a certificate lacks its number')
    await certificates.end(old, { state: 'superseded', at: issue.at, reason: issue.reason })
    await certificates.add({
      number,
      claimId: old.claimId,
      learnerId: old.learnerId,
      state: 'current',
      origin: 'desk',
      creditType: old.creditType,
      amount: old.amount,
      printedName: verdict.printedName,
      form: old.form,
      issuedAt: issue.at,
      issuedBy: issue.actor,
      reason: issue.reason,
      contextId: old.contextId,
      facts: { ...old.facts, printedName: verdict.printedName, replaces: { number: old.number, supersededAt: issue.at, reason: printedReason } },
      templateVersion: certificateTemplate,
      replacesCertificateId: old.id,
    })
    pairs.push({ old: old.number, successor: number })
  }
  return pairs
}

export function createNameChangeService({ unitOfWork, clock, ids, mailTemplates }: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'ids' | 'mailTemplates'>): NameChangeService {
  async function draft({ outbox }: Repositories, { learner, portal }: Subject, printedName: string, pairs: readonly { readonly old: string; readonly successor: string }[], at: Instant, acting: Acting): Promise<number | null> {
    if (pairs.length === 0) return null
    const letter = mailTemplates.fill('certificate-name-corrected', {
      learnerName: printedName,
      printedName,
      newNumbers: pairs.map(({ successor }) => successor).join(', '),
      oldNumbers: pairs.map(({ old }) => old).join(', '),
      portalName: portal.name,
      provider: portal.provider.name,
      web: portal.provider.web,
    })
    const sender = portal.sender.address
    return outbox.add({
      ...letter,
      learnerId: learner.id,
      kind: 'certificate',
      to: learner.email,
      portal: portal.key,
      attachments: pairs.map(({ successor }) => successor),
      state: 'draft',
      messageId: `${ids.uuid()}@${sender.slice(sender.indexOf('@') + 1)}`,
      createdAt: at,
      createdBy: acting.actor,
    })
  }

  return {
    policy({ id }) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'learners.namePolicy'>> => {
        const subject = await load(repositories, recordNumber('learner', id) ?? -1)
        if (subject === undefined) return refuse('not_found')
        const verdict = judgeNamingPolicy(subject.portal)
        const certificates = []
        for (const certificate of subject.certificates) {
          const context = await repositories.certificates.getContext(certificate.contextId)
          const { number, printedName, creditType, amount } = certificate
          certificates.push({ id: recordId('certificate', certificate.id), number, printedName, activityTitle: context.activity.title, creditType, amount })
        }
        return ok({ mayReissue: verdict.kind === 'may_reissue', rows: [...verdict.rows], nextStep: verdict.nextStep, certificates })
      })
    },
    change(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'learners.changeName'>> => {
        const at = clock.now()
        const subject = await load(repositories, recordNumber('learner', input.id) ?? -1)
        if (subject === undefined) return refuse('not_found')
        const { learner } = subject
        if (learner.version !== input.version) return refuse('stale')
        const named = subject.certificates.map(({ id, number, printedName }) => ({ id: recordId('certificate', id), number, printedName }))
        const verdict = decideNameChange({ portal: subject.portal, learner: { ...learner, id: input.id }, certificates: named }, input)
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field, facts: { next: verdict.nextStep, ...verdict.facts } })
        const fields = { givenName: tidy(input.givenName), familyName: tidy(input.familyName), certificateName: tidy(input.certificateName) }
        const version = await repositories.learners.update(learner.id, learner.version, fields, at)
        if (version === 'stale') return refuse('stale')
        const reason = input.reason.trim()
        const pairs = await reissue(repositories, subject, verdict, { at, actor: acting.actor, reason })
        const draftId = await draft(repositories, subject, verdict.printedName, pairs, at, acting)
        const entryId = await repositories.audit.append(
          {
            at,
            operation: 'learners.changeName',
            entity: 'learner',
            entityId: learner.id,
            learnerId: learner.id,
            reason,
            before: { ...namesOf(learner), certificates: pairs.map(({ old }) => old) },
            after: { ...namesOf(fields), certificates: pairs.map(({ successor }) => successor), draft: draftId === null ? null : recordId('message', draftId) },
          },
          acting,
        )
        return ok({ version, certificates: pairs.map(({ successor }) => successor), draftId: draftId === null ? null : recordId('message', draftId), entryId: recordId('audit', entryId) })
      })
    },
    undoing: { operation: 'learners.changeName', undo: undoNameChange },
  }
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

