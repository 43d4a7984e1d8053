import type { Knex } from 'knex'
import { recordId, type RecordKind } from '@shared/model/record-id'
import type { CourseFacts, OtherRecordFacts } from '@shared/policy/diagnosis-facts'
import { foldForSearch } from '@shared/policy/name-folding'
import { portalProfileOf } from '@shared/portals/portal-profiles'
import type { DiagnosisRecord, DiagnosisRepository } from '../../ports/repositories/diagnosis-repository'
import { preparedRows } from '../prepared-statements'
import { diagnosisRowSchema, otherRecordRowSchema, type CourseRow, type DiagnosisRow, type OtherRecordRow } from './diagnosis-row'
import { activityFactsStatement, learnerFactsStatement, nextLearnersStatement, otherRecordsStatement } from './diagnosis-statement'
import { portalProfileFrom } from './portal-repository'

type Named = (kind: RecordKind, row: { readonly id: number; readonly externalId: string }) => string

function claimFacts({ platformNumber, certificate, externalId, takes, ...claim }: CourseRow['enrolments'][number]['claims'][number], row: DiagnosisRow, named: Named) {
  return {
    ...claim,
    id: named('claim', { id: claim.id, externalId }),
    takes: takes.map(({ earnedCreditId, amount }) => ({ earnedCreditId: recordId('earnedCredit', earnedCreditId), amount })),
    professionAtClaim: certificate?.profession ?? row.learner.profession,
    // A certificate that ended says nothing any more; before one is frozen, the platform's number stands.
    certificateNumber: certificate === null ? platformNumber : certificate.state === 'current' ? certificate.number : null,
  }
}

function courseFacts(course: CourseRow, row: DiagnosisRow, named: Named, otherRecords: readonly OtherRecordFacts[]): CourseFacts {
  const { activity, enrolments, exceptions } = course
  return {
    activity: { ...activity, id: named('activity', course) },
    enrolments: enrolments.map(({ externalId: enrolmentName, earned, claims, ...enrolment }) => ({
      ...enrolment,
      id: named('enrolment', { id: enrolment.id, externalId: enrolmentName }),
      earned: earned.map(({ externalId: earnedName, ...credit }) => ({ ...credit, id: named('earnedCredit', { id: credit.id, externalId: earnedName }) })),
      claims: claims.map((claim) => claimFacts(claim, row, named)),
    })),
    otherRecords,
    exceptions: exceptions.map((exception) => ({ ...exception, id: recordId('exception', exception.id) })),
  }
}

/** The record of a document; `others` belong to its one course. */
function recordOf(row: DiagnosisRow, others: readonly OtherRecordRow[] = []): DiagnosisRecord {
  const names = new Map<string, string>()
  const named: Named = (kind, { id, externalId }) => {
    const own = recordId(kind, id)
    names.set(own, externalId)
    return own
  }
  const { portal, externalId, ...learner } = row.learner
  const otherRecords = others.map(({ externalId: otherName, enrolmentId, enrolmentExternalId, ...other }) => ({
    ...other,
    id: named('learner', { id: other.id, externalId: otherName }),
    enrolmentId: named('enrolment', { id: enrolmentId, externalId: enrolmentExternalId }),
  }))
  return {
    learnerId: learner.id,
    portal: row.portalProfile === null ? portalProfileOf(portal) : portalProfileFrom(row.portalProfile),
    learner: { ...learner, id: named('learner', { id: learner.id, externalId }) },
    memberships: row.memberships.map(({ externalId: membershipName, ...membership }) => ({ ...membership, id: named('membership', { id: membership.id, externalId: membershipName }) })),
    courses: row.courses.map((course) => courseFacts(course, row, named, otherRecords)),
    names,
    titles: new Map(row.courses.map((course) => [recordId('activity', course.id), course.title])),
  }
}

/**
 * Every way the words of a name can be shared out between given and family name, as the store keeps names: "Ann Mary Lee"
 * is one person whether Mary is the second given name or part of the family name.
 */
function storedSpellings(givenName: string, familyName: string): readonly string[] {
  const words = foldForSearch(`${givenName} ${familyName}`).split(' ').filter((word) => word !== '')
  return words.map((_, place) => [...words.slice(place), ...words.slice(0, place)].join(' '))
}

export function createDiagnosisRepository(connection: Knex): DiagnosisRepository {
  const documents = async (statement: string, bindings: readonly (string | number)[]): Promise<readonly unknown[]> => {
    const rows = await preparedRows(connection, statement, bindings)
    return rows.map((row): unknown => JSON.parse(String(row.value)))
  }
  return {
    async find(learnerId) {
      const [document] = await documents(learnerFactsStatement, [learnerId])
      return document === undefined ? undefined : recordOf(diagnosisRowSchema.parse(document))
    },
    async findWithActivity(learnerId, activityId) {
      const [document] = await documents(activityFactsStatement, [activityId, learnerId])
      if (document === undefined) return undefined
      const row = diagnosisRowSchema.parse(document)
      if (row.courses.every((course) => course.enrolments.length > 0)) return recordOf(row)
      const names = JSON.stringify(storedSpellings(row.learner.givenName, row.learner.familyName))
      const others = await documents(otherRecordsStatement, [learnerId, names, activityId])
      return recordOf(row, otherRecordRowSchema.array().parse(others))
    },
    async listAfter(learnerId, limit) {
      return diagnosisRowSchema.array().parse(await documents(nextLearnersStatement, [learnerId, limit])).map((row) => recordOf(row))
    },
  }
}
