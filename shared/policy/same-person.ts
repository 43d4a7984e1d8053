import type { PersonFacts } from './diagnosis-facts'
import { foldForSearch } from './name-folding'

/** Why two records look like one person: one of these is equal. */
export type SamePersonReason = 'npi' | 'nabp_eprofile_id' | 'licence_number' | 'board_id' | 'email' | 'name'

function equal(one: string | null, other: string | null): boolean {
  return one !== null && one !== '' && one === other
}

function addresses(person: PersonFacts): readonly string[] {
  return [person.email, ...person.alternateEmails].map((address) => address.trim().toLowerCase()).filter((address) => address !== '')
}

function name(person: PersonFacts): string {
  return foldForSearch(`${person.givenName} ${person.familyName}`)
}

/** Whether two records of a portal may be one person: an equal identifier or address, else the same folded name (C4, C6, T21). */
export function judgeSamePerson(one: PersonFacts, other: PersonFacts): SamePersonReason | null {
  if (one.id === other.id) return null
  if (equal(one.npi, other.npi)) return 'npi'
  if (equal(one.nabpEprofileId, other.nabpEprofileId)) return 'nabp_eprofile_id'
  if (equal(one.licenceNumber, other.licenceNumber) && equal(one.licenceState, other.licenceState)) return 'licence_number'
  if (equal(one.boardId, other.boardId) && equal(one.board, other.board)) return 'board_id'
  const known = new Set(addresses(one))
  if (addresses(other).some((address) => known.has(address))) return 'email'
  return name(one) !== '' && name(one) === name(other) ? 'name' : null
}
