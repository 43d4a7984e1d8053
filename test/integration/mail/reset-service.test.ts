import { createHash, scryptSync } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../../../main/store/connection'
import { openMailDesk, removeFolder, seededFolder, valueOf, type MailDesk } from '../../support/mail-desk'
import { openSmtpSink, type SmtpSink } from '../../support/smtp-sink'

const ada = { externalId: 'L-1', email: 'ada.okafor@clinic.example' }
const linus = { externalId: 'L-2', email: 'linus@clinic.example', givenName: 'Linus', portal: 'med-challenger' }
const closed = { externalId: 'L-3', email: 'gone@clinic.example', status: 'closed' } as const

interface ResetRow {
  readonly secret_hash: string | null
  readonly made_at: string | null
  readonly expires_at: string | null
  readonly ended_at: string | null
}

describe('a password reset', () => {
  let sink: SmtpSink
  let folder: string
  let desk: MailDesk

  beforeEach(async () => {
    sink = await openSmtpSink()
    folder = await seededFolder([ada, linus, closed])
    desk = await openMailDesk(folder)
    valueOf(await desk.services.settings.write({ key: 'smtp.url', value: sink.url }, desk.acting))
  })
  afterEach(async () => {
    await desk.close()
    await sink.close()
    await removeFolder(folder)
  })

  /** The rows as they lie in the store, which is closed meanwhile. */
  async function resetRows(): Promise<readonly ResetRow[]> {
    await desk.close()
    const knex = openConnection(join(folder, 'desk.sqlite'))
    const rows: ResetRow[] = await knex<ResetRow>('resets').orderBy('id').select('secret_hash', 'made_at', 'expires_at', 'ended_at')
    await knex.destroy()
    desk = await openMailDesk(folder)
    return rows
  }

  const hashedAs = (secret: string, hash: string): boolean => {
    const [kind, N = '', r = '', p = '', salt = '', key = ''] = hash.split('$')
    if (kind === 'sha256') return hash === `sha256$${createHash('sha256').update(secret).digest('hex')}`
    const made = scryptSync(secret, Buffer.from(salt, 'base64'), 32, { N: Number(N), r: Number(r), p: Number(p), maxmem: 2 ** 26 })
    return made.toString('base64') === key
  }
  const passwordIn = (text: string): string => /^ {4}([a-z0-9]{12})\r?$/m.exec(text)?.[1] ?? ''
  const send = async (learnerId: string): Promise<string> => valueOf(await desk.services.resets.send({ learnerId }, desk.acting)).messageId

  it('makes no secret before it is handed over, and then keeps only its hash', async () => {
    await send('lrn_1')
    expect(await resetRows()).toEqual([{ secret_hash: null, made_at: null, expires_at: null, ended_at: null }])
    await desk.services.outbox.sendNow(desk.acting)
    const [row] = await resetRows()
    const secret = passwordIn(sink.received[0]?.text ?? '')
    expect(hashedAs(secret, row?.secret_hash ?? '')).toBe(true)
    expect(row).toMatchObject({ made_at: '2026-11-20T20:00:00.000Z', expires_at: '2026-11-21T20:00:00.000Z', ended_at: null })
  })

  it('sends a link to a portal whose style that is, leading where the setting says', async () => {
    valueOf(await desk.services.settings.write({ key: 'reset.linkBase', value: 'https://desk.example/{portal}/new-password/' }, desk.acting))
    await send('lrn_2')
    await desk.services.outbox.sendNow(desk.acting)
    const token = /https:\/\/desk\.example\/med-challenger\/new-password\/([\w-]{43})\s/.exec(sink.received[0]?.text ?? '')?.[1] ?? ''
    const [row] = await resetRows()
    expect(hashedAs(token, row?.secret_hash ?? '')).toBe(true)
    expect(row?.expires_at).toBe('2026-11-20T21:00:00.000Z')
    expect(sink.received[0]?.raw).toMatch(/^From: "?Med-Challenger Support"? </m)
  })

  it('makes a new secret for every attempt, and the old one is dead', async () => {
    await send('lrn_1')
    sink.failNext('cut_after_text')
    await desk.services.outbox.sendNow(desk.acting)
    const { version } = valueOf(await desk.services.outbox.open({ id: 'msg_1' }))
    valueOf(await desk.services.outbox.queue({ id: 'msg_1', version }, desk.acting))
    await desk.services.outbox.sendNow(desk.acting)
    const [first = '', second = ''] = sink.received.map((mail) => passwordIn(mail.text))
    const [row] = await resetRows()
    expect(first).not.toBe(second)
    expect(hashedAs(first, row?.secret_hash ?? '')).toBe(false)
    expect(hashedAs(second, row?.secret_hash ?? '')).toBe(true)
  })

  it('ends the earlier ones of the learner, and does not send one still waiting', async () => {
    await send('lrn_1')
    desk.pass(60)
    await send('lrn_1')
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting)).handedOver).toBe(1)
    expect(valueOf(await desk.services.outbox.open({ id: 'msg_1' }))).toMatchObject({ state: 'replaced', attempts: 0, lastAnswer: 'not sent: a newer reset took its place' })
    const rows = await resetRows()
    expect(rows.map((row) => row.ended_at !== null)).toEqual([true, false])
    const { version } = valueOf(await desk.services.outbox.open({ id: 'msg_1' }))
    expect(await desk.services.outbox.queue({ id: 'msg_1', version }, desk.acting)).toMatchObject({ ok: false, error: { code: 'message_state_wrong' } })
  })

  it('alarms nobody with the earlier one: replaced in the window, failed for the command line as it promises', async () => {
    await send('lrn_1')
    desk.pass(60)
    await send('lrn_1')
    const list = valueOf(await desk.services.outbox.list({ offset: 0, limit: 10 }))
    expect(list.counts).toEqual({ queued: 1, replaced: 1 })
    expect(list.rows.map((row) => row.state)).toEqual(['queued', 'replaced'])
    expect(valueOf(await desk.services.outbox.list({ offset: 0, limit: 10, state: 'replaced' }))).toMatchObject({ total: 1, rows: [{ id: 'msg_1' }] })
    expect(valueOf(await desk.services.outbox.list({ offset: 0, limit: 10, state: 'failed' })).rows).toEqual([])
    expect((await desk.services.outbox.listAll()).map((message) => message.state)).toEqual(['queued', 'failed'])
    const home = valueOf(await desk.services.deskStatus.home())
    expect(home.figures.failing).toBe(0)
    expect(home.failing).toEqual([])
    const record = valueOf(await desk.services.learnerRecords.open({ id: 'lrn_1' }))
    expect(record.messages.map((message) => message.state)).toEqual(['queued', 'replaced'])
    expect(record.learner.warnings.filter((warning) => warning.code === 'mail_failed')).toEqual([])
  })

  it('is refused within a minute of the last, for a closed account, and for nobody', async () => {
    await send('lrn_1')
    desk.pass(59)
    expect(await desk.services.resets.send({ learnerId: 'lrn_1' }, desk.acting)).toEqual({ ok: false, error: { code: 'reset_too_soon', facts: { secondsLeft: 1 } } })
    expect(await desk.services.resets.send({ learnerId: 'lrn_3' }, desk.acting)).toEqual({ ok: false, error: { code: 'account_closed' } })
    expect(await desk.services.resets.send({ learnerId: 'lrn_9' }, desk.acting)).toEqual({ ok: false, error: { code: 'not_found' } })
    expect(valueOf(await desk.services.outbox.list({ offset: 0, limit: 10 })).total).toBe(1)
  })

  it('does not go to an address that is no longer the account’s own', async () => {
    await send('lrn_1')
    const edit = { id: 'lrn_1', version: 1, changes: { email: 'ada@new.example' }, reason: '' }
    valueOf(await desk.services.learners.edit(edit, desk.acting))
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting))).toEqual({ handedOver: 0, failed: 1, waiting: 0 })
    expect(sink.received).toEqual([])
  })

  it('does not go to an account that was closed while it waited', async () => {
    await send('lrn_1')
    valueOf(await desk.services.learners.edit({ id: 'lrn_1', version: 1, changes: { status: 'closed' }, reason: 'asked for it' }, desk.acting))
    expect(valueOf(await desk.services.outbox.sendNow(desk.acting)).failed).toBe(1)
    expect(sink.received).toEqual([])
  })

  it('shows the platform’s own last mail as long as the desk has sent none since', async () => {
    await desk.close()
    const knex = openConnection(join(folder, 'desk.sqlite'))
    const sent = { learner_id: 1, kind: 'reset', to: 'ada.old@clinic.example', state: 'bounced' }
    await knex('platform_messages').insert([
      { ...sent, external_id: 'N-1', sent_at: '2026-11-20T19:00:00.000Z' },
      { ...sent, external_id: 'N-2', sent_at: '2026-11-01T19:00:00.000Z', state: 'handed_over' },
    ])
    await knex.destroy()
    desk = await openMailDesk(folder)
    expect(valueOf(await desk.services.resets.preview({ learnerId: 'lrn_1' })).last).toMatchObject({ at: '2026-11-20T19:00:00.000Z', state: 'bounced' })
    await send('lrn_1')
    expect(valueOf(await desk.services.resets.preview({ learnerId: 'lrn_1' })).last).toMatchObject({ at: '2026-11-20T20:00:00.000Z', state: 'queued' })
  })

  it('previews the masked address, the words without the secret, and the last one sent', async () => {
    const before = valueOf(await desk.services.resets.preview({ learnerId: 'lrn_1' }))
    expect(before).toMatchObject({ style: 'temporary_password', lifetimeMinutes: 1440, accountStatus: 'active', last: null, smtpConfigured: true })
    expect(before.toMasked).not.toContain('okafor')
    expect(before.body).not.toContain('okafor')
    expect(before.body).toContain(before.toMasked)
    expect(before.body).toContain('    [secret]\n')
    expect(before.body).toContain('support@haymarket-mycme.example')
    await send('lrn_1')
    await desk.services.outbox.sendNow(desk.acting)
    const after = valueOf(await desk.services.resets.preview({ learnerId: 'lrn_1' }))
    expect(after.last).toMatchObject({ at: '2026-11-20T20:00:00.000Z', state: 'handed_over', lastAnswer: expect.stringMatching(/^250/) as string })
  })
})
