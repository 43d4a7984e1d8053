import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input, Output } from '@shared/contract'
import { recordId } from '@shared/model/record-id'
import { diagnoseActivity } from '@shared/policy/diagnosis'
import { openClaimDesk } from '../../support/claim-folder'
import { valueOf } from '../../support/mail-desk'
import { tamperWith, type PaperDesk } from '../../support/paper-desk'
import { sampleNow } from '../../support/temporary-desk'

let desk: PaperDesk
beforeEach(async () => {
  desk = await openClaimDesk()
})
afterEach(() => desk.remove())

const reason = 'Telephoned; the button did nothing.'

async function learnerId(externalId: string): Promise<string> {
  const learner = await desk.look(({ learners }) => learners.findByExternalId(externalId))
  return recordId('learner', learner?.id ?? 0)
}

async function activityId(externalId: string): Promise<string> {
  const { rows } = valueOf(await desk.activityCatalogue.list({ offset: 0, limit: 50 }))
  return rows.find((row) => row.externalId === externalId)?.id ?? ''
}

async function claimFor(learner: string, activity: string, more: Partial<Input<'claims.claimForLearner'>> = {}): ReturnType<PaperDesk['claimsOnBehalf']['claim']> {
  return desk.claimsOnBehalf.claim({ learnerId: await learnerId(learner), activityId: await activityId(activity), creditType: 'ama_pra_1', reason, ...more }, desk.acting)
}

async function aggregate(learner: string, more: { readonly parts?: boolean; readonly type?: 'acep_1' } = {}): Promise<Input<'claims.claimAggregate'>> {
  const preview = valueOf(await desk.aggregateClaims.preview({ learnerId: await learnerId(learner) }))
  const picks = preview.courses.map(({ types }) => (types.find(({ creditType }) => creditType === more.type) ?? types[0])?.whole).filter((whole) => whole !== undefined)
  return { learnerId: preview.learnerId, picks: more.parts === true ? picks.slice(0, 1) : picks, reason }
}

const undo = (entryId: string): ReturnType<PaperDesk['history']['undo']> => desk.history.undo({ entryId, reason: 'It was a mistake.' }, desk.acting)

/** What the diagnosis finds for a learner in an activity. */
async function findingsOf(learner: string, activity: string): Promise<readonly string[]> {
  const [learnerNumber, activityNumber] = [Number((await learnerId(learner)).slice(4)), Number((await activityId(activity)).slice(4))]
  const record = await desk.look(({ diagnoses }) => diagnoses.findWithActivity(learnerNumber, activityNumber))
  const [course] = record?.courses ?? []
  if (record?.portal === undefined || course === undefined) throw new Error(`${learner} has no ${activity}`)
  return diagnoseActivity({ now: sampleNow, portal: record.portal, learner: record.learner, memberships: record.memberships }, course).findings.map(({ code }) => code)
}

/** What a learner's record says of claims, credit waiting, mail and courses: what an undo has to bring back. */
async function standing(learner: string): Promise<unknown> {
  const id = await learnerId(learner)
  const record = await desk.look(({ diagnoses }) => diagnoses.find(Number(id.slice(4))))
  return {
    courses: record?.courses.map(({ activity, enrolments }) => [activity.id, enrolments.map((enrolment) => [enrolment.id, enrolment.claims.filter(({ state }) => state === 'active').map(({ id: claim, amount, creditType, certificateNumber }) => [claim, amount, creditType, certificateNumber])])]),
    waiting: valueOf(await desk.aggregateClaims.preview({ learnerId: id })).courses.map(({ topics }) => topics.map(({ topic, left, state }) => [topic, left, state])),
    current: (await desk.look(({ certificates }) => certificates.listCurrentOfLearner(Number(id.slice(4))))).map(({ number, amount, creditType }) => [number, amount, creditType]),
    drafts: await desk.look(({ outbox }) => outbox.count('draft')),
  }
}

