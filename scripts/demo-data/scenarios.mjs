import { addActivity, decimal } from './catalogue.mjs'
import { distinctName } from './names.mjs'
import { addLearner } from './people.mjs'

/**
 * Situations that support desks meet, one learner each, with what the console must say of them at the given clock.
 * Every expected value follows from the dates and figures written here, by the portals' rules.
 *
 * @typedef {import('./catalogue.mjs').Makers & { claims: import('./claims.mjs').ClaimWriter }} ScenarioMakers
 * @typedef {import('./catalogue.mjs').Activity} Activity
 * @typedef {import('./people.mjs').Learner} Learner
 * @typedef {{ learner: Learner, activity?: Activity, claim?: string, order?: string, note?: string }} Case
 */

const H = 'haymarket-mycme'
const C = 'cleveland-clinic-mycme'
const M = 'med-challenger'
const P = 'maryland-pharmacy-ce'

const ama = (/** @type {number} */ most) => ({ type: 'ama_pra_1', most, step: 25 })
const points = (/** @type {string} */ type) => ({ type, most: 100, step: 25 })
const reviewTopics = ['airway', 'sepsis', 'stroke', 'anticoagulation', 'diabetes', 'asthma', 'pain', 'vaccines']

/** How many learners one round takes. */
export const learnersPerRound = 37

/** One round of every situation. */
export class Round {
  /** @param {ScenarioMakers} makers @param {number} number */
  constructor(makers, number) {
    this.makers = makers
    this.folder = makers.folder
    this.calendar = makers.calendar
    this.number = number
    this.learners = 0
  }

  /** @param {string} portal @param {import('./people.mjs').Profession} profession @param {Readonly<Record<string, string>>} [fixed] @returns {Learner} */
  learner(portal, profession, fixed = {}) {
    this.learners += 1
    return addLearner(this.makers, portal, profession, { ...distinctName(this.folder.seed + this.number, this.learners), ...fixed })
  }

  /**
   * @param {Learner} learner @param {Activity} activity @param {number} registered days @param {Readonly<Record<string, string | number | undefined>>} [done]
   * @returns {string}
   */
  enrol(learner, activity, registered, done = {}) {
    return this.folder.add('enrolments.csv', { learner_id: learner.id, activity_id: activity.id, registered_at: this.calendar.at(registered), ...done })
  }

  /** @param {number} days @param {number} percent */
  passed(days, percent) {
    return { attempts_used: 1, best_percent: percent, passed_at: this.calendar.at(days) }
  }

  /** @param {number} days */
  evaluated(days) {
    return { evaluated_at: this.calendar.at(days, '15:09') }
  }

  /** @param {string} scenario @param {string} rule @param {Case} about @param {string} expected */
  say(scenario, rule, { learner, activity, claim, order, note }, expected) {
    this.folder.add('scenarios.csv', { scenario, rule, learner_id: learner.id, activity_id: activity?.id, claim_id: claim, order_id: order, expected, note })
  }

  /** @param {string} title @param {Parameters<typeof addActivity>[4]} [more] @returns {Activity} */
  haymarket(title, more) {
    const credits = [ama(125), { type: 'aapa_1', most: 125, step: 25 }, { type: 'ancc', most: 116, step: 1 }, { type: 'aanp', most: 120, step: 1, pharmacology: 50 }]
    return addActivity(this.makers, H, title, credits, more)
  }

