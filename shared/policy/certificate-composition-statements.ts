import type { CivilDate } from '../model/civil-date'
import { creditTypes, type CreditType } from '../model/field-codes'
import type { CertificateForm } from '../model/certificate-snapshot'
import type { StyledRun, StyledText } from '../model/paper-snapshot'

/** What a sentence may be filled with; a slot without a value leaves its sentence out. */
export const statementSlots = ['provider', 'accreditor', 'jointProvider', 'jointAccreditation', 'format', 'maximum', 'hours', 'pharmacology', 'ceu', 'accreditationNumber', 'approval'] as const
export type StatementSlot = (typeof statementSlots)[number]
export type SlotValues = Readonly<Partial<Record<StatementSlot, StyledText>>>

export interface StatementSentence {
  readonly text: string
  /** Left out when one of these slots has a value. */
  readonly unless?: readonly StatementSlot[]
  /** Left out when this slot has none, without being printed itself. */
  readonly when?: StatementSlot
  readonly strong?: true
}

export interface StatementText {
  /** Never reused: a changed text is a new version with its own dates. */
  readonly version: string
  readonly place: 'statement' | 'note'
  readonly label: string
  readonly form: CertificateForm | 'either'
  readonly creditTypes: readonly CreditType[]
  /** First and last day on which credit was earned that the text is for; null is open. */
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly sentences: readonly StatementSentence[]
}

const physicianTypes: readonly CreditType[] = ['ama_pra_1', 'aafp_prescribed', 'acep_1', 'aap']
const boardTypes: readonly CreditType[] = ['abim_moc', 'abp_moc_2', 'aba_moc', 'abo_moc', 'abohns_moc', 'abpath_moc', 'abs_cc']
const always = { from: null, to: null } as const
/** Since this day CPE Monitor holds the only official statement of a pharmacist's credit (section 2). */
const cpeMonitorFrom = '2014-05-01'
const cpeMonitorBefore = '2014-04-30'

