import type { Knex } from 'knex'
import { foldEmail } from '@shared/policy/name-folding'
import type { ExchangeFile } from '@shared/contract/imports'
import type { Cells } from '../../ports/repositories/exchange-columns'
import { addressKey, type ExchangeRepository, type ImportedRecord, type ResolvedReferences } from '../../ports/repositories/exchange-repository'
import { rowsOf } from '../dialect'
import type { MarkTopic } from '../mark-topic'
import { insertRows, rememberRows, rowsAmong, rowsByKey, updateRows } from './exchange-statements'
import { exchangeTableOf, foldedName, fromStored, tableNameOf, toStored, type ExchangeTable, type StoredColumn, type StoredValue } from './exchange-tables'

const cellOf = (cells: Cells, column: string): string => cells[column] ?? ''

/** Columns of the record's own row: further addresses are rows of their own. */
function ownColumns(table: ExchangeTable): readonly StoredColumn[] {
  return table.columns.filter((column) => column.shape !== 'emails')
}

function storedValue(column: StoredColumn, cells: Cells, references: ResolvedReferences): StoredValue {
  const text = cellOf(cells, column.column)
  if (column.to === undefined) return toStored(column.shape, text)
  if (text === '') return null
  const found = references.get(column.to)?.get(text)
  if (found === undefined) throw new Error(`a reference of ${column.column} was not resolved`)
  return found
}

const addressesOf = (cells: Cells): readonly string[] => cellOf(cells, 'alternate_emails').split(';').filter((email) => email !== '')

