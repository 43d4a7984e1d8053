import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { csvLine } from '../../../main/services/import-refused-rows'
import { openExchangeDesk, type ExchangeDesk } from '../../support/exchange-desk'

// Texts that programs stumble over, one of each kind: markup, queries, formulas, paths, marks that change direction,
// letters that fold to nothing, numbers that are none, signs outside the basic plane, and white space of every sort.
const awkward = [
  'null', 'undefined', 'NaN', '-0', '1e309', '0x1F', '$1.00', '1/0', 'true', '[]', '{}', '\\', '\\\\', '%s%d', '../../etc/passwd', 'C:\\CON', '<script>alert(1)</script>',
  "'; drop table learners; --", '" or ""="', '${7*7}', '{{7*7}}', '=1+1', '+1', '@sum(a1)', '-2+3', '=HYPERLINK("x","y")', 'ÅÍÎÏ˝ÓÔ˛', '田中さんにあげて下さい', '사회과학원', 'Ⱥ', 'ﷺ', '社會',
  '﻿mark', '‮right to left', '⁦isolated⁩', '​zero width', '­soft', ' no break ', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙', '🧑‍⚕️🏳️‍🌈', '\u{1F468}‍\u{1F469}', 'Ω≈ç√∫', 'İı', 'ß', 'ſ', 'e\u0301', '\u0007bell', '\u001b[31m',
  'tab\there', 'line\nbreak', 'line\r\nbreak', 'lone\rreturn', ' leading', 'trailing ', ',', ';', '"', '""', '"quoted"', "''", '`', '￾', '\u2028separator', '𝕿𝖍𝖊', '﹏', '۰۱۲',
] as const

describe('free text', () => {
  let desk: ExchangeDesk | undefined
  afterEach(async () => desk?.remove())

  it('comes in to the letter, whatever it is', async () => {
    desk = await openExchangeDesk()
    const rows = awkward.map((text, place) => [`T-${String(place)}`, 'haymarket-mycme', 'email', '2026-11-20T15:00Z', text, text])
    const folder = await desk.exchangeFolder({ 'tickets.csv': [['external_id', 'portal', 'channel', 'received_at', 'subject', 'body'], ...rows].map(csvLine).join('') })
    const { refusals } = await desk.import(folder)
    expect(refusals).toEqual([])
    const kept = await desk.store.unitOfWork.read(({ exchange }) => exchange.readCells('tickets.csv', rows.map((_, place) => place + 1)))
    expect([...kept.values()].map(({ subject, body }) => [subject, body])).toEqual(awkward.map((text) => [text, text]))
    const again = await desk.import(folder)
    expect(again.view.files.find(({ file }) => file === 'tickets.csv')).toMatchObject({ unchanged: awkward.length, changed: 0 })
  })

  it('survives any file without a fault, and good rows beside bad ones go in', async () => {
    desk = await openExchangeDesk()
    const cell = fc.oneof(fc.constantFrom(...awkward, '', 'haymarket-mycme', '2026-11-20T15:00Z', 'email', '"', '\n', '\u0000'), fc.string({ unit: 'binary' }))
    const line = fc.array(cell, { minLength: 1, maxLength: 8 }).map((cells) => cells.join(','))
    let file = 0
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), async (lines) => {
        if (desk === undefined) throw new Error('there is no desk')
        file += 1
        const good = `T-good-${String(file)},haymarket-mycme,email,2026-11-20T15:00Z,Hello,Text\n`
        const { view } = await desk.import(await desk.exchangeFolder({ 'tickets.csv': `external_id,portal,channel,received_at,subject,body\n${good}${lines.join('\n')}` }))
        expect(view.state).toBe('finished')
        const counted = view.files.find((candidate) => candidate.file === 'tickets.csv')
        expect(counted?.state === 'not_read' || (counted?.added ?? 0) >= 1).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
