import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import type { ReferenceRepository, ReferredKind } from '../ports/repositories/reference-repository'
import type { ServicePorts } from '../ports/service-ports'

export interface ReferenceService {
  /**
   * The record a script means: by the store's own identifier (`clm_12`), by the exchange folder's key, and a learner
   * also by e-mail. An address that stands in several portals is `ambiguous`, never guessed.
   */
  resolve(kind: ReferredKind, text: string): Promise<Result<string, 'not_found' | 'ambiguous'>>
}

async function byAddress(references: ReferenceRepository, email: string): Promise<readonly number[]> {
  const signingIn = await references.listLearnersBySignInAddress(email)
  return signingIn.length > 0 ? signingIn : references.listLearnersByFurtherAddress(email)
}

export function createReferenceService({ unitOfWork }: Pick<ServicePorts, 'unitOfWork'>): ReferenceService {
  return {
    resolve(kind, text) {
      return unitOfWork.read(async ({ references }): Promise<Result<string, 'not_found' | 'ambiguous'>> => {
        const named = text.trim()
        const own = recordNumber(kind, named)
        if (own !== undefined && (await references.exists(kind, own))) return ok(recordId(kind, own))
        const external = await references.findByExternalId(kind, named)
        if (external !== undefined) return ok(recordId(kind, external))
        const owners = kind === 'learner' && named.includes('@') ? await byAddress(references, named) : []
        if (owners.length > 1) return refuse('ambiguous', { facts: { learners: owners.map((owner) => recordId(kind, owner)).join(', ') } })
        const [first] = owners
        return first === undefined ? refuse('not_found') : ok(recordId(kind, first))
      })
    },
  }
}
