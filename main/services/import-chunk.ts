import type { ExchangeFile } from '@shared/contract/imports'
import type { Instant } from '@shared/model/instant'
import { foldEmail } from '@shared/policy/name-folding'
import type { Acting } from '../ports/acting'
import type { ReadRow, RowRefusal } from '../ports/exchange-reader'
import { exchangeColumns, type Cells } from '../ports/repositories/exchange-columns'
import { addressKey, type ImportedRecord, type RecordToAdd, type RecordToChange, type ResolvedReferences } from '../ports/repositories/exchange-repository'
import type { NewConflict } from '../ports/repositories/import-repository'
import type { Repositories } from '../ports/unit-of-work'
import { freezeForClaims, supersedeForChangedClaims } from './certificate-freezing'
import { cellsOf, mergeCells, sourceOf, type Merge } from './import-merging'
import { entityOf, flagsOf, itemFileOf, labelOf, printedClaimColumns, rowFault } from './import-row-rules'

export interface ChunkContext {
  readonly jobId: number
  readonly at: Instant
  readonly acting: Acting
  /** Keys of the desk's portal profiles. */
  readonly portals: ReadonlySet<string>
  /**
   * Which rows that name a record of their own file, as a superseded claim does, wait for another pass over the file:
   * on the first all that are new, whether or not that record is there already, so that an import after a kill writes
   * in the same order; then those whose record is still missing; at last none.
   */
  readonly waiting: 'new' | 'dangling' | 'none'
}

export interface ChunkOutcome {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly conflicts: number
  readonly refusals: readonly RowRefusal[]
  /** Lines that wait for a record later in the same file. */
  readonly waiting: readonly number[]
  readonly certificatesFrozen: number
}

interface Candidate {
  readonly row: ReadRow
  readonly incoming: Cells
  readonly source: string
  readonly record: ImportedRecord | undefined
  readonly former: Cells
}

interface Accepted extends Candidate {
  readonly merge: Merge
  readonly desk: Cells | undefined
}

const refusalOf = (row: ReadRow, column: string, value: string, reason: string): RowRefusal => ({ line: row.line, column, value: value.slice(0, 200), reason, row: row.row })

/** The rows that say something new; the rest is what the last import said already. */
async function candidatesOf({ exchange }: Repositories, file: ExchangeFile, rows: readonly ReadRow[]): Promise<readonly Candidate[]> {
  const columns = exchangeColumns[file]
  const names = columns.map((column) => column.name)
  const records = await exchange.findByKeys(file, rows.map((row) => row.key))
  return rows.flatMap((row): Candidate[] => {
    const record = records.get(JSON.stringify(row.key))
    const complete = names.every((name) => row.cells[name] !== undefined)
    const said = record?.source ?? null
    if (!complete) {
      // A column the file does not have says nothing, so the last word stands.
      const former = said === null ? {} : cellsOf(said)
      const incoming = Object.fromEntries(columns.map(({ name, whenEmpty }) => [name, row.cells[name] ?? former[name] ?? whenEmpty ?? '']))
      const source = sourceOf(names, incoming)
      return source === said ? [] : [{ row, incoming, source, record, former }]
    }
    const source = sourceOf(names, row.cells)
    return source === said ? [] : [{ row, incoming: row.cells, source, record, former: said === null ? {} : cellsOf(said) }]
  })
}

async function resolveReferences({ exchange }: Repositories, file: ExchangeFile, all: readonly Cells[]): Promise<ResolvedReferences> {
  const asked = new Map<ExchangeFile, Set<string>>()
  const ask = (to: ExchangeFile, externalId: string): void => {
    const known = asked.get(to) ?? new Set()
    asked.set(to, known.add(externalId))
  }
  for (const cells of all) {
    for (const { name, to } of exchangeColumns[file]) {
      const externalId = cells[name] ?? ''
      if (to !== undefined && externalId !== '') ask(to, externalId)
    }
    const itemFile = itemFileOf(file, cells)
    if (itemFile !== undefined) ask(itemFile, cells.item_id ?? '')
  }
  const resolved = new Map<ExchangeFile, ReadonlyMap<string, number>>()
  for (const [to, externalIds] of asked) resolved.set(to, await exchange.resolve(to, [...externalIds]))
  return resolved
}

function danglingOf(file: ExchangeFile, cells: Cells, references: ResolvedReferences): { readonly column: string; readonly value: string; readonly to: ExchangeFile } | undefined {
  for (const { name, to } of exchangeColumns[file]) {
    const value = cells[name] ?? ''
    if (to !== undefined && value !== '' && references.get(to)?.has(value) !== true) return { column: name, value, to }
  }
  const to = itemFileOf(file, cells)
  const value = cells.item_id ?? ''
  return to !== undefined && references.get(to)?.has(value) !== true ? { column: 'item_id', value, to } : undefined
}

