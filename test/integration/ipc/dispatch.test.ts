import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type Method } from '@shared/contract'
import { dispatchErrors } from '@shared/contract/operation'
import type { Dispatch } from '../../../main/ipc/dispatch'
import { openDispatchDesk, type DispatchDesk } from '../../support/dispatch-desk'

const isMethod = (name: string): name is Method => Object.hasOwn(contract, name)
const methods = Object.keys(contract).filter(isMethod)
const queries = methods.filter((method) => contract[method].kind === 'query')

/** Inputs that no operation takes, whatever it is. */
const hostile: readonly unknown[] = [
  undefined, null, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, true, '', 'x'.repeat(100_000), [], [{}], Symbol.iterator, () => undefined,
  JSON.parse('{"__proto__": {"polluted": true}, "id": "lrn_1"}'),
  { constructor: { prototype: { polluted: true } } },
  { id: "lrn_1'; drop table learners; --" }, { id: { $ne: null } }, { id: ['lrn_1'] }, { learnerId: 'lrn_1\0' }, { text: '\ud800', limit: Number.POSITIVE_INFINITY, offset: -1 },
  { folder: '/'.repeat(5000), dryRun: 'no' }, { actor: 'somebody', roles: ['supervisor'] },
]

describe('the one door', () => {
  let opened: DispatchDesk
  let dispatch: Dispatch
  beforeAll(async () => {
    opened = await openDispatchDesk()
    dispatch = opened.door()
  })
  afterAll(async () => opened.desk.remove())

  const stateOfDesk = async (): Promise<unknown> => [await dispatch('desk.status', {}), await dispatch('learners.list', { offset: 0, limit: 1000 }), await dispatch('outbox.list', { offset: 0, limit: 1000 }), await dispatch('settings.read', {})]

  it('answers every question of the contract in the form the contract promises', async () => {
    const page = { offset: 0, limit: 50 }
    const found = await dispatch('find.search', { text: 'L-7-00001', limit: 1 })
    expect(found).toMatchObject({ ok: true })
    const inputs: Partial<Record<Method, unknown>> = {
      'find.search': { text: 'patel', limit: 20 },
      'activities.list': page,
      'activities.open': { id: 'act_1' },
      'learners.list': page,
      'learners.open': { id: 'lrn_1' },
      'learners.history': { id: 'lrn_1', ...page },
      'learners.emailOwner': { portal: 'haymarket-mycme', email: 'mei.patel1@example.org', exceptId: 'lrn_2' },
      'claims.previewCreditChange': { claimId: 'clm_1' },
      'paper.previewCreditChange': { claimId: 'clm_1', to: 'aapa_1' },
      'claims.previewAmountChange': { claimId: 'clm_1' },
      'claims.previewClaim': { learnerId: 'lrn_1', activityId: 'act_1' },
      'claims.previewAggregate': { learnerId: 'lrn_1' },
      'claims.previewPastCredit': { learnerId: 'lrn_1', activityId: 'act_1' },
      'claims.previewVoid': { claimId: 'clm_1' },
      'claims.specimen': { of: 'amount', claimId: 'clm_1', amount: 25 },
      'checks.list': { ...page, state: 'open' },
      'portals.open': { key: 'med-challenger' },
      'portals.check': { key: 'med-challenger', profile: {} },
      'diagnosis.ofLearner': { id: 'lrn_1' },
      'diagnosis.ofActivity': { id: 'lrn_1', activityId: 'act_1' },
      'exceptions.ofLearner': { learnerId: 'lrn_1' },
      'exceptions.options': { learnerId: 'lrn_1', activityId: 'act_1' },
      'enrolments.progress': { id: 'enr_1' },
      'outbox.list': page,
      'outbox.open': { id: 'msg_1' },
      'resets.preview': { learnerId: 'lrn_1' },
      'eventCodes.find': { learnerId: 'lrn_1', question: 'grand rounds' },
      'learners.namePolicy': { id: 'lrn_1' },
      'learners.previewProfession': { id: 'lrn_1', to: 'nurse' },
      'orders.checkDiscountCode': { learnerId: 'lrn_1', typed: 'STUDENT20' },
      'playbooks.search': { text: 'where is my certificate', limit: 5 },
      'playbooks.ask': { playbookId: 'certificates.where', learnerId: 'lrn_1' },
      'tickets.list': { ...page, view: 'all_open' },
      'tickets.open': { id: 'tkt_1' },
      'imports.list': page,
      'imports.open': { importId: 'imp_1' },
      'imports.refusals': { importId: 'imp_1', ...page },
      'imports.conflicts': { ...page, openOnly: false },
    }
    await opened.desk.services.tickets.takeUp(opened.desk.acting)
    const send = await dispatch('resets.send', { learnerId: 'lrn_2' })
    expect(send).toMatchObject({ ok: true })
    const refused = []
    for (const method of queries) {
      const answer = await dispatch(method, inputs[method] ?? {})
      if (!answer.ok) refused.push({ method, error: answer.error })
    }
    expect(refused).toEqual([])
    expect(opened.faults).toEqual([])
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'learners', 'learners.open ', 'LEARNERS.OPEN', 1, null, undefined, {}, ['learners.open'], { toString: () => 'learners.open' }])('knows no operation %j', async (method) => {
    expect(await dispatch(method, { id: 'lrn_1' })).toEqual({ ok: false, error: { code: 'unknown_operation' } })
  })

  it('takes no input with a field more than asked for, whatever the operation', () => {
    // One of several forms is told by its first field; without it none of them is looked at.
    const forms: Partial<Record<Method, object>> = { 'claims.specimen': { of: 'claim' } }
    for (const method of methods) {
      const checked = contract[method].input.safeParse({ ...forms[method], nobodyAskedForThis: true })
      expect({ method, unknown: checked.error?.issues.some((issue) => issue.code === 'unrecognized_keys') }).toEqual({ method, unknown: true })
    }
  })

  it('refuses hostile input to every operation by code, changes nothing and pollutes nothing', async () => {
    const before = await stateOfDesk()
    let tried = 0
    for (const method of methods) {
      for (const input of hostile) {
        const answer = await dispatch(method, input)
        tried += 1
        expect({ method, refused: answer.ok ? 'no' : answer.error.code }).toEqual({ method, refused: 'invalid_input' })
        expect(JSON.stringify(answer)).not.toMatch(/drop table|SQLITE|node_modules|\/main\//)
      }
    }
    expect(tried).toBe(methods.length * hostile.length)
    expect(Object.prototype).not.toHaveProperty('polluted')
    expect(await stateOfDesk()).toEqual(before)
    expect(opened.faults).toEqual([])
  })

  it('names the field that did not fit, and not what stood in it', async () => {
    const answer = await dispatch('find.search', { text: 'Patel', limit: 'secret words' })
    expect(answer).toEqual({ ok: false, error: { code: 'invalid_input', field: 'limit' } })
  })

  it('answers a record that is not there as not found, for every kind of identifier', async () => {
    const asked = [
      ['learners.open', { id: 'lrn_999999' }],
      ['learners.open', { id: 'clm_1' }],
      ['activities.open', { id: 'act_999999' }],
      ['claims.previewCreditChange', { claimId: 'clm_999999999999999' }],
      ['outbox.open', { id: 'msg_999999' }],
      ['imports.open', { importId: 'imp_999999' }],
      ['history.undo', { entryId: 'aud_999999', reason: 'x' }],
      ['paper.print', { kind: 'certificate', number: '../../etc/passwd' }],
      ['receipts.issue', { orderId: 'ord_999999' }],
    ] as const
    for (const [method, input] of asked) expect({ method, answer: await dispatch(method, input) }).toMatchObject({ method, answer: { ok: false, error: { code: 'not_found' } } })
  })

  it('lets nobody without the role do anything', async () => {
    const nobody = opened.door({ session: () => ({ acting: opened.desk.acting, roles: [] }) })
    for (const method of methods) expect({ method, answer: await nobody(method, {}) }).toEqual({ method, answer: { ok: false, error: { code: 'not_allowed' } } })
    const agent = opened.door({ session: () => ({ acting: opened.desk.acting, roles: ['agent'] }) })
    expect(await agent('settings.write', { key: 'desk.name', value: 'Mine' })).toEqual({ ok: false, error: { code: 'not_allowed' } })
    expect(await agent('imports.start', { folder: '/', dryRun: true })).toEqual({ ok: false, error: { code: 'not_allowed' } })
    expect(await agent('learners.open', { id: 'lrn_1' })).toMatchObject({ ok: true })
  })

  it('writes an act to the history under the session’s name, whatever the page says', async () => {
    const answer = await dispatch('learners.edit', { id: 'lrn_3', version: 1, changes: { specialty: 'Cardiology' }, reason: 'Told', actor: 'somebody else' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await dispatch('learners.edit', { id: 'lrn_3', version: 1, changes: { specialty: 'Cardiology' }, reason: 'Told' })).toMatchObject({ ok: true })
    expect(await dispatch('learners.history', { id: 'lrn_3', offset: 0, limit: 1 })).toMatchObject({ ok: true, value: { entries: [{ actor: opened.desk.acting.actor, via: 'window' }] } })
  })

  it('answers a bug with a number to look up, and keeps its text to the log', async () => {
    const broken = opened.door({ handlers: () => Promise.reject(new Error('at /home/somebody: secret of Mei Patel')) })
    const answer = await broken('desk.status', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    const [fault] = opened.faults.splice(0)
    expect(fault).toMatchObject({ event: 'operation_failed', facts: { method: 'desk.status' } })
    expect(answer).toEqual({ ok: false, error: { code: 'internal', facts: { incident: fault?.facts.incident } } })
  })

  it('says that the store is not to be had, and why', async () => {
    const waiting = opened.door({ handlers: () => Promise.resolve({ problem: 'store_in_use' }) })
    for (const method of ['desk.status', 'resets.send'] as const) {
      const input = method === 'desk.status' ? {} : { learnerId: 'lrn_1' }
      expect(await waiting(method, input)).toEqual({ ok: false, error: { code: 'store_unavailable', facts: { problem: 'store_in_use' } } })
    }
  })

  it('has words for each of its own refusals in every operation', () => {
    for (const code of dispatchErrors) for (const method of methods) expect(contract[method].errors).not.toContain(code)
  })
})
