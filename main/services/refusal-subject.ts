import type { RefusalView } from '@shared/contract/imports'
import { recordId } from '@shared/model/record-id'
import type { ExchangeRepository } from '../ports/repositories/exchange-repository'
import type { StoredRefusal } from '../ports/repositories/import-repository'

export type RefusalSubject = RefusalView['about']

interface NamedSubject {
  readonly kind: 'learner' | 'activity'
  readonly externalId: string
}

/** Whom or what the refused row names: its learner, else its activity; a row of either file names itself. */
function namedIn({ file, row }: StoredRefusal, headers: Readonly<Record<string, readonly string[]>>): NamedSubject | undefined {
  const cell = (column: string): string => (row === null ? '' : (row[headers[file]?.indexOf(column) ?? -1] ?? '').trim())
  const learner = file === 'learners.csv' ? cell('external_id') : cell('learner_id')
  if (learner !== '') return { kind: 'learner', externalId: learner }
  const activity = file === 'activities.csv' ? cell('external_id') : cell('activity_id')
  return activity === '' ? undefined : { kind: 'activity', externalId: activity }
}

/** For each refused row the record of this desk that it is about, or null; two questions to the store for all of them. */
export async function subjectsOf(refusals: readonly StoredRefusal[], headers: Readonly<Record<string, readonly string[]>>, exchange: Pick<ExchangeRepository, 'resolve'>): Promise<readonly RefusalSubject[]> {
  const named = refusals.map((refusal) => namedIn(refusal, headers))
  const idsOf = (kind: NamedSubject['kind']): string[] => [...new Set(named.flatMap((subject) => (subject?.kind === kind ? [subject.externalId] : [])))]
  const known = { learner: await exchange.resolve('learners.csv', idsOf('learner')), activity: await exchange.resolve('activities.csv', idsOf('activity')) }
  return named.map((subject) => {
    const id = subject === undefined ? undefined : known[subject.kind].get(subject.externalId)
    return subject === undefined || id === undefined ? null : { kind: subject.kind, id: recordId(subject.kind, id) }
  })
}
