import { addActivity } from './catalogue.mjs'
import { Round } from './scenarios.mjs'

/** How many learners the further situations take. */
export const furtherLearners = 8

/**
 * Situations beside the rounds, so that every finding an imported record can lead to has its learner. Only an overdue
 * report cannot be imported: that is said of a desk's own claims alone.
 * @param {import('./scenarios.mjs').ScenarioMakers} makers @param {number} number after the last round's
 */
export function addFurtherScenarios(makers, number) {
  const round = new Round(makers, number)
  const { folder } = makers
  const H = 'haymarket-mycme'
  const P = 'maryland-pharmacy-ce'
  const most = 100
  const ama = { type: 'ama_pra_1', most, step: 25 }
  const complete = { ...round.passed(-6, 84), ...round.evaluated(-6) }
  const course = addActivity(makers, H, 'Further Situations: Shared Decisions', [ama])

  folder.add('scenarios.csv', { scenario: 'no_account', rule: 'sign-in', learner_id: `nobody.at.all.${folder.seed}@example.org`, expected: 'no_account' })
  round.say('account_closed', 'sign-in', { learner: round.learner(H, 'nurse', { status: 'closed' }) }, 'account_closed')

  const name = { given_name: 'Rosalind', family_name: 'Achterberg' }
  round.enrol(round.learner(H, 'physician', name), course, -12, complete)
  round.say('other_record', 'wrong-email', { learner: round.learner(H, 'physician', { given_name: 'ROSALIND', family_name: 'Áchterberg' }), activity: course }, 'wrong_email')
  round.say('never_registered', 'enrolment', { learner: round.learner(H, 'nurse'), activity: course }, 'not_enrolled')

  const withoutCredit = addActivity(makers, H, 'Further Situations: No Credit Designated', [])
  const curious = round.learner(H, 'physician')
  round.enrol(curious, withoutCredit, -12, complete)
  round.say('nothing_designated', 'credit-type', { learner: curious, activity: withoutCredit }, 'credit_type_not_offered')

  const assistantsOnly = addActivity(makers, H, 'Further Situations: For Physician Assistants', [{ type: 'aapa_1', most, step: 25 }])
  const outsider = round.learner(H, 'physician')
  round.enrol(outsider, assistantsOnly, -12, complete)
  round.say('other_profession', 'credit-type', { learner: outsider, activity: assistantsOnly }, 'credit_type_not_for_profession')

  const compounding = addActivity(makers, P, 'Further Situations: Compounding', [{ type: 'acpe', most: 200, step: 200, number: `0731-0000-26-${String(700 + number)}-H07-P` }])
  const pharmacist = round.learner(P, 'pharmacist')
  const rejected = makers.claims.add(round.enrol(pharmacist, compounding, -35, { ...round.passed(-30, 88), ...round.evaluated(-30) }), 'acpe', 200, -29)
  folder.add('reports.csv', { claim_id: rejected, body: 'cpe_monitor', state: 'rejected', at: makers.calendar.at(-20), message: 'no match for this e-Profile ID' })
  round.say('report_rejected', 'reporting', { learner: pharmacist, activity: compounding, claim: rejected }, 'report_rejected')

  const content = round.learner(H, 'physician')
  const claim = makers.claims.add(round.enrol(content, course, -35, { ...round.passed(-30, 91), ...round.evaluated(-30) }), 'ama_pra_1', most, -29)
  round.say('all_done', 'in-history', { learner: content, activity: course, claim }, 'ok')
}
