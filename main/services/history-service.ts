import type { HandlerResult, Input } from '@shared/contract'
import type { HistoryEntryView } from '@shared/contract/learners'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { AuditEntry } from '../ports/repositories/audit-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import type { Undoing } from './undoing'

export interface HistoryService {
  /** Who did what to a learner's record, newest first, and which of it can be taken back. */
  ofLearner(input: Input<'learners.history'>): Promise<HandlerResult<'learners.history'>>
  /** Takes one act back in one transaction, with an entry of its own that points at the one undone. */
  undo(input: Input<'history.undo'>, acting: Acting): Promise<HandlerResult<'history.undo'>>
  /** Walks the chain of hashes: how many entries hold, and the first that does not. */
  verify(): Promise<{ readonly verified: number; readonly brokenAt: number | null }>
}

const written = (value: AuditEntry['before'][string] | undefined): string | null => {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? value.join('; ') : String(value)
}

async function blockingAct(entry: AuditEntry, repositories: Repositories, undoing: Undoing): Promise<AuditEntry | undefined> {
  const elsewhere = await undoing.laterActs?.(entry, repositories)
  if (elsewhere?.[0] !== undefined) return elsewhere[0]
  const later = await repositories.audit.listLaterOn(entry.entity, entry.entityId ?? -1, entry.id)
  return later.find((candidate) => candidate.operation !== 'learners.showMasked' && overlaps(candidate, entry, undoing))
}

async function undoStateOf(entry: AuditEntry, repositories: Repositories, undoing: Undoing | undefined): Promise<HistoryEntryView['undo']> {
  if (undoing === undefined || entry.undoesEntryId !== null) return { state: 'none' }
  const undone = await repositories.audit.findUndoOf(entry.id)
  if (undone !== undefined) return { state: 'undone', at: undone.at, actor: undone.actor }
  const blocking = await blockingAct(entry, repositories, undoing)
  return blocking === undefined ? { state: 'possible' } : { state: 'blocked', by: recordId('audit', blocking.id), operation: blocking.operation, at: blocking.at }
}

/** Later work depends on an act when it wrote one of the same fields. */
function overlaps(later: AuditEntry, entry: AuditEntry, { apart = [] }: Undoing): boolean {
  return Object.keys(entry.after).some((field) => field in later.after && !apart.includes(field))
}

export function createHistoryService(
  { unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>,
  undoings: readonly Undoing[],
): HistoryService {
  const undoingOf = (operation: string): Undoing | undefined => undoings.find((undoing) => undoing.operation === operation)

  return {
    ofLearner(input) {
      return unitOfWork.read(async (repositories): Promise<HandlerResult<'learners.history'>> => {
        const { learners, audit } = repositories
        const learner = await learners.find(recordNumber('learner', input.id) ?? -1)
        if (learner === undefined) return refuse('not_found')
        const entries = await audit.listOfLearner(learner.id, input)
        const views = entries.map(async (entry): Promise<HistoryEntryView> => ({
          id: recordId('audit', entry.id),
          at: entry.at,
          actor: entry.actor,
          via: entry.via,
          operation: entry.operation,
          entity: entry.entity,
          reason: entry.reason,
          changes: [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])].map((field) => ({
            field,
            before: written(entry.before[field]),
            after: written(entry.after[field]),
          })),
          undo: await undoStateOf(entry, repositories, undoingOf(entry.operation)),
        }))
        return ok({ total: await audit.countOfLearner(learner.id), entries: await Promise.all(views) })
      })
    },
    undo(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'history.undo'>> => {
        const { audit } = repositories
        const entry = await audit.find(recordNumber('audit', input.entryId) ?? -1)
        if (entry === undefined) return refuse('not_found')
        const undoing = undoingOf(entry.operation)
        if (undoing === undefined) return refuse('not_undoable')
        if ((await audit.findUndoOf(entry.id)) !== undefined) return refuse('already_undone')
        const at = clock.now()
        const undone = await undoing.undo(entry, repositories, at)
        if (!undone.ok) return undone
        const entryId = await audit.append(
          { ...undone.value, at, operation: `${entry.operation}.undo`, reason: input.reason.trim(), undoesEntryId: entry.id },
          acting,
        )
        const learnerId = undone.value.learnerId
        return ok({ entryId: recordId('audit', entryId), learnerId: learnerId === null ? null : recordId('learner', learnerId) })
      })
    },
    verify() {
      return unitOfWork.read(({ audit }) => audit.verify())
    },
  }
}
