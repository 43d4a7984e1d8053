import type { Instant } from '@shared/model/instant'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import type { AuditEntry, AuditValues } from '../ports/repositories/audit-repository'
import type { Certificate } from '../ports/repositories/certificate-repository'
import type { Repositories } from '../ports/unit-of-work'
import type { Undone } from './undoing'

const nameFields = ['givenName', 'familyName', 'certificateName'] as const

function namesOf(values: AuditValues): Readonly<Record<(typeof nameFields)[number], string>> {
  const text = (field: string): string => {
    const value = values[field]
    return typeof value === 'string' ? value : ''
  }
  return { givenName: text('givenName'), familyName: text('familyName'), certificateName: text('certificateName') }
}

/** The successors the change issued, while each is still the one in force; nothing once one was replaced or voided. */
async function successorsOf(entry: AuditEntry, { certificates }: Repositories): Promise<readonly Certificate[] | undefined> {
  const numbers = entry.after.certificates
  if (typeof numbers !== 'object' || numbers === null) return []
  const found: Certificate[] = []
  for (const number of numbers) {
    const certificate = await certificates.findByNumber(number)
    if (certificate?.state !== 'current') return undefined
    found.push(certificate)
  }
  return found
}

/**
 * Takes a change of name back: the names as they were, the successors void, their predecessors in force again and the
 * draft gone. Refused once the mail is on its way, a successor was replaced, or the name was changed again.
 */
export async function undoNameChange(entry: AuditEntry, repositories: Repositories, at: Instant): Promise<Result<Undone, 'not_undoable' | 'later_work_depends'>> {
  const { learners, certificates, outbox } = repositories
  const learner = await learners.find(entry.entityId ?? -1)
  if (learner === undefined) return refuse('not_undoable')
  const left = namesOf(entry.after)
  if (nameFields.some((field) => learner[field] !== left[field])) return refuse('later_work_depends')
  const successors = await successorsOf(entry, repositories)
  if (successors === undefined) return refuse('later_work_depends')
  if (typeof entry.after.draft === 'string') {
    const draft = await outbox.find(recordNumber('message', entry.after.draft) ?? -1)
    if (draft?.state !== 'draft' || !(await outbox.removeDraft(draft.id, draft.version))) return refuse('later_work_depends')
  }
  for (const successor of successors) {
    await certificates.end(successor, { state: 'void', at, reason: 'the change of name was undone' })
    const predecessor = successor.replacesCertificateId === null ? undefined : await certificates.find(successor.replacesCertificateId)
    if (predecessor !== undefined) await certificates.putBack(predecessor)
  }
  const former = namesOf(entry.before)
  if ((await learners.update(learner.id, learner.version, former, at)) === 'stale') return refuse('later_work_depends')
  return ok({
    entity: 'learner',
    entityId: learner.id,
    learnerId: learner.id,
    before: entry.after,
    after: { ...former, certificates: entry.before.certificates ?? [], ...(typeof entry.after.draft === 'string' ? { draft: 'taken back, never sent' } : {}) },
  })
}
