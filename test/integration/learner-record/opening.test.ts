import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '@shared/contract'
import type { LearnerRecordView } from '@shared/contract/learners'
import { openSampleDesk } from '../../support/sample-desk'
import { sampleCells } from '../../support/sample-cells'
import type { TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk
beforeAll(async () => {
  desk = await openSampleDesk()
})
afterAll(() => desk.remove())

/** The sample's learners were written in the order of their file. */
const idOf = (externalId: string): string => `lrn_${String(sampleCells('learners.csv').findIndex((cell) => cell.external_id === externalId) + 1)}`

async function open(externalId: string): Promise<LearnerRecordView> {
  const answer = await desk.services.learnerRecords.open({ id: idOf(externalId) })
  if (!answer.ok) throw new Error(answer.error.code)
  return contract['learners.open'].output.parse(answer.value)
}

describe('opening a learner', () => {
  it('opens learners of the sample in the shape the contract promises', async () => {
    const learners = sampleCells('learners.csv').filter((_, index) => index % 8 === 0)
    for (const learner of learners) {
      const record = await open(learner.external_id ?? '')
      expect(record.learner.externalId).toBe(learner.external_id)
      expect(record.timeline.map((entry) => entry.at)).toEqual([...record.timeline.map((entry) => entry.at)].sort().reverse())
    }
    expect(learners).toHaveLength(50)
  })

  it('shows a claim with its activity, amount, day of completion and certificate', async () => {
    const record = await open('L-7-00001')
    const claim = record.claims.find((candidate) => candidate.externalId === 'C-7-00001')
    expect(claim).toMatchObject({ activityExternalId: 'A-7-00072', creditType: 'ama_pra_1', amount: 125, claimedAt: '2026-11-01T20:00:00.000Z', completedOn: '2026-10-31', state: 'active', certificateNumber: '072026-000001' })
    expect(claim?.certificates.map((certificate) => [certificate.number, certificate.state])).toEqual([['072026-000001', 'current']])
  })
})