  haymarketCourses() {
    const { calendar, makers } = this
    const offered = this.haymarket('Wrong Credit Type: Practice Changes in Psoriasis')
    const complete = { ...this.passed(-20, 86), ...this.evaluated(-20) }
    const assistant = this.learner(H, 'physician_assistant')
    const wrong = makers.claims.add(this.enrol(assistant, offered, -25, complete), 'ama_pra_1', 125, -19)
    this.say('wrong_credit_type_offered', 'credit-change', { learner: assistant, activity: offered, claim: wrong }, 'change_allowed:aapa_1')
    this.say('wrong_credit_type_not_offered', 'credit-change', { learner: assistant, activity: offered, claim: wrong }, 'credit_type_not_offered:acpe')
    const nurse = this.learner(H, 'nurse')
    this.say('non_physician_ama', 'participation', { learner: nurse, activity: offered, claim: makers.claims.add(this.enrol(nurse, offered, -25, complete), 'ama_pra_1', 125, -19) }, 'certificate_of_participation')
    const partial = this.learner(H, 'physician')
    this.say('partial_claim', 'partial', { learner: partial, activity: offered, claim: makers.claims.add(this.enrol(partial, offered, -25, complete), 'ama_pra_1', 75, -19) }, `amount:${decimal(75)}`)

    const withPretest = this.haymarket('Pretest Required: Lipids', { cells: { pretest_required: 'yes' } })
    const twoTries = this.haymarket('Two Tries: Board Review', { fee: 14_900, cells: { max_attempts: '2' } })
    const expired = this.haymarket('Expired: Influenza Season Review', { released: -800, expires: -30 })
    /** @type {readonly (readonly [string, string, Activity, number, Readonly<Record<string, string | number>>, string, string?])[]} */
    const open = [
      ['pretest_missing', 'not-in-history', withPretest, -60, { ...this.passed(-3, 90), evaluated_at: calendar.at(-3) }, 'pretest_missing'],
      ['posttest_missing', 'not-in-history', offered, -60, {}, 'posttest_missing'],
      ['posttest_failed_unlimited', 'not-in-history', offered, -60, { attempts_used: 2, best_percent: 60 }, 'posttest_not_passed'],
      ['attempts_exhausted', 'attempts', twoTries, -60, { attempts_used: 2, best_percent: 65 }, 'attempts_exhausted'],
      ['evaluation_missing', 'not-in-history', offered, -60, this.passed(-4, 80), 'evaluation_missing'],
      ['not_claimed', 'not-in-history', offered, -11, { ...this.passed(-6, 80), ...this.evaluated(-6) }, 'not_claimed'],
      ['activity_expired', 'expired', expired, -15, { ...this.passed(-10, 78), ...this.evaluated(-10) }, 'activity_expired'],
      ['passed_before_expiry_unclaimed', 'expired', expired, -65, { ...this.passed(-60, 70), ...this.evaluated(-60) }, 'activity_expired', 'done in time, never claimed: not claimable without an override'],
    ]
    for (const [scenario, rule, activity, registered, done, expected, note = ''] of open) {
      const learner = this.learner(H, 'physician')
      this.enrol(learner, activity, registered, done)
      this.say(scenario, rule, { learner, activity, note }, expected)
    }
    this.say('account_locked', 'sign-in', { learner: this.learner(H, 'nurse_practitioner', { status: 'locked' }) }, 'account_locked')
    this.say('sister_site', 'sign-in', { learner: this.learner(H, 'nurse_practitioner', { linked_sites: 'clinical-advisor;mpr' }) }, 'sister_site_sign_in')
    this.purchases(offered, twoTries, expired)
  }

