import { recordId } from '@shared/model/record-id'
import type { Repositories } from '../../main/ports/unit-of-work'
import { openPaperDesk, type PaperDesk, type PaperDeskOptions } from './paper-desk'
import { claimFolder, recordActsFolder } from './record-acts-folder'

const kinds = { learners: 'learner', activities: 'activity', enrolments: 'enrolment', sessions: 'session' } as const
type File = keyof typeof kinds

/** A desk with the folder for acts on enrolments and people on it. */
export interface RecordActsDesk extends PaperDesk {
  /** The store's number of a record of the exchange folder. */
  number(file: File, externalId: string): Promise<number>
  /** The same as it crosses the bridge. */
  id(file: File, externalId: string): Promise<string>
  /** Imports a claim that the platform made on the sample's day. */
  claimThere(enrolment: string, claim: string): Promise<void>
  /** Audit entries of a learner. */
  auditCount(learner: string): Promise<number>
}

/** Opens it in a temporary folder, on the sample's day unless told otherwise. */
export async function openRecordActsDesk(options: PaperDeskOptions = {}): Promise<RecordActsDesk> {
  const desk = await openPaperDesk(options)
  await desk.import(await desk.exchangeFolder(recordActsFolder))
  const number = async (file: File, externalId: string): Promise<number> => {
    const found = await desk.look(({ exchange }: Repositories) => exchange.resolve(`${file}.csv`, [externalId]))
    const id = found.get(externalId)
    if (id === undefined) throw new Error(`there is no ${externalId} in ${file}`)
    return id
  }
  return {
    ...desk,
    number,
    id: async (file, externalId) => recordId(kinds[file], await number(file, externalId)),
    claimThere: async (enrolment, claim) => desk.import(await desk.exchangeFolder(claimFolder(enrolment, claim))),
    async auditCount(learner) {
      const id = await number('learners', learner)
      return desk.look(({ audit }) => audit.countOfLearner(id))
    },
  }
}
