import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../../main/store/connection'
import { documentOf, runDesk, startDesk } from '../../support/desk-process'
import { allBytesOf, openMailDesk, removeFolder, seededFolder } from '../../support/mail-desk'
import { openSmtpSink } from '../../support/smtp-sink'

const ada = { externalId: 'L-1', email: 'ada.okafor@clinic.example', alternateEmail: 'ada@home.example' }
const twiceHere = { externalId: 'L-2', email: 'both@clinic.example', portal: 'haymarket-mycme' }
const twiceThere = { externalId: 'L-3', email: 'both@clinic.example', portal: 'med-challenger' }
const now = ['--now', '2026-11-20T15:00:00-05:00']

describe('the desk command line, from outside', { timeout: 180_000 }, () => {
  let folder: string
  // The first call builds what is out of date and says so; those after it are quiet.
  beforeAll(() => runDesk(['--help']))
  beforeEach(async () => (folder = await seededFolder([ada, twiceHere, twiceThere])))
  afterEach(() => removeFolder(folder))

  const json = (...argumentList: string[]): string[] => [...argumentList, '--data', folder, '--json']

  it('answers wrong use with exit 2, in JSON when asked for', async () => {
    const calls: readonly string[][] = [
      ['reset', '--data', folder],
      ['outbox', '--data', folder, '--now', '2026-02-30T10:00:00Z'],
      ['fly', 'X', '--data', folder],
    ]
    for (const call of calls) {
      const plain = await runDesk(call)
      expect({ call, exitCode: plain.exitCode, stdout: plain.stdout }).toEqual({ call, exitCode: 2, stdout: '' })
      expect(plain.stderr).toMatch(/^desk: \S/)
    }
    const asked = await runDesk(['fly', '--json'])
    expect(asked.exitCode).toBe(2)
    expect(documentOf(asked)).toMatchObject({ ok: false, error: { code: 'wrong_use' } })
  })

  it('sends a reset to the own address, whatever the learner is called by', async () => {
    const first = await runDesk([...json('reset', 'L-1'), ...now, '--as', 'Night Shift'])
    expect(first.exitCode).toBe(0)
    expect(documentOf(first)).toEqual({ ok: true, value: { messageId: 'msg_1', to: 'ada.okafor@clinic.example', state: 'queued' } })
    const again = await runDesk([...json('reset', 'lrn_1'), ...now])
    expect(again.exitCode).toBe(1)
    expect(documentOf(again)).toMatchObject({ ok: false, error: { code: 'reset_too_soon' } })
    const later = ['--now', '2026-11-20T20:02:00Z']
    expect(documentOf(await runDesk([...json('reset', 'ADA@home.example'), ...later]))).toMatchObject({ ok: true, value: { to: 'ada.okafor@clinic.example' } })
    expect(documentOf(await runDesk([...json('reset', 'both@clinic.example'), ...later]))).toMatchObject({ ok: false, error: { code: 'ambiguous' } })
    const nobody = await runDesk([...json('reset', 'L-99'), ...later])
    expect(nobody.exitCode).toBe(1)
    expect(documentOf(nobody)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    const desk = await openMailDesk(folder)
    const history = await desk.services.history.ofLearner({ id: 'lrn_1', offset: 0, limit: 10 })
    await desk.close()
    expect(history).toMatchObject({ ok: true, value: { entries: [{ via: 'cli' }, { via: 'cli', actor: 'Night Shift' }] } })
  })

  it('tells of a folder that another has with exit 3, and leaves it to its owner', async () => {
    const owner = await openMailDesk(folder)
    const call = await runDesk(json('outbox'))
    expect(call.exitCode).toBe(3)
    expect(documentOf(call)).toMatchObject({ ok: false, error: { code: 'store_in_use' } })
    await owner.close()
    expect((await runDesk(json('outbox'))).exitCode).toBe(0)
  })

  it('tells of a damaged store and an unusable folder with exit 3', async () => {
    await writeFile(join(folder, 'desk.sqlite'), 'no store at all, though long enough to be read as one. '.repeat(100))
    const damaged = await runDesk(json('outbox'))
    expect(damaged.exitCode).toBe(3)
    expect(documentOf(damaged)).toMatchObject({ ok: false, error: { code: 'store_damaged' } })
    const file = await runDesk(['outbox', '--data', join(folder, 'desk.sqlite'), '--json'])
    expect(file.exitCode).toBe(3)
    expect(documentOf(file)).toMatchObject({ ok: false, error: { code: 'store_unreadable' } })
  })

  it('makes a data folder that is missing', async () => {
    const made = join(folder, 'new', 'desk')
    const call = await runDesk(['outbox', '--data', made, '--json'])
    expect(documentOf(call)).toEqual({ ok: true, value: [] })
  })

  it('keeps a setting, masks its password, and writes it nowhere in clear', async () => {
    const set = await runDesk(json('settings', 'smtp.url', 'smtps://desk:canary-7fK2@mail.example.org:465'))
    expect(set).toMatchObject({ exitCode: 0, stderr: '' })
    const value = { key: 'smtp.url', value: 'smtps://desk:••••@mail.example.org:465', secret: true, set: true }
    expect(documentOf(set)).toEqual({ ok: true, value })
    const all = await runDesk(json('settings'))
    expect(documentOf(all)).toMatchObject({ ok: true, value: expect.arrayContaining([value]) as unknown[] })
    expect((await allBytesOf(folder)).includes('canary-7fK2')).toBe(false)
    const malformed = await runDesk(json('settings', 'smtp.url', 'mail.example.org'))
    expect(malformed.exitCode).toBe(1)
    expect(documentOf(malformed)).toMatchObject({ ok: false, error: { code: 'field_malformed', field: 'smtp.url' } })
    expect(documentOf(await runDesk(json('settings', 'smtp.colour')))).toMatchObject({ ok: false, error: { code: 'unknown_setting' } })
  })

  it('opens secrets sealed with DESK_KEY with that key alone', async () => {
    const key = { DESK_KEY: 'a passphrase of the desk' }
    const sink = await openSmtpSink({ login: { user: 'desk', password: 'sealed-password' } })
    try {
      expect((await runDesk(json('settings', 'smtp.url', sink.url), key)).exitCode).toBe(0)
      await runDesk([...json('reset', 'L-1'), ...now])
      const without = await runDesk(json('outbox', '--send'))
      expect(without.exitCode).toBe(3)
      expect(documentOf(without)).toMatchObject({ ok: false, error: { code: 'secrets_unreadable' } })
      const sent = await runDesk(json('outbox', '--send'), key)
      expect(documentOf(sent)).toMatchObject({ ok: true, value: [{ id: 'msg_1', to: 'ada.okafor@clinic.example', state: 'handed_over', attempts: 1 }] })
    } finally {
      await sink.close()
    }
  })

  it('does not send twice what a kill in mid-send left open', async () => {
    const sink = await openSmtpSink()
    try {
      await runDesk(json('settings', 'smtp.url', sink.url))
      await runDesk([...json('reset', 'L-1'), ...now])
      sink.failNext('silent_after_text')
      const { child, ended } = startDesk(json('outbox', '--send'))
      await sink.untilReceived(1)
      child.kill('SIGKILL')
      await ended
      expect(documentOf(await runDesk(json('outbox')))).toMatchObject({ ok: true, value: [{ state: 'unknown', attempts: 1 }] })
      await runDesk(json('outbox', '--send'))
      expect(sink.received).toHaveLength(1)
      expect(documentOf(await runDesk(json('audit', '--verify')))).toMatchObject({ ok: true, value: { brokenAt: null } })
    } finally {
      await sink.close()
    }
  })

  it('finds the entry at which the audit was altered, and ends with exit 1', async () => {
    await runDesk([...json('reset', 'L-1'), ...now])
    await runDesk([...json('reset', 'L-2'), ...now])
    expect(documentOf(await runDesk(json('audit', '--verify')))).toEqual({ ok: true, value: { verified: 2, brokenAt: null } })
    const knex = openConnection(join(folder, 'desk.sqlite'))
    await knex('audit').where({ id: 2 }).update({ actor: 'somebody else' })
    await knex.destroy()
    const broken = await runDesk(json('audit', '--verify'))
    expect(broken.exitCode).toBe(1)
    expect(documentOf(broken)).toMatchObject({ ok: false, error: { code: 'audit_chain_broken', field: 'aud_2' } })
  })

  it('speaks to people without --json, and needs no window’s runtime', async () => {
    const text = await runDesk(['outbox', '--data', folder])
    expect(text).toEqual({ exitCode: 0, stdout: 'The outbox is empty.\n', stderr: '' })
    const help = await runDesk(['--help'])
    expect(help.exitCode).toBe(0)
    expect(help.stdout).toContain('settings')
    await rename(folder, `${folder}-moved`)
    folder = `${folder}-moved`
    expect((await runDesk(['outbox', '--data', folder])).exitCode).toBe(0)
  })
})
