import { decimal } from './catalogue.mjs'

/** Writes claims and numbers their certificates as a platform would. */
export class ClaimWriter {
  /** @param {import('./catalogue.mjs').Makers} makers @param {number} seed */
  constructor(makers, seed) {
    this.makers = makers
    this.seed = seed
  }

  /** The certificate number of the next claim. @param {number} days when it is claimed @returns {string} */
  nextNumber(days) {
    return `${String(this.seed).padStart(2, '0')}${this.makers.calendar.date(days).slice(0, 4)}-${String(this.makers.folder.rows('claims.csv') + 1).padStart(6, '0')}`
  }

  /**
   * @param {string} enrolment @param {string} type @param {number} amount hundredths @param {number} days
   * @param {Readonly<Record<string, string>>} [more] @returns {string} the claim
   */
  add(enrolment, type, amount, days, more = {}) {
    const { folder, calendar } = this.makers
    return folder.add('claims.csv', { enrolment_id: enrolment, credit_type: type, amount: decimal(amount), claimed_at: calendar.at(days), certificate_number: this.nextNumber(days), ...more })
  }

  /** @returns {string} the identifier the next claim will have */
  nextId() {
    const { folder } = this.makers
    return `C-${folder.seed}-${String(folder.rows('claims.csv') + 1).padStart(folder.width, '0')}`
  }
}
