import type { Knex } from 'knex'
import type { NumberSeriesRepository } from '../../ports/repositories/number-series-repository'

interface SeriesRow {
  series: string
  last: number
}

export function createNumberSeriesRepository(connection: Knex): NumberSeriesRepository {
  return {
    async take(series, count) {
      const row: SeriesRow | undefined = await connection<SeriesRow>('number_series').where({ series }).first()
      const last = row?.last ?? 0
      await connection('number_series').insert({ series, last: last + count }).onConflict('series').merge({ last: last + count })
      return last + 1
    },
  }
}