/** Everything an act may write, so that "nothing written" is seen whole. */
async function written(learner: string): Promise<unknown> {
  return [await standing(learner), await desk.history.verify(), await desk.look(({ outbox }) => outbox.count())]
}

describe('claiming on the learner’s behalf (H27)', () => {
  it('previews type, amount, form, report and mail, and writes nothing', async () => {
    const before = await written('L-2')
    const preview = valueOf(await desk.claimsOnBehalf.preview({ learnerId: await learnerId('L-2'), activityId: await activityId('A-1') }))
    expect(preview).toMatchObject({ barriers: [], defaultType: 'ancc', chosen: { creditType: 'ancc', amount: 116, pharmacology: { amount: 50, exact: true }, form: 'credit' }, windowClosesOn: '2027-06-08' })
    expect(preview.options.find(({ creditType }) => creditType === 'ama_pra_1')?.verdict).toMatchObject({ kind: 'allowed', form: 'participation', newAmount: 125 })
    expect(preview.options.find(({ creditType }) => creditType === 'acpe')?.verdict).toEqual({ kind: 'refused', code: 'credit_type_not_offered', detail: 'This activity was not designated for it.' })
    expect(preview.mail?.body).toContain('1.16 nursing contact hours')
    expect(await written('L-2')).toEqual(before)
  })

  it('issues the certificate under a desk number, with the drafted mail and the audit entry', async () => {
    const made = valueOf(await claimFor('L-1', 'A-1', { amount: 75 }))
    expect(made.claims).toMatchObject([{ certificate: 'CD2026-000001' }])
    const [claimId] = made.claims.map((claim) => Number(claim.claimId.slice(4)))
    expect(await desk.look(({ claims }) => claims.find(claimId ?? 0))).toMatchObject({ externalId: 'DC2026-000001', creditType: 'ama_pra_1', amount: 75, state: 'active', claimedAt: '2026-11-20T20:00:00.000Z' })
    expect(await desk.look(({ certificates }) => certificates.findByNumber('CD2026-000001'))).toMatchObject({
      state: 'current', origin: 'desk', form: 'credit', amount: 75, printedName: 'Anna Berg', issuedBy: 'Dana Whitfield', facts: { completedOn: '2026-10-28', professionAtClaim: 'physician' },
    })
    const [mail] = await desk.look(({ outbox }) => outbox.list({ offset: 0, limit: 5 }))
    expect(mail).toMatchObject({ state: 'draft', to: 'anna@example.org', attachments: ['CD2026-000001'] })
    const history = valueOf(await desk.history.ofLearner({ id: await learnerId('L-1'), offset: 0, limit: 5 }))
    expect(history.entries[0]).toMatchObject({ operation: 'claims.claimForLearner', reason, undo: { state: 'possible' } })
    expect(valueOf(await desk.certificates.print('CD2026-000001', desk.acting)).view).toMatchObject({ state: 'current', title: 'Certificate of Credit' })
    expect(await findingsOf('L-1', 'A-1')).not.toContain('not_claimed')
  })

  it('issues the participation form by the profession saved in the profile (H37)', async () => {
    valueOf(await claimFor('L-2', 'A-1'))
    expect(await desk.look(({ certificates }) => certificates.findByNumber('CD2026-000001'))).toMatchObject({ form: 'participation' })
  })

  it('shows the same paper beforehand, as a specimen', async () => {
    const drawn = valueOf(await desk.claimSpecimens.draw({ of: 'claim', learnerId: await learnerId('L-1'), activityId: await activityId('A-1'), creditType: 'ama_pra_1' }, desk.acting))
    expect(Buffer.from(drawn).subarray(0, 5).toString()).toBe('%PDF-')
    expect(await desk.claimSpecimens.draw({ of: 'claim', learnerId: await learnerId('L-1'), activityId: await activityId('A-1'), creditType: 'acpe' }, desk.acting)).toMatchObject({ error: { code: 'not_claimable' } })
  })

  it.each([
    ['claim_window_closed', 'activity', 'L-3', 'A-2', {}],
    ['not_enrolled', 'activity', 'L-1', 'A-2', {}],
    ['credit_earned_by_topic', 'activity', 'L-4', 'A-4', {}],
    ['membership_inactive', 'learner', 'L-5', 'A-4', {}],
    ['credit_type_not_offered', 'creditType', 'L-1', 'A-1', { creditType: 'acpe' }],
    ['credit_type_not_for_profession', 'creditType', 'L-1', 'A-1', { creditType: 'ancc' }],
    ['amount_not_claimable', 'amount', 'L-1', 'A-1', { amount: 80 }],
    ['reason_missing', 'reason', 'L-1', 'A-1', { reason: '  ' }],
  ] as const)('refuses with %s, field %s, and writes nothing', async (code, field, learner, activity, more) => {
    const before = await written(learner)
    expect(await claimFor(learner, activity, more)).toMatchObject({ ok: false, error: { code, field } })
    expect(await written(learner)).toEqual(before)
  })

  it('lets one of two claims made at the same moment through', async () => {
    const answers = await Promise.all([claimFor('L-1', 'A-1'), claimFor('L-1', 'A-1')])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'already_claimed' } })
  })

  it('honours a late claim on record and names it in the audit (C10)', async () => {
    const [learner, activity] = [Number((await learnerId('L-3')).slice(4)), Number((await activityId('A-2')).slice(4))]
    await desk.store.unitOfWork.run(async ({ exceptions }) => ({
      ok: true,
      value: await exceptions.add({ learnerId: learner, activityId: activity, kind: 'late_claim', ruleRow: 'C9', reason: 'Ill.', approver: 'Dr. Lee', untilOn: '2026-11-30', attempts: 0, createdAt: '2026-11-20T20:00:00.000Z', createdBy: 'Dana Whitfield' }),
    }))
    expect(valueOf(await desk.claimsOnBehalf.preview({ learnerId: await learnerId('L-3'), activityId: await activityId('A-2') })).exceptions).toMatchObject([{ kind: 'late_claim', approvedBy: 'Dr. Lee' }])
    const made = valueOf(await claimFor('L-3', 'A-2'))
    const [entry] = valueOf(await desk.history.ofLearner({ id: await learnerId('L-3'), offset: 0, limit: 1 })).entries
    expect(entry?.changes.find(({ field }) => field === 'exceptions')?.after).toMatch(/^exc_\d+ late_claim, Dr\. Lee$/)
    valueOf(await undo(made.entryId))
    expect((await desk.look(({ exceptions }) => exceptions.listOfLearner(learner)))[0]).toMatchObject({ withdrawn: null })
  })
})

