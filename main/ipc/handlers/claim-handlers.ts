import type { claimActOperations } from '@shared/contract/claim-acts'
import type { claimOperations } from '@shared/contract/claims'
import { ok } from '@shared/model/result'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function claimHandlers({ claims }: Pick<Services, 'claims'>): HandlersOf<typeof claimOperations> {
  return {
    'claims.previewCreditChange': (input) => claims.previewCreditChange(input),
    'claims.changeCreditType': (input, acting) => claims.changeCreditType(input, acting),
    'claims.previewAmountChange': (input) => claims.previewAmountChange(input),
    'claims.changeAmount': (input, acting) => claims.changeAmount(input, acting),
  }
}

type ClaimActServices = Pick<Services, 'claimsOnBehalf' | 'aggregateClaims' | 'pastCredits' | 'claimVoids' | 'claimSpecimens'>

export function claimActHandlers({ claimsOnBehalf, aggregateClaims, pastCredits, claimVoids, claimSpecimens }: ClaimActServices): HandlersOf<typeof claimActOperations> {
  return {
    'claims.previewClaim': (input) => claimsOnBehalf.preview(input),
    'claims.claimForLearner': (input, acting) => claimsOnBehalf.claim(input, acting),
    'claims.previewAggregate': (input) => aggregateClaims.preview(input),
    'claims.claimAggregate': (input, acting) => aggregateClaims.claim(input, acting),
    'claims.previewPastCredit': (input) => pastCredits.preview(input),
    'claims.addPastCredit': (input, acting) => pastCredits.add(input, acting),
    'claims.previewVoid': (input) => claimVoids.preview(input),
    'claims.void': (input, acting) => claimVoids.void(input, acting),
    'claims.specimen': async (input, acting) => {
      const drawn = await claimSpecimens.draw(input, acting)
      return drawn.ok ? ok({ bytesBase64: Buffer.from(drawn.value).toString('base64') }) : drawn
    },
  }
}
