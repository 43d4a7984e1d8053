import type { HandlerResult, Input } from '@shared/contract'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { maskEmail } from '@shared/policy/name-folding'
import type { ServicePorts } from '../ports/service-ports'
import { learnerRecordView } from './learner-record-view'

export interface LearnerRecordService {
  /** The whole record of one learner at one moment; licence and birth day masked. */
  open(input: Input<'learners.open'>): Promise<HandlerResult<'learners.open'>>
  /** A page of learners, e-mail addresses masked. */
  list(input: Input<'learners.list'>): Promise<HandlerResult<'learners.list'>>
}

export function createLearnerRecordService({ unitOfWork }: Pick<ServicePorts, 'unitOfWork'>): LearnerRecordService {
  return {
    open(input) {
      return unitOfWork.read(async ({ learnerRecords }): Promise<HandlerResult<'learners.open'>> => {
        const record = await learnerRecords.find(recordNumber('learner', input.id) ?? -1)
        return record === undefined ? refuse('not_found') : ok(learnerRecordView(record))
      })
    },
    list(input) {
      return unitOfWork.read(async ({ learnerRecords, portals }) => {
        const named = new Map((await portals.list()).map((portal) => [portal.key, portal]))
        const { total, rows } = await learnerRecords.list({ ...input, sort: input.sort ?? 'name' })
        return ok({
          total,
          rows: rows.map(({ givenName, familyName, email, ...row }) => ({
            ...row,
            id: recordId('learner', row.id),
            name: `${givenName} ${familyName}`,
            portalName: named.get(row.portal)?.name ?? row.portal,
            portalShortName: named.get(row.portal)?.shortName ?? row.portal,
            emailMasked: maskEmail(email),
          })),
        })
      })
    },
  }
}
