import type { Knex } from 'knex'
import { checkedTables, type RecordScanRepository } from '../../ports/repositories/record-check-repository'
import { rowsOf } from '../dialect'
import { createClaimScan } from './record-check-claims'
import { createPaperScan } from './record-check-papers'

/** Reads for the whole-record checker, set by set. */
export function createRecordScanRepository(connection: Knex): RecordScanRepository {
  return {
    ...createClaimScan(connection),
    ...createPaperScan(connection),
    async lastNumbers() {
      const columns = checkedTables.map((table) => `(select coalesce(max(id), 0) from ${table}) as ${table}`)
      const [row] = await rowsOf(connection, `select ${columns.join(', ')}`)
      const last = (table: (typeof checkedTables)[number]): number => Number(row?.[table] ?? 0)
      return { claims: last('claims'), learners: last('learners'), certificates: last('certificates'), reports: last('reports'), activity_credits: last('activity_credits') }
    },
  }
}
