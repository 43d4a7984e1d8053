import type { Knex } from 'knex'
import { portalProfileSchema, type PortalProfile } from '@shared/portals/portal-profile'
import { portalProfiles } from '@shared/portals/portal-profiles'
import type { PortalRepository } from '../../ports/repositories/portal-repository'
import { rowsOf } from '../dialect'

const read = new Map<string, PortalProfile>()

/** A stored profile; the same text is checked once, because every opened record asks for it. */
export function portalProfileFrom(text: string): PortalProfile {
  const known = read.get(text)
  if (known !== undefined) return known
  const profile = portalProfileSchema.parse(JSON.parse(text))
  if (read.size > 100) read.clear()
  read.set(text, profile)
  return profile
}

export function createPortalRepository(connection: Knex): PortalRepository {
  const list = async (): Promise<readonly PortalProfile[]> => {
    const rows = await rowsOf(connection, 'select profile from portals order by key')
    const own = rows.map((row) => portalProfileFrom(String(row.profile)))
    return [...portalProfiles.map((profile) => own.find((copy) => copy.key === profile.key) ?? profile), ...own.filter((copy) => !portalProfiles.some((profile) => profile.key === copy.key))]
  }
  return {
    list,
    async find(key) {
      return (await list()).find((profile) => profile.key === key)
    },
  }
}
