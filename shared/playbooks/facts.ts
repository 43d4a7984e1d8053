import { isFactName, type Fact, type FactName, type Facts } from './fact-names'
import { activityFacts, enrolmentFacts } from './facts-activity'
import { balanceFacts, claimFacts } from './facts-claim'
import { learnerFacts } from './facts-learner'
import { portalFacts, type SaidFacts } from './facts-portal'
import { purchaseFacts } from './facts-purchases'
import type { PlaybookSubject } from './playbook-subject'

/** Everything the record says about what was asked, by name; what it does not know is absent. */
export function factsOf(subject: PlaybookSubject): Facts {
  const { portal, learner, activity, enrolmentExternalId, claim, order } = subject
  const facts = new Map<FactName, Fact>()
  const add = (kind: Fact['source']['kind'], record: string, said: SaidFacts): void => {
    for (const [name, value] of Object.entries(said)) {
      if (value === undefined || !isFactName(name)) continue
      const [words, raw] = typeof value === 'string' ? [value, value] : value
      if (words.trim() !== '') facts.set(name, { words: words.trim(), raw, source: { kind, record } })
    }
  }
  add('portal', portal.key, portalFacts(subject))
  add('learner', learner?.externalId ?? '', learnerFacts(subject))
  add('activity', activity?.externalId ?? '', activityFacts(subject))
  add('enrolment', enrolmentExternalId ?? '', enrolmentFacts(subject))
  add('claim', claim?.externalId ?? '', claimFacts(subject))
  add('learner', learner?.externalId ?? '', balanceFacts(subject))
  add('order', order?.externalId ?? '', purchaseFacts(subject))
  return facts
}