describe('claiming in aggregate (M4–M15, M23, M24)', () => {
  it('lists what waits, lapsed credit too, and what the picks would make', async () => {
    const input = await aggregate('L-4')
    const preview = valueOf(await desk.aggregateClaims.preview(input))
    expect(preview.membership).toEqual({ state: 'active', plan: 'premium', endsOn: '2026-12-31' })
    expect(preview.courses[0]?.topics.map(({ topic, left, state }) => [topic, left, state])).toEqual([['stroke', 100, 'lapsed'], ['vaccines', 75, 'claimable'], ['anticoagulation', 125, 'claimable']])
    expect(preview.certificates).toMatchObject([
      { activityTitle: 'Emergency Medicine Review', amount: 200, topics: [{ topic: 'vaccines', amount: 75 }, { topic: 'anticoagulation', amount: 125 }] },
      { activityTitle: 'Family Medicine Review', amount: 100 },
    ])
    expect(preview.mail).toMatchObject({ subject: 'Your 2 certificates' })
  })

  it('claims two courses in one act, one certificate per course title with its topics', async () => {
    const made = valueOf(await desk.aggregateClaims.claim(await aggregate('L-4', { type: 'acep_1' }), desk.acting))
    expect(made.claims.map(({ certificate }) => certificate)).toEqual(['CD2026-000001', 'CD2026-000002'])
    expect(await desk.look(({ certificates }) => certificates.findByNumber('CD2026-000001'))).toMatchObject({
      creditType: 'acep_1', amount: 200, facts: { completedOn: '2026-10-29', aggregate: { earnedFrom: '2026-10-15', earnedTo: '2026-10-29', topics: [{ topic: 'vaccines', amount: 75 }, { topic: 'anticoagulation', amount: 125 }] } },
    })
    const act = await desk.look(({ claimActs }) => claimActs.findOfClaim(Number(made.claims[1]?.claimId.slice(4))))
    expect(act).toMatchObject({ kind: 'aggregate', claimIds: made.claims.map(({ claimId }) => Number(claimId.slice(4))) })
    const [mail] = await desk.look(({ outbox }) => outbox.list({ offset: 0, limit: 1 }))
    expect(mail?.attachments).toEqual(['CD2026-000001', 'CD2026-000002'])
    expect(valueOf(await desk.aggregateClaims.preview({ learnerId: await learnerId('L-4') })).courses.flatMap(({ types }) => types)).toEqual([])
    expect(valueOf(await desk.certificates.print('CD2026-000002', desk.acting)).view.state).toBe('current')
  })

  it('leaves what was not picked exactly as it was', async () => {
    const whole = await aggregate('L-4', { parts: true })
    const [pick] = whole.picks
    const newest = pick?.topics.at(-1)
    if (pick === undefined || newest === undefined) throw new Error('nothing to pick')
    valueOf(await desk.aggregateClaims.claim({ ...whole, picks: [{ ...pick, topics: [{ ...newest, amount: 50 }] }] }, desk.acting))
    const { courses } = valueOf(await desk.aggregateClaims.preview({ learnerId: whole.learnerId }))
    expect(courses[0]?.topics.map(({ topic, left }) => [topic, left])).toEqual([['stroke', 100], ['vaccines', 75], ['anticoagulation', 75]])
  })

  it('refuses the whole act for one wrong pick and writes nothing', async () => {
    const input = await aggregate('L-4')
    const [first, second] = input.picks
    if (first === undefined || second === undefined) throw new Error('nothing to pick')
    const before = await written('L-4')
    const wrong = { ...input, picks: [first, { ...second, topics: second.topics.map((topic) => ({ ...topic, amount: topic.amount + 25 })) }] }
    expect(await desk.aggregateClaims.claim(wrong, desk.acting)).toMatchObject({ error: { code: 'amount_not_claimable', field: 'picks', facts: { activity: second.activityId } } })
    expect(await desk.aggregateClaims.claim({ ...input, picks: [] }, desk.acting)).toMatchObject({ error: { code: 'nothing_picked' } })
    expect(await written('L-4')).toEqual(before)
  })

  it('needs an active membership (M1)', async () => {
    const preview = valueOf(await desk.aggregateClaims.preview({ learnerId: await learnerId('L-5') }))
    expect(preview.membership).toEqual({ state: 'inactive', plan: 'premium', endsOn: '2025-12-31' })
    const [course] = preview.courses
    const pick = { activityId: course?.activityId ?? '', creditType: 'ama_pra_1' as const, topics: [{ earnedCreditId: course?.topics[0]?.earnedCreditId ?? '', amount: 100 }] }
    expect(await desk.aggregateClaims.claim({ learnerId: preview.learnerId, picks: [pick], reason }, desk.acting)).toMatchObject({ error: { code: 'membership_inactive' } })
  })

  it('takes the whole act back (M23): claims and certificates void, everything waits again', async () => {
    const before = await standing('L-4')
    const made = valueOf(await desk.aggregateClaims.claim(await aggregate('L-4'), desk.acting))
    valueOf(await undo(made.entryId))
    expect(await standing('L-4')).toEqual(before)
    expect(await desk.look(({ certificates }) => certificates.findByNumber('CD2026-000002'))).toMatchObject({ state: 'void', endedReason: 'the claim was taken back' })
    const again = valueOf(await desk.aggregateClaims.claim(await aggregate('L-4'), desk.acting))
    expect(again.claims.map(({ certificate }) => certificate)).toEqual(['CD2026-000003', 'CD2026-000004'])
    expect(await desk.history.verify()).toMatchObject({ brokenAt: null })
  })
})

