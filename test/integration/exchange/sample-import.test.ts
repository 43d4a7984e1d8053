import { afterEach, describe, expect, it } from 'vitest'
import { openExchangeDesk, sampleFolder, type ExchangeDesk } from '../../support/exchange-desk'

const sampleRows = {
  'learners.csv': 400, 'activities.csv': 103, 'activity_credits.csv': 232, 'sessions.csv': 8, 'packages.csv': 2,
  'package_activities.csv': 4, 'discount_codes.csv': 3, 'orders.csv': 63, 'order_lines.csv': 63, 'memberships.csv': 55,
  'enrolments.csv': 829, 'earned_credits.csv': 186, 'claims.csv': 367, 'reports.csv': 12, 'messages.csv': 66, 'tickets.csv': 33,
}

describe('importing the sample', () => {
  let desk: ExchangeDesk | undefined
  afterEach(async () => desk?.remove())

  it('takes every row in', async () => {
    desk = await openExchangeDesk()
    const { view, refusals } = await desk.import(sampleFolder)
    expect(refusals).toEqual([])
    expect(view.state).toBe('finished')
    expect(Object.fromEntries(view.files.map(({ file, added }) => [file, added]))).toEqual(sampleRows)
    expect(view.certificatesFrozen).toBe(367)
  })

  it('changes nothing the second time', async () => {
    desk = await openExchangeDesk()
    await desk.import(sampleFolder)
    const { view } = await desk.import(sampleFolder)
    expect(Object.fromEntries(view.files.map(({ file, unchanged }) => [file, unchanged]))).toEqual(sampleRows)
  })
})
