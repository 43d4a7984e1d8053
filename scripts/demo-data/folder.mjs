import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} file @returns {readonly string[]} */
const columns = (file) => headers[file]?.split(',') ?? []

/** The columns of every file that is written, as the exchange format orders them. @type {Readonly<Record<string, string>>} */
const headers = {
  'learners.csv':
    'external_id,portal,email,given_name,family_name,certificate_name,credentials,profession,specialty,alternate_emails,linked_sites,npi,nabp_eprofile_id,birth_month_day,licence_state,licence_number,board,board_id,newsletters,status,registered_at',
  'activities.csv':
    'external_id,portal,title,accreditor,joint_provider,format,delivery,release_date,expiration_date,starts_at,ends_at,location,minutes,pretest_required,posttest_required,evaluation_required,pass_percent,max_attempts,fee,currency,target_professions,topics,event_code,mobile,app,downloads,question_count,short_code,instructor,achievement,completion_days,claim_days,capacity,source_url',
  'activity_credits.csv': 'activity_id,credit_type,max_amount,step,accreditation_number,pharmacology_amount',
  'sessions.csv': 'external_id,activity_id,starts_at,ends_at,location,event_code,capacity',
  'packages.csv': 'external_id,portal,title,price,currency',
  'package_activities.csv': 'package_id,activity_id',
  'discount_codes.csv': 'code,portal,percent,amount,audience,valid_from,valid_to,uses_left',
  'orders.csv': 'external_id,learner_id,portal,placed_at,status,currency,discount_code,discount,tax,total,paid_with,card_last4,refunded,refunded_at,billing_name,billing_address',
  'order_lines.csv': 'order_id,kind,item_id,description,quantity,unit_price',
  'memberships.csv': 'external_id,learner_id,plan,starts_on,ends_on',
  'enrolments.csv': 'external_id,learner_id,activity_id,registered_at,order_id,pretest_at,attempts_used,best_percent,passed_at,evaluated_at,event_code_entered_at,attended_at,segments_done,segments_total',
  'earned_credits.csv': 'external_id,enrolment_id,topic,credit_type,amount,earned_at',
  'claims.csv': 'external_id,enrolment_id,credit_type,amount,claimed_at,certificate_number,certificate_name,status,superseded_by',
  'reports.csv': 'claim_id,body,state,at,message',
  'messages.csv': 'external_id,learner_id,kind,sent_at,to,state',
  'tickets.csv': 'external_id,portal,channel,received_at,from_email,learner_id,subject,body',
  'scenarios.csv': 'scenario,rule,learner_id,activity_id,claim_id,order_id,expected,note',
}

/** Letters of the identifiers, as `L-7-00001`. @type {Readonly<Record<string, string>>} */
const prefixes = {
  'learners.csv': 'L', 'activities.csv': 'A', 'sessions.csv': 'S', 'packages.csv': 'K', 'orders.csv': 'O', 'memberships.csv': 'M',
  'enrolments.csv': 'E', 'earned_credits.csv': 'Q', 'claims.csv': 'C', 'messages.csv': 'N', 'tickets.csv': 'T',
}

const quoted = (/** @type {string} */ cell) => (/[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell)

/** An exchange folder that is written row by row; only some kilobytes of each file wait in memory. */
export class ExchangeFolder {
  /** @param {string} folder @param {number} seed @param {number} learners */
  constructor(folder, seed, learners) {
    mkdirSync(folder, { recursive: true })
    this.seed = seed
    this.width = Math.max(5, String(learners * 4).length)
    /** @type {Map<string, { descriptor: number, waiting: string[], length: number, rows: number }>} */
    this.files = new Map()
    for (const file of Object.keys(headers)) {
      this.files.set(file, { descriptor: openSync(join(folder, file), 'w'), waiting: [`${headers[file] ?? ''}\n`], length: 0, rows: 0 })
    }
  }

  /**
   * Adds a row; cells that are not named are empty. In a file whose records have identifiers the row gets the next one.
   * @param {string} file @param {Readonly<Record<string, string | number | undefined>>} cells @returns {string} the row's identifier, if it has one
   */
  add(file, cells) {
    const state = this.files.get(file)
    if (state === undefined) throw new Error(`there is no file ${file}`)
    state.rows += 1
    const prefix = prefixes[file]
    const id = prefix === undefined ? '' : `${prefix}-${this.seed}-${String(state.rows).padStart(this.width, '0')}`
    const known = columns(file)
    const stray = Object.keys(cells).find((name) => !known.includes(name))
    if (stray !== undefined) throw new Error(`${file} has no column ${stray}`)
    const line = `${known.map((name) => (name === 'external_id' ? id : quoted(String(cells[name] ?? '')))).join(',')}\n`
    state.waiting.push(line)
    state.length += line.length
    if (state.length > 64_000) this.flush(state)
    return id
  }

  /** @param {string} file @returns {number} rows written so far */
  rows(file) {
    return this.files.get(file)?.rows ?? 0
  }

  /** @param {{ descriptor: number, waiting: string[], length: number }} state */
  flush(state) {
    const bytes = Buffer.from(state.waiting.join(''))
    for (let at = 0; at < bytes.length; ) at += writeSync(state.descriptor, bytes, at)
    state.waiting = []
    state.length = 0
  }

  /** Writes what waits and closes every file. */
  close() {
    for (const state of this.files.values()) {
      this.flush(state)
      closeSync(state.descriptor)
    }
  }
}
