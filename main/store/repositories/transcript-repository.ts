import type { Knex } from 'knex'
import { z } from 'zod'
import type { Transcript, TranscriptRepository } from '../../ports/repositories/transcript-repository'
import type { MarkTopic } from '../mark-topic'
import { bytesOf } from './stored-bytes'

const transcriptRowSchema = z.object({
  id: z.number(),
  number: z.string(),
  learner_id: z.number(),
  from_on: z.string().nullable(),
  to_on: z.string().nullable(),
  issued_at: z.string(),
  issued_by: z.string(),
  snapshot: z.string(),
  snapshot_sha256: z.string(),
  bytes_sha256: z.string().nullable(),
})
const columns = Object.keys(transcriptRowSchema.shape)

function transcriptOf(row: z.infer<typeof transcriptRowSchema>): Transcript {
  return {
    id: row.id,
    number: row.number,
    learnerId: row.learner_id,
    fromOn: row.from_on,
    toOn: row.to_on,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    snapshot: row.snapshot,
    snapshotSha256: row.snapshot_sha256,
    bytesSha256: row.bytes_sha256,
  }
}

export function createTranscriptRepository(connection: Knex, mark: MarkTopic): TranscriptRepository {
  return {
    async findByNumber(number) {
      const row: unknown = await connection('transcripts').where({ number }).first(columns)
      return row === undefined ? undefined : transcriptOf(transcriptRowSchema.parse(row))
    },
    async add(transcript) {
      mark('certificates')
      const inserted: { id: number }[] = await connection('transcripts')
        .insert({
          number: transcript.number,
          learner_id: transcript.learnerId,
          from_on: transcript.fromOn,
          to_on: transcript.toOn,
          issued_at: transcript.issuedAt,
          issued_by: transcript.issuedBy,
          snapshot: transcript.snapshot,
          snapshot_sha256: transcript.snapshotSha256,
        })
        .returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the transcript got no row')
      return id
    },
    async findBytes(id) {
      return bytesOf(await connection('transcripts').where({ id }).first('bytes'))
    },
    async keepBytes(id, { bytes, bytesSha256 }) {
      mark('certificates')
      const written: number = await connection('transcripts').where({ id }).whereNull('bytes').update({ bytes: Buffer.from(bytes), bytes_sha256: bytesSha256 })
      return written === 1
    },
    async repairBytes(id, bytes) {
      mark('certificates')
      await connection('transcripts').where({ id }).update({ bytes: Buffer.from(bytes) })
    },
  }
}
