import type { HandlerResult, Input } from '@shared/contract'
import { professionSchema } from '@shared/model/field-codes'
import { recordId, recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import { judgeProfessionChange } from '@shared/policy/profession-change'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import { accountOf } from './diagnosis-service'
import type { Undoing } from './undoing'

export interface ProfessionChangeService {
  /** Which open claims, forms and reports would differ under another profession; nothing is written (H14, H37, T7). */
  preview(input: Input<'learners.previewProfession'>): Promise<HandlerResult<'learners.previewProfession'>>
  /** Changes the profession; certificates and claims there are stay as they were made (T7). */
  change(input: Input<'learners.changeProfession'>, acting: Acting): Promise<HandlerResult<'learners.changeProfession'>>
  readonly undoing: Undoing
}

const undoing: Undoing = {
  operation: 'learners.changeProfession',
  async undo(entry, { learners }, at) {
    const learner = await learners.find(entry.entityId ?? -1)
    const former = professionSchema.safeParse(entry.before.profession)
    if (learner === undefined || !former.success) return refuse('not_undoable')
    if (learner.profession !== entry.after.profession) return refuse('later_work_depends')
    if ((await learners.update(learner.id, learner.version, { profession: former.data }, at)) === 'stale') return refuse('later_work_depends')
    return ok({ entity: 'learner', entityId: learner.id, learnerId: learner.id, before: entry.after, after: { profession: former.data } })
  },
}

export function createProfessionChangeService({ unitOfWork, clock }: Pick<ServicePorts, 'unitOfWork' | 'clock'>): ProfessionChangeService {
  return {
    preview({ id, to }) {
      return unitOfWork.read(async ({ diagnoses }): Promise<HandlerResult<'learners.previewProfession'>> => {
        const record = await diagnoses.find(recordNumber('learner', id) ?? -1)
        if (record === undefined) return refuse('not_found')
        const { kind, courses, claimsUntouched, rows, nextStep } = judgeProfessionChange(accountOf(record, clock.now()), record.courses, to)
        return ok({
          kind,
          claimsUntouched,
          rows: [...rows],
          nextStep,
          courses: courses.map((course) => ({ ...course, credits: [...course.credits], activityTitle: record.titles.get(course.activityId) ?? '' })),
        })
      })
    },
    change(input, acting) {
      return unitOfWork.run(async ({ learners, audit }): Promise<HandlerResult<'learners.changeProfession'>> => {
        const learner = await learners.find(recordNumber('learner', input.id) ?? -1)
        if (learner === undefined) return refuse('not_found')
        if (learner.profession === input.to) return refuse('nothing_changed', { field: 'to' })
        const reason = input.reason.trim()
        if (reason === '') return refuse('reason_missing', { field: 'reason' })
        const at = clock.now()
        const version = await learners.update(learner.id, input.version, { profession: input.to }, at)
        if (version === 'stale') return refuse('stale')
        const entryId = await audit.append(
          { at, operation: undoing.operation, entity: 'learner', entityId: learner.id, learnerId: learner.id, reason, before: { profession: learner.profession }, after: { profession: input.to } },
          acting,
        )
        return ok({ version, entryId: recordId('audit', entryId) })
      })
    },
    undoing,
  }
}
