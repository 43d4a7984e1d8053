import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { AuditEntry, AuditRepository, AuditValues } from '../../ports/repositories/audit-repository'
import type { MarkTopic } from '../mark-topic'

interface AuditRow {
  id: number
  at: string
  actor: string
  operating_system_user: string
  via: AuditEntry['via']
  operation: string
  entity: string
  entity_id: number | null
  learner_id: number | null
  reason: string
  before: string
  after: string
  undoes_entry_id: number | null
  previous_hash: string
  hash: string
}

const firstHash = '0'.repeat(64)

/** SHA-256 over the entry's own values and the hash of the one before it. */
function hashOf(row: Omit<AuditRow, 'id' | 'hash'>): string {
  const parts = [
    row.previous_hash, row.at, row.actor, row.operating_system_user, row.via, row.operation, row.entity, row.entity_id,
    row.learner_id, row.reason, row.before, row.after, row.undoes_entry_id,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

function valuesOf(text: string): AuditValues {
  const parsed: unknown = JSON.parse(text)
  if (typeof parsed !== 'object' || parsed === null) throw new Error('an audit entry holds no values')
  return Object.fromEntries(
    Object.entries(parsed).map(([field, value]: [string, unknown]) => [field, Array.isArray(value) ? value.map(String) : plain(value)]),
  )
}

function plain(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  throw new Error('an audit entry holds a nested value')
}

function entryOf(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    operatingSystemUser: row.operating_system_user,
    via: row.via,
    operation: row.operation,
    entity: row.entity,
    entityId: row.entity_id,
    learnerId: row.learner_id,
    reason: row.reason,
    before: valuesOf(row.before),
    after: valuesOf(row.after),
    undoesEntryId: row.undoes_entry_id,
  }
}

export function createAuditRepository(connection: Knex, mark: MarkTopic): AuditRepository {
  const audit = (): Knex.QueryBuilder<AuditRow, AuditRow[]> => connection<AuditRow, AuditRow[]>('audit')

  return {
    async append(entry, acting) {
      mark('audit')
      const last: AuditRow | undefined = await audit().orderBy('id', 'desc').first()
      const row = {
        at: entry.at,
        actor: acting.actor,
        operating_system_user: acting.operatingSystemUser,
        via: acting.via,
        operation: entry.operation,
        entity: entry.entity,
        entity_id: entry.entityId,
        learner_id: entry.learnerId,
        reason: entry.reason,
        before: JSON.stringify(entry.before),
        after: JSON.stringify(entry.after),
        undoes_entry_id: entry.undoesEntryId ?? null,
        previous_hash: last?.hash ?? firstHash,
      }
      const inserted: { id: number }[] = await connection('audit').insert({ ...row, hash: hashOf(row) }).returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the audit entry got no number')
      return id
    },
    async find(id) {
      const row: AuditRow | undefined = await audit().where({ id }).first()
      return row === undefined ? undefined : entryOf(row)
    },
    async findUndoOf(id) {
      const row: AuditRow | undefined = await audit().where({ undoes_entry_id: id }).first()
      return row === undefined ? undefined : entryOf(row)
    },
    async listOfLearner(learnerId, page) {
      const rows: AuditRow[] = await audit().where({ learner_id: learnerId }).orderBy('id', 'desc').offset(page.offset).limit(page.limit)
      return rows.map(entryOf)
    },
    async countOfLearner(learnerId) {
      const rows: { count: number | string }[] = await connection('audit').where({ learner_id: learnerId }).count({ count: '*' })
      return Number(rows[0]?.count ?? 0)
    },
    async listLaterOn(entity, entityId, afterId) {
      const rows: AuditRow[] = await audit()
        .where({ entity, entity_id: entityId })
        .where('id', '>', afterId)
        .whereNull('undoes_entry_id')
        .whereNotExists(connection('audit as undoing').select('undoing.id').whereRaw('undoing.undoes_entry_id = audit.id'))
        .orderBy('id')
      return rows.map(entryOf)
    },
    async newest() {
      const row: Pick<AuditRow, 'id' | 'operation'> | undefined = await audit().orderBy('id', 'desc').first('id', 'operation')
      return { newestEntry: row?.id ?? 0, operation: row?.operation ?? '' }
    },
    async verify() {
      let previous = firstHash
      let after = 0
      let verified = 0
      for (;;) {
        const rows: AuditRow[] = await audit().where('id', '>', after).orderBy('id').limit(1000)
        if (rows.length === 0) return { verified, brokenAt: null }
        for (const row of rows) {
          if (row.previous_hash !== previous || row.hash !== hashOf(row)) return { verified, brokenAt: row.id }
          previous = row.hash
          after = row.id
          verified += 1
        }
      }
    },
  }
}
