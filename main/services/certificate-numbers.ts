import { civilDateIn, type Instant } from '@shared/model/instant'
import type { PortalProfile } from '@shared/portals/portal-profile'
import type { Repositories } from '../ports/unit-of-work'

const padded = (number: number): string => String(number).padStart(6, '0')

/**
 * The next numbers of the desk's own series of the year of issue, `CD2026-000001` on: the letters keep it apart from the
 * platforms' numbers. A number that came in with a folder from another desk is passed over.
 */
export async function takeCertificateNumbers({ numberSeries, certificates }: Repositories, issuedAt: Instant, portal: PortalProfile, count: number): Promise<readonly string[]> {
  const year = civilDateIn(issuedAt, portal.zone.value).slice(0, 4)
  const numbers: string[] = []
  while (numbers.length < count) {
    const missing = count - numbers.length
    const first = await numberSeries.take(`certificate-${year}`, missing)
    const candidates = Array.from({ length: missing }, (_, place) => `CD${year}-${padded(first + place)}`)
    const taken = await certificates.takenNumbers(candidates)
    numbers.push(...candidates.filter((number) => !taken.has(number)))
  }
  return numbers
}
