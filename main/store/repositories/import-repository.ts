import type { Knex } from 'knex'
import { z } from 'zod'
import { importFileViewSchema, importStates } from '@shared/contract/imports'
import type { Conflict, ConflictFilter, ImportJob, ImportRepository, StoredRefusal } from '../../ports/repositories/import-repository'
import { chunksOf } from '../chunks'
import type { MarkTopic } from '../mark-topic'
import { insertRows, type ChunkRow } from './exchange-statements'

const kind = 'import'

const jobRowSchema = z.object({
  id: z.number(),
  state: z.enum(importStates),
  actor: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  milliseconds: z.number(),
  input: z.string(),
  progress: z.string(),
  failure: z.string().nullable(),
})
const inputSchema = z.object({ folder: z.string(), dryRun: z.boolean() })
const progressSchema = z.object({
  files: z.array(importFileViewSchema),
  notices: z.array(z.object({ file: z.string(), code: z.string(), detail: z.string() })),
  certificatesFrozen: z.number(),
  headers: z.record(z.string(), z.array(z.string())),
  // Imports of a former version tell neither.
  fingerprints: z.record(z.string(), z.string()).default({}),
  through: z.record(z.string(), z.number()).default({}),
})

function jobOf(found: unknown): ImportJob {
  const row = jobRowSchema.parse(found)
  return {
    id: row.id,
    state: row.state,
    actor: row.actor,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    milliseconds: row.milliseconds,
    ...inputSchema.parse(JSON.parse(row.input)),
    progress: progressSchema.parse(JSON.parse(row.progress)),
    failure: row.failure,
  }
}

const refusalRowSchema = z.object({
  id: z.number(),
  file: z.string(),
  line: z.number().nullable(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  row: z.string().nullable(),
})

function refusalOf(found: unknown): StoredRefusal {
  const { row, ...more } = refusalRowSchema.parse(found)
  return { ...more, row: row === null ? null : z.array(z.string()).parse(JSON.parse(row)) }
}

const conflictRowSchema = z.object({
  id: z.number(),
  job_id: z.number(),
  imported_at: z.string(),
  file: z.string(),
  entity: z.string(),
  entity_id: z.number(),
  external_id: z.string(),
  label: z.string(),
  column: z.string(),
  desk_value: z.string(),
  source_value: z.string(),
  former_source_value: z.string(),
  decision: z.enum(['open', 'keep_desk', 'take_source']),
})

function conflictOf(found: unknown): Conflict {
  const row = conflictRowSchema.parse(found)
  return {
    id: row.id,
    jobId: row.job_id,
    importedAt: row.imported_at,
    file: row.file,
    entity: row.entity,
    entityId: row.entity_id,
    externalId: row.external_id,
    label: row.label,
    column: row.column,
    deskValue: row.desk_value,
    sourceValue: row.source_value,
    formerSourceValue: row.former_source_value,
    decision: row.decision,
  }
}

async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const rows: { count: number | string }[] = await query.count({ count: '*' })
  return Number(rows[0]?.count ?? 0)
}

