import type { Acting } from '../ports/acting'
import type { Repositories } from '../ports/unit-of-work'

/**
 * Freezes the certificates of claims in the transaction that writes the claims: a claim without one gets it, a claim
 * that changed gets a successor and its former certificate is superseded. Answers how many were made.
 */
export interface CertificateFreezer {
  freezeForClaims(repositories: Repositories, claimIds: readonly number[], acting: Acting): Promise<number>
}
