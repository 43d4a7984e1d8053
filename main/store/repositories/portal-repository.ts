import type { Knex } from 'knex'
import { z } from 'zod'
import { portalProfileSchema, type PortalProfile } from '@shared/portals/portal-profile'
import { portalProfileOf, portalProfiles } from '@shared/portals/portal-profiles'
import type { PortalRepository } from '../../ports/repositories/portal-repository'
import { rowsOf } from '../dialect'
import type { MarkTopic } from '../mark-topic'

const read = new Map<string, PortalProfile>()

/** A stored profile; the same text is checked once, because every opened record asks for it. */
export function portalProfileFrom(text: string): PortalProfile {
  const known = read.get(text)
  if (known !== undefined) return known
  const stored = z.looseObject({ key: z.string() }).parse(JSON.parse(text))
  // A version from before a field was known takes that field from the profile the console comes with.
  const profile = portalProfileSchema.parse({ ...portalProfileOf(stored.key), ...stored })
  if (read.size > 100) read.clear()
  read.set(text, profile)
  return profile
}

const versionRow = z.object({ version: z.number(), profile: z.string(), made_at: z.string(), made_by: z.string(), reason: z.string() })

export function createPortalRepository(connection: Knex, mark: MarkTopic): PortalRepository {
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
    async listVersions(key) {
      const rows = z.array(versionRow).parse(await rowsOf(connection, 'select * from portal_versions where key = ? order by version desc', [key]))
      return rows.map((row) => ({ version: row.version, profile: portalProfileFrom(row.profile), at: row.made_at, by: row.made_by, reason: row.reason }))
    },
    async addVersion(profile, after, { at, by, reason }) {
      const [newest] = await rowsOf(connection, 'select coalesce(max(version), 0) as version from portal_versions where key = ?', [profile.key])
      if (Number(newest?.version) !== after) return 'stale'
      // What a portal's rules say is seen wherever a record is judged by them.
      for (const topic of ['settings', 'desk', 'learners', 'activities', 'claims'] as const) mark(topic)
      const version = after + 1
      const text = JSON.stringify(profile)
      await connection('portal_versions').insert({ key: profile.key, version, profile: text, made_at: at, made_by: by, reason })
      await connection('portals').insert({ key: profile.key, version, profile: text }).onConflict('key').merge()
      return version
    },
  }
}