describe('taking a claim back', () => {
  it('is refused once it was corrected, and names that act', async () => {
    const made = valueOf(await claimFor('L-1', 'A-1'))
    const claim = await desk.look(({ claims }) => claims.find(Number(made.claims[0]?.claimId.slice(4))))
    const changed = valueOf(await desk.claims.changeAmount({ claimId: made.claims[0]?.claimId ?? '', claimVersion: claim?.version ?? 0, amount: 50, reason: 'Left early.' }, desk.acting))
    expect(await undo(made.entryId)).toMatchObject({ error: { code: 'later_work_depends', facts: { later: 'claims.changeAmount', actor: 'Dana Whitfield' } } })
    const history = valueOf(await desk.history.ofLearner({ id: await learnerId('L-1'), offset: 0, limit: 5 }))
    expect(history.entries.map(({ undo: state }) => state.state)).toEqual(['possible', 'blocked'])
    expect(history.entries[1]?.undo).toMatchObject({ operation: 'claims.changeAmount' })
    valueOf(await undo(changed.entryId))
    valueOf(await undo(made.entryId))
  })

  it('is refused once the mail is on its way, or a body was told', async () => {
    const made = valueOf(await claimFor('L-1', 'A-1'))
    await desk.store.unitOfWork.run(async ({ outbox }) => {
      const [mail] = await outbox.list({ offset: 0, limit: 1 })
      return { ok: true, value: await outbox.update(mail?.id ?? 0, mail?.version ?? 0, { state: 'queued' }) }
    })
    expect(await undo(made.entryId)).toMatchObject({ error: { code: 'later_work_depends', facts: { later: 'mail' } } })
    desk = await tamperWith(desk, `insert into reports (claim_id, body, state, at) values (?, 'pars', 'sent', '2026-11-21T00:00:00.000Z')`, [Number(made.claims[0]?.claimId.slice(4))])
    expect(await undo(made.entryId)).toMatchObject({ error: { code: 'later_work_depends', facts: { later: 'report' } } })
  })
})

