import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '@shared/contract'
import { recordId } from '@shared/model/record-id'
import type { Learner } from '../../../main/ports/repositories/learner-repository'
import { valueOf } from '../../support/mail-desk'
import { certificatesOf, openSmallDesk, type PaperDesk } from '../../support/paper-desk'
import { openRecordActsDesk, type RecordActsDesk } from '../../support/record-acts-desk'

async function learnerOf(desk: PaperDesk, externalId: string): Promise<Learner> {
  const learner = await desk.look(({ learners }) => learners.findByExternalId(externalId))
  if (learner === undefined) throw new Error(externalId)
  return learner
}

describe('changing a name', () => {
  let desk: PaperDesk
  beforeEach(async () => {
    desk = await openSmallDesk()
  })
  afterEach(() => desk.remove())

  const change = async (externalId: string, more: Partial<Input<'learners.changeName'>>) => {
    const { id, version, givenName, familyName, certificateName } = await learnerOf(desk, externalId)
    return desk.names.change({ id: recordId('learner', id), version, givenName, familyName, certificateName, reissue: [], reason: 'Marriage certificate seen.', ...more }, desk.acting)
  }
  const chosen = async (claim: string): Promise<string> => recordId('certificate', (await certificatesOf(desk, claim)).at(-1)?.id ?? 0)

  it('is for future certificates only unless asked otherwise: those issued stay as they are (C15, T7)', async () => {
    const before = await certificatesOf(desk, 'C-1')
    const { entryId } = valueOf(await change('L-1', { familyName: 'Berg-Lind', certificateName: 'Dr. Anna Berg-Lind' }))
    expect(await certificatesOf(desk, 'C-1')).toEqual(before)
    expect(await learnerOf(desk, 'L-1')).toMatchObject({ familyName: 'Berg-Lind', certificateName: 'Dr. Anna Berg-Lind' })
    expect(await desk.look(({ outbox }) => outbox.count())).toBe(0)
    valueOf(await desk.history.undo({ entryId, reason: '' }, desk.acting))
    expect(await learnerOf(desk, 'L-1')).toMatchObject({ familyName: 'Berg', certificateName: 'Dr. Anna Berg' })
  })

  it('reissues the chosen certificates by linked successors, drafts the mail, and takes all of it back (H33)', async () => {
    const changed = valueOf(await change('L-1', { certificateName: 'Dr. Anna Lind', reissue: [await chosen('C-1')] }))
    const [old, successor] = await certificatesOf(desk, 'C-1')
    expect(old).toMatchObject({ number: 'X-1', state: 'superseded', printedName: 'Dr. Anna Berg', supersededByCertificateId: successor?.id })
    expect(successor).toMatchObject({ number: changed.certificates[0], state: 'current', printedName: 'Dr. Anna Lind', amount: old?.amount, creditType: old?.creditType, form: old?.form, contextId: old?.contextId, facts: { ...old?.facts, printedName: 'Dr. Anna Lind', replaces: { number: 'X-1', reason: 'name corrected' } } })
    expect((await certificatesOf(desk, 'C-6')).map(({ state }) => state)).toEqual(['current'])
    const [mail] = await desk.look(({ outbox }) => outbox.list({ offset: 0, limit: 5 }))
    expect(mail).toMatchObject({ state: 'draft', attachments: changed.certificates })
    expect(mail?.body).toContain('Dr. Anna Lind')
    expect(valueOf(await desk.certificates.print(changed.certificates[0] ?? '', desk.acting)).view).toMatchObject({ state: 'current' })

    valueOf(await desk.history.undo({ entryId: changed.entryId, reason: '' }, desk.acting))
    expect((await certificatesOf(desk, 'C-1')).map(({ number, state }) => [number, state])).toEqual([['X-1', 'current'], [changed.certificates[0], 'void']])
    expect(await desk.look(({ outbox }) => outbox.count())).toBe(0)
    expect(await desk.history.verify()).toMatchObject({ brokenAt: null })
  })

  it('is not taken back after the certificate was corrected again', async () => {
    const changed = valueOf(await change('L-1', { certificateName: 'Dr. Anna Lind', reissue: [await chosen('C-1')] }))
    const claim = await desk.look(({ claims }) => claims.findByExternalId('C-1'))
    valueOf(await desk.claims.changeCreditType({ claimId: recordId('claim', claim?.id ?? 0), claimVersion: claim?.version ?? 0, to: 'aafp_prescribed', reason: 'Wrong type.' }, desk.acting))
    expect(await desk.history.undo({ entryId: changed.entryId, reason: '' }, desk.acting)).toMatchObject({ error: { code: 'later_work_depends' } })
    expect((await certificatesOf(desk, 'C-1')).map(({ printedName, state }) => [printedName, state])).toEqual([['Dr. Anna Berg', 'superseded'], ['Dr. Anna Lind', 'superseded'], ['Dr. Anna Lind', 'current']])
  })

  it.each([
    ['L-3', 'C-3', { certificateName: 'Katya Lind' }, 'record_kept_elsewhere', 'reissue'],
    ['L-1', 'C-1', { givenName: ' ' }, 'field_missing', 'givenName'],
    ['L-1', 'C-1', {}, 'name_on_it_already', 'reissue'],
    ['L-1', 'C-1', { certificateName: 'Anna 𓀀' }, 'name_not_printable', 'certificateName'],
    ['L-1', 'C-1', { certificateName: 'Anna Lind', reason: '' }, 'reason_missing', 'reason'],
    ['L-1', 'C-1', { version: 9 }, 'stale', undefined],
  ] as const)('refuses %s %s %o with %s and writes nothing', async (learner, claim, more, code, field) => {
    const before = [await learnerOf(desk, learner), await certificatesOf(desk, claim)]
    expect(await change(learner, { reissue: [await chosen(claim)], ...more })).toMatchObject({ ok: false, error: { code, ...(field === undefined ? {} : { field }) } })
    expect([await learnerOf(desk, learner), await certificatesOf(desk, claim)]).toEqual(before)
  })

  it('says the portal’s policy with the certificates in force', async () => {
    const { id } = await learnerOf(desk, 'L-1')
    const policy = valueOf(await desk.names.policy({ id: recordId('learner', id) }))
    expect(policy).toMatchObject({ mayReissue: true, rows: ['H33', '5.5'] })
    expect(policy.certificates.map(({ number }) => number)).toEqual(['X-1', 'X-6', 'CD2026-000001'])
  })
})

