import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import type { Result } from '@shared/model/result'
import { composeCertificate, type CertificateFacts, type ProviderIdentity } from '@shared/policy/certificate-composition'

/** A fictional provider, as a portal profile would describe it. */
export const northfield: ProviderIdentity = {
  name: 'Northfield Medical Education',
  addressLine: '1200 Prairie Avenue, Northfield, MN 55057',
  web: 'northfield.example',
  accent: '#1f3a68',
  logoLetter: 'N',
  signatory: { name: 'Margaret Ellison, MD, MHPE', title: 'Director of Accreditation, Northfield Medical Education' },
  phraseNumber: 'by_amount',
}

/** A physician's enduring activity; every test changes what it is about. */
export const physicianFacts: CertificateFacts = {
  number: '072026-000003',
  issuedAt: '2026-11-01T20:00:00.000Z',
  zone: 'America/New_York',
  provider: northfield,
  learner: {
    printedName: "Győző O'Neill",
    credentials: 'MD, PhD',
    professionAtClaim: 'physician',
    identifier: { label: 'Learner identifier', value: 'State license VA B31163' },
  },
  activity: {
    externalId: 'A-7-00074',
    title: 'Two Tries: Board Review',
    format: 'webcast',
    delivery: 'enduring',
    location: null,
    completedOn: '2026-10-28',
    heldOn: null,
    accreditor: null,
    jointProvider: null,
    accreditationNumber: null,
    pharmacologyAmount: null,
    approval: null,
  },
  form: 'credit',
  creditType: 'ama_pra_1',
  amountClaimed: 75,
  maximumAmount: 125,
  replaces: null,
}

export const participationFacts: CertificateFacts = {
  ...physicianFacts,
  number: '072026-000002',
  learner: { printedName: 'Özge Lê', credentials: 'MSN, RN, CCRN', professionAtClaim: 'nurse', identifier: null },
  activity: {
    ...physicianFacts.activity,
    externalId: 'A-7-00072',
    title: 'Practice Changes in Psoriasis: What the New Evidence Means for Nurses, Pharmacists and Physicians Who Treat Together',
    completedOn: '2026-10-30',
  },
  form: 'participation',
  amountClaimed: 125,
}

export const nursingFacts: CertificateFacts = {
  ...physicianFacts,
  number: '082026-000028',
  issuedAt: '2026-08-24T13:12:00.000Z',
  provider: {
    ...northfield,
    name: 'Lakeshore Clinic Center for Continuing Education',
    addressLine: '9 Harbor Drive, Lakeshore, OH 44100',
    web: 'lakeshore.example',
    accent: '#0f5257',
    logoLetter: 'L',
    signatory: { name: 'Margaret Ellison, MD, MHPE', title: 'Director of Accreditation, Lakeshore Clinic Center for Continuing Education' },
  },
  learner: {
    printedName: 'Nguyễn Thị Ánh Nguyệt',
    credentials: 'DNP, FNP-BC',
    professionAtClaim: 'nurse_practitioner',
    identifier: { label: 'Learner identifier', value: 'State license FL 9301774' },
  },
  activity: {
    ...physicianFacts.activity,
    externalId: 'A-7-00077',
    title: 'Update in Hospital Medicine',
    format: 'live_meeting',
    delivery: 'live',
    location: 'Lakeshore Conference Center, Lakeshore, Ohio',
    completedOn: '2026-08-21',
    heldOn: { first: '2026-08-20', last: '2026-08-21' },
    accreditationNumber: 'P0412',
    pharmacologyAmount: 150,
  },
  creditType: 'ancc',
  amountClaimed: 616,
  maximumAmount: 616,
}

export const pharmacyFacts: CertificateFacts = {
  ...physicianFacts,
  number: '102026-000010',
  issuedAt: '2026-10-22T14:40:00.000Z',
  provider: {
    ...northfield,
    name: 'Harbor School of Pharmacy',
    addressLine: '20 Pine Street, Harbor, MD 21200',
    web: 'harbor.example',
    accent: '#6d1f35',
    logoLetter: 'H',
    signatory: { name: 'Joanna Reyes, PharmD, EdD', title: 'Director of Continuing Education, Harbor School of Pharmacy' },
  },
  learner: {
    printedName: 'Екатерина Вознесенская',
    credentials: 'PharmD, BCPS',
    professionAtClaim: 'pharmacist',
    identifier: { label: 'NABP e-Profile ID', value: 'ending 4471, birth 02/07' },
  },
  activity: {
    ...physicianFacts.activity,
    externalId: 'A-7-00087',
    title: 'USP 797: Cleanroom Practice',
    completedOn: '2026-10-21',
    accreditationNumber: '0204-0000-26-312-H07-P',
  },
  creditType: 'acpe',
  amountClaimed: 200,
  maximumAmount: 200,
}

/** The worst the layout has to hold: a long name, a title of 139 characters, a successor. */
export const worstFacts: CertificateFacts = {
  ...physicianFacts,
  number: '072026-000131',
  learner: {
    ...physicianFacts.learner,
    printedName: 'María de los Ángeles Inmaculada Concepción Fernández-Villaverde y Gutiérrez de la Torre-Ortíz',
    credentials: 'MD, PhD, MPH, FACP, FIDSA',
  },
  activity: {
    ...physicianFacts.activity,
    externalId: 'A-7-00039',
    title:
      'Anticoagulation after Bleeding, Biologics in Moderate-to-Severe Asthma, Immunotherapy Toxicities and Pediatric Vaccines: A Combined Update',
    format: 'live_meeting',
    delivery: 'live',
    location: 'Northfield Convention Hall, Northfield, Minnesota',
    completedOn: '2026-10-11',
    heldOn: { first: '2026-10-09', last: '2026-10-11' },
    jointProvider: 'The Combined Society for Case Discussions and Simulation Workshops',
  },
  amountClaimed: 1275,
  maximumAmount: 1275,
  replaces: { number: '072026-000118', supersededAt: '2026-11-01T20:00:00.000Z', reason: 'name corrected' },
}

/** The value of a result that the test knows to be one. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value
}

export function certificateOf(facts: CertificateFacts): SecondCertificate {
  return valueOf(composeCertificate(facts))
}

/** The physician's certificate for somebody else. */
export function named(printedName: string, credentials = 'MD'): CertificateFacts {
  return { ...physicianFacts, learner: { ...physicianFacts.learner, printedName, credentials } }
}
