import type { deskOperations } from '@shared/contract/desk'
import type { importOperations } from '@shared/contract/imports'
import { ok } from '@shared/model/result'
import type { Dialogs } from '../../ports/dialogs'
import type { ImportServices } from '../../services/create-import-services'
import type { HandlersOf } from './handler'

type Opening = Pick<HandlersOf<typeof deskOperations>, 'desk.openSample' | 'desk.startEmpty'>

export function importHandlers(
  { imports, conflicts, refusedRows, opening }: ImportServices,
  dialogs: Dialogs,
): HandlersOf<typeof importOperations> & Opening {
  return {
    'imports.chooseFolder': async () => ok({ folder: await dialogs.chooseFolder('Choose an exchange folder') }),
    'imports.start': (input, acting) => imports.start(input, acting),
    'imports.resume': (input, acting) => imports.resume(input, acting),
    'imports.cancel': (input) => imports.cancel(input),
    'imports.list': (input) => imports.list(input),
    'imports.open': (input) => imports.open(input),
    'imports.refusals': (input) => imports.refusals(input),
    'imports.conflicts': (input) => conflicts.list(input),
    'imports.decideConflict': (input, acting) => conflicts.decide(input, acting),
    'imports.saveRefused': (input) => refusedRows.save(input),
    'desk.openSample': (_input, acting) => opening.openSample(acting),
    'desk.startEmpty': (_input, acting) => opening.startEmpty(acting),
  }
}