export function createExchangeRepository(connection: Knex, mark: MarkTopic): ExchangeRepository {
  async function addAlternateEmails(rows: readonly { readonly id: number; readonly cells: Cells }[]): Promise<void> {
    const addresses = rows.flatMap(({ id, cells }) => addressesOf(cells).map((email): StoredValue[] => [id, email, foldEmail(email), 'alternate']))
    await insertRows(connection, 'learner_emails', ['learner_id', 'email', 'email_folded', 'kind'], addresses)
  }

  async function readAlternateEmails(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows = await rowsAmong(connection, 'id, learner_id, email, kind', 'learner_emails', 'learner_id', ids)
    const byLearner = new Map<number, string[]>()
    for (const row of [...rows].sort((one, other) => Number(one.id) - Number(other.id))) {
      if (row.kind !== 'alternate') continue
      const learner = Number(row.learner_id)
      byLearner.set(learner, [...(byLearner.get(learner) ?? []), String(row.email)])
    }
    return new Map([...byLearner].map(([learner, emails]) => [learner, emails.join(';')]))
  }

  return {
    async findByKeys(file, keys) {
      const table = exchangeTableOf(file)
      const found = new Map<string, ImportedRecord>()
      for (const row of await rowsByKey(connection, table.table, table.key, keys)) {
        const key = keys[Number(row.place)]
        if (key === undefined) throw new Error('the store answered a key that was not asked')
        found.set(JSON.stringify(key), { id: Number(row.id), source: typeof row.source === 'string' ? row.source : null })
      }
      return found
    },
    async readCells(file, ids) {
      const table = exchangeTableOf(file)
      const columns = ownColumns(table).map(({ stored, to }) =>
        to === undefined ? `"${stored}"` : `(select referred.external_id from "${tableNameOf(to)}" as referred where referred.id = "${table.table}"."${stored}") as "${stored}"`,
      )
      const rows = await rowsAmong(connection, ['id', ...columns].join(', '), table.table, 'id', ids)
      const emails = file === 'learners.csv' ? await readAlternateEmails(ids) : undefined
      return new Map(
        rows.map((row): [number, Cells] => {
          const id = Number(row.id)
          const own = ownColumns(table).map(({ column, stored, shape }) => [column, fromStored(shape, row[stored])] as const)
          return [id, Object.fromEntries(emails === undefined ? own : [...own, ['alternate_emails', emails.get(id) ?? '']])]
        }),
      )
    },
    async resolve(file: ExchangeFile, externalIds) {
      const rows = await rowsAmong(connection, 'id, external_id', tableNameOf(file), 'external_id', externalIds)
      return new Map(rows.map((row) => [String(row.external_id), Number(row.id)]))
    },
    async add(file, rows, references) {
      const table = exchangeTableOf(file)
      const [first] = rows
      if (first === undefined) return []
      const own = ownColumns(table)
      const derived = Object.keys(table.derived(first.cells, first.key))
      const chunk = rows.map(({ cells, key, source }) => {
        const more = table.derived(cells, key)
        return [...own.map((column) => storedValue(column, cells, references)), ...derived.map((column) => more[column] ?? null), source]
      })
      const ids = await insertRows(connection, table.table, [...own.map(({ stored }) => stored), ...derived, 'source'], chunk)
      if (file === 'learners.csv') await addAlternateEmails(rows.flatMap(({ cells }, index) => (ids[index] === undefined ? [] : [{ id: ids[index], cells }])))
      return ids
    },
    async change(file, rows, references, at) {
      const table = exchangeTableOf(file)
      const [first] = rows
      if (first === undefined) return
      const own = ownColumns(table)
      const derived = Object.keys(table.derived(first.cells, first.key))
      const chunk = rows.map(({ id, cells, key, source }) => {
        const more = table.derived(cells, key)
        return [id, ...own.map((column) => storedValue(column, cells, references)), ...derived.map((column) => more[column] ?? null), source]
      })
      await updateRows(connection, table.table, [...own.map(({ stored }) => stored), ...derived, 'source'], chunk)
      if (file !== 'learners.csv') return
      const renamed = rows.filter(({ cells, before }) => foldedName(cells) !== foldedName(before) || cells.given_name !== before.given_name || cells.family_name !== before.family_name)
      await insertRows(connection, 'learner_names', ['learner_id', 'name', 'name_folded', 'until_at'], renamed.map(({ id, before }) => [id, `${cellOf(before, 'given_name')} ${cellOf(before, 'family_name')}`, foldedName(before), at]))
      const moved = rows.filter(({ cells, before }) => foldEmail(cellOf(cells, 'email')) !== foldEmail(cellOf(before, 'email')))
      await insertRows(connection, 'learner_emails', ['learner_id', 'email', 'email_folded', 'kind', 'until_at'], moved.map(({ id, before }) => [id, cellOf(before, 'email'), foldEmail(cellOf(before, 'email')), 'former', at]))
      const readdressed = rows.filter(({ cells, before }) => cellOf(cells, 'alternate_emails') !== cellOf(before, 'alternate_emails'))
      await connection.raw(`delete from learner_emails where kind = 'alternate' and learner_id in (select value from json_each(?))`, [JSON.stringify(readdressed.map(({ id }) => id))])
      await addAlternateEmails(readdressed)
    },
    async remember(file, rows) {
      await rememberRows(connection, tableNameOf(file), rows.map(({ id, source }) => [id, source]))
    },
    async readSource(file, id) {
      const [row] = await rowsAmong(connection, 'source', tableNameOf(file), 'id', [id])
      return typeof row?.source === 'string' ? row.source : '{}'
    },
    async isEmpty() {
      const found = await rowsOf(connection, 'select 1 as found where exists (select 1 from learners) or exists (select 1 from activities)')
      return found.length === 0
    },
    async findEmailOwners(addresses) {
      const rows = await rowsOf(
        connection,
        `select learners.id, learners.external_id, learners.portal, learners.email_folded from jsonb_each(?) as chunk
         cross join learners on learners.portal = (chunk.value ->> 0) and learners.email_folded = (chunk.value ->> 1)`,
        [JSON.stringify(addresses.map(({ portal, email }) => [portal, email]))],
      )
      return new Map(rows.map((row) => [addressKey(String(row.portal), String(row.email_folded)), { id: Number(row.id), externalId: String(row.external_id) }]))
    },
    async findCertificateOwners(numbers) {
      const rows = await rowsOf(
        connection,
        `select certificates.number, certificates.claim_id, claims.external_id from certificates join claims on claims.id = certificates.claim_id
         where certificates.number in (select value from json_each(?))`,
        [JSON.stringify(numbers)],
      )
      return new Map(rows.map((row) => [String(row.number), { claimId: Number(row.claim_id), externalId: String(row.external_id) }]))
    },
    async replaceFlags(entity, entityIds, flags, at) {
      if (entityIds.length === 0) return
      await connection.raw('delete from record_flags where entity = ? and entity_id in (select value from json_each(?))', [entity, JSON.stringify(entityIds)])
      await insertRows(connection, 'record_flags', ['entity', 'entity_id', 'field', 'code', 'since_at'], flags.map(({ entityId, field, code }) => [entity, entityId, field, code, at]))
    },
    async listFlags(entity) {
      const rows = await rowsOf(connection, 'select entity_id, field, code from record_flags where entity = ? order by id', [entity])
      return rows.map((row) => ({ entityId: Number(row.entity_id), field: String(row.field), code: String(row.code) }))
    },
    announce(topics) {
      for (const topic of topics) mark(topic)
    },
  }
}
