import type { HandlerResult, Input } from '@shared/contract'
import { exchangeFiles, type ConflictView, type ExchangeFile } from '@shared/contract/imports'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import { foldEmail } from '@shared/policy/name-folding'
import type { Acting } from '../ports/acting'
import { exchangeColumns, type Cells } from '../ports/repositories/exchange-columns'
import { addressKey, type ResolvedReferences } from '../ports/repositories/exchange-repository'
import type { Conflict } from '../ports/repositories/import-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { supersedeForChangedClaims } from './certificate-freezing'
import { entityOf, flagsOf, printedClaimColumns, rowFault, topicsOf } from './import-row-rules'

export interface ConflictService {
  /** Fields that the desk and the platform both changed, newest first. */
  list(input: Input<'imports.conflicts'>): Promise<HandlerResult<'imports.conflicts'>>
  /**
   * Settles one conflict with its audit entry: the platform's value is written, or the desk's stays and is not asked
   * about again until the platform changes it anew.
   */
  decide(input: Input<'imports.decideConflict'>, acting: Acting): Promise<HandlerResult<'imports.decideConflict'>>
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

function fileOf(conflict: Conflict): ExchangeFile {
  const file = exchangeFiles.find((candidate) => candidate === conflict.file)
  if (file === undefined) throw new Error('a conflict names a file that is none of the format')
  return file
}

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

/** Writes the platform's value of the one column; refused when that value cannot stand any more. */
async function takeSource(repositories: Repositories, conflict: Conflict, desk: Cells, at: string, acting: Acting): Promise<Result<null, 'field_malformed'>> {
  const { exchange } = repositories
  const file = fileOf(conflict)
  const cells = { ...desk, [conflict.column]: conflict.sourceValue }
  if (rowFault(file, cells) !== undefined) return refuse('field_malformed', { field: conflict.column })
  if (conflict.column === 'email') {
    const owners = await exchange.findEmailOwners([{ portal: cells.portal ?? '', email: foldEmail(conflict.sourceValue) }])
    const owner = owners.get(addressKey(cells.portal ?? '', foldEmail(conflict.sourceValue)))
    if (owner !== undefined && owner.id !== conflict.entityId) return refuse('field_malformed', { field: 'email', facts: { owner: owner.externalId } })
  }
  if (conflict.column === 'certificate_number' && conflict.sourceValue !== '') {
    const owner = (await exchange.findCertificateOwners([conflict.sourceValue])).get(conflict.sourceValue)
    if (owner !== undefined && owner.claimId !== conflict.entityId) return refuse('field_malformed', { field: 'certificate_number', facts: { owner: owner.externalId } })
  }
  const references = new Map<ExchangeFile, ReadonlyMap<string, number>>()
  for (const { name, to } of exchangeColumns[file]) {
    const externalId = cells[name] ?? ''
    if (to !== undefined && externalId !== '') references.set(to, new Map([...(references.get(to) ?? []), ...(await exchange.resolve(to, [externalId]))]))
  }
  if (!allResolved(file, cells, references)) return refuse('field_malformed', { field: conflict.column })
  const source = await exchange.readSource(file, conflict.entityId)
  await exchange.change(file, [{ id: conflict.entityId, key: conflict.externalId.split(' / '), cells, before: desk, source }], references, at)
  if (file === 'learners.csv' || file === 'activity_credits.csv') {
    await exchange.replaceFlags(entityOf(file), [conflict.entityId], flagsOf(file, cells).map((flag) => ({ entityId: conflict.entityId, ...flag })), at)
  }
  if (file === 'claims.csv' && printedClaimColumns.includes(conflict.column)) {
    await supersedeForChangedClaims(repositories, [conflict.entityId], { at, acting, reason: 'import' })
  }
  exchange.announce(topicsOf(file))
  return ok(null)
}

function allResolved(file: ExchangeFile, cells: Cells, references: ResolvedReferences): boolean {
  return exchangeColumns[file].every(({ name, to }) => to === undefined || (cells[name] ?? '') === '' || references.get(to)?.has(cells[name] ?? '') === true)
}

export function createConflictService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): ConflictService {
  return {
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
        const file = fileOf(conflict)
        const desk = (await exchange.readCells(file, [conflict.entityId])).get(conflict.entityId)
        if (desk === undefined) return refuse('not_found')
        const at = clock.now()
        if (input.decision === 'take_source' && desk[conflict.column] !== conflict.sourceValue) {
          const taken = await takeSource(repositories, conflict, desk, at, acting)
          if (!taken.ok) return taken
        }
        await imports.decideConflict(conflict.id, input.decision, at, acting.actor)
        const kept = desk[conflict.column] ?? ''
        await audit.append(
          {
            at,
            operation: 'imports.decideConflict',
            entity: conflict.entity,
            entityId: conflict.entityId,
            learnerId: await learnerOf(repositories, file, conflict.entityId, desk),
            reason: '',
            before: { [conflict.column]: kept },
            after: { [conflict.column]: input.decision === 'take_source' ? conflict.sourceValue : kept, decision: input.decision },
          },
          acting,
        )
        return ok({})
      })
    },
  }
}
