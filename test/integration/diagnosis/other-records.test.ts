import type { Knex } from 'knex'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DiagnosisView } from '@shared/contract/diagnosis'
import type { LearnerChanges } from '@shared/contract/learners'
import { openSampleDesk } from '../../support/sample-desk'
import type { TemporaryDesk } from '../../support/temporary-desk'

/*
 * L-7-00009 of Haymarket asks about A-7-00073, in which L-7-00004 of the same portal is enrolled, and about A-7-00077, in
 * which only Cleveland's L-7-00018 is: what of the two records makes them one person's?
 */
let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk(async (knex) => {
    // The desk refuses an address twice; two accounts of a platform may still share one.
    const number = (name: string): Knex.QueryBuilder => knex('learners').where({ external_id: name }).select('id')
    for (const [name, email] of [['L-7-00041', 'Twin@Example.org'], ['L-7-00046', 'twin@example.org']] as const) {
      await knex('learner_emails').insert({ learner_id: number(name), email, email_folded: 'twin@example.org', kind: 'alternate' })
    }
  })
})
afterAll(() => desk.remove())

const idOf = async (kind: 'learner' | 'activity', name: string): Promise<string> => {
  const found = await desk.services.references.resolve(kind, name)
  if (!found.ok) throw new Error(`${name}: ${found.error.code}`)
  return found.value
}

async function edit(name: string, changes: LearnerChanges): Promise<void> {
  const id = await idOf('learner', name)
  const opened = await desk.services.learnerRecords.open({ id })
  if (!opened.ok) throw new Error(opened.error.code)
  const edited = await desk.services.learners.edit({ id, version: opened.value.learner.version, changes, reason: 'test' }, desk.acting)
  if (!edited.ok) throw new Error(`${edited.error.code} ${edited.error.field ?? ''}`)
}

async function diagnose(learner: string, activity: string): Promise<DiagnosisView> {
  const found = await desk.services.diagnoses.ofActivity({ id: await idOf('learner', learner), activityId: await idOf('activity', activity) })
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

/** Nothing that could be taken for somebody else. */
const nobody: LearnerChanges = { givenName: 'Ann Mary', familyName: 'Lee', npi: '', nabpEprofileId: '', licenceState: '', licenceNumber: '', board: '', boardId: '', alternateEmails: [] }

describe('another record of the portal that is enrolled (C4, C6, T21)', () => {
  it.each<[string, string, LearnerChanges, LearnerChanges]>([
    ['the same name', 'name', {}, { givenName: 'ann  mary', familyName: 'LEE' }],
    ['the same words shared out otherwise between the names', 'name', {}, { givenName: 'Ann', familyName: 'Mary Lee' }],
    ['the same name with accents and a hyphen', 'name', {}, { givenName: 'Ánn-Mary', familyName: 'Leé' }],
    ['an equal NPI', 'npi', { npi: '1234567893' }, { givenName: 'Other', npi: '1234567893' }],
    ['an equal e-Profile ID', 'nabp_eprofile_id', { nabpEprofileId: '123456' }, { givenName: 'Other', nabpEprofileId: '123456' }],
    ['an equal licence', 'licence_number', { licenceState: 'OH', licenceNumber: 'D77777' }, { givenName: 'Other', licenceState: 'OH', licenceNumber: 'D77777' }],
    ['an equal diplomate number', 'board_id', { board: 'abim', boardId: '55555' }, { givenName: 'Other', board: 'abim', boardId: '55555' }],
  ])('is wrong_email by %s', async (_what, same, own, other) => {
    await edit('L-7-00009', { ...nobody, ...own })
    await edit('L-7-00004', { ...nobody, email: 'old@example.org', ...other })
    const [first] = (await diagnose('L-7-00009', 'A-7-00073')).findings
    expect(first).toMatchObject({ code: 'wrong_email', activity: { externalId: 'A-7-00073' } })
    expect(first?.evidence).toContainEqual(expect.objectContaining({ recordKind: 'learner', name: 'L-7-00004', field: 'same', value: same }))
    expect(first?.evidence).toContainEqual(expect.objectContaining({ recordKind: 'enrolment', name: 'E-7-00004', field: 'registered_at' }))
  })

  it('is wrong_email by an address both gave as a further one', async () => {
    const [first] = (await diagnose('L-7-00046', 'A-7-00089')).findings
    expect(first).toMatchObject({ code: 'wrong_email' })
    expect(first?.evidence).toContainEqual(expect.objectContaining({ name: 'L-7-00041', field: 'same', value: 'email' }))
  })

  it.each<[string, LearnerChanges]>([
    ['another name', { givenName: 'Other' }],
    ['the licence number of another state', { givenName: 'Other', licenceState: 'NY', licenceNumber: 'D77777' }],
    ['the diplomate number of another board', { givenName: 'Other', board: 'abp', boardId: '55555' }],
  ])('is not_enrolled by %s', async (_what, other) => {
    await edit('L-7-00009', { ...nobody, licenceState: 'OH', licenceNumber: 'D77777', board: 'abim', boardId: '55555' })
    await edit('L-7-00004', { ...nobody, email: 'old@example.org', ...other })
    expect((await diagnose('L-7-00009', 'A-7-00073')).findings.map((one) => one.code)).toEqual(['not_enrolled'])
  })

  it('is not looked for in another portal', async () => {
    await edit('L-7-00009', nobody)
    await edit('L-7-00018', nobody)
    expect((await diagnose('L-7-00009', 'A-7-00077')).findings.map((one) => one.code)).toEqual(['not_enrolled'])
  })
})
