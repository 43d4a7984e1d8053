import { afterEach, describe, expect, it } from 'vitest'
import type { PortalProfile } from '@shared/portals/portal-profile'
import { portalForTests } from '../../support/portal-for-tests'
import { openSampleDesk } from '../../support/sample-desk'
import { openTemporaryDesk, type TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk | undefined
afterEach(async () => {
  await desk?.remove()
  desk = undefined
})

const cleveland = portalForTests('cleveland-clinic-mycme')
const key = cleveland.key
const withClaimDays = (days: number): PortalProfile => ({ ...cleveland, windows: { ...cleveland.windows, claim: { ...cleveland.windows.claim, value: { days, anchor: 'live_end_else_last_requirement' }, rows: ['C9'] } } })

async function inForce(open: TemporaryDesk): Promise<PortalProfile | undefined> {
  return open.store.unitOfWork.read(({ portals }) => portals.find(key))
}

describe('the rules of a portal', () => {
  it('are edited as versions, in force at once, never overwritten, and taken back', async () => {
    desk = await openTemporaryDesk()
    const { portals, history } = desk.services
    const first = await portals.save({ key, version: 0, profile: withClaimDays(45), reason: 'agreed with the clinic' }, desk.acting)
    if (!first.ok) throw new Error(first.error.code)
    expect((await inForce(desk))?.windows.claim?.value.days).toBe(45)
    const second = await portals.save({ key, version: 1, profile: withClaimDays(60), reason: 'and once more' }, desk.acting)
    if (!second.ok || second.value.entryId === null) throw new Error('not saved')

    const opened = await portals.open({ key })
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.differences).toEqual([{ path: 'windows.claim.days', before: '30', after: '60' }])
    expect(opened.value.history.map(({ version, reason, changed }) => [version, reason, changed])).toEqual([
      [2, 'and once more', ['windows.claim.days']],
      [1, 'agreed with the clinic', ['windows.claim.days']],
    ])

    expect(await history.undo({ entryId: second.value.entryId, reason: '' }, desk.acting)).toMatchObject({ ok: true })
    expect((await inForce(desk))?.windows.claim?.value.days).toBe(45)
    expect(await portals.putBack({ key, version: 3, to: 0, reason: 'as the clinic publishes it' }, desk.acting)).toMatchObject({ ok: true, value: { version: 4 } })
    expect(await inForce(desk)).toEqual(cleveland)
    desk = await desk.reopen()
    const kept = await desk.services.portals.open({ key })
    expect(kept.ok && kept.value.history.map(({ version }) => version)).toEqual([4, 3, 2, 1])
    expect((await desk.services.history.verify()).brokenAt).toBeNull()
  })

  it('are refused with the field and the reason, and nothing is written', async () => {
    desk = await openTemporaryDesk()
    const { portals } = desk.services
    const withoutZone = { ...cleveland, zone: undefined }
    const refusals: readonly (readonly [unknown, string, string])[] = [
      [withoutZone, 'zone', 'is missing'],
      [{ ...cleveland, zone: { value: 'America/Cleveland', rows: ['house'] } }, 'zone', 'not an IANA time zone'],
      [{ ...cleveland, zone: { value: '', rows: ['house'] } }, 'zone', 'is missing'],
      [{ ...cleveland, officeHours: { value: { ...cleveland.officeHours.value, closesAt: '08:00' }, rows: ['C27'] } }, 'officeHours.closesAt', 'closes before it opens'],
      [{ ...cleveland, passPercent: { value: 'seventy', rows: ['P7'] } }, 'passPercent', 'is not a number'],
      [{ ...cleveland, windows: { ...cleveland.windows, claim: { value: { days: 0, anchor: 'live_end_else_last_requirement' }, rows: ['C9'] } } }, 'windows.claim.days', 'is at least 1'],
      [{ ...cleveland, sender: { name: 'Support', address: 'nowhere' } }, 'sender.address', 'is no e-mail address'],
      [{ ...cleveland, contacts: [{ purpose: 'general', channel: 'phone', value: '', rows: ['C27'] }] }, 'contacts.0.value', 'is missing'],
      ['no profile at all', '', 'does not have its form'],
    ]
    for (const [profile, field, problem] of refusals) {
      expect(await portals.save({ key, version: 0, profile, reason: 'try' }, desk.acting)).toEqual({ ok: false, error: { code: 'profile_malformed', field, facts: { problem } } })
      const checked = await portals.check({ key, profile })
      expect(checked.ok && checked.value.problems[0]).toEqual({ field, problem })
    }
    expect(await portals.save({ key, version: 0, profile: { ...cleveland, key: 'another' }, reason: 'try' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'portal_key_fixed', field: 'key' } })
    expect(await portals.save({ key, version: 0, profile: withClaimDays(45), reason: '  ' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'reason_missing', field: 'reason' } })
    expect(await portals.save({ key, version: 7, profile: withClaimDays(45), reason: 'on an old version' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(await portals.save({ key, version: 0, profile: cleveland, reason: '' }, desk.acting)).toEqual({ ok: true, value: { version: 0, entryId: null } })
    expect(await inForce(desk)).toEqual(cleveland)
    expect(await desk.services.history.verify()).toEqual({ verified: 0, brokenAt: null })
  })

  it('do not change a certificate that was issued under the former ones', async () => {
    desk = await openSampleDesk()
    const { portals, certificates } = desk.services
    const number = '072026-000001'
    const before = await certificates.print(number, desk.acting)
    const haymarket = portalForTests('haymarket-mycme')
    const renamed = { ...haymarket, provider: { ...haymarket.provider, name: 'Another Provider', signatory: { name: 'Another Person', title: 'Another Title' } } }
    expect(await portals.save({ key: haymarket.key, version: 0, profile: renamed, reason: 'sold' }, desk.acting)).toMatchObject({ ok: true })
    const after = await certificates.print(number, desk.acting)
    expect(after.ok && before.ok && Buffer.compare(Buffer.from(after.value.bytes), Buffer.from(before.value.bytes)) === 0).toBe(true)
  })
})
