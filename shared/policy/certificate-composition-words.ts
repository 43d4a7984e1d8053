import type { CertificateForm } from '../model/certificate-snapshot'
import type { ActivityFormat, CreditType, Delivery, Profession } from '../model/field-codes'

export const professionNames: Readonly<Record<Profession, string>> = {
  physician: 'Physician',
  physician_assistant: 'Physician assistant',
  nurse_practitioner: 'Nurse practitioner',
  nurse: 'Nurse',
  pharmacist: 'Pharmacist',
  pharmacy_technician: 'Pharmacy technician',
  psychologist: 'Psychologist',
  dentist: 'Dentist',
  student: 'Student',
  other: 'Other profession',
}

/** The learning formats of the AMA's closed list, as far as the exchange folder tells them apart. */
export const amaFormatNames: Readonly<Record<Delivery, string>> = { live: 'live activity', enduring: 'enduring material' }

export const formatNames: Readonly<Record<ActivityFormat, string>> = {
  webcast: 'Webcast',
  monograph: 'Monograph',
  case_study: 'Case study',
  slide_deck: 'Slide deck',
  meeting_coverage: 'Meeting coverage',
  journal: 'Journal article',
  text: 'Text',
  audio: 'Audio',
  video: 'Video',
  board_review: 'Board review',
  course: 'Course',
  live_meeting: 'Live meeting',
  grand_rounds: 'Grand rounds',
}

export interface FormWords {
  readonly title: string
  readonly numberLabel: string
  readonly certifies: string
  readonly participated: (delivery: Delivery) => string
  readonly completed: string
  readonly awarded: string
}

const tookPart = (delivery: Delivery): string => `participated in the ${delivery} activity`
const completed = (delivery: Delivery): string => `completed the ${delivery} activity`

const credit: FormWords = {
  title: 'Certificate of Credit',
  numberLabel: 'Certificate no.',
  certifies: 'certifies that',
  participated: tookPart,
  completed: 'Completed',
  awarded: 'and is awarded',
}

const contactHours: FormWords = { ...credit, title: 'Certificate of Contact Hours', participated: completed }

const pharmacyRecord: FormWords = {
  title: 'Record of Participation',
  numberLabel: 'Record no.',
  certifies: 'records that',
  participated: (delivery) => (delivery === 'enduring' ? 'completed the home-study activity' : 'completed the live activity'),
  completed: 'Participation date',
  awarded: 'with a value of',
}

const participation: FormWords = { ...credit, title: 'Certificate of Participation' }

/** The fixed words of a form: by credit type, and for AMA activities by the profession's form (section 1.3). */
export function formWords(type: CreditType, form: CertificateForm): FormWords {
  switch (type) {
    case 'ama_pra_1':
      return form === 'credit' ? credit : { ...participation, awarded: 'This activity was designated for a maximum of' }
    case 'participation':
      return { ...participation, awarded: 'and took part for' }
    case 'ancc':
    case 'aanp':
      return contactHours
    case 'acpe':
      return pharmacyRecord
    case 'aapa_1':
    case 'aafp_prescribed':
    case 'acep_1':
    case 'aap':
    case 'ipce':
    case 'abim_moc':
    case 'abp_moc_2':
    case 'aba_moc':
    case 'abo_moc':
    case 'abohns_moc':
    case 'abpath_moc':
    case 'abs_cc':
    case 'apa_ce':
    case 'state':
      return credit
  }
}