describe('correcting and voiding', () => {
  async function made(learner: string, activity: string): Promise<Output<'claims.claimForLearner'> & { claimId: string; version: number }> {
    const value = valueOf(await claimFor(learner, activity))
    const claimId = value.claims[0]?.claimId ?? ''
    const claim = await desk.look(({ claims }) => claims.find(Number(claimId.slice(4))))
    return { ...value, claimId, version: claim?.version ?? 0 }
  }

  it('changes the amount: the certificate superseded, the form and profession as they were (H34, T7)', async () => {
    const { claimId, version } = await made('L-2', 'A-1')
    const learner = await desk.look(({ learners }) => learners.findByExternalId('L-2'))
    valueOf(await desk.learners.edit({ id: await learnerId('L-2'), version: learner?.version ?? 0, changes: { profession: 'physician' }, reason: 'Graduated.' }, desk.acting))
    expect(valueOf(await desk.claims.previewAmountChange({ claimId }))).toMatchObject({ amount: 125, range: { greatestAmount: 125, step: 25, fixed: false }, refusal: null })
    expect(valueOf(await desk.claims.previewAmountChange({ claimId, amount: 60 }))).toMatchObject({ refusal: { code: 'amount_not_claimable', field: 'amount' } })
    const changed = valueOf(await desk.claims.changeAmount({ claimId, claimVersion: version, amount: 75, reason: 'Left early.' }, desk.acting))
    expect(await desk.look(({ certificates }) => certificates.findByNumber(changed.newCertificate))).toMatchObject({ amount: 75, form: 'participation', facts: { professionAtClaim: 'nurse', replaces: { reason: 'amount corrected' } } })
    valueOf(await undo(changed.entryId))
    expect(await desk.look(({ certificates }) => certificates.findByNumber('CD2026-000001'))).toMatchObject({ state: 'current', amount: 125 })
  })

  it.each([
    ['amount_not_claimable', { amount: 80 }],
    ['amount_not_claimable', { amount: 150 }],
    ['same_amount', { amount: 125 }],
    ['reason_missing', { reason: '' }],
    ['stale', { claimVersion: 9 }],
  ] as const)('refuses a changed amount with %s and writes nothing', async (code, more) => {
    const { claimId, version } = await made('L-1', 'A-1')
    const before = await written('L-1')
    expect(await desk.claims.changeAmount({ claimId, claimVersion: version, amount: 75, reason: 'Left early.', ...more }, desk.acting)).toMatchObject({ error: { code } })
    expect(await written('L-1')).toEqual(before)
  })

  it('voids a claim, withdraws its report, and brings both back', async () => {
    const { claimId, version, entryId } = await made('L-1', 'A-1')
    desk = await tamperWith(desk, `insert into reports (claim_id, body, state, at) values (?, 'pars', 'accepted', '2026-11-19T00:00:00.000Z')`, [Number(claimId.slice(4))])
    const before = await standing('L-1')
    expect(valueOf(await desk.claimVoids.preview({ claimId }))).toMatchObject({ claims: [{ certificateNumber: 'CD2026-000001' }], withdrawals: [{ body: 'pars' }], refusal: null })
    const voided = valueOf(await desk.claimVoids.void({ claimId, claimVersion: version, reason: 'Not hers.' }, desk.acting))
    expect(voided.certificates).toEqual(['CD2026-000001'])
    expect(valueOf(await desk.certificates.print('CD2026-000001', desk.acting)).view.state).toBe('void')
    expect(await desk.look(({ reports }) => reports.listCorrectionsOfClaim(Number(claimId.slice(4))))).toMatchObject([{ act: 'withdraw', body: 'pars', state: 'queued', facts: { amount: 125, formerCertificate: 'CD2026-000001' } }])
    expect(await undo(entryId)).toMatchObject({ error: { code: 'later_work_depends', facts: { later: 'claims.void' } } })
    valueOf(await undo(voided.entryId))
    expect(await standing('L-1')).toEqual(before)
    expect((await desk.look(({ reports }) => reports.listCorrectionsOfClaim(Number(claimId.slice(4))))).map(({ state }) => state)).toEqual(['cancelled'])
  })

  it('does not bring a void claim back beside a newer one of the same credit', async () => {
    const { claimId, version } = await made('L-1', 'A-1')
    const voided = valueOf(await desk.claimVoids.void({ claimId, claimVersion: version, reason: 'Wrong.' }, desk.acting))
    const again = valueOf(await claimFor('L-1', 'A-1'))
    expect(await undo(voided.entryId)).toMatchObject({ error: { code: 'later_work_depends', facts: { later: 'newer_claim' } } })
    valueOf(await undo(again.entryId))
    valueOf(await undo(voided.entryId))
  })

  it('voids the claims of one act together, and refuses to change the amount of one (M23)', async () => {
    const act = valueOf(await desk.aggregateClaims.claim(await aggregate('L-4'), desk.acting))
    const claimId = act.claims[0]?.claimId ?? ''
    expect(await desk.claims.changeAmount({ claimId, claimVersion: 1, amount: 100, reason: 'Less.' }, desk.acting)).toMatchObject({ error: { code: 'claimed_by_topic', field: 'claim' } })
    const before = await standing('L-4')
    const voided = valueOf(await desk.claimVoids.void({ claimId, claimVersion: 1, reason: 'Wrong person.' }, desk.acting))
    expect(voided.certificates).toEqual(['CD2026-000001', 'CD2026-000002'])
    expect(valueOf(await desk.aggregateClaims.preview({ learnerId: await learnerId('L-4') })).courses.map(({ types }) => types[0]?.greatestAmount)).toEqual([200, 100])
    valueOf(await undo(voided.entryId))
    expect(await standing('L-4')).toEqual(before)
  })

  it.each([
    ['reason_missing', { reason: ' ' }],
    ['stale', { claimVersion: 7 }],
  ] as const)('refuses to void with %s', async (code, more) => {
    const { claimId, version } = await made('L-1', 'A-1')
    expect(await desk.claimVoids.void({ claimId, claimVersion: version, reason: 'Wrong.', ...more }, desk.acting)).toMatchObject({ error: { code } })
  })
})

