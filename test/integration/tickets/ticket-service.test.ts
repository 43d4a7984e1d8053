import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wallClockIn, type Instant } from '@shared/model/instant'
import type { TicketFullView } from '@shared/contract/tickets'
import type { Acting } from '../../../main/ports/acting'
import { openMailDesk, removeFolder, seededFolder, valueOf, type MailDesk } from '../../support/mail-desk'
import { openSampleDesk } from '../../support/sample-desk'
import type { TemporaryDesk } from '../../support/temporary-desk'

const job: Acting = { actor: 'tickets', operatingSystemUser: 'dana', via: 'job' }
const page = { offset: 0, limit: 100 }

const shown = (instant: Instant | null, zone: string): string => {
  if (instant === null) return 'stands'
  const wall = wallClockIn(instant, zone)
  return `${wall.date} ${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`
}

describe('the tickets of the sample', () => {
  let desk: TemporaryDesk

  beforeEach(async () => {
    desk = await openSampleDesk()
  })
  afterEach(() => desk.remove())

  it('are taken up once, each with its due moment and with the learner where that is certain', async () => {
    const { tickets } = desk.services
    expect(await tickets.takeUp(job)).toBe(33)
    expect(await tickets.takeUp(job)).toBe(0)
    const { rows, total } = valueOf(await tickets.list({ ...page, view: 'all_open' }, desk.acting))
    expect(total).toBe(33)
    expect(rows.map((row) => row.promise.dueAt)).toEqual(rows.map((row) => row.promise.dueAt).sort())
    expect(rows.every((row) => row.status === 'new' && row.operator === '')).toBe(true)
    const byNumber = new Map(rows.map((row) => [row.externalId, row]))
    // The folder names this one's learner, though somebody wrote from another address.
    const first = valueOf(await tickets.open({ id: byNumber.get('T-7-00001')?.id ?? '' }, desk.acting))
    expect(first).toMatchObject({ matchedBy: 'source', otherAddress: true, fromEmail: 'someone.else@mail.example' })
    // Received at 1 in the night of Friday: the whole Friday counts (H1).
    expect(shown(first.promise.dueAt, first.zone)).toBe('2026-11-20 17:00')
    const verified = await desk.services.history.verify()
    expect(verified.brokenAt).toBeNull()
  })

  it('stand in views whose counts add up to their rows', async () => {
    const { tickets } = desk.services
    await tickets.takeUp(job)
    const { views, channels } = valueOf(await tickets.counts(desk.acting))
    for (const [view, count] of Object.entries(views)) {
      const listed = valueOf(await tickets.list({ ...page, view: view as keyof typeof views }, desk.acting))
      expect([view, listed.total, listed.rows.length]).toEqual([view, count, count])
    }
    expect(views.unassigned).toBe(33)
    expect(channels.email + channels.phone).toBe(33)
    const overdue = valueOf(await tickets.list({ ...page, view: 'overdue' }, desk.acting)).rows
    expect(overdue.length).toBeGreaterThan(0)
    expect(overdue.every((row) => row.promise.state === 'overdue' && row.promise.lateMinutes >= 0)).toBe(true)
  })
})

