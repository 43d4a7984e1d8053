import type { Knex } from 'knex'
import type { PlaybookRepository } from '../../ports/repositories/playbook-repository'
import { rowsOf } from '../dialect'

const mostTitles = 3

export function createPlaybookRepository(connection: Knex): PlaybookRepository {
  return {
    async listPackaged(orderId) {
      const rows = await rowsOf(
        connection,
        `select distinct activities.title, activities.expires_on as "expiresOn" from order_lines
           join packages on packages.external_id = order_lines.item_id
           join package_activities on package_activities.package_id = packages.id
           join activities on activities.id = package_activities.activity_id
         where order_lines.order_id = ? and order_lines.kind = 'package'
         order by activities.expires_on is null, activities.expires_on, activities.title`,
        [orderId],
      )
      return rows.map((row) => ({ title: String(row.title), expiresOn: typeof row.expiresOn === 'string' ? row.expiresOn : null }))
    },
    async listCurrentTitles({ portal, formats, today }) {
      const marks = formats.map(() => '?').join(', ')
      const rows = await rowsOf(
        connection,
        `select title from activities
         where portal = ? and format in (${marks}) and (expires_on is null or expires_on >= ?) and (delivery <> 'live' or starts_at >= ?)
         order by case when delivery = 'live' then starts_at else '' end, title_folded, id limit ?`,
        [portal, ...formats, today, today, mostTitles],
      )
      return rows.map((row) => String(row.title))
    },
  }
}