describe('adding a past credit (C12)', () => {
  const asked = { creditType: 'ama_pra_1', amount: 400, completedOn: '2024-03-10', claimedOn: '2024-03-20', proof: 'certificate', proofReference: 'CC-2024-118', reason: 'Missing since the move.' } as const
  const add = async (more: Partial<Input<'claims.addPastCredit'>> = {}): ReturnType<PaperDesk['pastCredits']['add']> =>
    desk.pastCredits.add({ learnerId: await learnerId('L-3'), activityId: await activityId('A-3'), ...asked, ...more }, desk.acting)

  it('makes enrolment, claim and certificate as of then, and keeps the proof', async () => {
    expect(valueOf(await desk.pastCredits.preview({ learnerId: await learnerId('L-3'), activityId: await activityId('A-3') }))).toMatchObject({ enrolled: false, registeredOn: '2022-01-05', types: [{ creditType: 'ama_pra_1', greatestAmount: 400 }] })
    const made = valueOf(await add())
    const number = made.claims[0]?.certificate ?? ''
    expect(await desk.look(({ certificates }) => certificates.findByNumber(number))).toMatchObject({ amount: 400, issuedAt: '2026-11-20T20:00:00.000Z', facts: { completedOn: '2024-03-10' } })
    expect(await desk.look(({ claimActs }) => claimActs.findOfClaim(Number(made.claims[0]?.claimId.slice(4))))).toMatchObject({ kind: 'past_credit', proof: { kind: 'certificate', reference: 'CC-2024-118' } })
    expect(await findingsOf('L-3', 'A-3')).not.toContain('report_overdue')
  })

  it('is taken back with the enrolment it made', async () => {
    const before = await standing('L-3')
    const made = valueOf(await add())
    valueOf(await undo(made.entryId))
    expect(await standing('L-3')).toEqual(before)
    valueOf(await add())
  })

  it.each([
    ['date_in_future', 'completedOn', { completedOn: '2026-11-21', claimedOn: '2026-11-21' }],
    ['date_before_registration', 'completedOn', { completedOn: '2021-03-10' }],
    ['claim_window_closed', 'claimedOn', { claimedOn: '2024-04-10' }],
    ['amount_not_claimable', 'amount', { amount: 410 }],
    ['credit_type_not_offered', 'creditType', { creditType: 'acpe' }],
    ['proof_missing', 'proofReference', { proofReference: ' ' }],
    ['reason_missing', 'reason', { reason: '' }],
  ] as const)('refuses with %s and the field %s, nothing written', async (code, field, more) => {
    const before = await written('L-3')
    expect(await add(more)).toMatchObject({ error: { code, field } })
    expect(await written('L-3')).toEqual(before)
  })
})
