import type { CertificateProof } from '@shared/model/certificate-proof'
import type { SecondCertificate } from '@shared/model/certificate-snapshot'
import type { CertificateFacts } from '@shared/policy/certificate-composition'
import { composeAchievement } from '@shared/policy/certificate-composition-achievement'
import { certificateOf, named, northfield, nursingFacts, participationFacts, pharmacyFacts, physicianFacts, valueOf, worstFacts } from './paper-facts'

/** A proof as long as they usually are; nobody signed it. */
export const sampleProof: CertificateProof = { token: `CMED1.${'kQ7xR2pLw9'.repeat(27)}`.slice(0, 271), code: '7F3K-Q2MD' }

const meridian = { ...northfield, name: 'Meridian Board Review', addressLine: '77 Beale Court, Memphis, TN 38100', web: 'meridian.example', accent: '#4a3b72', logoLetter: 'M' }

/** So many topics of a quarter each, some with long names. */
export function topicsOf(count: number, topic = (index: number): string => `Pediatric fever, part ${index + 1}`): { topic: string; amount: number }[] {
  return Array.from({ length: count }, (_, index) => ({ topic: topic(index), amount: 25 }))
}

/** A claim in aggregate of so many topics. */
export function aggregateOf(topics: readonly { readonly topic: string; readonly amount: number }[]): CertificateFacts {
  const amountClaimed = topics.reduce((sum, { amount }) => sum + amount, 0)
  return {
    ...physicianFacts,
    number: '092026-000024',
    provider: meridian,
    learner: { ...physicianFacts.learner, printedName: 'Arjun Schröder', credentials: 'MD, FACP' },
    activity: { ...physicianFacts.activity, externalId: 'A-7-00084', title: 'Emergency Medicine Review', format: 'course', completedOn: '2026-11-15' },
    amountClaimed,
    maximumAmount: Math.max(amountClaimed, 6000),
    aggregate: { earnedFrom: '2026-08-26', earnedTo: '2026-11-15', topics },
  }
}

export const eightTopics = aggregateOf([
  { topic: 'Sepsis: bundles and time to antibiotics', amount: 50 },
  { topic: 'Stroke: thrombolysis and thrombectomy', amount: 50 },
  { topic: 'Anticoagulation and reversal', amount: 100 },
  { topic: 'Pain: opioid-sparing analgesia', amount: 75 },
  { topic: 'Diabetes: DKA and HHS', amount: 75 },
  { topic: 'Airway: the difficult intubation', amount: 125 },
  { topic: 'Asthma: status asthmaticus', amount: 75 },
  { topic: 'Vaccines: rabies and tetanus exposure', amount: 125 },
])

const approval = { from: '2026-01-01', to: '2026-12-31' }

/** Six credit types on one paper. */
export const sixCredits: CertificateFacts = {
  ...worstFacts,
  beside: [
    { creditType: 'abim_moc', amountClaimed: 1275, maximumAmount: 1275, pointsKind: 'Medical Knowledge' },
    { creditType: 'ipce', amountClaimed: 300, maximumAmount: 300 },
    { creditType: 'aafp_prescribed', amountClaimed: 1275, maximumAmount: 1275 },
    { creditType: 'aapa_1', amountClaimed: 1250, maximumAmount: 1250, approval },
    { creditType: 'state', amountClaimed: 200, maximumAmount: 200, stateTopic: { topic: 'opioid prescribing', state: 'Florida' } },
  ],
}

/** A title of forty-letter words. */
export const longWords: CertificateFacts = {
  ...worstFacts,
  activity: { ...worstFacts.activity, title: 'Pneumonoultramicroscopicsilicovolcanoconi Hippopotomonstrosesquippedaliophobiaaaaa Pseudopseudohypoparathyroidismusxxxxxx' },
}

/** The certificate of achievement, which states no credit. */
export function achievementOf(): SecondCertificate {
  const { number, issuedAt, zone, provider, learner, activity } = pharmacyFacts
  return valueOf(composeAchievement({ number, issuedAt, zone, provider, learner: { printedName: learner.printedName, credentials: learner.credentials }, activity }))
}

const portrait = { orientation: 'portrait' } as const
const joint = { jointlyAccredited: true, jointProvider: 'The Society for Team Practice' }

/** One certificate of every form, each in the shape that shows what differs. */
export function sampleCertificates(): Record<string, SecondCertificate> {
  const certificates: Record<string, CertificateFacts> = {
    physician: physicianFacts,
    participation: participationFacts,
    nursing: nursingFacts,
    aanp: { ...nursingFacts, creditType: 'aanp', amountClaimed: 400, activity: { ...nursingFacts.activity, accreditationNumber: '26091177' } },
    pharmacy: pharmacyFacts,
    aapa: { ...named('Siobhán Nguyễn', 'PA-C'), creditType: 'aapa_1', activity: { ...physicianFacts.activity, approval } },
    boardPoints: { ...named('Ελένη Παπαδοπούλου'), creditType: 'abim_moc', activity: { ...physicianFacts.activity, pointsKind: 'Medical Knowledge' } },
    ipceBeside: { ...physicianFacts, activity: { ...physicianFacts.activity, ...joint }, beside: [{ creditType: 'ipce', amountClaimed: 75, maximumAmount: 125 }] },
    joint: { ...nursingFacts, activity: { ...nursingFacts.activity, ...joint } },
    aggregate: eightTopics,
    topics60: aggregateOf(topicsOf(60)),
    topics200: { ...aggregateOf(topicsOf(200)), ...portrait },
    han: named('李 小龍', 'MBBS'),
    rareLatin: named('Ŧoga Ĭan'),
    hebrew: named('ד”ר שלום כהן־לוי'),
    arabic: named('محمد الأحمد (Mohammed)'),
    devanagari: named('अमित क्षत्रिय'),
    armenian: named('Արամ Խաչատրյան'),
    thai: named('สมชาย ใจดี'),
    japanese: named('佐藤 さくら'),
    korean: named('김민준'),
    worst: sixCredits,
    longWords,
    worstPortrait: { ...sixCredits, ...portrait },
    a4: { ...physicianFacts, size: 'a4' },
    a4Portrait: { ...named('欧阳娜 (Ouyang Na)', 'MBBS, MD'), size: 'a4', ...portrait },
    a4PortraitNursing: { ...nursingFacts, replaces: worstFacts.replaces, size: 'a4', ...portrait },
  }
  return { ...Object.fromEntries(Object.entries(certificates).map(([name, facts]) => [name, certificateOf(facts)])), achievement: achievementOf() }
}
