import { formatCreditAmount, type CreditAmount } from '../model/credit-amount'
import type { CivilDate } from '../model/civil-date'
import type { CertificateForm, CertificateSnapshot } from '../model/certificate-snapshot'
import type { ActivityFormat, CreditType, Delivery, Profession } from '../model/field-codes'
import { civilDateIn, type Instant } from '../model/instant'
import type { LabelledValue, PaperSize, StyledText } from '../model/paper-snapshot'
import { ok, refuse, type Result } from '../model/result'
import { activityLine, amaFormatNames, formWords, professionNames } from './certificate-composition-words'
import { statementsFor, type SlotValues } from './certificate-composition-statements'
import { checkPaperTexts, type TextRefusal } from './certificate-composition-texts'
import { ceuOf, creditInSentence, creditPhrase, type PhraseNumber } from './credit-phrase'
import { clockTime, longDate, longDateRange, shortDateRange } from './long-date'
import { paperText, printableName } from './printable-name'
import { paperFontsRelease } from './printable-name-coverage'
import { readableAccent } from './certificate-composition-accent'

/** The provider as its portal profile describes it. */
export interface ProviderIdentity {
  readonly name: string
  readonly addressLine: string
  readonly web: string
  /** `#rrggbb`; printed as ink where white paper would not carry it. */
  readonly accent: string
  readonly logoLetter: string
  readonly signatory: { readonly name: string; readonly title: string }
  readonly phraseNumber: PhraseNumber
}

/** Everything a certificate states, as it stood when the credit was claimed (trap T7). */
export interface CertificateFacts {
  readonly number: string
  readonly issuedAt: Instant
  /** IANA zone of the portal. */
  readonly zone: string
  readonly size?: PaperSize
  readonly specimen?: boolean
  readonly provider: ProviderIdentity
  readonly learner: {
    readonly printedName: string
    /** Letters after the name, "" where none are on record. */
    readonly credentials: string
    readonly professionAtClaim: Profession
    /** "State license", "VA B31163". */
    readonly identifier: { readonly label: string; readonly value: string } | null
  }
  readonly activity: {
    readonly externalId: string
    readonly title: string
    /** Null where the platform does not say. */
    readonly format: ActivityFormat | null
    readonly delivery: Delivery
    readonly location: string | null
    /** Day of completion, in the portal's zone; for live activities the day credit was earned. */
    readonly completedOn: CivilDate
    /** Days of a live activity. */
    readonly heldOn: { readonly first: CivilDate; readonly last: CivilDate } | null
    readonly accreditor: string | null
    readonly jointProvider: string | null
    /** UAN, approver's or programme number. */
    readonly accreditationNumber: string | null
    readonly pharmacologyAmount: CreditAmount | null
    readonly approval: { readonly from: CivilDate; readonly to: CivilDate } | null
  }
  readonly form: CertificateForm
  readonly creditType: CreditType
  readonly amountClaimed: CreditAmount
  readonly maximumAmount: CreditAmount
  readonly replaces: { readonly number: string; readonly supersededAt: Instant; readonly reason: string } | null
}

export type CertificateRefusal = 'name_not_printable' | TextRefusal | 'pharmacology_above_total' | 'form_not_for_credit_type'

function hoursText(amount: CreditAmount): string {
  return `${formatCreditAmount(amount)} pharmacology ${amount <= 100 ? 'hour' : 'hours'}`
}

/** Pharmacology lies inside the total; after a partial claim only its upper bound is known (trap T4). */
function insideText({ creditType, activity, amountClaimed, maximumAmount }: CertificateFacts): string {
  const part = activity.pharmacologyAmount ?? 0
  if (part === 0 || (creditType !== 'ancc' && creditType !== 'aanp')) return ''
  return amountClaimed >= maximumAmount ? `including ${hoursText(part)}` : `including at most ${hoursText(Math.min(part, amountClaimed))}`
}

function plain(text: string | null): StyledText | undefined {
  return text === null || text === '' ? undefined : [{ text, style: 'regular' }]
}