describe('profession, identifiers and discount codes', () => {
  let desk: RecordActsDesk
  beforeEach(async () => {
    desk = await openRecordActsDesk()
  })
  afterEach(() => desk.remove())

  it('shows what another profession would change, changes it, and takes it back (H14, H37, T7)', async () => {
    const id = await desk.id('learners', 'L-7')
    const preview = valueOf(await desk.professions.preview({ id, to: 'nurse' }))
    expect(preview).toMatchObject({
      kind: 'would_differ',
      courses: [{ activityTitle: 'Practice Changes in Psoriasis', credits: [{ creditType: 'ama_pra_1', before: 'claim', after: 'participation' }, { creditType: 'ancc', before: 'none', after: 'claim' }] }],
    })
    const { version } = await learnerOf(desk, 'L-7')
    expect(await desk.professions.change({ id, version, to: 'nurse', reason: ' ' }, desk.acting)).toMatchObject({ error: { code: 'reason_missing', field: 'reason' } })
    expect(await desk.professions.change({ id, version, to: 'physician', reason: 'x' }, desk.acting)).toMatchObject({ error: { code: 'nothing_changed' } })
    expect(await desk.professions.change({ id, version: 9, to: 'nurse', reason: 'x' }, desk.acting)).toMatchObject({ error: { code: 'stale' } })
    const { entryId } = valueOf(await desk.professions.change({ id, version, to: 'nurse', reason: 'Was chosen wrongly at registration.' }, desk.acting))
    expect((await learnerOf(desk, 'L-7')).profession).toBe('nurse')
    expect(valueOf(await desk.professions.preview({ id, to: 'nurse' })).kind).toBe('same_profession')
    valueOf(await desk.history.undo({ entryId, reason: '' }, desk.acting))
    expect((await learnerOf(desk, 'L-7')).profession).toBe('physician')
  })

  it('T7: leaves what was claimed as it was', async () => {
    await desk.claimThere('E-10', 'C-10')
    const before = await certificatesOf(desk, 'C-10')
    const { id, version } = await learnerOf(desk, 'L-7')
    expect(valueOf(await desk.professions.preview({ id: recordId('learner', id), to: 'nurse' }))).toMatchObject({ kind: 'no_difference', claimsUntouched: 1 })
    valueOf(await desk.professions.change({ id: recordId('learner', id), version, to: 'nurse', reason: 'Was chosen wrongly.' }, desk.acting))
    expect(await certificatesOf(desk, 'C-10')).toEqual(before)
  })

  it('refuses a malformed identifier with its field and an example, takes a good one tidied, and flags and unflags', async () => {
    const edit = async (changes: Input<'learners.edit'>['changes']) => {
      const { id, version } = await learnerOf(desk, 'L-3')
      return desk.learners.edit({ id: recordId('learner', id), version, changes, reason: '' }, desk.acting)
    }
    expect(await edit({ npi: '1234567894' })).toMatchObject({ error: { code: 'field_malformed', field: 'npi', facts: { expected: 'a number whose check digit fits, such as 1234567893; one of its digits is wrong' } } })
    expect(await edit({ birthMonthDay: '207' })).toMatchObject({ error: { code: 'field_malformed', field: 'birthMonthDay' } })
    expect(await edit({ licenceNumber: 'D1' })).toMatchObject({ error: { code: 'field_malformed', field: 'licenceState' } })
    expect((await learnerOf(desk, 'L-3')).npi).toBe('')
    const edited = valueOf(await edit({ npi: '123 456 7893', birthMonthDay: '02/07', licenceState: 'oh', licenceNumber: 'D12345' }))
    expect(edited.flagged).toEqual([])
    expect(edited.sharedWith).toContainEqual({ field: 'npi', externalId: 'L-1' })
    expect(await learnerOf(desk, 'L-3')).toMatchObject({ npi: '1234567893', birthMonthDay: '0207', licenceState: 'OH', licenceNumber: 'D12345' })

    const flags = async (): Promise<readonly string[]> => {
      const id = await desk.number('learners', 'L-7')
      return (await desk.look(({ exchange }) => exchange.listFlags('learner'))).filter(({ entityId }) => entityId === id).map(({ code }) => code)
    }
    await desk.import(await desk.exchangeFolder({ 'learners.csv': 'external_id,portal,email,given_name,family_name,profession,npi,status,registered_at\nL-7,haymarket-mycme,noor.aziz@example.org,Noor,Aziz,physician,123,active,2024-01-05T09:00:00-05:00' }))
    expect(await flags()).toEqual(['not_ten_digits'])
    const { id, version } = await learnerOf(desk, 'L-7')
    const mended = valueOf(await desk.learners.edit({ id: recordId('learner', id), version, changes: { npi: '1245319599' }, reason: '' }, desk.acting))
    expect(await flags()).toEqual([])
    valueOf(await desk.history.undo({ entryId: mended.entryId ?? '', reason: '' }, desk.acting))
    expect(await flags()).toEqual(['not_ten_digits'])
  })

  it('says why a discount code was refused (H47)', async () => {
    await desk.import(await desk.exchangeFolder({ 'discount_codes.csv': 'code,portal,percent,amount,audience,valid_from,valid_to,uses_left\nSTUDENT20,haymarket-mycme,20,,student,2026-01-24,2027-09-16,\nOLD10,haymarket-mycme,10,,,2026-01-24,2026-11-19,' }))
    const check = async (typed: string) => valueOf(await desk.discountCodes.check({ learnerId: await desk.id('learners', 'L-7'), typed }))
    expect(await check('student20')).toMatchObject({ kind: 'refused', reason: 'code_for_students', code: { code: 'STUDENT20' }, rows: ['H47'] })
    expect(await check('OLD10')).toMatchObject({ kind: 'refused', reason: 'code_over', code: { validTo: '2026-11-19' } })
    expect(await check('NOPE')).toMatchObject({ kind: 'refused', reason: 'code_unknown', code: null })
  })
})
