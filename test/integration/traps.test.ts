import { afterEach, describe, expect, it } from 'vitest'
import { recordNumber } from '@shared/model/record-id'
import { rowsOf } from '../../main/store/dialect'
import { onTables, openSampleDesk } from '../support/sample-desk'
import type { TemporaryDesk } from '../support/temporary-desk'

let desk: TemporaryDesk | undefined
afterEach(async () => {
  await desk?.remove()
  desk = undefined
})

describe('traps that show only in a whole desk', () => {
  it('T18: a withdrawal asked for twice at once is queued once, under one number', async () => {
    desk = await openSampleDesk(async (knex) => {
      await knex.raw(`update claims set status = 'void' where id = (select min(claim_id) from reports where state = 'accepted')`)
      await knex.raw(`update certificates set state = 'void' where claim_id = (select min(claim_id) from reports where state = 'accepted')`)
    })
    const { services, acting } = desk
    await services.recordChecks.runToEnd(acting)
    const found = (await services.recordChecks.listStanding()).find((one) => one.kind === 'void_but_reported')
    if (found?.claim == null) throw new Error('nothing was found')
    const fix = { findingId: found.id, version: found.version, reason: 'void since the merger' }
    const answers = await Promise.all([services.recordChecks.fix(fix, acting), services.recordChecks.fix(fix, acting)])
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
    const claimId = recordNumber('claim', found.claim.id) ?? -1
    expect(await desk.store.unitOfWork.read(({ reports }) => reports.listCorrectionsOfClaim(claimId))).toMatchObject([{ act: 'withdraw', state: 'queued' }])
  })

  it('T20: an address nobody has is said so at the desk, and no mail is written to it', async () => {
    desk = await openSampleDesk()
    const { services, acting } = desk
    const before = await services.outbox.listAll()
    expect(await services.resets.send({ learnerId: 'lrn_999999' }, acting)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    const hits = await services.find.search({ text: 'nobody.at.all@nowhere.example', limit: 10 })
    expect(hits.ok && hits.value.hits.filter((hit) => hit.kind === 'learner')).toEqual([])
    expect(await services.outbox.listAll()).toEqual(before)
  })

  it('T22: an activity long expired is found, and its certificates are printed again', async () => {
    desk = await openSampleDesk()
    const { services, acting, store, folder } = desk
    await store.close()
    const expired = await onTables(folder, async (knex) => {
      const rows = await rowsOf(knex, `select certificates.number, activities.title from certificates join claims on claims.id = certificates.claim_id
        join enrolments on enrolments.id = claims.enrolment_id join activities on activities.id = enrolments.activity_id
        where certificates.state = 'current' and activities.portal = 'haymarket-mycme' order by certificates.id limit 1`)
      await knex.raw(`update activities set expires_on = '2020-01-01' where title = ?`, [String(rows[0]?.title)])
      return { number: String(rows[0]?.number), title: String(rows[0]?.title) }
    })
    desk = await desk.reopen()
    const found = await desk.services.find.search({ text: expired.title, limit: 20 })
    expect(found.ok && found.value.hits.filter((hit) => hit.kind === 'activity').map((hit) => hit.label)).toContain(expired.title)
    expect(await desk.services.certificates.print(expired.number, acting)).toMatchObject({ ok: true, value: { view: { state: 'current' } } })
    expect(services).not.toBe(desk.services)
  })

  it('T26: an event code is found however it was written down: case, blanks, look-alikes', async () => {
    desk = await openSampleDesk()
    const { store, folder } = desk
    await store.close()
    const code = await onTables(folder, async (knex) => String((await rowsOf(knex, `select event_code from sessions where event_code like '%0%' or event_code like '%1%' order by id limit 1`))[0]?.event_code))
    desk = await desk.reopen()
    const misread = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace(/^(..)/, '$1 ')
    expect(misread).not.toBe(code)
    const codesOf = async (text: string): Promise<readonly string[]> => {
      const found = await (desk?.services.find.search({ text, limit: 20 }) ?? Promise.reject(new Error('no desk')))
      return found.ok ? found.value.hits.filter((hit) => hit.kind === 'session' || hit.kind === 'activity').map((hit) => hit.id).sort() : []
    }
    expect(await codesOf(misread)).toEqual(await codesOf(code))
    expect((await codesOf(code)).length).toBeGreaterThan(0)
  })

  it('T28: the store has no place for a birth year', async () => {
    desk = await openSampleDesk()
    await desk.store.close()
    const columns = await onTables(desk.folder, (knex) => rowsOf(knex, `select name from pragma_table_info('learners') where name like '%birth%' or name like '%age%' or name like '%year%'`))
    expect(columns.map((row) => row.name)).toEqual(['birth_month_day'])
    desk = await desk.reopen()
  })
})