function slotValues(facts: CertificateFacts): SlotValues {
  const { activity, provider, creditType, maximumAmount } = facts
  const part = activity.pharmacologyAmount ?? 0
  const values = {
    provider: plain(provider.name),
    accreditor: plain(activity.accreditor ?? provider.name),
    jointProvider: plain(activity.jointProvider),
    format: plain(amaFormatNames[activity.delivery]),
    maximum: creditInSentence(creditType, maximumAmount, provider.phraseNumber),
    hours: plain(formatCreditAmount(maximumAmount)),
    pharmacology: part === 0 ? undefined : plain(formatCreditAmount(part)),
    ceu: plain(ceuOf(maximumAmount)),
    accreditationNumber: plain(activity.accreditationNumber),
    approval: activity.approval === null ? undefined : plain(`from ${longDate(activity.approval.from)} to ${longDate(activity.approval.to)}`),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function record(facts: CertificateFacts): LabelledValue[] {
  const { activity, creditType, form, learner, replaces, zone } = facts
  const pair = (label: string, value: string, detail = ''): LabelledValue => ({ label, value, detail })
  const number = activity.accreditationNumber
  const claimed = `${formatCreditAmount(facts.amountClaimed)} of ${formatCreditAmount(facts.maximumAmount)}`
  const pairs: LabelledValue[] = []
  if (creditType === 'acpe' && number !== null) pairs.push(pair('Universal activity no.', number))
  pairs.push(pair('Issued', longDate(civilDateIn(facts.issuedAt, zone)), clockTime(facts.issuedAt, zone)))
  if (replaces !== null) {
    const on = longDate(civilDateIn(replaces.supersededAt, zone))
    pairs.push(pair('Replaces', `No. ${replaces.number}`, `superseded ${on}, ${replaces.reason}`))
  }
  if (learner.identifier !== null) pairs.push(pair(learner.identifier.label, learner.identifier.value))
  pairs.push(pair('Activity no.', activity.externalId))
  if (form === 'participation' && creditType === 'ama_pra_1') {
    if (facts.amountClaimed < facts.maximumAmount) pairs.push(pair('Participation recorded', claimed))
    pairs.push(pair('Profession at claim', professionNames[learner.professionAtClaim]))
  } else if (creditType !== 'acpe') pairs.push(pair('Claimed of maximum', claimed))
  if (creditType !== 'acpe' && number !== null) pairs.push(pair(creditType === 'ancc' ? 'Approval no.' : 'Program no.', number))
  return pairs
}

/** The day whose texts apply: the last day of a live activity, else the day of completion. */
function earnedOn({ activity }: CertificateFacts): CivilDate {
  return activity.delivery === 'live' && activity.heldOn !== null ? activity.heldOn.last : activity.completedOn
}

/**
 * Freezes what a certificate says (section 2). Amounts are those claimed; an AMA participation form states what
 * the activity was designated for instead (section 1.3). Refuses a name or another text with a character no font
 * has, a text too long for the paper, pharmacology above its total, and a participation form of a type that has none (T8).
 */
export function composeCertificate(facts: CertificateFacts): Result<CertificateSnapshot, CertificateRefusal> {
  const { activity, provider, learner, creditType, form, maximumAmount } = facts
  if (form === 'participation' && creditType !== 'ama_pra_1' && creditType !== 'participation') {
    return refuse('form_not_for_credit_type', { field: 'form', facts: { creditType } })
  }
  const pharmacology = activity.pharmacologyAmount ?? 0
  if (pharmacology < 0 || pharmacology > maximumAmount) {
    return refuse('pharmacology_above_total', { field: 'pharmacologyAmount', facts: { pharmacology, total: maximumAmount } })
  }
  const name = printableName(learner.printedName)
  if (!name.ok) return name
  const designatedOnly = form === 'participation' && creditType === 'ama_pra_1'
  const amount = designatedOnly ? maximumAmount : facts.amountClaimed
  const words = formWords(creditType, form)
  const statements = statementsFor(creditType, form, earnedOn(facts), slotValues(facts))
  const held = activity.delivery === 'live' && activity.heldOn !== null ? longDateRange(activity.heldOn.first, activity.heldOn.last) : null
  const approval = activity.approval
  const snapshot = {
    kind: 'certificate',
    template: 'certificate/1',
    fonts: paperFontsRelease,
    size: facts.size ?? 'letter',
    issuedAt: facts.issuedAt,
    provider: {
      name: paperText(provider.name),
      addressLine: paperText([provider.addressLine, provider.web].filter((part) => part !== '').join(' · ')),
      accent: readableAccent(provider.accent),
      logoLetter: provider.logoLetter,
    },
    title: words.title,
    number: { label: words.numberLabel, value: facts.number },
    specimen: facts.specimen === true ? 'Specimen, sample data. Not issued.' : '',
    certifies: `${paperText(provider.name)} ${words.certifies}`,
    name: name.value,
    degrees: paperText(learner.credentials),
    participated: words.participated(activity.delivery),
    activityTitle: paperText(activity.title),
    activityLine: activityLine(activity.format, activity.delivery, activity.location, held ?? `${words.completed} ${longDate(activity.completedOn)}`),
    awarded: words.awarded,
    credits: [
      {
        amount: formatCreditAmount(amount),
        phrase: creditPhrase(creditType, amount, provider.phraseNumber),
        remark: creditType === 'aapa_1' && approval !== null ? `approved ${shortDateRange(approval.from, approval.to)}` : '',
      },
    ],
    inside: insideText(facts),
    note: statements.filter(({ place }) => place === 'note').flatMap(({ text }) => text),
    signatory: provider.signatory,
    statements: statements.filter(({ place }) => place === 'statement').map(({ label, text }) => ({ label, text })),
    record: record(facts),
    facts: {
      form,
      creditType,
      amount: facts.amountClaimed,
      maximum: maximumAmount,
      profession: learner.professionAtClaim,
      earnedOn: earnedOn(facts),
      activity: activity.externalId,
      replaces: facts.replaces?.number ?? null,
      statementVersions: statements.map(({ version }) => version),
    },
  } satisfies CertificateSnapshot
  const refusal = checkPaperTexts([
    { field: 'name', text: snapshot.name.text, longest: 130 },
    { field: 'credentials', text: snapshot.degrees, longest: 80 },
    { field: 'title', text: snapshot.activityTitle, longest: 260 },
    { field: 'location', text: snapshot.activityLine, longest: 160 },
    { field: 'provider', text: provider.name, longest: 80 },
    { field: 'provider', text: snapshot.provider.addressLine, longest: 110 },
    { field: 'signatory', text: provider.signatory.name, longest: 60 },
    { field: 'signatory', text: provider.signatory.title, longest: 110 },
    { field: 'reason', text: facts.replaces?.reason ?? '', longest: 140 },
    ...snapshot.record.map(({ value }) => ({ field: 'record', text: value, longest: 90 })),
    ...snapshot.statements.map(({ text }) => ({ field: 'statement', text: text.map((run) => run.text).join(''), longest: 700 })),
  ])
  return refusal ?? ok(snapshot)
}
