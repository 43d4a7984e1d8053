import type { Knex } from 'knex'
import { preparedRows } from '../prepared-statements'
import type { Candidate } from './candidate'
import { findByName } from './name-search'
import { findByTitle } from './title-search'
import { allOf, rowsMatching, wordBeginning } from './word-match'

/** Learners looked at for one way of parting the words; more would be a learner's word too common to mean anybody. */
const mostLearners = 300
const mostPairs = 6
const mostOfASide = 10
const mostWords = 5
const shortestSide = 2

// The plus keeps the planner from going through the activity's thousands of enrolments instead of the learner's few.
// The certificate in force of the pair, else the newest; without one the learner, for the activity they are enrolled in.
const statement = `select learners.id as learner, activities.title as title,
    (select certificates.id from claims join certificates on certificates.claim_id = claims.id where claims.enrolment_id = enrolments.id
     order by certificates.state = 'current' desc, certificates.id desc limit 1) as certificate
  from (select * from (${rowsMatching('learner_name_search')}) limit ${String(mostLearners)}) named
  join learners on learners.id = named.id
  join enrolments on enrolments.learner_id = named.id
  join activities on activities.id = enrolments.activity_id
  where (? is null or learners.portal = ?) and +enrolments.activity_id in (${rowsMatching('activity_title_search')})
  order by certificate is null, enrolments.registered_at desc limit ${String(mostPairs)}`

const titleKnown = `select exists (${rowsMatching('activity_title_search')}) as known`

/** The ways to read the words as a learner's beside an activity's, in either order. */
function partings(words: readonly string[]): readonly { readonly learner: readonly string[]; readonly activity: readonly string[] }[] {
  const longEnough = (side: readonly string[]): boolean => side.join('').length >= shortestSide
  return words
    .slice(1)
    .flatMap((_, place) => {
      const head = words.slice(0, place + 1)
      const tail = words.slice(place + 1)
      return [
        { learner: head, activity: tail },
        { learner: tail, activity: head },
      ]
    })
    .filter(({ learner, activity }) => longEnough(learner) && longEnough(activity))
}

export interface CombinedHits {
  /** The certificate of each pair, or the learner enrolled without one; best first. */
  readonly pairs: readonly Candidate[]
  /** Learners and activities that the two sides mean on their own, shown under the pairs. */
  readonly sides: readonly Candidate[]
}

/** "tanaka ps": the certificate of a learner for an activity, found by words of both. */
export async function findByLearnerAndActivity(connection: Knex, words: readonly string[], today: string, portal: string | null): Promise<CombinedHits> {
  const pairs: Candidate[] = []
  const sides: Candidate[] = []
  if (words.length > mostWords) return { pairs, sides }
  for (const { learner, activity } of partings(words)) {
    const title = allOf(activity.map(wordBeginning))
    const [known] = await preparedRows(connection, titleKnown, [title])
    if (known?.known !== 1) continue
    const rows = await preparedRows(connection, statement, [allOf(learner.map(wordBeginning)), portal, portal, title])
    for (const row of rows) {
      if (row.certificate === null) pairs.push({ kind: 'learner', id: Number(row.learner), matched: String(row.title) })
      else pairs.push({ kind: 'certificate', id: Number(row.certificate), matched: '' })
    }
    const { learners } = await findByName(connection, learner, mostOfASide, portal)
    if (learners.length > 0) sides.push(...learners.slice(0, mostOfASide), ...(await findByTitle(connection, title, today, portal)).slice(0, mostOfASide))
  }
  return { pairs, sides }
}
