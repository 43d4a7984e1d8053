import type { Knex } from 'knex'
import { z } from 'zod'
import { certificateFormSchema } from '@shared/model/certificate-snapshot'
import { certificateStates, creditTypeSchema } from '@shared/model/field-codes'
import type { Certificate, CertificateRepository, NewCertificate } from '../../ports/repositories/certificate-repository'
import { chunksOf } from '../chunks'
import type { MarkTopic } from '../mark-topic'
import { readContextFacts, readLearnerFacts, writeContextFacts } from './certificate-facts'
import { bytesOf } from './stored-bytes'

const certificateRowSchema = z.object({
  id: z.number(),
  number: z.string(),
  claim_id: z.number(),
  learner_id: z.number(),
  state: z.enum(certificateStates),
  origin: z.enum(['platform', 'desk']),
  credit_type: creditTypeSchema,
  amount: z.number(),
  printed_name: z.string(),
  form: certificateFormSchema,
  issued_at: z.string(),
  issued_by: z.string(),
  reason: z.string(),
  context_id: z.number(),
  facts: z.string(),
  template_version: z.string(),
  snapshot_sha256: z.string().nullable(),
  bytes_sha256: z.string().nullable(),
  replaces_certificate_id: z.number().nullable(),
  superseded_by_certificate_id: z.number().nullable(),
  ended_at: z.string().nullable(),
  ended_reason: z.string(),
  version: z.number(),
})
const paperRowSchema = z.object({
  snapshot: z.string(),
  snapshot_sha256: z.string(),
  bytes_sha256: z.string(),
  proof_token: z.string().nullable(),
  proof_seal: z.string().nullable(),
})
/** All but the paper itself, which is read only to be printed. */
const columns = Object.keys(certificateRowSchema.shape)

function certificateOf(row: z.infer<typeof certificateRowSchema>): Certificate {
  return {
    id: row.id,
    number: row.number,
    claimId: row.claim_id,
    learnerId: row.learner_id,
    state: row.state,
    origin: row.origin,
    creditType: row.credit_type,
    amount: row.amount,
    printedName: row.printed_name,
    form: row.form,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    reason: row.reason,
    contextId: row.context_id,
    facts: readLearnerFacts(row.facts),
    templateVersion: row.template_version,
    snapshotSha256: row.snapshot_sha256,
    bytesSha256: row.bytes_sha256,
    replacesCertificateId: row.replaces_certificate_id,
    supersededByCertificateId: row.superseded_by_certificate_id,
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
    version: row.version,
  }
}

function columnsOf(certificate: NewCertificate): Readonly<Record<string, string | number | null>> {
  return {
    number: certificate.number,
    claim_id: certificate.claimId,
    learner_id: certificate.learnerId,
    state: certificate.state,
    origin: certificate.origin,
    credit_type: certificate.creditType,
    amount: certificate.amount,
    printed_name: certificate.printedName,
    form: certificate.form,
    issued_at: certificate.issuedAt,
    issued_by: certificate.issuedBy,
    reason: certificate.reason,
    context_id: certificate.contextId,
    facts: JSON.stringify(certificate.facts),
    template_version: certificate.templateVersion,
    replaces_certificate_id: certificate.replacesCertificateId,
  }
}

const certificatesOf = (rows: readonly unknown[]): readonly Certificate[] => certificateRowSchema.array().parse(rows).map(certificateOf)

