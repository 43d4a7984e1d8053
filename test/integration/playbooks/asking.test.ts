import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Input, Output } from '@shared/contract'
import { playbookAnswerSchema, type PlaybookAnswer } from '@shared/contract/playbooks'
import { valueOf } from '../../support/mail-desk'
import { openSampleDesk } from '../../support/sample-desk'
import { scenarios } from '../../support/sample-facts'
import type { TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk

beforeAll(async () => {
  desk = await openSampleDesk()
}, 60_000)

afterAll(async () => {
  await desk.remove()
})

async function idOf(kind: 'learner' | 'activity', externalId: string): Promise<string> {
  return valueOf(await desk.services.references.resolve(kind, externalId))
}

/** Asks on a line of the sample's scenarios. */
async function askScenario(expected: string, playbookId: string): Promise<PlaybookAnswer & { readonly answer: NonNullable<PlaybookAnswer['answer']> }> {
  const line = scenarios.find((one) => one.expected === expected)
  if (line === undefined) throw new Error(`no scenario ${expected}`)
  const about = line.activityId === '' ? {} : { aboutId: await idOf('activity', line.activityId) }
  return ask({ playbookId, learnerId: await idOf('learner', line.learnerId), ...about })
}

async function ask(input: Input<'playbooks.ask'>): Promise<PlaybookAnswer & { readonly answer: NonNullable<PlaybookAnswer['answer']> }> {
  const given = playbookAnswerSchema.parse(valueOf(await desk.services.playbooks.ask(input, desk.acting)))
  if (given.answer === null) throw new Error('no answer')
  return { ...given, answer: given.answer }
}

describe('the record says which answer applies', () => {
  test.each([
    ['not_claimed', 'claiming.why_no_certificate', 'claim_for_learner'],
    ['activity_expired', 'claiming.why_no_certificate', 'show_activity'],
    ['posttest_not_passed', 'claiming.why_no_certificate', 'show_courses'],
    ['evaluation_missing', 'claiming.why_no_certificate', 'correct_progress'],
    ['membership_inactive', 'claiming.why_no_certificate', 'renew_membership'],
    ['claim_window_closed', 'claiming.after_months', 'grant_exception'],
    ['completion_window_closed', 'classroom.how_long', 'grant_exception'],
    ['attempts_exhausted', 'tests.how_many_tries', 'grant_exception'],
    ['segments_incomplete', 'classroom.segment_locked', 'correct_progress'],
    ['account_locked', 'claiming.why_no_certificate', 'unlock_account'],
  ])('%s: %s offers %s', async (finding, playbook, act) => {
    const { answer } = await askScenario(finding, playbook)
    expect(answer).toMatchObject({ finding, act: { act } })
    expect(answer.evidence.some((line) => line.value !== null)).toBe(true)
  })

  test('the reply names the real title and dates, and nothing is promised after day 30 (C9)', async () => {
    const { answer } = await askScenario('claim_window_closed', 'claiming.after_months')
    const closed = answer.evidence.find((line) => line.fact === 'claim_closed_on')?.value
    expect(closed).toMatch(/^\d{1,2} \p{L}+ \d{4}$/u)
    expect(answer.reply.text).toContain(`could be claimed until ${closed ?? ''}`)
    expect(answer.reply.text).toContain('exception that is already on record')
    expect(answer.reply.text).not.toMatch(/you can still|we will make/i)
  })

  test('facts filled from the record are told apart from our own words', async () => {
    const { answer } = await askScenario('not_claimed', 'claiming.why_no_certificate')
    const pieces = answer.reply.paragraphs.flat()
    expect(pieces.some((piece) => piece.fact === 'Activity')).toBe(true)
    expect(answer.reply.paragraphs.map((paragraph) => paragraph.map((piece) => piece.text).join('')).join('\n\n')).toBe(answer.reply.text)
  })

  test('another activity of the learner can be chosen', async () => {
    const learnerId = await idOf('learner', 'L-7-00001')
    const first = await ask({ playbookId: 'certificates.where', learnerId })
    expect(first.about.choices.map((choice) => choice.id)).toContain(first.about.chosen)
    for (const choice of first.about.choices) {
      const again = await ask({ playbookId: 'certificates.where', learnerId, aboutId: choice.id })
      expect(again.about.chosen).toBe(choice.id)
    }
  })

  test('a package’s activities are listed with their own last days (H43, H44)', async () => {
    const { answer } = await ask({ playbookId: 'purchases.package_expiry', learnerId: await idOf('learner', 'L-7-00014') })
    const dates = answer.evidence.find((line) => line.fact === 'package_dates')?.value ?? ''
    expect(dates.match(/“[^”]+” (until \d|without)/g)).toHaveLength(2)
  })

  test('the catalogue of the day answers what is coming up (C22–C26)', async () => {
    const { answer, portal } = await ask({ playbookId: 'meetings.recordings', portal: 'cleveland-clinic-mycme' })
    expect(portal.key).toBe('cleveland-clinic-mycme')
    expect(answer.reply.text).toMatch(/^Hello,\n\nYes, as webcasts/)
    expect(answer.act).toBeNull()
  })
})

describe('without a learner', () => {
  test('information is given at once, by the rules of the portal chosen', async () => {
    const central = await ask({ playbookId: 'desk.when_answer', portal: 'med-challenger' })
    const eastern = await ask({ playbookId: 'desk.when_answer', portal: 'haymarket-mycme' })
    expect(central.answer.reply.text).toContain('Monday to Friday, 08:00 to 17:00 (Chicago time), not on holidays')
    expect(eastern.answer.reply.text).toContain('Monday to Friday, 09:00 to 17:00 (New York time)')
  })

  test('a question about a record asks for the learner first', async () => {
    expect(valueOf(await desk.services.playbooks.ask({ playbookId: 'certificates.wrong_type' }, desk.acting))).toMatchObject({ needsLearner: true, answer: null })
  })
})

describe('searching', () => {
  const hits = (input: Input<'playbooks.search'>): Output<'playbooks.search'>['hits'] => valueOf(desk.services.playbooks.search(input)).hits

  test('offers only what the learner’s portal has a rule for', () => {
    const found = hits({ text: 'how do i get premium', portal: 'haymarket-mycme', limit: 20 })
    expect(found.every((hit) => hit.portals.length === 0 || hit.portals.includes('haymarket-mycme'))).toBe(true)
    expect(hits({ text: 'how do i get premium', portal: 'med-challenger', limit: 3 })[0]?.id).toBe('accrual.get_premium')
  })

  test('a blank question offers what is asked most', () => {
    expect(hits({ text: '  ', limit: 5 })).toHaveLength(5)
  })
})

describe('what is refused', () => {
  test.each([
    ['a playbook nobody has', { playbookId: 'desk.nothing' }, 'not_found'],
    ['a learner nobody has', { playbookId: 'desk.when_answer', learnerId: 'lrn_999999' }, 'not_found'],
    ['an activity nobody has', { playbookId: 'certificates.where', learnerId: 'lrn_1', aboutId: 'act_999999' }, 'not_found'],
    ['a portal nobody has', { playbookId: 'desk.when_answer', portal: 'elsewhere' }, 'not_found'],
    ['a question of another portal', { playbookId: 'courses.app', portal: 'med-challenger' }, 'playbook_not_for_portal'],
  ])('%s', async (_what, input, code) => {
    expect(await desk.services.playbooks.ask(input, desk.acting)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('the drafted reply', () => {
  const question = async (): Promise<Input<'playbooks.ask'> & { learnerId: string }> => ({ playbookId: 'certificates.where', learnerId: await idOf('learner', 'L-7-00003') })
  const messages = async (): Promise<number> => valueOf(await desk.services.outbox.list({ offset: 0, limit: 1 })).total

  test('goes into the outbox as a draft with its certificate, audited, and is taken back by undo', async () => {
    const before = await messages()
    const asked = await question()
    const { answer } = await ask(asked)
    const drafted = valueOf(await desk.services.playbooks.draftReply({ ...asked, shown: answer.reply.text }, desk.acting))
    const message = valueOf(await desk.services.outbox.open({ id: drafted.draftId }))
    expect(message).toMatchObject({ state: 'draft', to: 'jose.novak3@mail.example', subject: answer.reply.subject, body: answer.reply.text, attachments: ['072026-000003'] })
    const history = valueOf(await desk.services.history.ofLearner({ id: asked.learnerId, offset: 0, limit: 1 }))
    expect(history.entries[0]).toMatchObject({ operation: 'playbooks.draftReply', actor: 'Dana Whitfield', undo: { state: 'possible' } })
    expect(JSON.stringify(history.entries[0])).not.toContain('jose.novak3@')
    valueOf(await desk.services.history.undo({ entryId: drafted.entryId, reason: '' }, desk.acting))
    expect(await messages()).toBe(before)
  })

  test('an edited draft is not taken back', async () => {
    const asked = await question()
    const { answer } = await ask(asked)
    const drafted = valueOf(await desk.services.playbooks.draftReply({ ...asked, shown: answer.reply.text }, desk.acting))
    valueOf(await desk.services.outbox.editDraft({ id: drafted.draftId, version: 1, subject: 'Another', body: 'Another text' }, desk.acting))
    expect(await desk.services.history.undo({ entryId: drafted.entryId, reason: '' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'later_work_depends' } })
  })

  test('writes nothing when the record no longer says what was shown', async () => {
    const asked = await question()
    const { answer } = await ask(asked)
    const before = await messages()
    const refused = await desk.services.playbooks.draftReply({ ...asked, shown: `${answer.reply.text} ` }, desk.acting)
    expect(refused).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(await messages()).toBe(before)
  })

  test('no paper goes along where the portal keeps none (P14)', async () => {
    const line = scenarios.find((one) => one.expected === 'report_due' || one.expected.startsWith('report_due:'))
    const learnerId = await idOf('learner', line?.learnerId ?? '')
    const { answer } = await ask({ playbookId: 'claiming.why_no_certificate', learnerId, aboutId: await idOf('activity', line?.activityId ?? '') })
    expect(answer.reply.attachments).toEqual([])
  })
})
