import { decimal } from './catalogue.mjs'
import { Chance } from './chance.mjs'
import { addLearner, portals } from './people.mjs'

/**
 * Learners as a platform has them by the thousand: what they took, passed, claimed, bought and wrote.
 *
 * @typedef {import('./scenarios.mjs').ScenarioMakers} EverydayMakers
 * @typedef {import('./catalogue.mjs').Activity} Activity
 * @typedef {import('./people.mjs').Learner} Learner
 */

const questions = [
  'Where do I find the event code?', 'Please change the name on my certificate', 'Forgot password, no email came', 'Need a receipt for reimbursement', 'Credits not on CPE Monitor yet',
  'Can I still claim? The course expired', 'My certificate is not in my CME history', 'I claimed the wrong credit type', 'ABIM points missing', 'Account email is already in use',
]
const endings = ['I need this by Friday.', 'I tried twice.', 'Thank you.', 'My employer asks for it,\nsee below.', 'It says "already claimed".']

/** What may be claimed by a profession, the first choice first. @type {Readonly<Record<string, readonly string[]>>} */
const claimable = {
  physician: ['ama_pra_1'], physician_assistant: ['aapa_1', 'ama_pra_1'], nurse_practitioner: ['aanp', 'ancc', 'ama_pra_1'], nurse: ['ancc', 'ama_pra_1'],
  pharmacist: ['acpe', 'ama_pra_1'], pharmacy_technician: ['acpe', 'ama_pra_1'], psychologist: ['ama_pra_1'], dentist: ['ama_pra_1'], student: ['ama_pra_1'], other: ['ama_pra_1'],
}

/** @param {Learner} learner @param {Activity} activity */
function designationFor(learner, activity) {
  const audience = learner.profession === 'pharmacy_technician' ? 'T' : 'P'
  for (const type of claimable[learner.profession] ?? []) {
    const found = activity.credits.find((credit) => credit.type === type && (credit.number === undefined || credit.number.endsWith(audience)))
    if (found !== undefined) return found
  }
  return undefined
}

/** @param {EverydayMakers} makers @param {Learner} learner @param {Activity} activity @param {string} order */
function addEnrolment(makers, learner, activity, order) {
  const { folder, calendar, chance } = makers
  const last = Math.min(-12, activity.expires - 8)
  const registered = activity.live ? activity.expires - chance.whole(2, 20) : chance.whole(Math.max(activity.released, Math.min(last - 1, -400)), last)
  const finished = chance.happens(0.72)
  const done = activity.live ? activity.expires : registered + chance.whole(1, 6)
  const passes = finished && activity.posttest
  const attended = activity.live && finished
  const enrolment = folder.add('enrolments.csv', {
    learner_id: learner.id,
    activity_id: activity.id,
    registered_at: calendar.at(registered),
    order_id: order,
    attempts_used: passes ? chance.whole(1, 2) : activity.posttest && chance.happens(0.3) ? 1 : '',
    best_percent: passes ? chance.whole(70, 100) : '',
    passed_at: passes ? calendar.at(done) : '',
    evaluated_at: finished && activity.evaluation ? calendar.at(done, '15:09') : '',
    event_code_entered_at: attended && activity.code !== '' ? calendar.at(done, '13:05') : '',
    attended_at: attended ? calendar.at(done, '13:00') : '',
    segments_done: learner.portal === 'maryland-pharmacy-ce' ? (finished ? 7 : chance.whole(0, 6)) : '',
    segments_total: learner.portal === 'maryland-pharmacy-ce' ? 7 : '',
  })
  if (!finished) return
  const designation = designationFor(learner, activity)
  if (designation === undefined) return
  if (learner.portal === 'med-challenger') {
    for (const topic of chance.some(activity.topics, chance.whole(1, 3))) {
      folder.add('earned_credits.csv', { enrolment_id: enrolment, topic, credit_type: designation.type, amount: decimal(chance.whole(2, 6) * 25), earned_at: calendar.at(done + chance.whole(0, 3)) })
    }
  }
  if (chance.happens(0.75)) addClaim(makers, learner, enrolment, designation, done + chance.whole(0, 3))
}

