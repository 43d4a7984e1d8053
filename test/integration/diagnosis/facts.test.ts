import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordNumber } from '@shared/model/record-id'
import type { CourseFacts } from '@shared/policy/diagnosis-facts'
import type { DiagnosisRecord } from '../../../main/ports/repositories/diagnosis-repository'
import type { Repositories } from '../../../main/ports/unit-of-work'
import { sampleAccount, sampleCourses, sampleLearnerIds } from '../../support/sample-facts'
import { openSampleDesk } from '../../support/sample-desk'
import type { TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk()
})
afterAll(() => desk.remove())

const look = <Value>(read: (repositories: Repositories) => Promise<Value>): Promise<Value> => desk.store.unitOfWork.read(read)
const numberOf = async (kind: 'learner' | 'activity', externalId: string): Promise<number> => {
  const resolved = await desk.services.references.resolve(kind, externalId)
  return resolved.ok ? (recordNumber(kind, resolved.value) ?? -1) : -1
}

function renamed({ activity, enrolments, ...course }: CourseFacts, names: DiagnosisRecord['names']): CourseFacts {
  const name = <Named extends { readonly id: string }>(named: Named): Named => ({ ...named, id: names.get(named.id) ?? named.id })
  return { ...course, activity: name(activity), enrolments: enrolments.map((enrolment) => ({ ...name(enrolment), earned: enrolment.earned.map(name), claims: enrolment.claims.map(name) })) }
}

/** The courses with the names of the exchange folder in place of the store's own, in a settled order. */
function asImported(record: DiagnosisRecord): readonly CourseFacts[] {
  return record.courses.map((course) => renamed(course, record.names))
}
const settled = (courses: readonly CourseFacts[]): readonly CourseFacts[] =>
  courses
    .map((course) => ({ ...course, otherRecords: [], enrolments: course.enrolments.map((enrolment) => ({ ...enrolment, claims: enrolment.claims.toSorted((one, other) => (one.claimedAt + one.id < other.claimedAt + other.id ? -1 : 1)), earned: enrolment.earned.toSorted((one, other) => (one.earnedAt + one.id < other.earnedAt + other.id ? -1 : 1)) })) }))
    .toSorted((one, other) => (one.activity.id < other.activity.id ? -1 : 1))

describe('the facts of a diagnosis', () => {
  it('are those of the imported files, for every learner of the sample', async () => {
    const records: DiagnosisRecord[] = []
    for (let last = 0; ; ) {
      const chunk = await look(({ diagnoses }) => diagnoses.listAfter(last, 150))
      records.push(...chunk)
      expect(chunk.length).toBeLessThanOrEqual(150)
      last = chunk.at(-1)?.learnerId ?? last
      if (chunk.length < 150) break
    }
    expect(records).toHaveLength(sampleLearnerIds.length)
    for (const record of records) {
      const id = record.names.get(record.learner.id) ?? ''
      const account = sampleAccount(id)
      expect({ ...record.learner, id }).toEqual(account.learner)
      expect(record.portal?.key).toBe(account.portal.key)
      expect(record.memberships.map((membership) => ({ ...membership, id: record.names.get(membership.id) }))).toEqual(account.memberships)
      expect(settled(asImported(record))).toEqual(settled(sampleCourses(id)).map((course) => ({ ...course, activity: { ...course.activity, sessions: course.activity.sessions.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1)) } })))
      expect(await look(({ diagnoses }) => diagnoses.find(record.learnerId))).toEqual(record)
    }
  })

  it('with one activity are the same course, or the activity without an enrolment', async () => {
    const learner = await numberOf('learner', 'L-7-00009')
    const [enrolledIn, notIn] = [await numberOf('activity', 'A-7-00072'), await numberOf('activity', 'A-7-00073')]
    const whole = await look(({ diagnoses }) => diagnoses.find(learner))
    expect((await look(({ diagnoses }) => diagnoses.findWithActivity(learner, enrolledIn)))?.courses).toEqual(whole?.courses)
    expect((await look(({ diagnoses }) => diagnoses.findWithActivity(learner, notIn)))?.courses).toMatchObject([{ enrolments: [], activity: { pretestRequired: true } }])
    expect(await look(({ diagnoses }) => diagnoses.findWithActivity(learner, -1))).toMatchObject({ courses: [] })
    expect(await look(({ diagnoses }) => diagnoses.findWithActivity(-1, enrolledIn))).toBeUndefined()
    expect(await look(({ diagnoses }) => diagnoses.find(-1))).toBeUndefined()
  })
})