/** Addresses and certificate numbers that may stand once only: in the store, and among the rows of this chunk. */
async function takenValues({ exchange }: Repositories, file: ExchangeFile, rows: readonly Accepted[]): Promise<(row: Accepted) => RowRefusal | undefined> {
  const inChunk = new Map<string, string>()
  const differs = (row: Accepted, column: string): boolean => row.desk?.[column] !== row.merge.cells[column]
  if (file === 'learners.csv') {
    const keyOf = ({ merge }: Accepted): { portal: string; email: string } => ({ portal: merge.cells.portal ?? '', email: foldEmail(merge.cells.email ?? '') })
    const moving = (row: Accepted): boolean => differs(row, 'email') || differs(row, 'portal')
    const owners = await exchange.findEmailOwners(rows.filter(moving).map(keyOf))
    return (row) => {
      const address = addressKey(keyOf(row).portal, keyOf(row).email)
      if (!moving(row)) return undefined
      const owner = owners.get(address)
      const other = owner !== undefined && owner.id !== row.record?.id ? owner.externalId : inChunk.get(address)
      if (other !== undefined) return refusalOf(row.row, 'email', row.merge.cells.email ?? '', `${other} has this address already.`)
      inChunk.set(address, row.incoming.external_id ?? '')
      return undefined
    }
  }
  if (file !== 'claims.csv') return () => undefined
  const numberOf = ({ merge }: Accepted): string => merge.cells.certificate_number ?? ''
  const numbered = (row: Accepted): boolean => numberOf(row) !== '' && differs(row, 'certificate_number')
  const owners = await exchange.findCertificateOwners(rows.filter(numbered).map(numberOf))
  return (row) => {
    if (!numbered(row)) return undefined
    const owner = owners.get(numberOf(row))
    const other = owner !== undefined && owner.claimId !== row.record?.id ? owner.externalId : inChunk.get(numberOf(row))
    if (other !== undefined) return refusalOf(row.row, 'certificate_number', numberOf(row), `${other} has a certificate with this number already.`)
    inChunk.set(numberOf(row), row.incoming.external_id ?? '')
    return undefined
  }
}

function conflictsOf(file: ExchangeFile, { row, record, merge, desk, former, incoming }: Accepted): readonly NewConflict[] {
  if (record === undefined || desk === undefined) return []
  const externalId = row.key.join(' / ')
  return merge.conflicts.map((column) => ({
    file,
    entity: entityOf(file),
    entityId: record.id,
    externalId,
    label: labelOf(file, desk, externalId),
    column,
    deskValue: desk[column] ?? '',
    sourceValue: incoming[column] ?? '',
    formerSourceValue: former[column] ?? '',
  }))
}

/** A new claim's certificate is frozen with it (H31); a changed claim supersedes the one it has. */
async function freezeCertificates(repositories: Repositories, added: readonly number[], changed: readonly number[], { at, acting }: ChunkContext): Promise<number> {
  const frozen = added.length === 0 ? 0 : (await freezeForClaims(repositories, added)).frozen
  if (changed.length > 0) await supersedeForChangedClaims(repositories, changed, { at, acting, reason: 'import' })
  return frozen + changed.length
}

function waits(file: ExchangeFile, { incoming, record }: Candidate, dangling: boolean, waiting: ChunkContext['waiting']): boolean {
  const own = exchangeColumns[file].find(({ to }) => to === file)?.name
  const named = own === undefined ? '' : (incoming[own] ?? '')
  if (named === '' || named === incoming.external_id || waiting === 'none') return false
  return dangling || (waiting === 'new' && record === undefined)
}

/**
 * Lines of rows that were looked at before an interruption and still wait for a record of their own file: what the first
 * pass put off and no later one has settled.
 */
export async function stillWaiting(repositories: Repositories, file: ExchangeFile, rows: readonly ReadRow[], jobId: number): Promise<readonly number[]> {
  const own = exchangeColumns[file].find(({ to }) => to === file)?.name
  if (own === undefined) return []
  const naming = rows.filter((row) => (row.cells[own] ?? '') !== '')
  const candidates = await candidatesOf(repositories, file, naming)
  const references = await resolveReferences(repositories, file, candidates.map(({ incoming }) => incoming))
  const lines = candidates.filter((candidate) => waits(file, candidate, danglingOf(file, candidate.incoming, references)?.to === file, 'new')).map(({ row }) => row.line)
  const refused = await repositories.imports.refusedLines(jobId, file, lines)
  return lines.filter((line) => !refused.has(line))
}

