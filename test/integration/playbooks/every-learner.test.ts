import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordId } from '@shared/model/record-id'
import { branchFor, fill, greetingFor, plainText, replyOf } from '@shared/playbooks/answering'
import { factsAlwaysKnown, factsOfEveryLearner, type Facts } from '@shared/playbooks/fact-names'
import { factsOf } from '@shared/playbooks/facts'
import type { Playbook } from '@shared/playbooks/playbook'
import type { PlaybookSubject } from '@shared/playbooks/playbook-subject'
import { playbooks } from '@shared/playbooks/playbooks'
import { readAskedRecord, readSubject } from '../../../main/services/playbook-reading'
import { faultsOf } from '../../support/reading-well'
import { openSampleDesk } from '../../support/sample-desk'
import { sampleNow, type TemporaryDesk } from '../../support/temporary-desk'

/** One reading of the record: a learner as a whole with their latest order, or in one activity with its claim. */
interface Read {
  readonly learner: string
  readonly subject: PlaybookSubject
  readonly facts: Facts
  readonly about: Playbook['about'][]
}

let desk: TemporaryDesk
const read: Read[] = []

beforeAll(async () => {
  desk = await openSampleDesk()
  const [anyPlaybook] = playbooks
  if (anyPlaybook === undefined) throw new Error('no playbooks')
  await desk.store.unitOfWork.read(async (repositories) => {
    const { rows } = await repositories.learnerRecords.list({ offset: 0, limit: 1000, sort: 'name' })
    for (const { id, externalId } of rows) {
      const asked = await readAskedRecord(repositories, recordId('learner', id))
      if (asked === undefined) throw new Error(`${externalId} is not there`)
      const add = async (activity: number | null, about: Playbook['about'][]): Promise<void> => {
        const claim = asked.record.enrolments.filter((one) => one.activityId === activity).flatMap((one) => one.claims).find((one) => one.state === 'active') ?? null
        const order = asked.record.orders[0] ?? null
        const subject = await readSubject(repositories, anyPlaybook, asked, { activity, claim, order }, sampleNow)
        if (subject === undefined) throw new Error(`${externalId} has no subject`)
        read.push({ learner: externalId, subject, facts: factsOf(subject), about })
      }
      await add(null, ['account', 'order', 'activity', 'claim'])
      for (const activity of new Set(asked.record.enrolments.map((enrolment) => enrolment.activityId))) await add(activity, ['activity', 'claim'])
    }
  })
}, 120_000)

afterAll(async () => {
  await desk.remove()
})

const readers = (playbook: Playbook): readonly Read[] => read.filter(({ subject, about }) => about.includes(playbook.about) && (playbook.portals === 'any' || playbook.portals.includes(subject.portal.key)))

describe('every playbook, for every learner of the sample', () => {
  test('the sample was read', () => {
    expect(read.length).toBeGreaterThan(600)
  })

  test('facts that replies count on are known for every learner', () => {
    const lacking = read.flatMap(({ learner, facts }) => [...factsAlwaysKnown, ...factsOfEveryLearner].filter((name) => !facts.has(name)).map((name) => `${learner}: ${name}`))
    expect(lacking).toEqual([])
  })

  test.each(playbooks.map((playbook) => [playbook.id, playbook] as const))('%s reads well', (_id, playbook) => {
    const faults: string[] = []
    for (const { learner, subject, facts } of readers(playbook)) {
      const { branch, at } = branchFor(playbook, facts, (subject.diagnosis?.findings ?? []).map((finding) => finding.code))
      const asking = subject.account?.learner
      const reply = replyOf(playbook, branch, facts, {
        greeted: asking === undefined ? null : { givenName: asking.givenName, familyName: asking.familyName, credentials: subject.learner?.credentials ?? '', profession: asking.profession },
        signedBy: 'Dana Whitfield',
      })
      const said = plainText(fill(branch.says, facts))
      for (const text of [said, reply.subject, reply.text]) for (const fault of faultsOf(text)) faults.push(`${learner} branch ${String(at)}: ${fault}`)
      if (reply.text.includes(asking?.email ?? '@')) faults.push(`${learner}: names the whole address`)
      if (reply.paragraphs.length < 3) faults.push(`${learner} branch ${String(at)}: says nothing`)
      if (reply.text.length > 1800) faults.push(`${learner} branch ${String(at)}: too long, ${String(reply.text.length)}`)
    }
    expect(faults.slice(0, 3)).toEqual([])
  })

  test('most branches apply to somebody in the sample', ({ annotate }) => {
    const all = playbooks.flatMap((playbook) => playbook.branches.map((_branch, at) => `${playbook.id} ${String(at)}`))
    const used = new Set(
      playbooks.flatMap((playbook) => readers(playbook).map(({ subject, facts }) => `${playbook.id} ${String(branchFor(playbook, facts, (subject.diagnosis?.findings ?? []).map((finding) => finding.code)).at)}`)),
    )
    void annotate(`${String(used.size)} of ${String(all.length)} branches apply to somebody; not: ${all.filter((one) => !used.has(one)).join(', ')}`)
    expect(used.size / all.length).toBeGreaterThan(0.5)
  })
})

describe('whom a reply greets', () => {
  const nobody = { givenName: '', familyName: '', credentials: '', profession: null }
  test.each([
    ['a physician with the degree', { ...nobody, givenName: 'Aoife', familyName: 'Phạm', credentials: 'MD, FACP', profession: 'physician' as const }, 'Dear Dr Phạm,'],
    ['a physician without one on file', { ...nobody, givenName: 'Mei', familyName: 'Patel', profession: 'physician' as const }, 'Dear Mei Patel,'],
    ['letters that only begin like a degree', { ...nobody, givenName: 'Mei', familyName: 'Patel', credentials: 'MDiv', profession: 'physician' as const }, 'Dear Mei Patel,'],
    ['another profession with a doctorate', { ...nobody, givenName: 'Åse', familyName: 'Tanaka', credentials: 'MD', profession: 'nurse' as const }, 'Dear Åse Tanaka,'],
    ['one name only', { ...nobody, givenName: '', familyName: 'Suharto', credentials: 'MD', profession: 'physician' as const }, 'Dear Suharto,'],
    ['blanks and controls around names', { ...nobody, givenName: ' Ann\tMary ', familyName: '\u0007Lee ' }, 'Dear Ann Mary Lee,'],
    ['a name in another script', { ...nobody, givenName: '美咲', familyName: '田中', credentials: 'DO', profession: 'physician' as const }, 'Dear Dr 田中,'],
    ['no name at all', nobody, 'Hello,'],
    ['nobody', null, 'Hello,'],
  ])('%s', (_what, greeted, greeting) => {
    expect(greetingFor(greeted)).toBe(greeting)
  })
})
