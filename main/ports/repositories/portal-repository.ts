import type { Instant } from '@shared/model/instant'
import type { PortalProfile } from '@shared/portals/portal-profile'

/** A version of a portal's rules that was made at this desk. */
export interface PortalVersion {
  readonly version: number
  readonly profile: PortalProfile
  readonly at: Instant
  readonly by: string
  readonly reason: string
}

/** The portals' rules as this desk has them: its own edited copies, else the profiles the console comes with. */
export interface PortalRepository {
  list(): Promise<readonly PortalProfile[]>
  find(key: string): Promise<PortalProfile | undefined>
  /** The versions made at this desk, newest first; none while nobody has edited the portal. */
  listVersions(key: string): Promise<readonly PortalVersion[]>
  /**
   * Keeps a profile as the version after `after` (0: none yet), in force from then on; earlier ones stay as they are.
   * Answers its number, or `stale` when `after` is not the newest.
   */
  addVersion(profile: PortalProfile, after: number, made: Pick<PortalVersion, 'at' | 'by' | 'reason'>): Promise<number | 'stale'>
}
