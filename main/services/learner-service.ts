import type { HandlerResult, Input } from '@shared/contract'
import { ok, refuse } from '@shared/model/result'
import type { Instant } from '@shared/model/instant'
import { recordId, recordNumber } from '@shared/model/record-id'
import type { LearnerChanges } from '@shared/contract/learners'
import type { Acting } from '../ports/acting'
import type { AuditValues } from '../ports/repositories/audit-repository'
import type { Learner, LearnerFields } from '../ports/repositories/learner-repository'
import type { ServicePorts } from '../ports/service-ports'
import { decideIdentifierEntry, listIdentifierProblems, tidyIdentifier } from '@shared/policy/identifier-entry'
import type { Repositories } from '../ports/unit-of-work'
import type { Undoing } from './undoing'

export interface LearnerService {
  /** Changes the given fields of a learner (H13, H14, H33, H53): one transaction with its audit entry, undoable. */
  edit(input: Input<'learners.edit'>, acting: Acting): Promise<HandlerResult<'learners.edit'>>
  /** Whose address this is in the portal, so that the form can say "taken" before saving (H17). */
  emailOwner(input: Input<'learners.emailOwner'>): Promise<HandlerResult<'learners.emailOwner'>>
  /** Shows a masked value; that it was shown is audited. */
  showMasked(input: Input<'learners.showMasked'>, acting: Acting): Promise<HandlerResult<'learners.showMasked'>>
  /** Puts an edit's former values back. */
  readonly undoing: Undoing
}

const editedFields = [
  'givenName', 'familyName', 'certificateName', 'credentials', 'email', 'alternateEmails', 'profession', 'specialty', 'npi',
  'nabpEprofileId', 'birthMonthDay', 'licenceState', 'licenceNumber', 'board', 'boardId', 'status', 'newsletters',
] as const satisfies readonly (keyof LearnerFields)[]

const identifierFields = ['npi', 'nabpEprofileId', 'birthMonthDay', 'licenceState', 'licenceNumber', 'board', 'boardId'] as const

/** Numbers as they are kept: without the blanks and dashes that people write between digits. */
function tidied(changes: LearnerChanges): LearnerChanges {
  const identifiers = identifierFields.flatMap((field) => (changes[field] === undefined ? [] : [[field, tidyIdentifier(field, changes[field])] as const]))
  return { ...changes, ...Object.fromEntries(identifiers) }
}