/** Takes one chunk in, all of it or nothing: the caller's transaction. Rows that cannot go in are told and left out. */
export async function takeInChunk(repositories: Repositories, file: ExchangeFile, rows: readonly ReadRow[], context: ChunkContext): Promise<ChunkOutcome> {
  const { exchange, imports } = repositories
  const names = exchangeColumns[file].map((column) => column.name)
  const candidates = await candidatesOf(repositories, file, rows)
  const refusals: RowRefusal[] = []
  const waiting: number[] = []
  const known = candidates.flatMap(({ record }) => (record === undefined ? [] : [record.id]))
  const deskCells = known.length === 0 ? new Map<number, Cells>() : await exchange.readCells(file, known)
  const references = await resolveReferences(repositories, file, [...candidates.map(({ incoming }) => incoming), ...deskCells.values()])

  const wellReferred: Accepted[] = []
  for (const candidate of candidates) {
    const { row, incoming, former, record } = candidate
    const dangling = danglingOf(file, incoming, references)
    if (waits(file, candidate, dangling?.to === file, context.waiting)) {
      waiting.push(row.line)
      continue
    }
    const desk = record === undefined ? undefined : deskCells.get(record.id)
    const merge = desk === undefined ? { cells: incoming, changed: names, conflicts: [], agreed: [] } : mergeCells(names, desk, former, incoming)
    const portal = incoming.portal
    if (portal !== undefined && !context.portals.has(portal)) {
      refusals.push(refusalOf(row, 'portal', portal, `No portal profile has this key. Known are ${[...context.portals].join(', ')}.`))
      continue
    }
    const fault = rowFault(file, incoming) ?? rowFault(file, merge.cells)
    if (fault !== undefined) refusals.push(refusalOf(row, fault.column, incoming[fault.column] ?? '', fault.reason))
    else if (dangling !== undefined) refusals.push(refusalOf(row, dangling.column, dangling.value, `No such ${entityOf(dangling.to).replaceAll('_', ' ')} here or in ${dangling.to}.`))
    else wellReferred.push({ ...candidate, merge, desk })
  }
  const taken = await takenValues(repositories, file, wellReferred)
  const accepted = wellReferred.filter((row) => {
    const refusal = taken(row)
    if (refusal !== undefined) refusals.push(refusal)
    return refusal === undefined
  })

  const toAdd = accepted.filter(({ record }) => record === undefined)
  const inStore = accepted.flatMap((row) => (row.record === undefined || row.desk === undefined ? [] : [{ ...row, record: row.record, desk: row.desk }]))
  const toChange = inStore.filter(({ merge }) => merge.changed.length > 0)
  const addedIds = await exchange.add(file, toAdd.map(({ row, merge, source }): RecordToAdd => ({ key: row.key, cells: merge.cells, source })), references)
  await exchange.change(
    file,
    toChange.map(({ record, row, merge, desk, source }): RecordToChange => ({ id: record.id, key: row.key, cells: merge.cells, before: desk, source })),
    references,
    context.at,
  )
  await exchange.remember(file, inStore.filter(({ merge }) => merge.changed.length === 0).map(({ record, source }) => ({ id: record.id, source })))

  const conflicts = inStore.flatMap((row) => conflictsOf(file, row))
  await imports.settleConflicts(entityOf(file), inStore.flatMap(({ record, merge }) => merge.agreed.map((column) => ({ entityId: record.id, column }))), context.at, context.acting.actor)
  await imports.addConflicts(context.jobId, conflicts)
  const written = [...toAdd.map(({ merge }, index) => ({ id: addedIds[index] ?? -1, cells: merge.cells })), ...toChange.map(({ record, merge }) => ({ id: record.id, cells: merge.cells }))]
  if (file === 'learners.csv' || file === 'activity_credits.csv') {
    const flags = written.flatMap(({ id, cells }) => flagsOf(file, cells).map((flag) => ({ entityId: id, ...flag })))
    await exchange.replaceFlags(entityOf(file), written.map(({ id }) => id), flags, context.at)
  }
  const reprinted = toChange.filter(({ merge }) => merge.changed.some((column) => printedClaimColumns.includes(column))).map(({ record }) => record.id)
  const certificatesFrozen = file === 'claims.csv' ? await freezeCertificates(repositories, addedIds, reprinted, context) : 0

  return {
    added: toAdd.length,
    changed: toChange.length,
    unchanged: rows.length - waiting.length - refusals.length - toAdd.length - toChange.length,
    conflicts: conflicts.length,
    refusals,
    waiting,
    certificatesFrozen,
  }
}
