import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '@shared/contract'
import { recordId } from '@shared/model/record-id'
import { valueOf } from '../../support/mail-desk'
import { certificatesOf, claimNumber, openSmallDesk, tamperWith, type PaperDesk } from '../../support/paper-desk'
import { paperFolderWith } from '../../support/paper-folder'

type Change = Omit<Input<'claims.changeCreditType'>, 'claimId' | 'claimVersion' | 'reason'> & { readonly reason?: string; readonly version?: number }

describe('changing the credit type of a claim', () => {
  let desk: PaperDesk
  beforeEach(async () => {
    desk = await openSmallDesk()
  })
  afterEach(() => desk.remove())

  async function change(externalId: string, { version, ...change }: Change): ReturnType<PaperDesk['claims']['changeCreditType']> {
    const claim = await desk.look(({ claims }) => claims.findByExternalId(externalId))
    if (claim === undefined) throw new Error(`there is no claim ${externalId}`)
    return desk.claims.changeCreditType({ reason: 'Learner chose the wrong type.', ...change, claimId: recordId('claim', claim.id), claimVersion: version ?? claim.version }, desk.acting)
  }

  /** Everything a correction may write, so that "nothing written" is seen whole. */
  async function written(externalId: string): Promise<unknown> {
    const id = await claimNumber(desk, externalId)
    return desk.look(async ({ claims, certificates, outbox, audit, reports }) => ({
      claim: await claims.find(id),
      certificates: await certificates.listOfClaim(id),
      mails: await outbox.count(),
      audit: await audit.verify(),
      corrections: await reports.listCorrectionsOfClaim(id),
    }))
  }

  async function undo(entryId: string): ReturnType<PaperDesk['history']['undo']> {
    return desk.history.undo({ entryId, reason: 'It was right before.' }, desk.acting)
  }

  it('corrects the claim, supersedes its certificate and issues the successor, with mail and audit entry', async () => {
    const before = await desk.look(({ claims }) => claims.findByExternalId('C-2'))
    const changed = valueOf(await change('C-2', { to: 'aapa_1', reason: '  Phoned on 15 Nov.  ' }))
    expect(changed).toMatchObject({ oldCertificate: 'X-2', newCertificate: 'CD2026-000002' })

    const after = await desk.look(({ claims }) => claims.findByExternalId('C-2'))
    expect(after).toEqual({ ...before, creditType: 'aapa_1', amount: 100, version: (before?.version ?? 0) + 1 })

    const [old, successor] = await certificatesOf(desk, 'C-2')
    expect(old).toMatchObject({ number: 'X-2', state: 'superseded', form: 'participation', supersededByCertificateId: successor?.id, endedAt: '2026-11-20T20:00:00.000Z', endedReason: 'Phoned on 15 Nov.' })
    expect(successor).toMatchObject({ number: 'CD2026-000002', state: 'current', origin: 'desk', creditType: 'aapa_1', amount: 100, form: 'credit', replacesCertificateId: old?.id, issuedBy: 'Dana Whitfield', reason: 'Phoned on 15 Nov.' })

    const [mail] = await desk.look(({ outbox }) => outbox.list({ offset: 0, limit: 10 }))
    expect(mail).toMatchObject({ state: 'draft', kind: 'certificate', to: 'ase.tanaka@example.org', attachments: ['CD2026-000002'] })
    expect(mail?.body).toContain('Certificate CD2026-000002 is attached. It replaces certificate X-2')
    expect(mail?.body).toContain('1.00 AAPA Category 1 CME credit')

    const history = valueOf(await desk.history.ofLearner({ id: recordId('learner', old?.learnerId ?? 0), offset: 0, limit: 10 }))
    expect(history.entries[0]).toMatchObject({ operation: 'claims.changeCreditType', reason: 'Phoned on 15 Nov.', undo: { state: 'possible' } })
    expect(history.entries[0]?.changes).toContainEqual({ field: 'certificate', before: 'X-2', after: 'CD2026-000002' })
    expect(await desk.history.verify()).toMatchObject({ brokenAt: null })
  })

  it('prints both: the old one as it was, the new one naming what it replaces', async () => {
    const old = valueOf(await desk.certificates.print('X-2', desk.acting))
    valueOf(await change('C-2', { to: 'aapa_1', reason: 'Her words: Ticket T-7-00001, she was upset.' }))
    const again = valueOf(await desk.certificates.print('X-2', desk.acting))
    expect(again.bytes).toEqual(old.bytes)
    expect(again.view).toMatchObject({ state: 'superseded', supersededBy: 'CD2026-000002', sha256: old.view.sha256 })
    expect(valueOf(await desk.certificates.print('CD2026-000002', desk.acting)).view).toMatchObject({ state: 'current', title: 'Certificate of Credit' })
    const successor = (await certificatesOf(desk, 'C-2'))[1]
    const paper = await desk.look(({ certificates }) => certificates.findPaper(successor?.id ?? 0))
    expect(paper?.snapshot).toContain('No. X-2')
    expect(paper?.snapshot).toContain('credit type corrected')
    expect(paper?.snapshot).not.toContain('upset')
  })

  it('takes the smaller of the old amount and the new maximum, down to the step, and a lower one on request', async () => {
    valueOf(await change('C-1', { to: 'aafp_prescribed' }))
    expect(await desk.look(({ claims }) => claims.findByExternalId('C-1'))).toMatchObject({ amount: 100 })
    valueOf(await change('C-1', { to: 'ama_pra_1', amount: 50 }))
    expect(await desk.look(({ claims }) => claims.findByExternalId('C-1'))).toMatchObject({ creditType: 'ama_pra_1', amount: 50 })
    expect((await certificatesOf(desk, 'C-1')).map(({ state }) => state)).toEqual(['superseded', 'superseded', 'current'])
  })

  it.each([
    ['credit_type_not_offered', 'C-2', { to: 'acpe' }],
    ['credit_type_not_for_profession', 'C-2', { to: 'ancc' }],
    ['credit_type_not_for_profession', 'C-1', { to: 'abp_moc_2' }],
    ['same_credit_type', 'C-2', { to: 'ama_pra_1' }],
    ['reason_missing', 'C-2', { to: 'aapa_1', reason: ' \n ' }],
    ['amount_not_claimable', 'C-2', { to: 'aapa_1', amount: 60 }],
    ['amount_not_claimable', 'C-2', { to: 'aapa_1', amount: 125 }],
    ['report_not_correctable', 'C-4', { to: 'ama_pra_1' }],
    ['claim_not_active', 'C-5', { to: 'aapa_1' }],
    ['stale', 'C-2', { to: 'aapa_1', version: 7 }],
  ] as const)('refuses with %s (%s) and writes nothing', async (code, externalId, asked) => {
    const before = await written(externalId)
    expect(await change(externalId, asked)).toMatchObject({ ok: false, error: { code } })
    expect(await written(externalId)).toEqual(before)
  })

  it('refuses a claim that is not there', async () => {
    const input = { claimId: 'clm_4711', claimVersion: 1, to: 'aapa_1', reason: 'why' } as const
    expect(await desk.claims.changeCreditType(input, desk.acting)).toEqual({ ok: false, error: { code: 'not_found' } })
  })

  it('lets one of two corrections made at the same moment through, the other is stale', async () => {
    const answers = await Promise.all([change('C-1', { to: 'aafp_prescribed' }), change('C-1', { to: 'abim_moc' })])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'stale' } })
    expect(await certificatesOf(desk, 'C-1')).toHaveLength(2)
  })

  it('keeps the name of the certificate it replaces, and takes today’s profession', async () => {
    const learner = await desk.look(({ learners }) => learners.findByExternalId('L-1'))
    const edit = { id: recordId('learner', learner?.id ?? 0), version: learner?.version ?? 0, changes: { certificateName: 'Anna Berg-Lind', familyName: 'Berg-Lind' }, reason: 'Married.' }
    valueOf(await desk.learners.edit(edit, desk.acting))
    valueOf(await change('C-1', { to: 'aafp_prescribed' }))
    expect((await certificatesOf(desk, 'C-1'))[1]?.facts).toMatchObject({ printedName: 'Dr. Anna Berg', credentials: 'MD, FACP', identifier: { value: 'State license OH D12345' } })
  })

  it('works for a claim that has no certificate in force', async () => {
    desk = await tamperWith(desk, `update certificates set state = 'void' where number = 'X-2'`)
    const changed = valueOf(await change('C-2', { to: 'aapa_1' }))
    expect(changed.oldCertificate).toBeNull()
    expect((await certificatesOf(desk, 'C-2')).map(({ number, state }) => [number, state])).toEqual([['X-2', 'void'], [changed.newCertificate, 'current']])
    valueOf(await undo(changed.entryId))
    expect((await certificatesOf(desk, 'C-2')).map(({ state }) => state)).toEqual(['void', 'void'])
  })

  describe('where a body was told of the claim', () => {
    it('queues the withdrawal, and the new credit where the portal reports it', async () => {
      const changed = valueOf(await change('C-3', { to: 'ama_pra_1' }))
      const id = await claimNumber(desk, 'C-3')
      const corrections = await desk.look(({ reports }) => reports.listCorrectionsOfClaim(id))
      expect(corrections).toMatchObject([{ body: 'cpe_monitor', act: 'withdraw', state: 'queued', facts: { creditType: 'acpe', amount: 200, formerCertificate: 'X-3', certificate: changed.newCertificate } }])
    })

    it('adds to the body that the new credit goes to', async () => {
      valueOf(await change('C-8', { to: 'abim_moc' }))
      const id = await claimNumber(desk, 'C-8')
      const corrections = await desk.look(({ reports }) => reports.listCorrectionsOfClaim(id))
      expect(corrections.map(({ body, act, facts, lastOn }) => [body, act, facts.creditType, lastOn])).toEqual([
        ['pars', 'withdraw', 'ama_pra_1', null],
        ['pars', 'add', 'abim_moc', '2026-12-13'],
      ])
    })

    it('cancels what is queued when the correction is undone, and refuses to once it was sent', async () => {
      const first = valueOf(await change('C-8', { to: 'abim_moc' }))
      valueOf(await undo(first.entryId))
      const id = await claimNumber(desk, 'C-8')
      expect((await desk.look(({ reports }) => reports.listCorrectionsOfClaim(id))).map(({ state }) => state)).toEqual(['cancelled', 'cancelled'])
      const second = valueOf(await change('C-8', { to: 'abim_moc' }))
      desk = await tamperWith(desk, `update report_corrections set state = 'sent' where id = (select max(id) from report_corrections)`)
      expect(await undo(second.entryId)).toMatchObject({ ok: false, error: { code: 'later_work_depends' } })
      expect((await desk.look(({ reports }) => reports.listCorrectionsOfClaim(id))).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'queued', 'sent'])
    })
  })

  describe('undone', () => {
    it('voids the successor, puts the predecessor back in force and takes the draft back', async () => {
      const before = await desk.look(({ claims }) => claims.findByExternalId('C-2'))
      const changed = valueOf(await change('C-2', { to: 'aapa_1' }))
      valueOf(await undo(changed.entryId))
      expect(await desk.look(({ claims }) => claims.findByExternalId('C-2'))).toEqual({ ...before, version: (before?.version ?? 0) + 2 })
      const [old, successor] = await certificatesOf(desk, 'C-2')
      expect(old).toMatchObject({ number: 'X-2', state: 'current', supersededByCertificateId: null, endedAt: null, endedReason: '' })
      expect(successor).toMatchObject({ state: 'void', endedReason: 'the correction was undone' })
      expect(valueOf(await desk.certificates.print('CD2026-000002', desk.acting)).view.state).toBe('void')
      expect(await desk.look(({ outbox }) => outbox.count())).toBe(0)
      expect(await undo(changed.entryId)).toMatchObject({ error: { code: 'already_undone' } })
      expect(await desk.history.verify()).toMatchObject({ brokenAt: null })
    })

    it('can be corrected again, under a number of its own', async () => {
      const changed = valueOf(await change('C-2', { to: 'aapa_1' }))
      valueOf(await undo(changed.entryId))
      const again = valueOf(await change('C-2', { to: 'aapa_1' }))
      expect(again).toMatchObject({ oldCertificate: 'X-2', newCertificate: 'CD2026-000003' })
    })

    it('is refused once the mail is on its way', async () => {
      const changed = valueOf(await change('C-2', { to: 'aapa_1' }))
      await desk.store.unitOfWork.run(async ({ outbox }) => {
        const [mail] = await outbox.list({ offset: 0, limit: 1 })
        const version = await outbox.update(mail?.id ?? 0, mail?.version ?? 0, { state: 'queued' })
        return { ok: true, value: version }
      })
      const before = await written('C-2')
      expect(await undo(changed.entryId)).toMatchObject({ ok: false, error: { code: 'later_work_depends' } })
      expect(await written('C-2')).toEqual(before)
    })

    it('is refused after a later correction, until that one is undone', async () => {
      const first = valueOf(await change('C-1', { to: 'aafp_prescribed' }))
      const second = valueOf(await change('C-1', { to: 'abim_moc' }))
      expect(await undo(first.entryId)).toMatchObject({ ok: false, error: { code: 'later_work_depends' } })
      valueOf(await undo(second.entryId))
      valueOf(await undo(first.entryId))
      expect((await certificatesOf(desk, 'C-1')).map(({ number, state }) => [number, state])).toEqual([['X-1', 'current'], [first.newCertificate, 'void'], [second.newCertificate, 'void']])
    })

    it('is refused after the platform changed the claim', async () => {
      const changed = valueOf(await change('C-1', { to: 'aafp_prescribed' }))
      await desk.import(await desk.exchangeFolder(paperFolderWith('claims.csv', 'C-1,E-1,ama_pra_1,1.25,2026-11-01T15:00:00-05:00,X-1,,,', 'C-1,E-1,ama_pra_1,1.25,2026-11-01T15:00:00-05:00,X-1,,void,')))
      expect(await undo(changed.entryId)).toMatchObject({ ok: false, error: { code: 'later_work_depends' } })
    })
  })

  describe('previewed', () => {
    const options = async (externalId: string): Promise<Readonly<Record<string, unknown>>> => {
      const preview = valueOf(await desk.claims.previewCreditChange({ claimId: recordId('claim', await claimNumber(desk, externalId)) }))
      return Object.fromEntries(preview.options.map(({ creditType, verdict }) => [creditType, verdict]))
    }

    it('shows what the activity offers and what people ask for, each refused one with its reason', async () => {
      expect(await options('C-2')).toEqual({
        ama_pra_1: { kind: 'current', form: 'participation' },
        aapa_1: { kind: 'allowed', form: 'credit', newAmount: 100, maximumAmount: 100, step: 25, fixed: false },
        aafp_prescribed: { kind: 'refused', code: 'credit_type_not_for_profession', detail: 'For physicians. The profile says physician assistant.' },
        ancc: { kind: 'refused', code: 'credit_type_not_for_profession', detail: 'For nurse practitioners and nurses. The profile says physician assistant.' },
        abp_moc_2: { kind: 'refused', code: 'credit_type_not_for_profession', detail: 'For physicians. The profile says physician assistant.' },
        abim_moc: { kind: 'refused', code: 'credit_type_not_for_profession', detail: 'For physicians. The profile says physician assistant.' },
        aanp: { kind: 'refused', code: 'credit_type_not_offered', detail: 'This activity was not designated for it.' },
        acpe: { kind: 'refused', code: 'credit_type_not_offered', detail: 'This activity was not designated for it.' },
      })
      expect(await options('C-1')).toMatchObject({ abp_moc_2: { detail: 'For diplomates of the ABP. The profile names the ABIM.' } })
      expect(await options('C-4')).toMatchObject({ ama_pra_1: { code: 'report_not_correctable', detail: 'CPE Monitor took corrections until 2026-03-22.' } })
    })

    it('tells the window, the report and the mail, and writes nothing', async () => {
      const before = await written('C-2')
      const preview = valueOf(await desk.claims.previewCreditChange({ claimId: recordId('claim', await claimNumber(desk, 'C-2')), to: 'aapa_1' }))
      expect(preview).toMatchObject({ windowClosesOn: '2027-06-08', report: { kind: 'none' }, certificateNumber: 'X-2', mail: { toMasked: 'a••••••••ka@example.org' } })
      expect(preview.mail?.body).toContain('given on issue')
      expect(await written('C-2')).toEqual(before)
      const told = valueOf(await desk.claims.previewCreditChange({ claimId: recordId('claim', await claimNumber(desk, 'C-3')) }))
      expect(told).toMatchObject({ report: { kind: 'correction_queued', body: 'cpe_monitor', lastOn: '2026-12-20' }, mail: null })
    })

    it('draws the paper it would make as a specimen, and takes no number', async () => {
      const claimId = recordId('claim', await claimNumber(desk, 'C-2'))
      const drawn = valueOf(await desk.paper.previewCreditChange({ claimId, to: 'aapa_1' }, desk.acting))
      expect(Buffer.from(drawn).subarray(0, 5).toString()).toBe('%PDF-')
      expect(await desk.paper.previewCreditChange({ claimId, to: 'ancc' }, desk.acting)).toMatchObject({ error: { code: 'credit_type_not_for_profession' } })
      expect(valueOf(await change('C-2', { to: 'aapa_1' })).newCertificate).toBe('CD2026-000002')
    })
  })
})
