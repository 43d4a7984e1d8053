import type { Knex } from 'knex'
import { z } from 'zod'
import type { SigningKey, SigningKeyRepository } from '../../ports/repositories/signing-key-repository'

const rowSchema = z.object({ key_id: z.string(), public_key: z.string(), created_at: z.string(), retired_at: z.string().nullable() })
const columns = Object.keys(rowSchema.shape)

function keyOf(row: unknown): SigningKey {
  const { key_id: keyId, public_key: publicKey, created_at: createdAt, retired_at: retiredAt } = rowSchema.parse(row)
  return { keyId, publicKey, createdAt, retiredAt }
}

export function createSigningKeyRepository(connection: Knex): SigningKeyRepository {
  const keys = (): Knex.QueryBuilder => connection('signing_keys')
  const optional = (row: unknown): SigningKey | undefined => (row === undefined ? undefined : keyOf(row))
  return {
    findCurrent: async () => optional(await keys().whereNull('retired_at').first(columns)),
    find: async (keyId) => optional(await keys().where({ key_id: keyId }).first(columns)),
    async list() {
      const rows: unknown[] = await keys().orderBy('id').select(columns)
      return rows.map(keyOf)
    },
    async add({ keyId, publicKey, createdAt }) {
      await keys().whereNull('retired_at').update({ retired_at: createdAt })
      await keys().insert({ key_id: keyId, public_key: publicKey, created_at: createdAt })
    },
  }
}
