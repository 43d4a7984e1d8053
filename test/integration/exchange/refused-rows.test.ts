import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { learnersFile, oneClaimFolder } from '../../support/exchange-rows'
import { openExchangeDesk, type ExchangeDesk } from '../../support/exchange-desk'

describe('saving refused rows', () => {
  let desk: ExchangeDesk
  let chosen: string
  beforeEach(async () => {
    chosen = await mkdtemp(join(tmpdir(), 'cme-desk-chosen-'))
    desk = await openExchangeDesk({ chosenFolder: chosen })
  })
  afterEach(async () => {
    await desk.remove()
    await rm(chosen, { recursive: true, force: true })
  })

  it('writes them with their header, to be mended and imported', async () => {
    const packages = 'title,external_id,portal,price,colour\n"One, ""two""",K-1,haymarket-mycme,9.999,red\nGood,K-2,haymarket-mycme,,\n"line\nbreak",K-3,nowhere,,\n"open,K-4,haymarket-mycme,,\n"More",K-5,haymarket-mycme,x,\n'
    const { view } = await desk.import(await desk.exchangeFolder({ 'packages.csv': packages, 'learners.csv': learnersFile({}, { id: 'L-2', status: 'gone' }), 'tickets.csv': '' }))
    const saved = await desk.refusedRows.save({ importId: view.id })
    expect(saved).toEqual({ ok: true, value: { saved: true, folder: join(chosen, 'refused-rows-2026-11-20T20-00'), files: 2 } })
    const folder = saved.ok ? (saved.value.folder ?? '') : ''
    expect(await readFile(join(folder, 'packages.csv'), 'utf8')).toBe(
      'title,external_id,portal,price,colour\r\n"One, ""two""",K-1,haymarket-mycme,9.999,red\r\n"line\nbreak",K-3,nowhere,,\r\nMore,K-5,haymarket-mycme,x,\r\n"open,K-4,haymarket-mycme,,\r\n',
    )
    const mended = (await readFile(join(folder, 'packages.csv'), 'utf8')).replace('9.999', '9.99').replace('nowhere', 'med-challenger').replace(',x,', ',9.00,').replace('"open', 'open')
    const again = await desk.import(await desk.exchangeFolder({ 'packages.csv': mended }))
    expect(again.refusals).toEqual([])
    expect(again.view.files.find(({ file }) => file === 'packages.csv')).toMatchObject({ added: 4, refused: 0 })
  })

  it('says when it saved nothing, and when it could not', async () => {
    const { view } = await desk.import(await desk.exchangeFolder({ 'learners.csv': learnersFile({}) }))
    expect(await desk.refusedRows.save({ importId: view.id })).toEqual({ ok: true, value: { saved: false, folder: null, files: 0 } })
    expect(await desk.refusedRows.save({ importId: 'imp_99' })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    const bad = await desk.import(await desk.exchangeFolder({ 'learners.csv': learnersFile({ id: 'L-2', status: 'gone' }) }))
    const blocked = await openExchangeDesk({ chosenFolder: join(desk.folder, 'data', 'desk.sqlite') })
    try {
      const same = await blocked.import(await blocked.exchangeFolder({ 'learners.csv': learnersFile({ id: 'L-2', status: 'gone' }) }))
      expect(await blocked.refusedRows.save({ importId: same.view.id })).toMatchObject({ ok: false, error: { code: 'write_failed' } })
    } finally {
      await blocked.remove()
    }
    expect(bad.view.state).toBe('finished')
  })
})

describe('a refused row', () => {
  it('names the learner or the activity of this desk that it is about, where there is one', async () => {
    const desk = await openExchangeDesk()
    try {
      await desk.import(await desk.exchangeFolder(oneClaimFolder()))
      const { refusals } = await desk.import(
        await desk.exchangeFolder({
          'learners.csv': learnersFile({ status: 'gone' }, { id: 'L-404', status: 'gone' }),
          'activity_credits.csv': 'activity_id,credit_type,max_amount,step,accreditation_number,pharmacology_amount\nA-1,ancc,1.333,,,\n',
          'enrolments.csv': 'external_id,learner_id,activity_id,registered_at\nE-9,L-1,A-1,02/03/2026\n',
        }),
      )
      expect(refusals.map(({ file, line, about }) => [file, line, about])).toEqual([
        ['learners.csv', 2, { kind: 'learner', id: 'lrn_1' }],
        ['learners.csv', 3, null],
        ['activity_credits.csv', 2, { kind: 'activity', id: 'act_1' }],
        ['enrolments.csv', 2, { kind: 'learner', id: 'lrn_1' }],
      ])
    } finally {
      await desk.remove()
    }
  })
})

describe('the first start', () => {
  it('opens the sample once, and only on an empty desk', async () => {
    const desk = await openExchangeDesk()
    try {
      expect(await desk.opening.startEmpty(desk.acting)).toEqual({ ok: true, value: {} })
      const started = await desk.opening.openSample(desk.acting)
      if (!started.ok) throw new Error(started.error.code)
      expect(await desk.opening.openSample(desk.acting)).toMatchObject({ ok: false })
      await desk.imports.ended(started.value.importId)
      expect(await desk.imports.open(started.value)).toMatchObject({ ok: true, value: { state: 'finished', certificatesFrozen: 367 } })
      expect(await desk.opening.openSample(desk.acting)).toMatchObject({ ok: false, error: { code: 'desk_not_empty' } })
      expect(await desk.store.unitOfWork.read(({ settings }) => settings.find('desk.started'))).toBe('sample')
    } finally {
      await desk.remove()
    }
  })
})
