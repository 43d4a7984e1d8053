import type { enrolmentOperations } from '@shared/contract/enrolments'
import type { exceptionOperations } from '@shared/contract/exceptions'
import type { RecordActServices } from '../../services/create-record-act-services'
import type { HandlersOf } from './handler'

type RecordActArea = typeof exceptionOperations & typeof enrolmentOperations

export function recordActHandlers({ exceptions, enrolments, eventCodes }: RecordActServices): HandlersOf<RecordActArea> {
  return {
    'exceptions.ofLearner': (input) => exceptions.ofLearner(input),
    'exceptions.options': (input) => exceptions.options(input),
    'exceptions.grant': (input, acting) => exceptions.grant(input, acting),
    'exceptions.withdraw': (input, acting) => exceptions.withdraw(input, acting),
    'enrolments.progress': (input) => enrolments.progress(input),
    'enrolments.correct': (input, acting) => enrolments.correct(input, acting),
    'eventCodes.find': (input) => eventCodes.find(input),
    'eventCodes.give': (input, acting) => eventCodes.give(input, acting),
  }
}
