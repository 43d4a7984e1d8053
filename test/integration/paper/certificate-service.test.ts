import { afterEach, describe, expect, it } from 'vitest'
import { portalProfileOf } from '@shared/portals/portal-profiles'
import { recordId } from '@shared/model/record-id'
import { parseCreditAmount } from '@shared/model/credit-amount'
import { certificateSnapshotSchema, type CertificateSnapshot } from '@shared/model/certificate-snapshot'
import { valueOf } from '../../support/mail-desk'
import { certificatesOf, openPaperDesk, openSampleDesk, openSmallDesk, tamperWith, type PaperDesk } from '../../support/paper-desk'
import { paperFolder, paperFolderWith } from '../../support/paper-folder'

const print = async (desk: PaperDesk, number: string): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> => {
  const { bytes, view } = valueOf(await desk.certificates.print(number, desk.acting))
  return { bytes, sha256: view.sha256 }
}

async function snapshotOf(desk: PaperDesk, number: string): Promise<CertificateSnapshot> {
  await print(desk, number)
  const kept = await desk.look(async ({ certificates }) => certificates.findPaper((await certificates.findByNumber(number))?.id ?? 0))
  return certificateSnapshotSchema.parse(JSON.parse(kept?.snapshot ?? ''))
}

describe('printing a certificate', () => {
  let desk: PaperDesk
  afterEach(() => desk.remove())

  it('keeps the bytes of the first print and hands out the same, also after a restart', async () => {
    desk = await openSmallDesk()
    const first = valueOf(await desk.certificates.print('X-1', desk.acting))
    expect(first.view).toMatchObject({ number: 'X-1', state: 'current', title: 'Certificate of Credit', identicalToIssue: true, restored: false, fileName: 'Certificate X-1.pdf' })
    desk = await desk.reopen('2027-05-01T08:00:00.000Z')
    const again = valueOf(await desk.certificates.print('X-1', desk.acting))
    expect(again.bytes).toEqual(first.bytes)
    expect(again.view.sha256).toBe(first.view.sha256)
    expect((await certificatesOf(desk, 'C-1'))[0]).toMatchObject({ bytesSha256: first.view.sha256 })
  })

  it('gives the same bytes on two desks that imported the folder at different times', async () => {
    desk = await openSmallDesk()
    const other = await openSmallDesk({ now: '2028-02-29T23:30:00.000Z' })
    try {
      for (const number of ['X-1', 'X-2', 'X-3', 'X-6', 'CD2026-000001']) expect((await print(other, number)).sha256).toBe((await print(desk, number)).sha256)
    } finally {
      await other.remove()
    }
  })

  it('is untouched by what happens later to learner, activity, designation and portal', async () => {
    desk = await openSmallDesk()
    const untouched = await openSmallDesk()
    try {
      const learner = await desk.look(({ learners }) => learners.findByExternalId('L-1'))
      const changes = { givenName: 'Ann', certificateName: 'Ann Lind', credentials: 'DO', profession: 'nurse', licenceNumber: 'N1' } as const
      valueOf(await desk.learners.edit({ id: recordId('learner', learner?.id ?? 0), version: learner?.version ?? 0, changes, reason: '' }, desk.acting))
      const folder = { ...paperFolder, ...paperFolderWith('activities.csv', 'Practice Changes in Psoriasis', 'Psoriasis, New Edition') }
      await desk.import(await desk.exchangeFolder({ ...folder, 'activity_credits.csv': paperFolder['activity_credits.csv'].replace('A-1,ama_pra_1,1.25', 'A-1,ama_pra_1,2.00') }))
      const portal = portalProfileOf('haymarket-mycme')
      if (portal === undefined) throw new Error('there is no portal')
      const renamed = { ...portal, provider: { ...portal.provider, name: 'Another House' } }
      desk = await tamperWith(desk, 'insert into portals (key, profile) values (?, ?)', [portal.key, JSON.stringify(renamed)])
      expect((await print(desk, 'X-1')).sha256).toBe((await print(untouched, 'X-1')).sha256)
      const snapshot = await snapshotOf(desk, 'X-1')
      expect(snapshot).toMatchObject({ name: { text: 'Dr. Anna Berg' }, activityTitle: 'Practice Changes in Psoriasis', provider: { name: 'Haymarket Medical Education' } })
    } finally {
      await untouched.remove()
    }
  })

  it('prints a participation form for a physician assistant’s AMA claim: what was designated, not an award', async () => {
    desk = await openSmallDesk()
    expect(await snapshotOf(desk, 'X-2')).toMatchObject({
      title: 'Certificate of Participation',
      awarded: 'This activity was designated for a maximum of',
      facts: { form: 'participation', amount: 125, maximum: 125, profession: 'physician_assistant' },
    })
    expect(await snapshotOf(desk, 'X-3')).toMatchObject({ title: 'Record of Participation', facts: { form: 'credit', creditType: 'acpe' } })
  })

  it('prints the amount claimed, and the name of that day (H31)', async () => {
    desk = await openSampleDesk()
    for (const [number, amount, name] of [['072026-000003', '0.75', 'José Novák'], ['072026-000008', '1.00', 'Hannah Weiß'], ['072026-000019', '1.00', 'Hannah Weiß']] as const) {
      const snapshot = await snapshotOf(desk, number)
      expect(snapshot.credits.map((credit) => credit.amount)).toEqual([amount])
      expect(snapshot.name.text).toBe(name)
      expect(snapshot.facts).toMatchObject({ amount: parseCreditAmount(amount) })
    }
  })

  it('prints the certificates of the sample one after the other, whatever script their names are in', async () => {
    desk = await openSampleDesk()
    const foreign = (await desk.look(({ certificates }) => certificates.listNeverPrinted(0, 1000))).filter(({ printedName }) => /[\p{Script=Arabic}\p{Script=Armenian}\p{Script=Thai}]/u.test(printedName))
    expect(foreign.length).toBeGreaterThan(0)
    for (const { number, printedName } of foreign) expect((await snapshotOf(desk, number)).name.text).toBe(printedName.normalize('NFC'))
  })

  it('freezes a name no font prints, and refuses to print it', async () => {
    desk = await openSmallDesk()
    expect((await certificatesOf(desk, 'C-7'))[0]).toMatchObject({ printedName: 'დავით ლომიძე' })
    expect(await desk.certificates.print('X-7', desk.acting)).toMatchObject({ ok: false, error: { code: 'name_not_printable', facts: { script: 'Georgian' } } })
    expect((await certificatesOf(desk, 'C-7'))[0]).toMatchObject({ bytesSha256: null })
  })

  it('answers not_found to a number nobody issued', async () => {
    desk = await openPaperDesk()
    expect(await desk.certificates.print('X-1', desk.acting)).toEqual({ ok: false, error: { code: 'not_found' } })
  })

  it('draws altered bytes again from the snapshot, says so and audits it', async () => {
    desk = await openSmallDesk()
    const first = await print(desk, 'X-1')
    desk = await tamperWith(desk, `update certificates set bytes = x'255044462d' where number = 'X-1'`)
    const restored = valueOf(await desk.certificates.print('X-1', desk.acting))
    expect(restored.bytes).toEqual(first.bytes)
    expect(restored.view).toMatchObject({ restored: true, identicalToIssue: true, sha256: first.sha256 })
    const [certificate] = await certificatesOf(desk, 'C-1')
    const history = valueOf(await desk.history.ofLearner({ id: recordId('learner', certificate?.learnerId ?? 0), offset: 0, limit: 1 }))
    expect(history.entries[0]).toMatchObject({ operation: 'paper.restore', entity: 'certificate' })
    expect(valueOf(await desk.certificates.print('X-1', desk.acting)).view.restored).toBe(false)
  })

  it.each([
    ['the recorded hash was altered', `update certificates set bytes_sha256 = 'f00d' where number = 'X-1'`],
    ['bytes and snapshot were altered', `update certificates set bytes = x'25', snapshot = replace(snapshot, 'Anna', 'Anne') where number = 'X-1'`],
    ['bytes were altered and the snapshot is gone', `update certificates set bytes = x'25', snapshot = null where number = 'X-1'`],
  ])('gives nothing out when %s', async (_case, statement) => {
    desk = await openSmallDesk()
    await print(desk, 'X-1')
    desk = await tamperWith(desk, statement)
    expect(await desk.certificates.print('X-1', desk.acting)).toEqual({ ok: false, error: { code: 'certificate_bytes_damaged', facts: { number: 'X-1' } } })
  })

  it('keeps one set of bytes when two print for the first time at once', async () => {
    desk = await openSmallDesk()
    const [one, two] = await Promise.all([print(desk, 'X-1'), print(desk, 'X-1')])
    expect(one.sha256).toBe(two.sha256)
    expect((await certificatesOf(desk, 'C-1'))[0]).toMatchObject({ bytesSha256: one.sha256 })
  })
})