/** Flags the identifiers that fail their check, and takes the flag off those that do not any more. */
async function flagIdentifiers({ exchange }: Pick<Repositories, 'exchange'>, learner: Pick<Learner, 'id' | (typeof identifierFields)[number]>, at: Instant): Promise<readonly string[]> {
  const problems = listIdentifierProblems(learner)
  await exchange.replaceFlags('learner', [learner.id], problems.map(({ column, fault }) => ({ entityId: learner.id, field: column, code: fault })), at)
  return problems.map(({ field }) => field)
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

/** The fields that really differ, trimmed and in one form of Unicode. */
function differing(learner: Learner, changes: LearnerChanges): Partial<LearnerFields> {
  const clean = (text: string): string => text.normalize('NFC').trim()
  const given = Object.entries(changes).flatMap(([field, value]) => {
    if (value === undefined) return []
    return [[field, Array.isArray(value) ? value.map(clean).filter((item) => item !== '') : clean(value)] as const]
  })
  return Object.fromEntries(given.filter(([field, value]) => editedFields.some((known) => known === field && !same(learner[known], value))))
}

function valuesOf(learner: Learner, fields: Partial<LearnerFields>): AuditValues {
  return Object.fromEntries(editedFields.filter((field) => field in fields).map((field) => [field, learner[field]]))
}

function malformedField(fields: Partial<LearnerFields>): { code: 'field_missing' | 'field_malformed'; field: string } | undefined {
  if (fields.givenName === '') return { code: 'field_missing', field: 'givenName' }
  if (fields.familyName === '') return { code: 'field_missing', field: 'familyName' }
  if (fields.email === '') return { code: 'field_missing', field: 'email' }
  const address = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/
  if (fields.email !== undefined && !address.test(fields.email)) return { code: 'field_malformed', field: 'email' }
  if (fields.alternateEmails?.some((email) => !address.test(email)) === true) return { code: 'field_malformed', field: 'alternateEmails' }
  return undefined
}

export function createLearnerService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): LearnerService {
  return {
    edit(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'learners.edit'>> => {
        const { learners, audit, learnerRecords } = repositories
        const learner = await learners.find(recordNumber('learner', input.id) ?? -1)
        if (learner === undefined) return refuse('not_found')
        const fields = differing(learner, tidied(input.changes))
        if (Object.keys(fields).length === 0) return ok({ version: learner.version, entryId: null, flagged: [], sharedWith: [] })
        const malformed = malformedField(fields)
        if (malformed !== undefined) return refuse(malformed.code, { field: malformed.field })
        const entered = Object.fromEntries(identifierFields.filter((field) => fields[field] !== undefined).map((field) => [field, fields[field]]))
        const identifiers = decideIdentifierEntry(learner, entered)
        if (identifiers.kind === 'malformed') return refuse('field_malformed', { field: identifiers.problem.field, facts: { expected: identifiers.problem.expected } })
        const reason = input.reason.trim()
        if (fields.status !== undefined && reason === '') return refuse('reason_missing', { field: 'reason' })
        if (fields.email !== undefined) {
          const owner = await learners.findEmailOwner(learner.portal, fields.email, learner.id)
          if (owner !== undefined) return refuse('email_taken', { field: 'email', facts: { externalId: owner.externalId } })
        }
        const at = clock.now()
        const version = await learners.update(learner.id, input.version, fields, at)
        if (version === 'stale') return refuse('stale')
        const entryId = await audit.append(
          {
            at,
            operation: 'learners.edit',
            entity: 'learner',
            entityId: learner.id,
            learnerId: learner.id,
            reason,
            before: valuesOf(learner, fields),
            after: valuesOf({ ...learner, ...fields }, fields),
          },
          acting,
        )
        const flagged = await flagIdentifiers(repositories, { ...learner, ...fields }, at)
        const alike = (await learnerRecords.find(learner.id))?.likeAccounts ?? []
        const sharedWith = alike.filter(({ sameField }) => sameField in fields).map(({ externalId, sameField }) => ({ field: sameField, externalId }))
        return ok({ version, entryId: recordId('audit', entryId), flagged: [...flagged], sharedWith })
      })
    },
    emailOwner(input) {
      return unitOfWork.read(async ({ learners }) => {
        const owner = await learners.findEmailOwner(input.portal, input.email, recordNumber('learner', input.exceptId) ?? -1)
        return ok({
          owner:
            owner === undefined
              ? null
              : { id: recordId('learner', owner.id), externalId: owner.externalId, name: `${owner.givenName} ${owner.familyName}` },
        })
      })
    },
    showMasked(input, acting) {
      return unitOfWork.run(async ({ learners, audit }): Promise<HandlerResult<'learners.showMasked'>> => {
        const learner = await learners.find(recordNumber('learner', input.id) ?? -1)
        if (learner === undefined) return refuse('not_found')
        await audit.append(
          { at: clock.now(), operation: 'learners.showMasked', entity: 'learner', entityId: learner.id, learnerId: learner.id, reason: '', before: {}, after: { field: input.field } },
          acting,
        )
        return ok({ value: learner[input.field] })
      })
    },
    undoing: {
      operation: 'learners.edit',
      async undo(entry, repositories, at) {
        const { learners } = repositories
        const learner = await learners.find(entry.entityId ?? -1)
        if (learner === undefined) return refuse('not_undoable')
        const touched = Object.keys(entry.after)
        const current = Object.fromEntries(editedFields.filter((field) => touched.includes(field)).map((field) => [field, learner[field]]))
        if (!same(current, Object.fromEntries(editedFields.filter((field) => field in entry.after).map((field) => [field, entry.after[field]])))) {
          return refuse('later_work_depends')
        }
        const former = differing(learner, entry.before)
        if (former.email !== undefined && (await learners.findEmailOwner(learner.portal, former.email, learner.id)) !== undefined) {
          return refuse('later_work_depends')
        }
        const version = await learners.update(learner.id, learner.version, former, at)
        if (version === 'stale') return refuse('later_work_depends')
        await flagIdentifiers(repositories, { ...learner, ...former }, at)
        return ok({ entity: 'learner', entityId: learner.id, learnerId: learner.id, before: entry.after, after: entry.before })
      },
    },
  }
}
