/** @typedef {{ type: string, most: number, step: number, number?: string, pharmacology?: number }} Designation */
/** @typedef {{ id: string, portal: string, title: string, released: number, expires: number, live: boolean, posttest: boolean, evaluation: boolean, fee: number, code: string, topics: readonly string[], credits: readonly Designation[] }} Activity */
/** @typedef {{ folder: import('./folder.mjs').ExchangeFolder, calendar: import('./calendar.mjs').Calendar, chance: import('./chance.mjs').Chance }} Makers */

/** @type {Readonly<Record<string, { accreditor: string, evaluation: boolean, posttest: boolean }>>} */
const houses = {
  'haymarket-mycme': { accreditor: 'Haymarket Medical Education', posttest: true, evaluation: true },
  'cleveland-clinic-mycme': { accreditor: 'Cleveland Clinic Center for Continuing Education', posttest: false, evaluation: true },
  'med-challenger': { accreditor: 'Challenger Corporation', posttest: false, evaluation: false },
  'maryland-pharmacy-ce': { accreditor: 'University of Maryland School of Pharmacy', posttest: true, evaluation: true },
}
const topics = ['airway', 'sepsis', 'stroke', 'anticoagulation', 'diabetes', 'asthma', 'pain', 'vaccines']
const subjects = [
  'Heart Failure with Preserved Ejection Fraction', 'Type 2 Diabetes in Primary Care', 'Moderate-to-Severe Asthma', 'Opioid Stewardship', 'Sepsis in the Emergency Department',
  'Immunotherapy Toxicities', 'Migraine Prevention', 'Anticoagulation after Bleeding', 'Pediatric Vaccines', 'Sterile Compounding', 'Lupus Nephritis', 'Atopic Dermatitis',
  'Chronic Kidney Disease', 'Rheumatoid Arthritis', 'COPD Exacerbations', 'Hepatitis C', 'Iron Deficiency', 'Insomnia in Older Adults',
]
const angles = ['A Case-Based Review', 'What Changed This Year', 'From Guideline to Bedside', 'Recognise and Respond', 'Practical Decisions', 'Questions Patients Ask', 'Team Care', 'An Update']

const money = (/** @type {number} */ cents) => (cents / 100).toFixed(2)

/** @param {number} hundredths @returns {string} two places */
export const decimal = (hundredths) => money(hundredths)

/**
 * Writes one activity with its designations.
 * @param {Makers} makers @param {string} portal @param {string} title @param {readonly Designation[]} credits
 * @param {{ released?: number, expires?: number, live?: { from: string, to: string }, format?: string, posttest?: boolean, evaluation?: boolean, fee?: number, code?: string, topics?: readonly string[], cells?: Readonly<Record<string, string>> }} [more]
 * @returns {Activity}
 */
export function addActivity({ folder, calendar }, portal, title, credits, more = {}) {
  const house = houses[portal]
  if (house === undefined) throw new Error(`there is no portal ${portal}`)
  const posttest = more.posttest ?? (house.posttest && more.live === undefined)
  const evaluation = more.evaluation ?? house.evaluation
  const released = more.released ?? -400
  const expires = more.expires ?? 200
  const id = folder.add('activities.csv', {
    portal,
    title,
    accreditor: house.accreditor,
    format: more.format ?? (more.live === undefined ? 'webcast' : 'live_meeting'),
    delivery: more.live === undefined ? 'enduring' : 'live',
    release_date: calendar.date(released),
    expiration_date: more.live === undefined ? calendar.date(expires) : '',
    starts_at: more.live?.from,
    ends_at: more.live?.to,
    minutes: 60,
    pretest_required: 'no',
    posttest_required: posttest ? 'yes' : 'no',
    evaluation_required: evaluation ? 'yes' : 'no',
    pass_percent: posttest ? 70 : '',
    max_attempts: portal === 'maryland-pharmacy-ce' ? 3 : '',
    fee: more.fee === undefined ? '' : money(more.fee),
    currency: more.fee === undefined ? '' : 'USD',
    topics: more.topics?.join(';'),
    event_code: more.code,
    mobile: 'yes',
    ...more.cells,
  })
  for (const credit of credits) {
    folder.add('activity_credits.csv', {
      activity_id: id,
      credit_type: credit.type,
      max_amount: decimal(credit.most),
      step: decimal(credit.step),
      accreditation_number: credit.number,
      pharmacology_amount: credit.pharmacology === undefined ? '' : decimal(credit.pharmacology),
    })
  }
  return { id, portal, title, released, expires, live: more.live !== undefined, posttest, evaluation, fee: more.fee ?? 0, code: more.code ?? '', topics: more.topics ?? [], credits }
}

