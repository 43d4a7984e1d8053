import type { SecondCertificate } from '../model/certificate-snapshot'
import { ok, type Result } from '../model/result'
import type { PaperFacts } from './certificate-composition-facts'
import { activityLine, certificateHead, earnedOn, heldText, textsToCheck } from './certificate-composition-head'
import { issuedPair } from './certificate-composition-record'
import { achievementNote } from './certificate-composition-statements'
import { checkPaperTexts, type TextRefusal } from './certificate-composition-texts'
import { longDate } from './long-date'
import { paperText, printableName } from './printable-name'

/**
 * Freezes a certificate of achievement: that somebody finished a course whose provider offers one (P19, P20). It states
 * no amount and says so first, since nobody may take it for a statement of credit (P21). Refuses as certificates do.
 */
export function composeAchievement(facts: PaperFacts): Result<SecondCertificate, 'name_not_printable' | TextRefusal> {
  const { activity, provider, learner } = facts
  const name = printableName(learner.printedName, learner.language)
  if (!name.ok) return name
  const { version, text } = achievementNote
  const snapshot = {
    ...certificateHead(facts),
    title: 'Certificate of Achievement',
    number: { label: 'Achievement no.', value: facts.number },
    certifies: `${paperText(provider.name)} certifies that`,
    name: name.value,
    participated: `completed every part of the ${activity.delivery} activity`,
    activityLine: activityLine(activity, heldText(activity) ?? `Completed ${longDate(activity.completedOn)}`),
    awarded: '',
    credits: [],
    inside: '',
    topics: null,
    note: text,
    statements: [],
    record: [issuedPair(facts), { label: 'Activity no.', value: activity.externalId, detail: '' }, { label: 'Credit stated', value: 'None', detail: 'not a statement of credit' }],
    facts: { form: 'achievement', earnedOn: earnedOn(activity), activity: activity.externalId, statementVersions: [version] },
  } satisfies SecondCertificate
  return checkPaperTexts(textsToCheck(snapshot)) ?? ok(snapshot)
}