  /** @param {Activity} offered @param {Activity} course @param {Activity} expired */
  purchases(offered, course, expired) {
    const { folder } = this
    const title = 'All-in-One Pharmacology Package'
    const bundle = folder.add('packages.csv', { portal: H, title, price: decimal(24_900), currency: 'USD' })
    for (const part of [offered, expired]) folder.add('package_activities.csv', { package_id: bundle, activity_id: part.id })
    const buyer = this.learner(H, 'nurse_practitioner')
    const packageOrder = this.order(buyer, 'card', '', 0, { kind: 'package', item: bundle, description: title, quantity: 1, price: 24_900 })
    this.say('receipt', 'receipt', { learner: buyer, order: packageOrder.id }, `total:${decimal(packageOrder.total)}`)
    this.say('package_part_expired', 'package', { learner: buyer, activity: expired, order: packageOrder.id }, 'activity_expired')
    const student = this.learner(H, 'student')
    const studentOrder = this.order(student, 'card', 'STUDENT20', 20, { kind: 'activity', item: course.id, description: course.title, quantity: 1, price: course.fee })
    this.say('discount_receipt', 'receipt', { learner: student, order: studentOrder.id }, `total:${decimal(studentOrder.total)}`)
    const group = this.learner(H, 'physician')
    const groupOrder = this.order(group, 'invoice', '', 0, { kind: 'seats', item: course.id, description: `Group of 12: ${course.title}`, quantity: 12, price: 9900 })
    this.say('group_receipt', 'receipt', { learner: group, order: groupOrder.id }, `total:${decimal(groupOrder.total)}`)
  }

  /**
   * @param {Learner} learner @param {'card' | 'invoice'} means @param {string} code @param {number} percent
   * @param {{ kind: string, item: string, description: string, quantity: number, price: number }} line @returns {{ id: string, total: number }}
   */
  order(learner, means, code, percent, line) {
    const gross = line.quantity * line.price
    const discount = Math.round((gross * percent) / 100)
    const id = this.folder.add('orders.csv', {
      learner_id: learner.id, portal: learner.portal, placed_at: this.calendar.at(-40), status: 'paid', currency: 'USD', discount_code: code, discount: decimal(discount), tax: '0.00',
      total: decimal(gross - discount), paid_with: means, card_last4: means === 'card' ? this.makers.chance.digits(4) : '', billing_name: `${learner.given} ${learner.family}`,
      billing_address: `${this.makers.chance.whole(1, 999)} Main Street, Springfield, OH`,
    })
    this.folder.add('order_lines.csv', { order_id: id, kind: line.kind, item_id: line.item, description: line.description, quantity: line.quantity, unit_price: decimal(line.price) })
    return { id, total: gross - discount }
  }

  clevelandMeetings() {
    const { calendar, folder, makers } = this
    const days = [-10, -17, -24, -31]
    const codes = days.map(() => `GR${makers.chance.digits(4)}`)
    const rounds = addActivity(makers, C, 'Grand Rounds: Cardiac Amyloidosis', [ama(100)], { live: { from: calendar.at(-10), to: calendar.at(-10, '16:00') }, format: 'grand_rounds', code: codes[0] ?? '' })
    for (const [place, day] of days.entries()) {
      folder.add('sessions.csv', { activity_id: rounds.id, starts_at: calendar.at(day), ends_at: calendar.at(day, '16:00'), location: `Auditorium ${'ABCD'[place] ?? ''}`, event_code: codes[place], capacity: 120 })
    }
    const attendee = this.learner(C, 'physician')
    this.enrol(attendee, rounds, -60, { attended_at: calendar.at(-10, '16:00') })
    this.say('event_code_needed', 'event-code', { learner: attendee, activity: rounds }, 'event_code_required')

    const update = addActivity(makers, C, 'Update in Hospital Medicine', [ama(625), { type: 'abim_moc', most: 625, step: 25 }], { live: { from: calendar.at(-92), to: calendar.at(-91) } })
    const late = this.learner(C, 'physician')
    this.enrol(late, update, -96, { attended_at: calendar.at(-91) })
    this.say('claim_window_closed', 'claim-window', { learner: late, activity: update }, 'claim_window_closed')

    const thirty = addActivity(makers, C, 'Thirty Days Exactly', [ama(200)], { live: { from: calendar.at(-30, '13:00'), to: calendar.at(-30) } })
    const lastDay = this.learner(C, 'physician')
    this.enrol(lastDay, thirty, -35, { ...this.evaluated(-30), attended_at: calendar.at(-30) })
    this.say('claim_window_last_day', 'claim-window', { learner: lastDay, activity: thirty }, 'not_claimed')

    for (const [board, credit, expected] of /** @type {const} */ ([['abim', 'abim_moc', 'board_reported'], ['aba', 'aba_moc', 'board_reported'], ['abp', 'abp_moc_2', 'board_reported'], ['abs', 'abs_cc', 'board_self_report']])) {
      const activity = addActivity(makers, C, `${board.toUpperCase()} Points: Safety in Practice`, [ama(100), points(credit)])
      const learner = this.learner(C, 'physician', { board, board_id: String(makers.chance.whole(100_000, 999_999)), birth_month_day: '0704' })
      const claim = makers.claims.add(this.enrol(learner, activity, -25, this.evaluated(-20)), credit, 100, -19)
      this.say(`moc_${board}`, 'moc', { learner, activity, claim }, expected)
    }

    const nephrology = addActivity(makers, C, 'Name Change: Nephrology', [ama(100)])
    const married = this.learner(C, 'physician', { given_name: 'Hannah', family_name: 'Weiß-Ångström', certificate_name: 'Hannah Weiß-Ångström' })
    const printed = 'Hannah Weiß'
    const claim = makers.claims.add(this.enrol(married, nephrology, -205, this.evaluated(-200)), 'ama_pra_1', 100, -199, { certificate_name: printed })
    this.say('name_changed_later', 'name', { learner: married, activity: nephrology, claim, note: 'historical certificates keep the name of their day' }, `prints:${printed}`)
  }