/** @param {import('./chance.mjs').Chance} chance @param {string} portal @param {number} quarters @param {number} place @returns {Designation[]} */
function designations(chance, portal, quarters, place) {
  const most = quarters * 25
  const ama = { type: 'ama_pra_1', most, step: 25 }
  switch (portal) {
    case 'haymarket-mycme':
      return [ama, { type: 'aapa_1', most, step: 25 }, { type: 'ancc', most: most - 9, step: 1 }, { type: 'aanp', most: most - 5, step: 1, ...(chance.happens(0.4) ? { pharmacology: 25 } : {}) }]
    case 'cleveland-clinic-mycme':
      return [ama, ...(chance.happens(0.4) ? [{ type: 'abim_moc', most, step: 25 }] : [])]
    case 'med-challenger':
      return [{ ...ama, most: most * 20 }, { type: 'aafp_prescribed', most: most * 20, step: 25 }]
    default: {
      const sequence = String(100 + (place % 900)).padStart(3, '0')
      const number = (/** @type {string} */ audience) => `0731-0000-${String(20 + (Math.floor(place / 900) % 7)).padStart(2, '0')}-${sequence}-H0${chance.whole(1, 8)}-${audience}`
      return [{ type: 'acpe', most, step: most, number: number('P') }, ...(chance.happens(0.6) ? [{ type: 'acpe', most, step: most, number: number('T') }] : []), ama]
    }
  }
}

/**
 * Writes the catalogue of a portal: mostly enduring courses, in Cleveland also meetings and grand rounds.
 * @param {Makers} makers @param {string} portal @param {number} count @returns {Activity[]}
 */
export function addCatalogue(makers, portal, count) {
  const { folder, calendar, chance } = makers
  return Array.from({ length: count }, (_, place) => {
    const title = `${subjects[place % subjects.length] ?? ''}: ${angles[Math.floor(place / subjects.length) % angles.length] ?? ''}${place >= subjects.length * angles.length ? `, Part ${Math.floor(place / (subjects.length * angles.length)) + 1}` : ''}`
    const credits = designations(chance, portal, chance.whole(2, 10), place)
    if (portal === 'cleveland-clinic-mycme' && place % 6 === 5) {
      const days = [-chance.whole(8, 60), 0, 0, 0].map((first, week, all) => (all[0] ?? first) - 7 * week)
      const codes = days.map(() => `GR${chance.digits(4)}`)
      const activity = addActivity(makers, portal, `Grand Rounds: ${title}`, credits.slice(0, 1), {
        live: { from: calendar.at(days[0] ?? 0, '12:00'), to: calendar.at(days[0] ?? 0, '13:00') }, format: 'grand_rounds', code: codes[0] ?? '',
      })
      for (const [week, day] of days.entries()) {
        folder.add('sessions.csv', { activity_id: activity.id, starts_at: calendar.at(day, '12:00'), ends_at: calendar.at(day, '13:00'), location: `Auditorium ${'ABCD'[week] ?? 'A'}`, event_code: codes[week], capacity: 120 })
      }
      return { ...activity, released: (days[0] ?? 0) - 30, expires: days[0] ?? 0 }
    }
    if (portal === 'cleveland-clinic-mycme' && place % 6 === 4) {
      const day = -chance.whole(5, 120)
      const activity = addActivity(makers, portal, title, credits, { live: { from: calendar.at(day, '09:00'), to: calendar.at(day, '16:00') } })
      return { ...activity, released: day - 60, expires: day }
    }
    const expired = chance.happens(0.12)
    const expires = expired ? -chance.whole(40, 400) : chance.whole(30, 700)
    return addActivity(makers, portal, title, credits, {
      released: (expired ? expires : 0) - chance.whole(300, 900), expires, topics: chance.some(topics, portal === 'med-challenger' ? 8 : 2), ...(chance.happens(0.3) ? { fee: chance.whole(49, 299) * 100 } : {}),
    })
  })
}
