import { formatCreditAmount, type CreditAmount } from '../model/credit-amount'
import type { CivilDate } from '../model/civil-date'
import type { CertificateForm } from '../model/certificate-snapshot'
import { creditTypes, type ActivityFormat, type CreditType, type Delivery } from '../model/field-codes'
import { civilDateIn, type Instant } from '../model/instant'
import type { LabelledValue, PaperSize, StyledText } from '../model/paper-snapshot'
import { ok, type Result } from '../model/result'
import type { TranscriptSnapshot } from '../model/transcript-snapshot'
import type { ProviderIdentity } from './certificate-composition'
import { readableAccent } from './certificate-composition-accent'
import { checkPaperTexts, type TextRefusal } from './certificate-composition-texts'
import { formatNames } from './certificate-composition-words'
import { creditPhrase } from './credit-phrase'
import { clockTime, shortDate, shortDateRange } from './long-date'
import { paperText, printableName } from './printable-name'
import { paperFontsRelease } from './printable-name-coverage'

/** One claim that is in force. */
export interface TranscriptRecord {
  readonly earnedOn: CivilDate
  readonly title: string
  /** Null where the platform does not say. */
  readonly format: ActivityFormat | null
  readonly delivery: Delivery
  readonly location: string | null
  readonly certificateNumber: string | null
  readonly creditType: CreditType
  readonly form: CertificateForm
  readonly amountClaimed: CreditAmount
  readonly maximumAmount: CreditAmount
}

export interface TranscriptFacts {
  readonly number: string
  readonly issuedAt: Instant
  /** IANA zone of the portal. */
  readonly zone: string
  readonly size?: PaperSize
  readonly specimen?: boolean
  readonly provider: ProviderIdentity
  /** "Questions: …" goes there; "" where the profile names nobody. */
  readonly contact: string
  readonly learner: {
    readonly printedName: string
    readonly credentials: string
    readonly identifier: { readonly label: string; readonly value: string } | null
  }
  /** Null is open: from the first record, to the day of issue. */
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly records: readonly TranscriptRecord[]
}

export type TranscriptRefusal = 'name_not_printable' | TextRefusal

function recordsText(count: number): string {
  return `${count} ${count === 1 ? 'record' : 'records'}`
}

/** Credit of one type and credit designated to others for participation are different things: never one total. */
function totalsOf({ records, provider }: TranscriptFacts) {
  return creditTypes.flatMap((creditType) => {
    const own = records.filter((record) => record.creditType === creditType && !isParticipation(record))
    if (own.length === 0) return []
    const amount = own.reduce((sum, record) => sum + record.amountClaimed, 0)
    return [{ creditType, amount, records: own.length, phrase: creditPhrase(creditType, amount, provider.phraseNumber) }]
  })
}

function isParticipation({ creditType, form }: TranscriptRecord): boolean {
  return creditType === 'ama_pra_1' && form === 'participation'
}

function rowType(record: TranscriptRecord, { provider }: TranscriptFacts): { type: StyledText; typeDetail: string } {
  if (isParticipation(record)) return { type: [{ text: 'Participation', style: 'regular' }], typeDetail: 'no physician credit awarded' }
  const type = creditPhrase(record.creditType, record.amountClaimed, provider.phraseNumber)
  return { type, typeDetail: record.amountClaimed < record.maximumAmount ? `of ${formatCreditAmount(record.maximumAmount)} designated` : '' }
}

function rowDetail({ format, delivery, location, certificateNumber }: TranscriptRecord): string {
  const where = location ?? (format === null ? null : formatNames[format].toLowerCase())
  const kind = [delivery === 'live' ? 'Live' : 'Enduring', where].filter((part) => part !== null).join(', ')
  return certificateNumber === null ? kind : `${kind}  ·  No. ${certificateNumber}`
}

function periodText({ from, to, records, issuedAt, zone }: TranscriptFacts): string {
  const days = records.map(({ earnedOn }) => earnedOn).sort()
  const first = from ?? days[0]
  const last = to ?? civilDateIn(issuedAt, zone)
  return first === undefined ? `To ${shortDate(last)}` : shortDateRange(first, last < first ? first : last)
}

/**
 * Freezes a transcript (C13, C14): rows of date, title, amount and type, newest first; one total per credit
 * type, never across types, and participation outside the totals. Refuses as certificates do.
 */
export function composeTranscript(facts: TranscriptFacts): Result<TranscriptSnapshot, TranscriptRefusal> {
  const { provider, learner, zone } = facts
  const name = printableName(learner.printedName)
  if (!name.ok) return name
  const totals = totalsOf(facts)
  const record: LabelledValue[] = [{ label: 'Period', value: periodText(facts), detail: '' }]
  if (learner.identifier !== null) record.push({ label: learner.identifier.label, value: learner.identifier.value, detail: '' })
  record.push({ label: 'Issued', value: shortDate(civilDateIn(facts.issuedAt, zone)), detail: clockTime(facts.issuedAt, zone) })
  const rows = facts.records.toSorted((a, b) => (a.earnedOn < b.earnedOn ? 1 : a.earnedOn > b.earnedOn ? -1 : 0))
  const snapshot = {
    kind: 'transcript',
    template: 'transcript/1',
    fonts: paperFontsRelease,
    size: facts.size ?? 'letter',
    issuedAt: facts.issuedAt,
    provider: {
      name: paperText(provider.name),
      addressLine: paperText([provider.addressLine, provider.web].filter((part) => part !== '').join(' · ')),
      accent: readableAccent(provider.accent),
      logoLetter: provider.logoLetter,
    },
    title: 'Transcript of Credit',
    number: { label: 'Transcript no.', value: facts.number },
    specimen: facts.specimen === true ? 'Specimen, sample data. Not issued.' : '',
    name: name.value,
    degrees: paperText(learner.credentials),
    record,
    totalsLabel: 'Totals by credit type',
    totalsRemark: 'Each type stands alone; types are never added together.',
    totals: totals.map(({ amount, phrase, records }) => ({ amount: formatCreditAmount(amount), phrase, records: recordsText(records) })),
    columns: { date: 'Date', activity: 'Activity', credit: 'Credit', type: 'Type' },
    rows: rows.map((row) => ({
      date: shortDate(row.earnedOn),
      title: paperText(row.title),
      detail: rowDetail(row),
      amount: isParticipation(row) ? '–' : formatCreditAmount(row.amountClaimed),
      ...rowType(row, facts),
    })),
    closing: `End of transcript. ${facts.records.length === 0 ? 'No records in this period.' : `${recordsText(facts.records.length)}.`}`,
    contact: facts.contact === '' ? '' : `Questions: ${paperText(facts.contact)}`,
    facts: {
      from: facts.from,
      to: facts.to,
      totals: totals.map(({ creditType, amount, records }) => ({ creditType, amount, records })),
    },
  } satisfies TranscriptSnapshot
  const refusal = checkPaperTexts([
    { field: 'name', text: snapshot.name.text, longest: 130 },
    { field: 'credentials', text: snapshot.degrees, longest: 80 },
    { field: 'provider', text: snapshot.provider.name, longest: 80 },
    { field: 'provider', text: snapshot.provider.addressLine, longest: 110 },
    { field: 'contact', text: snapshot.contact, longest: 70 },
    ...snapshot.record.map(({ value }) => ({ field: 'record', text: value, longest: 90 })),
    ...snapshot.rows.flatMap(({ title, detail }) => [
      { field: 'title', text: title, longest: 400 },
      { field: 'location', text: detail, longest: 160 },
    ]),
  ])
  return refusal ?? ok(snapshot)
}
