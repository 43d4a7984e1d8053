import type { HandlerResult, Input } from '@shared/contract'
import type { ConflictView, ExchangeFile } from '@shared/contract/imports'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { Cells } from '../ports/repositories/exchange-columns'
import type { Conflict } from '../ports/repositories/import-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { supersedeForChangedClaims } from './certificate-freezing'
import { conflictUndoing } from './conflict-undoing'
import { fileOfConflict, writeConflictValue } from './conflict-values'
import { printedClaimColumns } from './import-row-rules'
import type { Undoing } from './undoing'

export interface ConflictService {
  /** Fields that the desk and the platform both changed, newest first. */
  list(input: Input<'imports.conflicts'>): Promise<HandlerResult<'imports.conflicts'>>
  /**
   * Settles one conflict with its audit entry: the platform's value is written, or the desk's stays and is not asked
   * about again until the platform changes it anew.
   */
  decide(input: Input<'imports.decideConflict'>, acting: Acting): Promise<HandlerResult<'imports.decideConflict'>>
  /** Opens a decided conflict again, with the desk's value in force. */
  readonly undoing: Undoing
}

const viewOf = (conflict: Conflict): ConflictView => ({
  id: recordId('conflict', conflict.id),
  file: conflict.file,
  externalId: conflict.externalId,
  label: conflict.label,
  column: conflict.column,
  deskValue: conflict.deskValue,
  sourceValue: conflict.sourceValue,
  formerSourceValue: conflict.formerSourceValue,
  decision: conflict.decision,
  importId: recordId('import', conflict.jobId),
  importedAt: conflict.importedAt,
})

/** The learner a record is about, so that the entry stands in that learner's history. */
async function learnerOf({ exchange }: Repositories, file: ExchangeFile, id: number, cells: Cells): Promise<number | null> {
  if (file === 'learners.csv') return id
  const steps = [
    { column: 'claim_id', to: 'claims.csv' },
    { column: 'enrolment_id', to: 'enrolments.csv' },
    { column: 'order_id', to: 'orders.csv' },
  ] as const
  let known = cells
  for (const { column, to } of steps) {
    const externalId = known[column] ?? ''
    if (externalId === '' || known.learner_id !== undefined) continue
    const number = (await exchange.resolve(to, [externalId])).get(externalId)
    known = (number === undefined ? undefined : (await exchange.readCells(to, [number])).get(number)) ?? {}
  }
  const learner = known.learner_id ?? ''
  return learner === '' ? null : ((await exchange.resolve('learners.csv', [learner])).get(learner) ?? null)
}

export function createConflictService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): ConflictService {
  return {
    undoing: conflictUndoing,
    list(input) {
      const filter = { openOnly: input.openOnly, jobId: input.importId === undefined ? undefined : (recordNumber('import', input.importId) ?? -1) }
      return unitOfWork.read(async ({ imports }) =>
        ok({ total: await imports.countConflicts(filter), rows: (await imports.listConflicts({ offset: input.offset, limit: input.limit, ...filter })).map(viewOf) }),
      )
    },
    decide(input, acting) {
      return unitOfWork.run(async (repositories): Promise<HandlerResult<'imports.decideConflict'>> => {
        const { imports, exchange, audit } = repositories
        const conflict = await imports.findConflict(recordNumber('conflict', input.conflictId) ?? -1)
        if (conflict === undefined) return refuse('not_found')
        if (conflict.decision !== 'open') return refuse('already_decided')
        const file = fileOfConflict(conflict)
        const desk = (await exchange.readCells(file, [conflict.entityId])).get(conflict.entityId)
        if (desk === undefined) return refuse('not_found')
        const at = clock.now()
        if (input.decision === 'take_source' && desk[conflict.column] !== conflict.sourceValue) {
          const taken = await writeConflictValue(repositories, conflict, desk, conflict.sourceValue, at)
          if (!taken.ok) return taken
          if (file === 'claims.csv' && printedClaimColumns.includes(conflict.column)) {
            await supersedeForChangedClaims(repositories, [conflict.entityId], { at, acting, reason: 'import' })
          }
        }
        await imports.decideConflict(conflict.id, input.decision, at, acting.actor)
        const kept = desk[conflict.column] ?? ''
        const entry = await audit.append(
          {
            at,
            operation: 'imports.decideConflict',
            entity: conflict.entity,
            entityId: conflict.entityId,
            learnerId: await learnerOf(repositories, file, conflict.entityId, desk),
            reason: '',
            before: { [conflict.column]: kept },
            after: { [conflict.column]: input.decision === 'take_source' ? conflict.sourceValue : kept, decision: input.decision, conflict: input.conflictId },
          },
          acting,
        )
        return ok({ entryId: recordId('audit', entry) })
      })
    },
  }
}
