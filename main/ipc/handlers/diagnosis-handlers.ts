import type { diagnosisOperations } from '@shared/contract/diagnosis'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function diagnosisHandlers({ diagnoses }: Pick<Services, 'diagnoses'>): HandlersOf<typeof diagnosisOperations> {
  return {
    'diagnosis.ofLearner': (input) => diagnoses.ofLearner(input),
    'diagnosis.ofActivity': (input) => diagnoses.ofActivity(input),
  }
}
