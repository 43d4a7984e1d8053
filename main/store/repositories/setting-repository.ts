import type { Knex } from 'knex'
import type { SettingRepository } from '../../ports/repositories/setting-repository'
import type { MarkTopic } from '../mark-topic'

export function createSettingRepository(connection: Knex, mark: MarkTopic): SettingRepository {
  return {
    async find(key) {
      const row: { value: string } | undefined = await connection<{ key: string; value: string }>('settings').where({ key }).first('value')
      return row?.value
    },
    async put(key, value) {
      mark('settings')
      await connection('settings').insert({ key, value }).onConflict('key').merge({ value })
    },
    async remove(key) {
      mark('settings')
      await connection('settings').where({ key }).del()
    },
  }
}