  medChallengerBalances() {
    const { calendar, folder, makers } = this
    const emergency = addActivity(makers, M, 'Emergency Medicine Review', [ama(4000), { type: 'acep_1', most: 4000, step: 25 }], { released: -1500, topics: reviewTopics })
    const family = addActivity(makers, M, 'Family Medicine Review', [ama(3000), { type: 'aafp_prescribed', most: 3000, step: 25 }], { released: -1500, topics: reviewTopics })
    const pediatrics = addActivity(makers, M, 'Pediatrics Review', [ama(2000), { type: 'abp_moc_2', most: 2000, step: 100 }], { released: -1500 })
    const member = (/** @type {Learner} */ learner, /** @type {number} */ from) =>
      folder.add('memberships.csv', { learner_id: learner.id, plan: 'premium', starts_on: calendar.date(from), ends_on: calendar.date(from + 365) })
    const earn = (/** @type {string} */ enrolment, /** @type {string} */ topic, /** @type {string} */ type, /** @type {number} */ amount, /** @type {number} */ days) =>
      folder.add('earned_credits.csv', { enrolment_id: enrolment, topic, credit_type: type, amount: decimal(amount), earned_at: calendar.at(days) })

    const collector = this.learner(M, 'physician')
    member(collector, -100)
    let balance = 0
    for (const activity of [emergency, family]) {
      const enrolment = this.enrol(collector, activity, -95)
      for (const topic of makers.chance.some(reviewTopics, 4)) {
        const amount = makers.chance.whole(2, 5) * 25
        balance += amount
        earn(enrolment, topic, 'ama_pra_1', amount, -makers.chance.whole(5, 90))
      }
    }
    this.say('claim_across_courses', 'aggregate', { learner: collector, note: 'one PDF, one certificate per course title, topics listed' }, `claimable:${decimal(balance)}`)

    const lapsed = this.learner(M, 'physician')
    member(lapsed, -500)
    earn(this.enrol(lapsed, emergency, -300), 'sepsis', 'ama_pra_1', 100, -200)
    this.say('membership_lapsed', 'membership', { learner: lapsed, activity: emergency }, 'membership_inactive')

    const waited = this.learner(M, 'physician')
    member(waited, -10)
    earn(this.enrol(waited, emergency, -1300), 'stroke', 'ama_pra_1', 100, -1200)
    this.say('unclaimed_over_3_years', 'retention', { learner: waited, activity: emergency }, 'unclaimed_credit_lapsed')

    const diplomate = this.learner(M, 'physician', { board: 'abp', board_id: String(makers.chance.whole(100_000, 999_999)), birth_month_day: '1130' })
    member(diplomate, -30)
    const enrolment = this.enrol(diplomate, pediatrics, -60)
    earn(enrolment, 'vaccines', 'abp_moc_2', 200, -8)
    this.say('abp_direct', 'moc', { learner: diplomate, activity: pediatrics, claim: makers.claims.add(enrolment, 'abp_moc_2', 200, -7) }, 'board_reported')
  }

