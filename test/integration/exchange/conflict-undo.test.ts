import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordId } from '@shared/model/record-id'
import { learnersFile } from '../../support/exchange-rows'
import { valueOf } from '../../support/mail-desk'
import { certificatesOf, claimNumber, openPaperDesk, openSmallDesk, type PaperDesk } from '../../support/paper-desk'
import { paperFolder } from '../../support/paper-folder'

describe('undoing the decision of a conflict', () => {
  let desk: PaperDesk
  afterEach(() => desk.remove())

  const learnerId = recordId('learner', 1)
  const specialty = async (): Promise<string> => (await desk.look(({ exchange }) => exchange.readCells('learners.csv', [1]))).get(1)?.specialty ?? ''
  const openConflicts = async (): Promise<readonly unknown[]> => valueOf(await desk.conflicts.list({ openOnly: true, offset: 0, limit: 10 })).rows
  const say = async (word: string): Promise<void> => desk.import(await desk.exchangeFolder({ 'learners.csv': learnersFile({ specialty: word }) }))
  const edit = async (word: string): Promise<void> => {
    const { version } = valueOf(await desk.learnerRecords.open({ id: learnerId })).learner
    valueOf(await desk.learners.edit({ id: learnerId, version, changes: { specialty: word }, reason: 'asked by phone' }, desk.acting))
  }
  const decide = async (decision: 'keep_desk' | 'take_source', number = 1): Promise<string> =>
    valueOf(await desk.conflicts.decide({ conflictId: recordId('conflict', number), decision }, desk.acting)).entryId
  const undo = (entryId: string): ReturnType<PaperDesk['history']['undo']> => desk.history.undo({ entryId, reason: 'Undo' }, desk.acting)

  describe('about a learner', () => {
    beforeEach(async () => {
      desk = await openPaperDesk()
      await say('Surgery')
      await edit('Cardiology')
      await say('Oncology')
    })

    it.each([
      ['take_source', 'Oncology'],
      ['keep_desk', 'Cardiology'],
    ] as const)('after %s puts the desk’s value back and the conflict among those to decide', async (decision, decided) => {
      const entryId = await decide(decision)
      expect(await specialty()).toBe(decided)
      const { entries } = valueOf(await desk.history.ofLearner({ id: learnerId, offset: 0, limit: 10 }))
      expect(entries[0]).toMatchObject({ id: entryId, undo: { state: 'possible' } })
      expect(await undo(entryId)).toMatchObject({ ok: true, value: { learnerId } })
      expect(await specialty()).toBe('Cardiology')
      expect(await openConflicts()).toMatchObject([{ id: 'cnf_1', decision: 'open' }])
      expect(await undo(entryId)).toEqual({ ok: false, error: { code: 'already_undone' } })
      await decide('take_source')
      expect(await specialty()).toBe('Oncology')
      expect(await desk.history.verify()).toMatchObject({ brokenAt: null })
    })

    it('is refused when the field was changed since, or the platform sent another value', async () => {
      const taken = await decide('take_source')
      await edit('Pathology')
      expect(await undo(taken)).toEqual({ ok: false, error: { code: 'later_work_depends' } })
      expect(await specialty()).toBe('Pathology')
      await say('Radiology')
      const kept = await decide('keep_desk', 2)
      await say('Neurology')
      expect(await undo(kept)).toEqual({ ok: false, error: { code: 'later_work_depends' } })
      expect(await openConflicts()).toMatchObject([{ sourceValue: 'Neurology' }])
    })
  })

  it('about a claim puts the certificate back in force that the platform’s value had superseded', async () => {
    desk = await openSmallDesk()
    const claimId = recordId('claim', await claimNumber(desk, 'C-1'))
    const claim = valueOf(await desk.claims.find(claimId))
    valueOf(await desk.claims.changeCreditType({ claimId, claimVersion: claim.version, to: 'aafp_prescribed', reason: 'wrong type' }, desk.acting))
    await desk.import(await desk.exchangeFolder({ ...paperFolder, 'claims.csv': paperFolder['claims.csv'].replace('C-1,E-1,ama_pra_1,1.25', 'C-1,E-1,ama_pra_1,0.75') }))
    const states = async (): Promise<readonly string[]> => (await certificatesOf(desk, 'C-1')).map(({ state, amount }) => `${state} ${String(amount)}`)
    const before = await states()
    const entryId = await decide('take_source')
    expect(await states()).toEqual([...before.slice(0, -1), before.at(-1)?.replace('current', 'superseded'), 'current 75'])
    expect(await undo(entryId)).toMatchObject({ ok: true })
    expect(await states()).toEqual([...before, 'void 75'])
    expect(valueOf(await desk.claims.find(claimId)).amount).toBe(claim.amount === 125 ? 100 : claim.amount)
    expect(await openConflicts()).toMatchObject([{ column: 'amount', decision: 'open' }])
  })
})
