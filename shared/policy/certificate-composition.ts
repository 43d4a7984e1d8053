import { formatCreditAmount } from '../model/credit-amount'
import type { PrintedTopics, SecondCertificate } from '../model/certificate-snapshot'
import type { StyledText } from '../model/paper-snapshot'
import { ok, refuse, type Result } from '../model/result'
import { creditsOf, insideText, printedCredits } from './certificate-composition-credits'
import type { CertificateFacts, CreditBeside } from './certificate-composition-facts'
import { activityLine, certificateHead, earnedOn, heldText, textsToCheck } from './certificate-composition-head'
import { recordPairs } from './certificate-composition-record'
import { statementsFor, type FilledStatement, type SlotValues } from './certificate-composition-statements'
import { checkPaperTexts, type TextRefusal } from './certificate-composition-texts'
import { amaFormatNames, formWords } from './certificate-composition-words'
import { ceuOf, creditInSentence } from './credit-phrase'
import { longDate, longDateRange } from './long-date'
import { paperText, printableName } from './printable-name'

export type { AggregateClaim, CertificateFacts, CreditBeside, PaperFacts, ProviderIdentity } from './certificate-composition-facts'

export type CertificateRefusal = 'name_not_printable' | TextRefusal | 'pharmacology_above_total' | 'form_not_for_credit_type' | 'topics_do_not_add_up'

function plain(text: string | null): StyledText | undefined {
  return text === null || text === '' ? undefined : [{ text, style: 'regular' }]
}

function slotValues({ activity, provider }: CertificateFacts, credit: CreditBeside): SlotValues {
  const part = activity.pharmacologyAmount ?? 0
  const values = {
    provider: plain(provider.name),
    accreditor: plain(activity.accreditor ?? provider.name),
    jointProvider: plain(activity.jointProvider),
    jointAccreditation: activity.jointlyAccredited === true ? plain('yes') : undefined,
    format: plain(amaFormatNames[activity.delivery]),
    maximum: creditInSentence(credit.creditType, credit.maximumAmount, provider.phraseNumber),
    hours: plain(formatCreditAmount(credit.maximumAmount)),
    pharmacology: part === 0 ? undefined : plain(formatCreditAmount(part)),
    ceu: plain(ceuOf(credit.maximumAmount)),
    accreditationNumber: plain(activity.accreditationNumber),
    approval: credit.approval === undefined ? undefined : plain(`from ${longDate(credit.approval.from)} to ${longDate(credit.approval.to)}`),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** The texts of every credit on the paper, each once; notes belong to the credit the paper is for. */
function statementsOf(facts: CertificateFacts): FilledStatement[] {
  const filled = new Map<string, FilledStatement>()
  creditsOf(facts).forEach((credit, place) => {
    for (const statement of statementsFor(credit.creditType, facts.form, earnedOn(facts.activity), slotValues(facts, credit))) {
      if (statement.place === 'note' && place > 0) continue
      const key = `${statement.version} ${statement.text.map(({ text }) => text).join('')}`
      if (!filled.has(key)) filled.set(key, statement)
    }
  })
  return [...filled.values()]
}

function topicsOf({ aggregate, amountClaimed }: CertificateFacts): PrintedTopics | null {
  if (aggregate === undefined || aggregate.topics.length === 0) return null
  return {
    label: 'Topics and values within this credit',
    rows: aggregate.topics.map(({ topic, amount }) => ({ topic: paperText(topic), amount: formatCreditAmount(amount) })),
    total: { label: 'Total claimed', amount: formatCreditAmount(amountClaimed) },
  }
}

function whenText({ aggregate, activity }: CertificateFacts, completed: string): string {
  if (aggregate !== undefined) return `Credit earned ${longDateRange(aggregate.earnedFrom, aggregate.earnedTo)}`
  return heldText(activity) ?? `${completed} ${longDate(activity.completedOn)}`
}

function refusalOf({ form, creditType, activity, maximumAmount, amountClaimed, aggregate }: CertificateFacts): Result<null, CertificateRefusal> {
  if (form === 'participation' && creditType !== 'ama_pra_1' && creditType !== 'participation') {
    return refuse('form_not_for_credit_type', { field: 'form', facts: { creditType } })
  }
  const pharmacology = activity.pharmacologyAmount ?? 0
  if (pharmacology < 0 || pharmacology > maximumAmount) {
    return refuse('pharmacology_above_total', { field: 'pharmacologyAmount', facts: { pharmacology, total: maximumAmount } })
  }
  const topics = aggregate?.topics.reduce((sum, { amount }) => sum + amount, 0) ?? 0
  if (topics !== 0 && topics !== amountClaimed) return refuse('topics_do_not_add_up', { field: 'topics', facts: { topics, total: amountClaimed } })
  return ok(null)
}

/**
 * Freezes what a certificate says (section 2). Amounts are those claimed; an AMA participation form states what
 * the activity was designated for instead (section 1.3). Refuses a name or another text with a character no font
 * has, a text too long for the paper, pharmacology above its total, topics that are not the sum of the claim, and a
 * participation form of a type that has none (T8).
 */
export function composeCertificate(facts: CertificateFacts): Result<SecondCertificate, CertificateRefusal> {
  const { activity, provider, learner, creditType, form } = facts
  const allowed = refusalOf(facts)
  if (!allowed.ok) return allowed
  const name = printableName(learner.printedName, learner.language)
  if (!name.ok) return name
  const words = formWords(creditType, form)
  const statements = statementsOf(facts)
  const snapshot = {
    ...certificateHead(facts),
    title: words.title,
    number: { label: words.numberLabel, value: facts.number },
    certifies: `${paperText(provider.name)} ${words.certifies}`,
    name: name.value,
    participated: facts.aggregate === undefined ? words.participated(activity.delivery) : `participated in the ${activity.delivery} course`,
    activityLine: activityLine(activity, whenText(facts, words.completed)),
    awarded: facts.aggregate === undefined ? words.awarded : `${words.awarded} in this claim`,
    credits: printedCredits(facts),
    inside: insideText(facts),
    topics: topicsOf(facts),
    note: statements.filter(({ place }) => place === 'note').flatMap(({ text }) => text),
    statements: statements.filter(({ place }) => place === 'statement').map(({ label, text }) => ({ label, text })),
    record: recordPairs(facts),
    facts: {
      form,
      creditType,
      amount: facts.amountClaimed,
      maximum: facts.maximumAmount,
      profession: learner.professionAtClaim,
      earnedOn: earnedOn(activity),
      activity: activity.externalId,
      replaces: facts.replaces?.number ?? null,
      statementVersions: statements.map(({ version }) => version),
      beside: (facts.beside ?? []).map((credit) => ({ creditType: credit.creditType, amount: credit.amountClaimed, maximum: credit.maximumAmount })),
    },
  } satisfies SecondCertificate
  const refusal = checkPaperTexts([...textsToCheck(snapshot), { field: 'reason', text: facts.replaces?.reason ?? '', longest: 140 }])
  return refusal ?? ok(snapshot)
}