describe('working on a ticket', () => {
  let folder: string
  let desk: MailDesk

  beforeEach(async () => {
    folder = await seededFolder([
      { externalId: 'L-1', email: 'ada.okafor@clinic.example', alternateEmail: 'ada@home.example' },
      { externalId: 'L-2', email: 'grace@clinic.example', givenName: 'Grace' },
    ])
    // Wednesday, 10:00 in New York.
    desk = await openMailDesk(folder, { via: 'window', from: '2026-11-18T15:00:00.000Z' })
  })
  afterEach(async () => {
    await desk.close()
    await removeFolder(folder)
  })

  const opened = async (id: string): Promise<TicketFullView> => valueOf(await desk.services.tickets.open({ id }, desk.acting))
  const phoneCall = async (learnerId: string | null = 'lrn_1'): Promise<TicketFullView> => {
    const made = valueOf(await desk.services.tickets.create({ portal: 'haymarket-mycme', channel: 'phone', learnerId, fromEmail: '', subject: 'Certificate missing', body: 'Called about it.' }, desk.acting))
    return opened(made.id)
  }
  const hours = (count: number): void => desk.pass(count * 3600)

  it('begins with a phone call: numbered, open, mine, and due in eight office hours', async () => {
    const first = await phoneCall()
    const second = await phoneCall()
    expect([first.externalId, second.externalId]).toEqual(['DT2026-000001', 'DT2026-000002'])
    expect(first).toMatchObject({ status: 'open', operator: 'Dana Whitfield', from: 'Ada Okafor', matchedBy: 'by_hand', greeting: 'Dear Ada Okafor,' })
    expect(shown(first.promise.dueAt, first.zone)).toBe('2026-11-19 10:00')
    expect(first.clock.reduce((sum, line) => sum + line.minutes, 0)).toBe(480)
  })

  it('stops the clock while it waits for the learner and goes on where it stood', async () => {
    const ticket = await phoneCall()
    const key = { id: ticket.id, version: ticket.version }
    hours(2)
    const waiting = valueOf(await desk.services.tickets.changeStatus({ ...key, status: 'pending' }, desk.acting))
    expect((await opened(ticket.id)).promise).toMatchObject({ state: 'paused', dueAt: null, usedMinutes: 120, leftMinutes: 360 })
    hours(26)
    valueOf(await desk.services.tickets.changeStatus({ id: ticket.id, version: waiting.version, status: 'open' }, desk.acting))
    const again = await opened(ticket.id)
    // Thursday 14:00 with six hours left: three today, three on Friday.
    expect(shown(again.promise.dueAt, again.zone)).toBe('2026-11-20 12:00')
    expect(again.clock.map((line) => line.kind)).toContain('waiting_on_learner')
    expect(again.entries.map((entry) => [entry.kind, entry.status])).toEqual([
      ['message', null],
      ['status', 'pending'],
      ['status', 'open'],
    ])
  })

  it('refuses what the states do not allow and what somebody changed meanwhile, and writes nothing', async () => {
    const ticket = await phoneCall()
    const key = { id: ticket.id, version: ticket.version }
    const { tickets } = desk.services
    expect(await tickets.changeStatus({ ...key, status: 'on_hold' }, desk.acting)).toMatchObject({ ok: false, error: { code: 'hold_contact_missing', field: 'heldBy' } })
    expect(await tickets.changeStatus({ ...key, status: 'new' }, desk.acting)).toMatchObject({ error: { code: 'ticket_never_new_again' } })
    const solved = valueOf(await tickets.changeStatus({ ...key, status: 'solved' }, desk.acting))
    expect(await tickets.assign({ ...key, operator: 'Ken Abara' }, desk.acting)).toMatchObject({ error: { code: 'stale' } })
    const closed = valueOf(await tickets.changeStatus({ id: ticket.id, version: solved.version, status: 'closed' }, desk.acting))
    expect(await tickets.addNote({ id: ticket.id, version: closed.version, body: 'Late thought' }, desk.acting)).toMatchObject({ error: { code: 'ticket_closed' } })
    const after = await opened(ticket.id)
    expect(after).toMatchObject({ status: 'closed', operator: 'Dana Whitfield', version: closed.version })
    expect(after.entries.filter((entry) => entry.kind === 'note')).toEqual([])
  })

  it('keeps drafts by operator and refuses one that is older than what is kept', async () => {
    const ticket = await phoneCall()
    const { tickets } = desk.services
    const first = valueOf(await tickets.saveDraft({ id: ticket.id, draft: 'reply', body: 'Dear Ada,', revision: 0 }, desk.acting))
    valueOf(await tickets.saveDraft({ id: ticket.id, draft: 'reply', body: 'Dear Ada, your', revision: first.revision }, desk.acting))
    expect(await tickets.saveDraft({ id: ticket.id, draft: 'reply', body: 'Other window', revision: first.revision }, desk.acting)).toMatchObject({ error: { code: 'stale' } })
    const ken: Acting = { ...desk.acting, actor: 'Ken Abara' }
    expect(valueOf(await tickets.open({ id: ticket.id }, ken)).drafts).toEqual({ reply: null, note: null })
    await desk.close()
    desk = await openMailDesk(folder, { via: 'window' })
    const kept = await opened(ticket.id)
    expect(kept.drafts.reply).toMatchObject({ body: 'Dear Ada, your', revision: 2 })
    expect(valueOf(await desk.services.tickets.list({ ...page, view: 'mine' }, desk.acting)).rows[0]?.hasDraft).toBe(true)
  })

  it('sends a reply with its state, its mail and its audit entry, or nothing of it', async () => {
    const ticket = await phoneCall()
    const key = { id: ticket.id, version: ticket.version }
    const { tickets, outbox } = desk.services
    valueOf(await tickets.saveDraft({ id: ticket.id, draft: 'reply', body: 'Dear Ada,', revision: 0 }, desk.acting))
    expect(await tickets.reply({ ...key, to: 'sender', body: 'Here it is.', then: 'solved' }, desk.acting)).toMatchObject({ error: { code: 'field_missing', field: 'to' } })
    expect(await tickets.reply({ ...key, to: 'account', body: '  ', then: 'solved' }, desk.acting)).toMatchObject({ error: { code: 'field_missing', field: 'body' } })
    expect(await outbox.listAll()).toEqual([])
    const sent = valueOf(await tickets.reply({ ...key, to: 'account', body: 'Here it is.', then: 'solved' }, desk.acting))
    const [mail] = await outbox.listAll()
    expect(mail).toMatchObject({ to: 'ada.okafor@clinic.example', subject: 'Re: Certificate missing', body: 'Here it is.', state: 'queued' })
    // In the window some seconds are left to hold it back.
    expect(mail?.heldUntil).not.toBeNull()
    const after = await opened(ticket.id)
    expect(after).toMatchObject({ status: 'solved', version: sent.version, drafts: { reply: null } })
    expect(after.entries.map((entry) => entry.kind)).toEqual(['message', 'reply', 'status'])
    const entries = valueOf(await desk.services.history.ofLearner({ id: 'lrn_1', offset: 0, limit: 10 })).entries
    expect(entries.map((entry) => entry.operation)).toEqual(['tickets.reply', 'tickets.create'])
  })

  it('finds the learner by any address, and never guesses', async () => {
    const { tickets } = desk.services
    const made = valueOf(await tickets.create({ portal: 'haymarket-mycme', channel: 'email', learnerId: null, fromEmail: 'grace.okafor7@mail.example', subject: 'Help', body: 'Help' }, desk.acting))
    const unknown = await opened(made.id)
    expect(unknown).toMatchObject({ matchedBy: 'none', learnerId: null, greeting: 'Hello,' })
    expect(unknown.nearMatches.map((near) => near.name)).toContain('Grace Okafor')
    expect(unknown.nearMatches.every((near) => near.emailMasked.includes('•'))).toBe(true)
    valueOf(await tickets.matchLearner({ id: made.id, version: unknown.version, learnerId: 'lrn_2' }, desk.acting))
    expect(await opened(made.id)).toMatchObject({ matchedBy: 'by_hand', from: 'Grace Okafor', otherAddress: true })
  })

  it('takes back a state, a match and an assignment, unless somebody worked on', async () => {
    const ticket = await phoneCall()
    const { tickets, history } = desk.services
    const given = valueOf(await tickets.assign({ id: ticket.id, version: ticket.version, operator: 'Ken Abara' }, desk.acting))
    const held = valueOf(await tickets.changeStatus({ id: ticket.id, version: given.version, status: 'on_hold', heldBy: 'Marketplace Customer Support' }, desk.acting))
    expect(held.version).toBe(3)
    const entries = valueOf(await history.ofLearner({ id: 'lrn_1', offset: 0, limit: 10 })).entries
    const [status, assigned] = entries
    valueOf(await history.undo({ entryId: status?.id ?? '', reason: 'Wrong ticket' }, desk.acting))
    expect(await opened(ticket.id)).toMatchObject({ status: 'open', heldBy: '', operator: 'Ken Abara' })
    valueOf(await history.undo({ entryId: assigned?.id ?? '', reason: 'Wrong ticket' }, desk.acting))
    expect(await opened(ticket.id)).toMatchObject({ operator: 'Dana Whitfield' })
    expect(await history.undo({ entryId: status?.id ?? '', reason: 'Again' }, desk.acting)).toMatchObject({ error: { code: 'already_undone' } })
  })
})