/** The texts in order of printing; which of them a paper carries depends on its type, its form and the day of credit (trap T24). */
export const statementTexts: readonly StatementText[] = [
  {
    version: 'joint-accreditation/1', place: 'statement', label: 'Joint accreditation', form: 'either', creditTypes: creditTypes.filter((type) => type !== 'ipce'), ...always,
    sentences: [
      { text: '{accreditor} planned and offered this activity for the healthcare team.', when: 'jointAccreditation', unless: ['jointProvider'] },
      { text: '{accreditor} and {jointProvider} planned and offered this activity together for the healthcare team.', when: 'jointAccreditation' },
      { text: '{accreditor} holds joint accreditation by the ACCME, the ACPE and the ANCC for continuing education of the team.', when: 'jointAccreditation' },
    ],
  },
  {
    version: 'accme-accreditation/1', place: 'statement', label: 'Accreditation', form: 'either', creditTypes: [...physicianTypes, ...boardTypes], ...always,
    sentences: [
      { text: '{accreditor} offered this activity under its accreditation by the Accreditation Council for Continuing Medical Education (ACCME).', unless: ['jointProvider', 'jointAccreditation'] },
      { text: '{accreditor} and {jointProvider} offered this activity together. {accreditor} is accredited by the Accreditation Council for Continuing Medical Education (ACCME) and answers for it.', unless: ['jointAccreditation'] },
    ],
  },
  {
    version: 'ama-designation/1', place: 'statement', label: 'Designation', form: 'either', creditTypes: ['ama_pra_1'], ...always,
    sentences: [{ text: '{accreditor} designated this {format} for a maximum of {maximum}. Physicians claim only the credit that matches their part in the activity.' }],
  },
  {
    version: 'ama-participation/1', place: 'note', label: '', form: 'participation', creditTypes: ['ama_pra_1'], ...always,
    sentences: [{ text: 'Attests participation. Physician credit is awarded to physicians only; your board decides what it accepts.' }],
  },
  {
    version: 'aapa-approval/1', place: 'statement', label: 'AAPA', form: 'either', creditTypes: ['aapa_1'], ...always,
    sentences: [
      { text: 'This activity from {accreditor} was reviewed for AAPA Category 1 CME and approved for a maximum of {maximum}.' },
      { text: 'The approval runs {approval}.' },
      { text: 'PAs claim only the credit that matches their part in the activity.' },
    ],
  },
  {
    version: 'aafp-review/1', place: 'statement', label: 'AAFP', form: 'either', creditTypes: ['aafp_prescribed'], ...always,
    sentences: [
      { text: 'The American Academy of Family Physicians (AAFP) reviewed this activity and accepts it for up to {maximum}.' },
      { text: 'The term of approval runs {approval}.' },
      { text: 'Physicians claim only the credit that matches their part in the activity.' },
    ],
  },
  {
    version: 'acep-approval/1', place: 'statement', label: 'ACEP', form: 'either', creditTypes: ['acep_1'], ...always,
    sentences: [{ text: 'The American College of Emergency Physicians (ACEP) approved this activity for a maximum of {maximum}.' }],
  },
  {
    version: 'aap-approval/1', place: 'statement', label: 'AAP', form: 'either', creditTypes: ['aap'], ...always,
    sentences: [{ text: 'The American Academy of Pediatrics (AAP) accepts this activity for a maximum of {maximum}.' }],
  },
  {
    version: 'nursing-accreditation/1', place: 'statement', label: 'Accreditation', form: 'either', creditTypes: ['ancc'], ...always,
    sentences: [
      { text: '{accreditor} awards nursing contact hours for this activity: at most {maximum}.' },
      { text: 'Of these, {pharmacology} are on pharmacology.' },
      { text: 'Provider approval number {accreditationNumber}.' },
    ],
  },
  {
    version: 'aanp-accreditation/1', place: 'statement', label: 'Accreditation', form: 'either', creditTypes: ['aanp'], ...always,
    sentences: [
      { text: '{accreditor} offers this activity for a maximum of {maximum} under the accreditation program of the American Association of Nurse Practitioners (AANP).' },
      { text: 'Of these, {pharmacology} are on pharmacology.' },
      { text: 'Program number {accreditationNumber}.' },
    ],
  },
  {
    version: 'contact-hours/1', place: 'statement', label: 'For the learner', form: 'either', creditTypes: ['ancc', 'aanp'], ...always,
    sentences: [{ text: 'One contact hour is 60 minutes. Pharmacology hours lie inside the total, they do not add to it. Keep this certificate for the time your board asks.' }],
  },
  {
    version: 'acpe-accreditation/1', place: 'statement', label: 'Accreditation', form: 'either', creditTypes: ['acpe'], ...always,
    sentences: [
      { text: '{accreditor} offered this activity as a provider accredited by the Accreditation Council for Pharmacy Education (ACPE): {hours} contact hours, {ceu} CEU.' },
      { text: 'Universal Activity Number {accreditationNumber}.' },
    ],
  },
  {
    version: 'acpe-record/1', place: 'note', label: '', form: 'either', creditTypes: ['acpe'], from: cpeMonitorFrom, to: null,
    sentences: [
      { text: 'Not an official statement of credit.', strong: true },
      { text: 'The official statement is held in CPE Monitor, to which the provider reports this activity.' },
    ],
  },
  {
    version: 'acpe-reporting/1', place: 'statement', label: 'For the learner', form: 'either', creditTypes: ['acpe'], from: cpeMonitorFrom, to: null,
    sentences: [{ text: 'The provider reports within 60 days of participation. If the credit is missing from CPE Monitor or stands there wrong, write to the provider before that time is over.' }],
  },
  {
    version: 'acpe-record-before-monitor/1', place: 'note', label: '', form: 'either', creditTypes: ['acpe'], from: null, to: cpeMonitorBefore,
    sentences: [{ text: 'Credit of this date was stated on the provider’s own paper. Ask your board which record it accepts today.' }],
  },
  {
    version: 'board-points/1', place: 'statement', label: 'Maintenance of certification', form: 'either', creditTypes: boardTypes, ...always,
    sentences: [{ text: 'Diplomates may earn up to {maximum} here. The board decides how points count and keeps the official record of them.' }],
  },
  {
    version: 'ipce-statement/1', place: 'statement', label: 'Joint accreditation, IPCE', form: 'either', creditTypes: ['ipce'], ...always,
    sentences: [
      { text: '{accreditor} planned this activity by and for the healthcare team under joint accreditation; it is offered for up to {maximum}.', unless: ['jointProvider'] },
      { text: '{accreditor} and {jointProvider} planned this activity by and for the healthcare team under the joint accreditation of {accreditor}; it is offered for up to {maximum}.' },
    ],
  },
  {
    version: 'ipce-beside/1', place: 'note', label: '', form: 'either', creditTypes: ['ipce'], ...always,
    sentences: [{ text: 'Beside a profession’s own credit, never in its place.' }],
  },
  {
    version: 'psychology-approval/1', place: 'statement', label: 'Approval', form: 'either', creditTypes: ['apa_ce'], ...always,
    sentences: [{ text: '{accreditor} offers this activity to psychologists for up to {maximum} and answers for its content.' }],
  },
  {
    version: 'state-topic/1', place: 'statement', label: 'For the learner', form: 'either', creditTypes: ['state'], ...always,
    sentences: [{ text: 'A state requirement names a topic. The amount lies inside a credit earned for this activity and does not add to it.' }],
  },
  {
    version: 'participation-only/1', place: 'note', label: '', form: 'either', creditTypes: ['participation'], ...always,
    sentences: [{ text: 'Attests participation only. No continuing education credit is stated here; your board decides what it accepts.' }],
  },
]

