import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '../../../shared/model/result'
import type { LearnerFields } from '../../../main/ports/repositories/learner-repository'
import { activitiesFile, claimsFile, learnersFile, oneClaimFolder } from '../../support/exchange-rows'
import { openExchangeDesk, type ExchangeDesk } from '../../support/exchange-desk'

describe('importing a folder again', () => {
  let desk: ExchangeDesk
  beforeEach(async () => {
    desk = await openExchangeDesk()
  })
  afterEach(async () => desk.remove())

  type Counts = readonly [added: number, changed: number, unchanged: number, refused: number, conflicts: number]

  async function importing(files: Readonly<Record<string, string>>, file = 'learners.csv'): Promise<Counts> {
    const { view } = await desk.import(await desk.exchangeFolder(files))
    const counted = view.files.find((candidate) => candidate.file === file)
    if (counted === undefined) throw new Error(`${file} is no file of the format`)
    return [counted.added, counted.changed, counted.unchanged, counted.refused, counted.conflicts]
  }

  /** What a person at the desk changes on the record. */
  async function editing(fields: Partial<LearnerFields>): Promise<void> {
    const edited = await desk.store.unitOfWork.run(async ({ learners }) => {
      const learner = await learners.findByExternalId('L-1')
      if (learner === undefined) throw new Error('there is no learner')
      return ok(await learners.update(learner.id, learner.version, fields, '2026-11-20T20:00:00.000Z'))
    })
    expect(edited.value).not.toBe('stale')
  }

  const cells = (): Promise<Readonly<Record<string, string>> | undefined> =>
    desk.store.unitOfWork.read(async ({ exchange }) => {
      const id = (await exchange.resolve('learners.csv', ['L-1'])).get('L-1') ?? -1
      return (await exchange.readCells('learners.csv', [id])).get(id)
    })

  const openConflicts = async (): Promise<readonly { id: string; column: string; deskValue: string; sourceValue: string; formerSourceValue: string }[]> => {
    const answer = await desk.conflicts.list({ offset: 0, limit: 100, openOnly: true })
    return answer.ok ? answer.value.rows.map(({ id, column, deskValue, sourceValue, formerSourceValue }) => ({ id, column, deskValue, sourceValue, formerSourceValue })) : []
  }

  it('takes what the platform changed where the desk changed nothing', async () => {
    expect(await importing({ 'learners.csv': learnersFile({ family: 'Patel', alternates: 'old@example.org' }, { id: 'L-2' }) })).toEqual([2, 0, 0, 0, 0])
    expect(await importing({ 'learners.csv': learnersFile({ family: 'Okafor', email: 'new@example.org' }, { id: 'L-2' }) })).toEqual([0, 1, 1, 0, 0])
    expect(await cells()).toMatchObject({ family_name: 'Okafor', email: 'new@example.org', alternate_emails: '' })
    const before = await desk.store.unitOfWork.read(({ learners }) => learners.findByExternalId('L-1'))
    expect(before?.alternateEmails).toEqual([])
  })

  it('keeps what the desk changed where the platform says what it said before', async () => {
    await importing({ 'learners.csv': learnersFile({}) })
    await editing({ specialty: 'Cardiology', alternateEmails: ['other@example.org'] })
    expect(await importing({ 'learners.csv': learnersFile({}) })).toEqual([0, 0, 1, 0, 0])
    expect(await importing({ 'learners.csv': learnersFile({ given: 'Mei-Lin' }) })).toEqual([0, 1, 0, 0, 0])
    expect(await cells()).toMatchObject({ specialty: 'Cardiology', alternate_emails: 'other@example.org', given_name: 'Mei-Lin' })
  })

  it('lists as a conflict what both changed, once, and takes what else the row says', async () => {
    await importing({ 'learners.csv': learnersFile({ specialty: 'Surgery' }) })
    await editing({ specialty: 'Cardiology' })
    expect(await importing({ 'learners.csv': learnersFile({ specialty: 'Oncology', given: 'Mei-Lin' }) })).toEqual([0, 1, 0, 0, 1])
    expect(await importing({ 'learners.csv': learnersFile({ specialty: 'Oncology', given: 'Mei-Lin' }) })).toEqual([0, 0, 1, 0, 0])
    expect(await cells()).toMatchObject({ specialty: 'Cardiology', given_name: 'Mei-Lin' })
    expect(await openConflicts()).toEqual([{ id: 'cnf_1', column: 'specialty', deskValue: 'Cardiology', sourceValue: 'Oncology', formerSourceValue: 'Surgery' }])
  })

  it('tells of which import a conflict is, and lists those of one import alone', async () => {
    await importing({ 'learners.csv': learnersFile({ specialty: 'Surgery' }, { id: 'L-2' }) })
    await editing({ specialty: 'Cardiology' })
    await importing({ 'learners.csv': learnersFile({ specialty: 'Oncology' }, { id: 'L-2' }) })
    const of = async (importId?: string): Promise<unknown> => {
      const answer = await desk.conflicts.list({ offset: 0, limit: 100, openOnly: true, ...(importId === undefined ? {} : { importId }) })
      return answer.ok ? [answer.value.total, answer.value.rows.map((row) => [row.importId, row.importedAt])] : answer
    }
    expect(await of()).toEqual([1, [['imp_2', '2026-11-20T20:00:00.000Z']]])
    expect(await of('imp_2')).toEqual(await of())
    expect(await of('imp_1')).toEqual([0, []])
  })

  it('sees no conflict where both came to the same value', async () => {
    await importing({ 'learners.csv': learnersFile({ specialty: 'Surgery' }) })
    await editing({ specialty: 'Cardiology' })
    expect(await importing({ 'learners.csv': learnersFile({ specialty: 'Oncology' }) })).toEqual([0, 0, 1, 0, 1])
    expect(await importing({ 'learners.csv': learnersFile({ specialty: 'Cardiology' }) })).toEqual([0, 0, 1, 0, 0])
    expect(await openConflicts()).toEqual([])
  })

  it('writes the platform’s value when so decided, with an entry in the history', async () => {
    await importing({ 'learners.csv': learnersFile({ specialty: 'Surgery' }) })
    await editing({ specialty: 'Cardiology' })
    await importing({ 'learners.csv': learnersFile({ specialty: 'Oncology' }) })
    expect(await desk.conflicts.decide({ conflictId: 'cnf_1', decision: 'take_source' }, desk.acting)).toMatchObject({ ok: true })
    expect(await cells()).toMatchObject({ specialty: 'Oncology' })
    expect(await desk.conflicts.decide({ conflictId: 'cnf_1', decision: 'keep_desk' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'already_decided' } })
    const entries = await desk.store.unitOfWork.read(({ audit }) => audit.listOfLearner(1, { offset: 0, limit: 10 }))
    expect(entries).toMatchObject([{ operation: 'imports.decideConflict', before: { specialty: 'Cardiology' }, after: { specialty: 'Oncology', decision: 'take_source' }, actor: 'Dana Whitfield' }])
    // The platform is followed again from now on.
    expect(await importing({ 'learners.csv': learnersFile({ specialty: 'Pathology' }) })).toEqual([0, 1, 0, 0, 0])
  })

  it('asks no more about a value the desk decided to keep, until the platform changes it anew', async () => {
    await importing({ 'learners.csv': learnersFile({ specialty: 'Surgery' }) })
    await editing({ specialty: 'Cardiology' })
    await importing({ 'learners.csv': learnersFile({ specialty: 'Oncology' }) })
    await desk.conflicts.decide({ conflictId: 'cnf_1', decision: 'keep_desk' }, desk.acting)
    expect(await importing({ 'learners.csv': learnersFile({ specialty: 'Oncology' }) })).toEqual([0, 0, 1, 0, 0])
    expect(await openConflicts()).toEqual([])
    expect(await importing({ 'learners.csv': learnersFile({ specialty: 'Pathology' }) })).toEqual([0, 0, 1, 0, 1])
    expect(await openConflicts()).toMatchObject([{ sourceValue: 'Pathology', formerSourceValue: 'Oncology', deskValue: 'Cardiology' }])
  })

  it('does not write an address that has meanwhile become another learner’s', async () => {
    await importing({ 'learners.csv': learnersFile({ email: 'a@example.org' }) })
    await editing({ email: 'b@example.org' })
    await importing({ 'learners.csv': learnersFile({ email: 'c@example.org' }) })
    await importing({ 'learners.csv': learnersFile({ email: 'c@example.org' }, { id: 'L-2', email: 'c@example.org' }) })
    expect(await desk.conflicts.decide({ conflictId: 'cnf_1', decision: 'take_source' }, desk.acting)).toEqual({ ok: false, error: { code: 'field_malformed', field: 'email', facts: { owner: 'L-2' } } })
    expect(await openConflicts()).toHaveLength(1)
  })

  it('takes an empty cell for not known, and a column that is not there for nothing said', async () => {
    await importing({ 'learners.csv': learnersFile({ specialty: 'Surgery' }) })
    const withoutSpecialty = learnersFile({}).replace(',specialty', '').replace('physician,,', 'physician,')
    expect(await importing({ 'learners.csv': withoutSpecialty })).toEqual([0, 0, 1, 0, 0])
    expect(await cells()).toMatchObject({ specialty: 'Surgery' })
    expect(await importing({ 'learners.csv': learnersFile({}) })).toEqual([0, 1, 0, 0, 0])
    expect(await cells()).toMatchObject({ specialty: '' })
  })

  it('counts a row that only writes the same values differently as unchanged', async () => {
    await importing({ 'activities.csv': activitiesFile, 'packages.csv': 'external_id,portal,title,price,currency\nK-1,haymarket-mycme,One,9,USD\n' }, 'packages.csv')
    expect(await importing({ 'packages.csv': 'currency,price,title,portal,external_id\r\nUSD,9.00,"One",haymarket-mycme, K-1 \r\n' }, 'packages.csv')).toEqual([0, 0, 1, 0, 0])
  })

  it('supersedes the certificate of a claim the platform changed', async () => {
    await importing(oneClaimFolder(claimsFile({ number: 'N-1', amount: '1.25' })))
    expect(await importing({ 'claims.csv': claimsFile({ number: 'N-1', amount: '1.00' }) }, 'claims.csv')).toEqual([0, 1, 0, 0, 0])
    const certificates = await desk.store.unitOfWork.read(({ certificates: repository }) => repository.listOfClaim(1))
    expect(certificates.map(({ state, amount, number }) => ({ state, amount, isFirst: number === 'N-1' }))).toEqual(
      expect.arrayContaining([
        { state: 'superseded', amount: 125, isFirst: true },
        { state: 'current', amount: 100, isFirst: false },
      ]),
    )
    expect(certificates).toHaveLength(2)
  })

  it('keeps a former name and address to find the learner by', async () => {
    await importing({ 'learners.csv': learnersFile({ family: 'Patel', email: 'patel@example.org' }) })
    await importing({ 'learners.csv': learnersFile({ family: 'Okafor', email: 'okafor@example.org' }) })
    const record = await desk.store.unitOfWork.read(({ learnerRecords }) => learnerRecords.find(1))
    expect(JSON.stringify(record)).toContain('Mei Patel')
    expect(JSON.stringify(record)).toContain('patel@example.org')
  })

  it('accounts for an import with one entry, and for a dry run with none', async () => {
    const folder = await desk.exchangeFolder({ 'learners.csv': learnersFile({}, { id: 'L-2', status: 'gone' }) })
    await desk.import(folder, true)
    await desk.import(folder)
    const entry = await desk.store.unitOfWork.read(({ audit }) => audit.find(1))
    expect(entry).toMatchObject({ operation: 'imports.run', entity: 'import', entityId: 2, after: { state: 'finished', added: 1, refused: 1 } })
    expect(await desk.store.unitOfWork.read(({ audit }) => audit.find(2))).toBeUndefined()
  })
})
