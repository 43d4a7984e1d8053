import type { PortalProfile } from '@shared/portals/portal-profile'

/** The portals' rules as this desk has them: its own edited copies, else the profiles the console comes with. */
export interface PortalRepository {
  list(): Promise<readonly PortalProfile[]>
  find(key: string): Promise<PortalProfile | undefined>
}