/** @param {EverydayMakers} makers @param {Learner} learner @param {string} enrolment @param {import('./catalogue.mjs').Designation} designation @param {number} days */
function addClaim({ folder, calendar, chance, claims }, learner, enrolment, designation, days) {
  const most = learner.portal === 'med-challenger' ? 600 : designation.most
  const partial = designation.type !== 'acpe' && most > designation.step && chance.happens(0.15)
  const amount = partial ? Math.max(designation.step, Math.floor((most * chance.whole(3, 9)) / 10 / designation.step) * designation.step) : most
  const number = chance.happens(0.02) ? { certificate_number: '' } : {}
  if (chance.happens(0.01)) {
    // The platform corrected it itself: the first is superseded by the second.
    claims.add(enrolment, designation.type, amount, days, { status: 'superseded', superseded_by: `C-${folder.seed}-${String(folder.rows('claims.csv') + 2).padStart(folder.width, '0')}` })
  }
  const claim = claims.add(enrolment, designation.type, amount, days, chance.happens(0.005) ? { ...number, status: 'void' } : number)
  if (learner.portal === 'maryland-pharmacy-ce' && designation.type === 'acpe' && chance.happens(0.6)) {
    const state = chance.pick(['accepted', 'accepted', 'accepted', 'sent', 'rejected'])
    folder.add('reports.csv', { claim_id: claim, body: 'cpe_monitor', state, at: calendar.at(Math.min(0, days + chance.whole(1, 20))), message: state === 'rejected' ? 'e-Profile ID and birth date do not match' : '' })
  }
}

/** @param {EverydayMakers} makers @param {Learner} learner @param {Activity} activity @returns {string} the order */
function addOrder({ folder, calendar, chance }, learner, activity) {
  const status = chance.pick(['paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'pending', 'refunded', 'partly_refunded'])
  const placed = -chance.whole(20, 300)
  const means = chance.pick(['card', 'card', 'card', 'invoice'])
  const refunded = status === 'refunded' ? activity.fee : status === 'partly_refunded' ? Math.floor(activity.fee / 2) : 0
  const order = folder.add('orders.csv', {
    learner_id: learner.id, portal: learner.portal, placed_at: calendar.at(placed), status, currency: 'USD', discount: '0.00', tax: '0.00', total: decimal(activity.fee), paid_with: means,
    card_last4: means === 'card' ? chance.digits(4) : '', refunded: refunded === 0 ? '' : decimal(refunded), refunded_at: refunded === 0 ? '' : calendar.at(Math.min(0, placed + 10)),
    billing_name: `${learner.given} ${learner.family}`, billing_address: `${chance.whole(1, 999)} Main Street, Springfield, ${chance.pick(['OH', 'TX', 'NY', 'MD', 'IL'])}`,
  })
  folder.add('order_lines.csv', { order_id: order, kind: 'activity', item_id: activity.id, description: activity.title, quantity: 1, unit_price: decimal(activity.fee) })
  return order
}

/** @param {EverydayMakers} makers @param {Learner} learner */
function addCorrespondence({ folder, calendar, chance }, learner) {
  if (chance.happens(0.16)) {
    folder.add('messages.csv', { learner_id: learner.id, kind: chance.pick(['reset', 'confirmation', 'access', 'receipt', 'certificate']), sent_at: calendar.at(-chance.whole(1, 60)), to: learner.email, state: 'handed_over' })
  }
  if (chance.happens(0.08)) {
    const subject = chance.pick(questions)
    const known = chance.happens(0.4)
    folder.add('tickets.csv', {
      portal: learner.portal, channel: chance.happens(0.8) ? 'email' : 'phone', received_at: calendar.at(-chance.whole(0, 6), `${String(chance.whole(0, 14)).padStart(2, '0')}:00`),
      from_email: chance.happens(0.8) ? learner.email : 'someone.else@mail.example', learner_id: known ? learner.id : '', subject, body: `${subject}\n${chance.pick(endings)}`,
    })
  }
}

/**
 * Writes one learner with all that belongs to them; `place` names the learner's own stream of chance.
 * @param {EverydayMakers} makers @param {number} seed @param {number} place @param {ReadonlyMap<string, readonly Activity[]>} catalogue
 */
export function addEverydayLearner(makers, seed, place, catalogue) {
  const chance = new Chance(seed, 'learner', place)
  // The writer of claims takes nothing by chance, so it is shared.
  const own = { ...makers, chance }
  const { folder, calendar } = own
  const at = chance.next()
  let upTo = 0
  const portal = portals.find((candidate) => at < (upTo += candidate.share)) ?? portals[0]
  if (portal === undefined) throw new Error('there is no portal')
  const learner = addLearner(own, portal.key, chance.pick(portal.professions))
  const offered = catalogue.get(portal.key) ?? []
  if (portal.key === 'med-challenger') {
    const from = -chance.whole(10, 500)
    folder.add('memberships.csv', { learner_id: learner.id, plan: 'premium', starts_on: calendar.date(from), ends_on: calendar.date(from + 365) })
  }
  const taken = new Set(Array.from({ length: chance.pick([0, 1, 1, 2, 2, 3, 4]) }, () => chance.pick(offered)))
  for (const activity of taken) {
    const bought = activity.fee > 0 && chance.happens(0.6) ? addOrder(own, learner, activity) : ''
    addEnrolment(own, learner, activity, bought)
  }
  addCorrespondence(own, learner)
}