function isSlot(name: string): name is StatementSlot {
  return statementSlots.some((slot) => slot === name)
}

function slotsOf(text: string): StatementSlot[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1] ?? '').filter(isSlot)
}

/** A sentence with its slots filled, or nothing when a slot has no value or the sentence gives way to another. */
function fillSentence(sentence: StatementSentence, values: SlotValues): StyledText | undefined {
  if (sentence.unless?.some((slot) => values[slot] !== undefined) === true) return undefined
  if (sentence.when !== undefined && values[sentence.when] === undefined) return undefined
  if (slotsOf(sentence.text).some((slot) => values[slot] === undefined)) return undefined
  const style = sentence.strong === true ? 'strong' : 'regular'
  return sentence.text.split(/(\{\w+\})/).flatMap((part): StyledText => {
    const name = part.slice(1, -1)
    if (part.startsWith('{') && isSlot(name)) return values[name] ?? []
    return part === '' ? [] : [{ text: part, style }]
  })
}

function joinSentences(sentences: readonly StyledText[]): StyledRun[] {
  const runs: StyledRun[] = []
  const add = (run: StyledRun): void => {
    const last = runs.at(-1)
    if (last?.style === run.style) runs[runs.length - 1] = { style: run.style, text: last.text + run.text }
    else runs.push(run)
  }
  sentences.forEach((sentence, index) => {
    if (index > 0) add({ text: ' ', style: 'regular' })
    sentence.forEach(add)
  })
  return runs
}

export interface FilledStatement {
  readonly version: string
  readonly place: 'statement' | 'note'
  readonly label: string
  readonly text: StyledText
}

/** The texts in force for credit of that type and form earned on that day, slots filled (trap T24). */
export function statementsFor(type: CreditType, form: CertificateForm, earnedOn: CivilDate, values: SlotValues): FilledStatement[] {
  return statementTexts
    .filter((text) => text.creditTypes.includes(type) && (text.form === 'either' || text.form === form))
    .filter((text) => (text.from === null || text.from <= earnedOn) && (text.to === null || earnedOn <= text.to))
    .flatMap(({ version, place, label, sentences }) => {
      const filled = sentences.map((sentence) => fillSentence(sentence, values)).filter((sentence) => sentence !== undefined)
      return filled.length === 0 ? [] : [{ version, place, label, text: joinSentences(filled) }]
    })
}

/** What a certificate of achievement says in the place of an amount (P21). */
export const achievementNote: { readonly version: string; readonly text: StyledText } = {
  version: 'achievement-only/1',
  text: [
    { text: 'Not a statement of credit.', style: 'strong' },
    { text: ' It shows that the activity was completed. Credit is stated on the provider’s certificates and transcripts, and in CPE Monitor or CME Passport.', style: 'regular' },
  ],
}
