import type { claimOperations } from '@shared/contract/claims'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function claimHandlers({ claims }: Pick<Services, 'claims'>): HandlersOf<typeof claimOperations> {
  return {
    'claims.previewCreditChange': (input) => claims.previewCreditChange(input),
    'claims.changeCreditType': (input, acting) => claims.changeCreditType(input, acting),
  }
}
