import { exchangeFiles, type ExchangeFile } from '@shared/contract/imports'
import type { Instant } from '@shared/model/instant'
import { ok, refuse, type Result } from '@shared/model/result'
import { foldEmail } from '@shared/policy/name-folding'
import { exchangeColumns, type Cells } from '../ports/repositories/exchange-columns'
import { addressKey, type ResolvedReferences } from '../ports/repositories/exchange-repository'
import type { Conflict } from '../ports/repositories/import-repository'
import type { Repositories } from '../ports/unit-of-work'
import { entityOf, flagsOf, rowFault, topicsOf } from './import-row-rules'

/** The file of the format that a conflict's record comes from. */
export function fileOfConflict(conflict: Conflict): ExchangeFile {
  const file = exchangeFiles.find((candidate) => candidate === conflict.file)
  if (file === undefined) throw new Error('a conflict names a file that is none of the format')
  return file
}

/**
 * Writes a value of the one column that a conflict is about, the platform's or again the desk's; refused when it cannot
 * stand any more: somebody else has that address or number, or what it names is gone. Certificates are the caller's.
 */
export async function writeConflictValue(repositories: Repositories, conflict: Conflict, desk: Cells, value: string, at: Instant): Promise<Result<null, 'field_malformed'>> {
  const { exchange } = repositories
  const file = fileOfConflict(conflict)
  const cells = { ...desk, [conflict.column]: value }
  if (rowFault(file, cells) !== undefined) return refuse('field_malformed', { field: conflict.column })
  if (conflict.column === 'email') {
    const owners = await exchange.findEmailOwners([{ portal: cells.portal ?? '', email: foldEmail(value) }])
    const owner = owners.get(addressKey(cells.portal ?? '', foldEmail(value)))
    if (owner !== undefined && owner.id !== conflict.entityId) return refuse('field_malformed', { field: 'email', facts: { owner: owner.externalId } })
  }
  if (conflict.column === 'certificate_number' && value !== '') {
    const owner = (await exchange.findCertificateOwners([value])).get(value)
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
  exchange.announce(topicsOf(file))
  return ok(null)
}

function allResolved(file: ExchangeFile, cells: Cells, references: ResolvedReferences): boolean {
  return exchangeColumns[file].every(({ name, to }) => to === undefined || (cells[name] ?? '') === '' || references.get(to)?.has(cells[name] ?? '') === true)
}

