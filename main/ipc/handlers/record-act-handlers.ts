import type { enrolmentOperations } from '@shared/contract/enrolments'
import type { exceptionOperations } from '@shared/contract/exceptions'
import type { profileChangeOperations } from '@shared/contract/profile-changes'
import type { RecordActServices } from '../../services/create-record-act-services'
import type { HandlersOf } from './handler'

type RecordActArea = typeof exceptionOperations & typeof enrolmentOperations & typeof profileChangeOperations

export function recordActHandlers({ exceptions, enrolments, eventCodes, names, professions, discountCodes }: RecordActServices): HandlersOf<RecordActArea> {
  return {
    'exceptions.ofLearner': (input) => exceptions.ofLearner(input),
    'exceptions.options': (input) => exceptions.options(input),
    'exceptions.grant': (input, acting) => exceptions.grant(input, acting),
    'exceptions.withdraw': (input, acting) => exceptions.withdraw(input, acting),
    'enrolments.progress': (input) => enrolments.progress(input),
    'enrolments.correct': (input, acting) => enrolments.correct(input, acting),
    'eventCodes.find': (input) => eventCodes.find(input),
    'eventCodes.give': (input, acting) => eventCodes.give(input, acting),
    'learners.namePolicy': (input) => names.policy(input),
    'learners.changeName': (input, acting) => names.change(input, acting),
    'learners.previewProfession': (input) => professions.preview(input),
    'learners.changeProfession': (input, acting) => professions.change(input, acting),
    'orders.checkDiscountCode': (input) => discountCodes.check(input),
  }
}
