import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import papa from 'papaparse'
import { projectRoot } from '../../setup/locations.mjs'

/** @typedef {Record<string, string>} Cells of one row, by column; what is left out is empty */

/** Ninety letters of a name that real people have in part. */
const longGivenName = 'Maximiliana Theodora Wilhelmina Constanza'
const longFamilyName = 'Featherstonehaugh-Cholmondeley-Marjoribanks Wall'
export const longName = `${longGivenName} ${longFamilyName}`
/** A title as long, of words that do not break where it would suit. */
export const longTitle = 'Electroencephalographically Guided Neuropharmacotherapeutics in Otorhinolaryngology, 2026'
/** Who has as many claims, orders and messages as the folder has rows. */
export const heavyName = 'Mara Ledger'

const portal = 'haymarket-mycme'
const number = (/** @type {string} */ letter, /** @type {number} */ at) => `${letter}-9-${String(at + 1).padStart(5, '0')}`
const noon = (/** @type {number} */ at) => new Date(Date.UTC(2026, 9, 31, 17) - at * 6 * 3_600_000).toISOString()

/** @param {number} rows @returns {Record<string, Cells[]>} the rows of each file of the folder */
function rowsOf(rows) {
  const every = Array.from({ length: rows }, (_, at) => at)
  const person = { portal, profession: 'physician', status: 'active', registered_at: '2019-01-20T15:00:00-05:00' }
  const activity = { portal, format: 'webcast', delivery: 'enduring', release_date: '2026-01-01', expiration_date: '2027-06-08', minutes: '60', pretest_required: 'no', posttest_required: 'yes', evaluation_required: 'yes' }
  const heavy = number('L', 0)
  const long = number('L', 1)
  const learned = (/** @type {number} */ at) => ({ best_percent: '86', attempts_used: '1', registered_at: noon(at + 8), passed_at: noon(at + 4), evaluated_at: noon(at + 4) })
  return {
    'learners.csv': every.map((at) => {
      const id = number('L', at)
      if (at === 0) return { ...person, external_id: id, email: 'mara.ledger@example.org', given_name: 'Mara', family_name: 'Ledger', credentials: 'MD', specialty: 'Internal Medicine' }
      if (at === 1) return { ...person, external_id: id, email: 'maximiliana.theodora.featherstonehaugh-cholmondeley@department-of-medicine.hospital.example', given_name: longGivenName, family_name: longFamilyName, credentials: 'MD, PhD, MPH, FACP, FACC, FAHA', specialty: 'Clinical Cardiac Electrophysiology', npi: '1234567890' }
      return { ...person, external_id: id, email: `given.family${String(at)}@example.org`, given_name: `Given${String(at).padStart(4, '0')}`, family_name: `Family${String(at).padStart(4, '0')}`, credentials: 'MD' }
    }),
    'activities.csv': every.map((at) => ({ ...activity, external_id: number('A', at), title: at === 0 ? longTitle : `Practice Update ${String(at).padStart(4, '0')}`, accreditor: at === 0 ? longTitle : 'Forefront Collaborative' })),
    'activity_credits.csv': every.map((at) => ({ activity_id: number('A', at), credit_type: 'ama_pra_1', max_amount: '1.25', step: '0.25' })),
    'enrolments.csv': [
      ...every.map((at) => ({ ...learned(at), external_id: number('E', at), learner_id: heavy, activity_id: number('A', at) })),
      { ...learned(0), external_id: number('E', rows), learner_id: long, activity_id: number('A', 0) },
    ],
    'claims.csv': [
      ...every.map((at) => ({ external_id: number('C', at), enrolment_id: number('E', at), credit_type: 'ama_pra_1', amount: '1.25', claimed_at: noon(at), certificate_number: `092026-${String(at + 1).padStart(6, '0')}` })),
      { external_id: number('C', rows), enrolment_id: number('E', rows), credit_type: 'ama_pra_1', amount: '1.25', claimed_at: noon(0), certificate_number: `092026-${String(rows + 1).padStart(6, '0')}` },
    ],
    'orders.csv': every.map((at) => ({ external_id: number('O', at), learner_id: at === 1 ? long : heavy, portal, placed_at: noon(at), status: 'paid', currency: 'USD', discount: '0.00', tax: '0.00', total: '49.00', paid_with: 'card', card_last4: '1158', billing_name: at === 1 ? longName : heavyName, billing_address: '641 Main Street, Springfield, TN' })),
    'order_lines.csv': every.map((at) => ({ order_id: number('O', at), kind: 'activity', item_id: number('A', at), description: at === 1 ? longTitle : `Practice Update ${String(at)}`, quantity: '1', unit_price: '49.00' })),
    'messages.csv': every.map((at) => ({ external_id: number('N', at), learner_id: at === 1 ? long : heavy, kind: 'receipt', sent_at: noon(at), to: 'mara.ledger@example.org', state: 'handed_over' })),
    'tickets.csv': every.map((at) => ({ external_id: number('T', at), portal, channel: 'email', received_at: noon(at), from_email: at === 1 ? 'somebody.with.a.long.address@department-of-medicine.hospital.example' : 'mara.ledger@example.org', learner_id: at === 1 ? '' : at === 2 ? long : heavy, subject: at === 2 ? longTitle : 'My certificate is not in my CME history', body: 'Please look.' })),
  }
}

/**
 * Writes an exchange folder with so many rows in each list, a learner who has them all, and names and titles of ninety
 * letters among them. The headers are the sample's.
 * @param {string} folder @param {number} rows
 */
export function writeStatesFolder(folder, rows) {
  mkdirSync(folder, { recursive: true })
  for (const [file, cells] of Object.entries(rowsOf(rows))) {
    const header = (readFileSync(join(projectRoot, 'resources', 'sample', file), 'utf8').split(/\r?\n/)[0] ?? '').split(',')
    writeFileSync(join(folder, file), `${papa.unparse({ fields: header, data: cells.map((row) => header.map((column) => row[column] ?? '')) })}\n`)
  }
}
