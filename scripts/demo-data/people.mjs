import { makeAddress, makeName } from './names.mjs'

/** @typedef {'physician' | 'physician_assistant' | 'nurse_practitioner' | 'nurse' | 'pharmacist' | 'pharmacy_technician' | 'psychologist' | 'dentist' | 'student' | 'other'} Profession */
/** @typedef {{ id: string, portal: string, email: string, given: string, family: string, profession: Profession, board: string }} Learner */

/** Portals, their share of the learners, and who learns there. @type {readonly { key: string, share: number, professions: readonly Profession[] }[]} */
export const portals = [
  { key: 'haymarket-mycme', share: 0.42, professions: ['physician', 'physician', 'nurse_practitioner', 'nurse_practitioner', 'physician_assistant', 'nurse', 'nurse', 'pharmacist', 'psychologist', 'student', 'other'] },
  { key: 'cleveland-clinic-mycme', share: 0.25, professions: ['physician', 'physician', 'physician', 'nurse', 'physician_assistant', 'dentist', 'nurse_practitioner', 'other'] },
  { key: 'med-challenger', share: 0.14, professions: ['physician', 'physician', 'physician_assistant', 'nurse_practitioner'] },
  { key: 'maryland-pharmacy-ce', share: 0.19, professions: ['pharmacist', 'pharmacist', 'pharmacist', 'pharmacy_technician', 'physician'] },
]

/** @type {Readonly<Record<Profession, readonly string[]>>} */
const credentials = {
  physician: ['MD', 'DO', 'MD, FACP', 'MD, PhD', 'MBBS'], physician_assistant: ['PA-C', 'MPAS, PA-C'], nurse_practitioner: ['FNP-C', 'FNP-BC', 'AGPCNP-BC'],
  nurse: ['RN', 'BSN, RN', 'MSN, RN, CCRN'], pharmacist: ['PharmD', 'RPh', 'PharmD, BCPS'], pharmacy_technician: ['CPhT'], psychologist: ['PhD', 'PsyD'],
  dentist: ['DDS', 'DMD'], student: [''], other: ['', 'RD', 'LCSW'],
}
const specialties = ['Internal Medicine', 'Family Medicine', 'Cardiology', 'Oncology', 'Psychiatry', 'Surgery', 'Emergency Medicine', 'Infectious Diseases', 'Pediatrics', 'Rheumatology', 'Anesthesiology', 'Pathology']
const states = ['AL', 'AK', 'CA', 'CO', 'FL', 'GA', 'IL', 'IN', 'KY', 'MA', 'MD', 'MO', 'NC', 'NJ', 'NY', 'OH', 'OR', 'PA', 'TX', 'WA', 'WI']
const boards = ['abim', 'abp', 'aba', 'abo', 'abohns', 'abpath', 'abs']

/** @param {string} nine @returns {string} ten digits that pass the check over 80840 */
function withCheckDigit(nine) {
  const digits = `80840${nine}`
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighed = place % 2 === 0 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return `${nine}${(10 - (sum % 10)) % 10}`
}

const monthDay = (/** @type {import('./chance.mjs').Chance} */ chance) => `${String(chance.whole(1, 12)).padStart(2, '0')}${String(chance.whole(1, 28)).padStart(2, '0')}`

/**
 * Writes one learner. `fixed` overrides what chance would choose, for the scenarios.
 * @param {{ folder: import('./folder.mjs').ExchangeFolder, calendar: import('./calendar.mjs').Calendar, chance: import('./chance.mjs').Chance }} makers
 * @param {string} portal @param {Profession} profession @param {Readonly<Record<string, string>>} [fixed] @returns {Learner}
 */
export function addLearner({ folder, calendar, chance }, portal, profession, fixed) {
  const number = folder.rows('learners.csv') + 1
  const made = makeName(chance, fixed !== undefined)
  const name = { given: fixed?.given_name ?? made.given, family: fixed?.family_name ?? made.family }
  const isPhysician = profession === 'physician'
  const isPharmacy = profession === 'pharmacist' || profession === 'pharmacy_technician'
  const hasBoard = isPhysician && chance.happens(0.5)
  const spoiled = fixed === undefined && chance.happens(0.005)
  const npi = withCheckDigit(`1${chance.digits(8)}`)
  const board = hasBoard ? chance.pick(boards) : ''
  const cells = {
    portal,
    email: makeAddress(name, number, chance),
    given_name: name.given,
    family_name: name.family,
    credentials: chance.pick(credentials[profession]),
    profession,
    specialty: profession === 'student' || isPharmacy ? '' : chance.pick(specialties),
    alternate_emails: fixed === undefined && chance.happens(0.03) ? `old${number}@mail.example` : '',
    linked_sites: fixed === undefined && portal === 'haymarket-mycme' && chance.happens(0.05) ? 'mpr' : '',
    // One in two hundred fails its check, as they do: it is taken in and flagged.
    npi: isPhysician ? (spoiled ? `${npi.slice(0, 9)}${(Number(npi[9]) + 1) % 10}` : npi) : '',
    nabp_eprofile_id: isPharmacy ? chance.digits(chance.whole(6, 8)) : '',
    birth_month_day: isPharmacy || (isPhysician && (hasBoard || portal === 'maryland-pharmacy-ce')) ? monthDay(chance) : '',
    licence_state: isPhysician ? chance.pick(states) : '',
    licence_number: isPhysician ? `${chance.pick(['A', 'B', 'D', 'G', 'M'])}${chance.digits(5)}` : '',
    board,
    board_id: hasBoard ? String(chance.whole(100_000, 999_999)) : '',
    newsletters: chance.some(['daily', 'primary-care', 'oncology'], chance.whole(0, 2)).join(';'),
    status: fixed === undefined && chance.happens(0.02) ? chance.pick(['locked', 'closed']) : 'active',
    registered_at: calendar.at(-chance.whole(1400, 4500)),
    ...fixed,
  }
  const id = folder.add('learners.csv', cells)
  return { id, portal, email: cells.email, given: name.given, family: name.family, profession, board: cells.board }
}
