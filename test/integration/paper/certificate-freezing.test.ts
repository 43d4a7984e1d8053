import { afterEach, describe, expect, it } from 'vitest'
import { freezeForClaims } from '../../../main/services/certificate-freezing'
import { certificatesOf, claimNumber, openPaperDesk, openSampleDesk, openSmallDesk, tamperWith, type PaperDesk } from '../../support/paper-desk'
import { paperFolder, paperFolderWith } from '../../support/paper-folder'

describe('freezing the certificates of an import', () => {
  let desk: PaperDesk
  afterEach(() => desk.remove())

  it('freezes number, name, profession, form and amount of the claim', async () => {
    desk = await openSmallDesk()
    expect(await certificatesOf(desk, 'C-1')).toMatchObject([
      {
        number: 'X-1',
        state: 'current',
        origin: 'platform',
        creditType: 'ama_pra_1',
        amount: 125,
        form: 'credit',
        issuedAt: '2026-11-01T20:00:00.000Z',
        issuedBy: '',
        bytesSha256: null,
        facts: {
          printedName: 'Dr. Anna Berg',
          credentials: 'MD, FACP',
          professionAtClaim: 'physician',
          identifier: { label: 'Learner identifier', value: 'State license OH D12345' },
          completedOn: '2026-10-28',
          replaces: null,
        },
      },
    ])
    expect((await certificatesOf(desk, 'C-3'))[0]?.facts).toMatchObject({ printedName: 'Екатерина Вознесенская', identifier: { label: 'NABP e-Profile ID', value: 'ending 4471, birth 02/07' } })
  })

  it('gives a non-physician the participation form of AMA credit, and of no other (H37, T8)', async () => {
    desk = await openSmallDesk()
    expect((await certificatesOf(desk, 'C-2'))[0]).toMatchObject({ form: 'participation', amount: 125 })
    expect((await certificatesOf(desk, 'C-7'))[0]).toMatchObject({ form: 'credit', creditType: 'ancc' })
  })

  it('freezes where and when a live activity was held, of a series the session attended', async () => {
    desk = await openSmallDesk()
    const context = async (externalId: string): Promise<unknown> => {
      const [certificate] = await certificatesOf(desk, externalId)
      return (await desk.look(({ certificates }) => certificates.getContext(certificate?.contextId ?? 0))).activity
    }
    expect(await context('C-6')).toMatchObject({ location: 'Conference Center, Lakeshore, Ohio', heldOn: { first: '2026-08-20', last: '2026-08-21' } })
    expect(await context('C-8')).toMatchObject({ location: 'Auditorium B', heldOn: { first: '2026-10-13', last: '2026-10-13' } })
    expect(await context('C-3')).toMatchObject({ format: null, location: null, heldOn: null, accreditationNumber: '0731-0000-26-014-H07-P' })
  })

  it('keeps what a superseded claim printed, and points it at its successor', async () => {
    desk = await openSmallDesk()
    const [old] = await certificatesOf(desk, 'C-5')
    const [successor] = await certificatesOf(desk, 'C-6')
    expect(old).toMatchObject({ number: 'X-5', state: 'superseded', amount: 900, supersededByCertificateId: successor?.id })
    expect(successor).toMatchObject({ number: 'X-6', state: 'current', amount: 850, replacesCertificateId: old?.id })
  })

  it('numbers a claim without a number by the year of the claim, apart from the platform’s', async () => {
    desk = await openSmallDesk({ now: '2027-03-01T12:00:00.000Z' })
    expect(await certificatesOf(desk, 'C-8')).toMatchObject([{ number: 'CD2026-000001', origin: 'platform', issuedAt: '2026-10-14T19:00:00.000Z' }])
  })

  it('gives the desk’s number to a claim whose platform number belongs to another', async () => {
    desk = await openSmallDesk()
    const id = await claimNumber(desk, 'C-8')
    desk = await tamperWith(desk, `delete from certificates where claim_id = ${String(id)}`)
    desk = await tamperWith(desk, `update claims set certificate_number = 'X-2' where id = ${String(id)}`)
    const outcome = await desk.store.unitOfWork.run(async (repositories) => ({ ok: true, value: await freezeForClaims(repositories, [id]) }))
    expect(outcome.value).toEqual({ frozen: 1, renumberedClaimIds: [id] })
    expect(await certificatesOf(desk, 'C-2')).toMatchObject([{ number: 'X-2' }])
    expect(await certificatesOf(desk, 'C-8')).toMatchObject([{ number: 'CD2026-000002' }])
  })

  it('passes over a number of its own series that came in with a folder of another desk', async () => {
    desk = await openPaperDesk()
    await desk.import(await desk.exchangeFolder(paperFolderWith('claims.csv', 'X-7', 'CD2026-000001')))
    expect(await certificatesOf(desk, 'C-7')).toMatchObject([{ number: 'CD2026-000001' }])
    expect(await certificatesOf(desk, 'C-8')).toMatchObject([{ number: 'CD2026-000002' }])
  })

  it('changes nothing when the same folder comes again', async () => {
    desk = await openSmallDesk()
    const before = await Promise.all(['C-1', 'C-5', 'C-8'].map((id) => certificatesOf(desk, id)))
    await desk.import(await desk.exchangeFolder(paperFolder))
    expect(await Promise.all(['C-1', 'C-5', 'C-8'].map((id) => certificatesOf(desk, id)))).toEqual(before)
  })

  it('supersedes the certificate of a claim the platform changed, once', async () => {
    desk = await openSmallDesk()
    const changed = paperFolderWith('claims.csv', 'C-1,E-1,ama_pra_1,1.25', 'C-1,E-1,ama_pra_1,0.75')
    await desk.import(await desk.exchangeFolder(changed))
    await desk.import(await desk.exchangeFolder(changed))
    const [old, successor, ...more] = await certificatesOf(desk, 'C-1')
    expect(more).toEqual([])
    expect(old).toMatchObject({ number: 'X-1', state: 'superseded', amount: 125, supersededByCertificateId: successor?.id })
    expect(successor).toMatchObject({ number: 'CD2026-000002', state: 'current', origin: 'desk', amount: 75, facts: { replaces: { number: 'X-1' } } })
  })

  it('takes the platform’s own new number for a changed claim', async () => {
    desk = await openSmallDesk()
    await desk.import(await desk.exchangeFolder(paperFolderWith('claims.csv', 'C-1,E-1,ama_pra_1,1.25,2026-11-01T15:00:00-05:00,X-1', 'C-1,E-1,ama_pra_1,0.75,2026-11-01T15:00:00-05:00,X-1b')))
    expect((await certificatesOf(desk, 'C-1'))[1]).toMatchObject({ number: 'X-1b', origin: 'platform', amount: 75, issuedAt: '2026-11-01T20:00:00.000Z', facts: { replaces: null } })
  })

  it('ends the certificate of a claim that the platform voided, without a successor', async () => {
    desk = await openSmallDesk()
    await desk.import(await desk.exchangeFolder(paperFolderWith('claims.csv', 'X-1,,,', 'X-1,,void,')))
    expect(await certificatesOf(desk, 'C-1')).toMatchObject([{ state: 'void', endedAt: '2026-11-20T20:00:00.000Z' }])
  })

  it('lets the store hold one certificate in force per claim', async () => {
    desk = await openSmallDesk()
    const [certificate] = await certificatesOf(desk, 'C-1')
    if (certificate === undefined) throw new Error('there is no certificate')
    const second = desk.store.unitOfWork.run(async ({ certificates }) => ({ ok: true, value: await certificates.add({ ...certificate, number: 'second' }) }))
    await expect(second).rejects.toThrow('UNIQUE')
  })

  it('freezes every claim of the sample', async () => {
    desk = await openSampleDesk()
    const unfrozen = await desk.look(({ certificates }) => certificates.listNeverPrinted(0, 1000))
    expect(unfrozen).toHaveLength(367)
    expect(new Set(unfrozen.map(({ number }) => number)).size).toBe(367)
    expect(await claimNumber(desk, 'C-7-00001')).toBeGreaterThan(0)
  })
})