export function createImportRepository(connection: Knex, mark: MarkTopic): ImportRepository {
  const jobs = (): Knex.QueryBuilder => connection('jobs').where({ kind })

  const conflicts = () => connection('import_conflicts').join('jobs', 'jobs.id', 'import_conflicts.job_id').select('import_conflicts.*', 'jobs.started_at as imported_at')
  const wanted = ({ openOnly, jobId }: ConflictFilter): Record<string, string | number> => ({
    ...(openOnly ? { 'import_conflicts.decision': 'open' } : {}),
    ...(jobId === undefined ? {} : { 'import_conflicts.job_id': jobId }),
  })
  return {
    async create(job) {
      mark('imports')
      mark('jobs')
      const { folder, dryRun } = job
      const row = { kind, state: 'running', actor: job.actor, started_at: job.startedAt, input: JSON.stringify({ folder, dryRun }), progress: JSON.stringify(job.progress) }
      const inserted: { id: number }[] = await connection('jobs').insert(row).returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the import got no number')
      return id
    },
    async find(id) {
      const row: unknown = await jobs().where({ id }).first()
      return row === undefined ? undefined : jobOf(row)
    },
    async findRunning() {
      const row: unknown = await jobs().whereIn('state', ['running', 'cancelling']).first()
      return row === undefined ? undefined : jobOf(row)
    },
    async list(page) {
      const rows: unknown = await jobs().orderBy('id', 'desc').offset(page.offset).limit(page.limit)
      return z.array(z.unknown()).parse(rows).map(jobOf)
    },
    count: () => countOf(jobs()),
    async saveProgress(id, progress, milliseconds) {
      await jobs().where({ id }).update({ progress: JSON.stringify(progress), milliseconds })
    },
    async setState(id, state, end) {
      mark('imports')
      mark('jobs')
      const ended = end === undefined ? {} : { finished_at: end.finishedAt, milliseconds: end.milliseconds, failure: end.failure }
      await jobs().where({ id }).update({ state, ...ended })
    },
    async reopen(id) {
      mark('imports')
      mark('jobs')
      await jobs().where({ id }).update({ state: 'running', finished_at: null, failure: null })
    },
    async interruptRunning(at) {
      const changed: number = await jobs().whereIn('state', ['running', 'cancelling']).update({ state: 'interrupted', finished_at: at })
      if (changed > 0) {
        mark('imports')
        mark('jobs')
      }
      return changed
    },

    async addRefusals(jobId, file, refusals) {
      const rows = refusals.map(({ line, column, value, reason, row }): ChunkRow => [jobId, file, line, column, value, reason, row === null ? null : JSON.stringify(row)])
      await insertRows(connection, 'import_refusals', ['job_id', 'file', 'line', 'column', 'value', 'reason', 'row'], rows)
    },
    async listRefusals(jobId, page) {
      const rows: unknown[] = await connection('import_refusals').where({ job_id: jobId }).orderBy('id').offset(page.offset).limit(page.limit)
      return rows.map(refusalOf)
    },
    async listRefusalsOfFile(jobId, file, page) {
      const rows: unknown[] = await connection('import_refusals').where({ job_id: jobId, file }).orderBy('id').offset(page.offset).limit(page.limit)
      return rows.map(refusalOf)
    },
    async listFilesWithRefusedRows(jobId) {
      const rows: { file: string }[] = await connection('import_refusals').where({ job_id: jobId }).whereNotNull('row').groupBy('file').orderByRaw('min(id)').select('file')
      return rows.map((row) => row.file)
    },
    countRefusals: (jobId) => countOf(connection('import_refusals').where({ job_id: jobId })),
    async refusedLines(jobId, file, lines) {
      const found = new Set<number>()
      for (const chunk of chunksOf(lines, 500)) {
        const rows: { line: number }[] = await connection('import_refusals').where({ job_id: jobId, file }).whereIn('line', chunk).select('line')
        for (const { line } of rows) found.add(line)
      }
      return found
    },

    async addConflicts(jobId, conflicts) {
      for (const conflict of conflicts) {
        const field = { entity: conflict.entity, entity_id: conflict.entityId, column: conflict.column, decision: 'open' }
        const values = { job_id: jobId, label: conflict.label, desk_value: conflict.deskValue, source_value: conflict.sourceValue }
        const updated: number = await connection('import_conflicts').where(field).update(values)
        if (updated === 0) {
          await connection('import_conflicts').insert({ ...field, ...values, file: conflict.file, external_id: conflict.externalId, former_source_value: conflict.formerSourceValue })
        }
      }
    },
    async findConflict(id) {
      const row: unknown = await conflicts().where({ 'import_conflicts.id': id }).first()
      return row === undefined ? undefined : conflictOf(row)
    },
    async listConflicts(page) {
      const rows: unknown[] = await conflicts().where(wanted(page)).orderBy('import_conflicts.id', 'desc').offset(page.offset).limit(page.limit)
      return rows.map(conflictOf)
    },
    countConflicts: (filter) => countOf(connection('import_conflicts').where(wanted(filter))),
    async decideConflict(id, decision, at, by) {
      mark('imports')
      await connection('import_conflicts').where({ id }).update({ decision, decided_at: at, decided_by: by })
    },
    async reopenConflict(id) {
      mark('imports')
      await connection('import_conflicts').where({ id }).update({ decision: 'open', decided_at: null, decided_by: '' })
    },
    async hasOpenConflict({ entity, entityId, column }) {
      return (await countOf(connection('import_conflicts').where({ entity, entity_id: entityId, column, decision: 'open' }))) > 0
    },
    async settleConflicts(entity, fields, at, by) {
      if (fields.length === 0) return
      const chunk = fields.map(({ entityId, column }) => [entityId, column])
      await connection.raw(
        `update import_conflicts set decision = 'take_source', decided_at = ?, decided_by = ?
         where decision = 'open' and entity = ? and (entity_id, "column") in (select value ->> 0, value ->> 1 from jsonb_each(?))`,
        [at, by, entity, JSON.stringify(chunk)],
      )
    },
  }
}