export function createCertificateRepository(connection: Knex, mark: MarkTopic): CertificateRepository {
  const certificates = (): Knex.QueryBuilder => connection('certificates')

  async function first(where: Readonly<Record<string, string | number>>): Promise<Certificate | undefined> {
    const row: unknown = await certificates().where(where).first(columns)
    return row === undefined ? undefined : certificateOf(certificateRowSchema.parse(row))
  }

  async function change(certificate: Certificate, fields: Readonly<Record<string, string | number | null>>): Promise<void> {
    mark('certificates')
    const { id, version } = certificate
    const written: number = await certificates().where({ id, version }).update({ ...fields, version: version + 1 })
    if (written !== 1) throw new Error(`certificate ${String(id)} is not as it was read`)
  }

  /** Ended certificates not linked yet, with the first certificate of the claim that took the place of theirs. */
  async function supersededPairs(column: string, claimIds: readonly number[]): Promise<{ old: number; successor: number }[]> {
    return connection('claims')
      .join('certificates as old', 'old.claim_id', 'claims.id')
      .join('certificates as successor', 'successor.claim_id', 'claims.superseded_by_claim_id')
      .whereIn(column, claimIds)
      .whereNotNull('claims.superseded_by_claim_id')
      .where({ 'old.state': 'superseded' })
      .whereNull('old.superseded_by_certificate_id')
      .groupBy('old.id')
      .select({ old: 'old.id' })
      .min({ successor: 'successor.id' })
  }

  return {
    find: (id) => first({ id }),
    findByNumber: (number) => first({ number }),
    findByBytes: (bytesSha256) => first({ bytes_sha256: bytesSha256 }),
    findCurrentOfClaim: (claimId) => first({ claim_id: claimId, state: 'current' }),
    async listOfClaim(claimId) {
      return certificatesOf(await certificates().where({ claim_id: claimId }).orderBy('id').select(columns))
    },
    async listCurrentOfLearner(learnerId) {
      return certificatesOf(await certificates().where({ learner_id: learnerId, state: 'current' }).orderBy('id').select(columns))
    },
    async getContext(id) {
      const row: { facts: string } | undefined = await connection<{ id: number; facts: string }>('certificate_contexts').where({ id }).first('facts')
      if (row === undefined) throw new Error(`there is no certificate context ${String(id)}`)
      return readContextFacts(row.facts)
    },

    async claimsHavingOne(claimIds) {
      const found = new Set<number>()
      for (const chunk of chunksOf(claimIds, 1000)) {
        const rows: { claim_id: number }[] = await certificates().whereIn('claim_id', chunk).distinct('claim_id')
        for (const row of rows) found.add(row.claim_id)
      }
      return found
    },
    async listCurrentOfClaims(claimIds) {
      const found: Certificate[] = []
      for (const chunk of chunksOf(claimIds, 1000)) {
        found.push(...certificatesOf(await certificates().whereIn('claim_id', chunk).where({ state: 'current' }).orderBy('id').select(columns)))
      }
      return found
    },
    async takenNumbers(numbers) {
      const taken = new Set<string>()
      for (const chunk of chunksOf(numbers, 1000)) {
        const rows: { number: string }[] = await certificates().whereIn('number', chunk).select('number')
        for (const row of rows) taken.add(row.number)
      }
      return taken
    },
    async keepContexts(contexts) {
      const numbers: number[] = []
      for (const chunk of chunksOf(contexts, 200)) {
        const kept = chunk.map(writeContextFacts)
        await connection('certificate_contexts').insert(kept).onConflict('sha256').ignore()
        const rows: { id: number; sha256: string }[] = await connection('certificate_contexts')
          .whereIn('sha256', kept.map(({ sha256 }) => sha256))
          .select('id', 'sha256')
        const byHash = new Map(rows.map((row) => [row.sha256, row.id]))
        for (const { sha256 } of kept) {
          const id = byHash.get(sha256)
          if (id === undefined) throw new Error('a certificate context was not kept')
          numbers.push(id)
        }
      }
      return numbers
    },
    async add(certificate) {
      mark('certificates')
      const inserted: { id: number }[] = await certificates().insert(columnsOf(certificate)).returning('id')
      const id = inserted[0]?.id
      if (id === undefined) throw new Error('the certificate got no row')
      if (certificate.replacesCertificateId !== null) {
        await certificates().where({ id: certificate.replacesCertificateId }).update({ superseded_by_certificate_id: id })
      }
      return id
    },
    async addAll(list) {
      if (list.length > 0) mark('certificates')
      for (const chunk of chunksOf(list, 200)) await certificates().insert(chunk.map(columnsOf))
    },
    async linkSupersededClaims(claimIds) {
      for (const chunk of chunksOf(claimIds, 1000)) {
        const pairs = [...(await supersededPairs('claims.id', chunk)), ...(await supersededPairs('claims.superseded_by_claim_id', chunk))]
        for (const { old, successor } of pairs) {
          await certificates().where({ id: old }).update({ superseded_by_certificate_id: successor })
          await certificates().where({ id: successor }).whereNull('replaces_certificate_id').update({ replaces_certificate_id: old })
        }
      }
    },

    async end(certificate, { state, at, reason }) {
      await change(certificate, { state, ended_at: at, ended_reason: reason })
    },
    async putBack(certificate) {
      await change(certificate, { state: 'current', ended_at: null, ended_reason: '', superseded_by_certificate_id: null })
    },

    async findPaper(id) {
      const row: unknown = await certificates().where({ id }).first('snapshot', 'snapshot_sha256', 'bytes', 'bytes_sha256', 'proof_token', 'proof_seal')
      const kept = paperRowSchema.safeParse(row)
      const bytes = bytesOf(row)
      if (!kept.success || bytes === undefined) return undefined
      const { snapshot, snapshot_sha256: snapshotSha256, bytes_sha256: bytesSha256, proof_token: token, proof_seal: seal } = kept.data
      return { snapshot, snapshotSha256, bytes, bytesSha256, proof: token === null || seal === null ? null : { token, seal } }
    },
    async keepPaper(id, paper, templateVersion) {
      mark('certificates')
      const written: number = await certificates().where({ id }).whereNull('bytes').update({
        snapshot: paper.snapshot,
        snapshot_sha256: paper.snapshotSha256,
        bytes: Buffer.from(paper.bytes),
        bytes_sha256: paper.bytesSha256,
        template_version: templateVersion,
        proof_token: paper.proof?.token ?? null,
        proof_seal: paper.proof?.seal ?? null,
      })
      return written === 1
    },
    async repairBytes(id, bytes) {
      mark('certificates')
      await certificates().where({ id }).whereNotNull('bytes_sha256').update({ bytes: Buffer.from(bytes) })
    },
    async listNeverPrinted(afterId, limit) {
      return certificatesOf(await certificates().whereNull('bytes').where('id', '>', afterId).orderBy('id').limit(limit).select(columns))
    },
  }
}