  marylandIdentifiers() {
    const { calendar, makers } = this
    const number = (/** @type {string} */ audience) => `0731-0000-26-${String(13 + this.number).padStart(3, '0')}-H07-${audience}`
    const cleanroom = addActivity(makers, P, 'USP 797: Cleanroom Practice', [{ type: 'acpe', most: 200, step: 200, number: number('P') }, { type: 'acpe', most: 200, step: 200, number: number('T') }, ama(200)])
    const complete = { ...this.passed(-5, 86), ...this.evaluated(-5) }
    const noNumber = this.learner(P, 'pharmacist', { nabp_eprofile_id: '' })
    this.enrol(noNumber, cleanroom, -10, complete)
    this.say('nabp_missing', 'identifiers', { learner: noNumber, activity: cleanroom }, 'nabp_id_missing')
    const noBirthday = this.learner(P, 'pharmacist', { birth_month_day: '' })
    this.enrol(noBirthday, cleanroom, -10, complete)
    this.say('dob_missing', 'identifiers', { learner: noBirthday, activity: cleanroom }, 'birth_month_day_missing')
    const noLicence = this.learner(P, 'physician', { licence_state: '', licence_number: '' })
    this.enrol(noLicence, cleanroom, -10, complete)
    this.say('licence_missing', 'identifiers', { learner: noLicence, activity: cleanroom }, 'licence_missing')

    /** @type {readonly (readonly [string, string, number, Readonly<Record<string, number>>, string])[]} */
    const open = [
      ['three_attempts', 'attempts', -20, { attempts_used: 3, best_percent: 66, segments_done: 6, segments_total: 7 }, 'attempts_exhausted'],
      ['sixty_nine', 'attempts', -20, { attempts_used: 1, best_percent: 69, segments_done: 7, segments_total: 7 }, 'posttest_not_passed'],
      ['ninety_days', 'completion-window', -95, { segments_done: 3, segments_total: 7 }, 'completion_window_closed'],
      ['segments_left', 'segments', -12, { segments_done: 2, segments_total: 7 }, 'segments_incomplete'],
    ]
    for (const [scenario, rule, registered, done, expected] of open) {
      const learner = this.learner(P, 'pharmacist')
      this.enrol(learner, cleanroom, registered, done)
      this.say(scenario, rule, { learner, activity: cleanroom }, expected)
    }

    const earlier = { ...this.passed(-30, 81), ...this.evaluated(-30) }
    const pharmacist = this.learner(P, 'pharmacist')
    const reported = makers.claims.add(this.enrol(pharmacist, cleanroom, -35, earlier), 'acpe', 200, -29)
    this.say('cpe_monitor_due', 'reporting', { learner: pharmacist, activity: cleanroom, claim: reported }, `report_due:${calendar.date(-30 + 60)}`)
    const physician = this.learner(P, 'physician')
    const passport = makers.claims.add(this.enrol(physician, cleanroom, -35, earlier), 'ama_pra_1', 200, -29)
    this.say('cme_passport', 'reporting', { learner: physician, activity: cleanroom, claim: passport }, 'reported_to:pars')
  }
}

/** Writes one round of every situation, portal by portal. @param {ScenarioMakers} makers @param {number} number from 1 */
export function addScenarioRound(makers, number) {
  const round = new Round(makers, number)
  round.haymarketCourses()
  round.clevelandMeetings()
  round.medChallengerBalances()
  round.marylandIdentifiers()
}
