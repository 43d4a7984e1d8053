import { describe, expect, test } from 'vitest'
import { playbookFamilies, type Playbook } from '@shared/playbooks/playbook'
import { playbooks } from '@shared/playbooks/playbooks'
import { readPlaybook } from '@shared/playbooks/reading'

/** The rows of domain section 5, by the letter of their portal. */
const rows = Object.entries({ H: 55, C: 27, M: 30, P: 26 }).flatMap(([letter, count]) => Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`))

describe('every row is served', () => {
  test('138 rows are asked for', () => {
    expect(rows).toHaveLength(138)
  })

  test.each(rows)('%s has a playbook', (row) => {
    expect(playbooks.filter((playbook) => playbook.rows.includes(row)).map((playbook) => playbook.id)).not.toEqual([])
  })

  test('no playbook names a row that section 5 does not have', () => {
    expect(playbooks.flatMap((playbook) => playbook.rows).filter((row) => !rows.includes(row))).toEqual([])
  })

  test('every family has its playbooks', () => {
    expect(playbookFamilies.filter((family) => playbooks.every((playbook) => playbook.family !== family))).toEqual([])
  })
})

describe('every playbook holds its own rules', () => {
  test.each(playbooks.map((playbook) => [playbook.id, playbook] as const))('%s reads', (_id, playbook) => {
    const read = readPlaybook(playbook)
    expect(read.ok ? 'reads' : read.error).toBe('reads')
  })

  test('keys and phrasings are each there once', () => {
    const ids = playbooks.map((playbook) => playbook.id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const phrasings = playbooks.flatMap((playbook) => playbook.phrasings.map((phrasing) => phrasing.toLowerCase()))
    expect(phrasings.filter((phrasing, at) => phrasings.indexOf(phrasing) !== at)).toEqual([])
  })

  test('a key begins with its family', () => {
    expect(playbooks.filter((playbook) => !playbook.id.startsWith(`${playbook.family}.`)).map((playbook) => playbook.id)).toEqual([])
  })

  test('no reply asks to write down or mails a password, and none promises what a board accepts (C1, C3, H26, T19, T29)', () => {
    const replies = playbooks.flatMap((playbook) => playbook.branches.flatMap((branch) => branch.reply.map((paragraph) => `${playbook.id}: ${paragraph}`)))
    expect(replies.filter((reply) => /write (it|your password|the password) down|your password is|board (will|accepts)|will be accepted|guarantee/i.test(reply))).toEqual([])
  })
})

const sound: Playbook = {
  id: 'desk.sound',
  family: 'desk',
  title: 'A sound question',
  rows: ['H1'],
  portals: 'any',
  kind: 'record',
  about: 'activity',
  subject: 'An answer from {portal}',
  phrasings: ['one way to ask', 'another way to ask', 'a third way to ask'],
  branches: [
    { when: [{ fact: 'activity', known: true }], says: 'It is {activity}', evidence: ['activity'], act: 'send_reset', reply: ['It is {activity}[ until {expires_on}].'] },
    { when: [], says: 'Nothing', evidence: [], act: null, reply: ['Nothing is on file.'] },
  ],
}

/** The sound playbook with its first branch changed. */
function with_(change: object): unknown {
  return { ...sound, branches: [{ ...sound.branches[0], ...change }, sound.branches[1]] }
}

describe('a playbook that is wrong is refused with field and reason', () => {
  test('the sound one reads', () => {
    expect(readPlaybook(sound).ok).toBe(true)
  })

  test.each([
    ['an unknown fact in a condition', with_({ when: [{ fact: 'shoe_size', known: true }] }), 'branches.0.when.0.fact', 'no such fact: shoe_size'],
    ['an unknown fact in the evidence', with_({ evidence: ['shoe_size'] }), 'branches.0.evidence.0', 'no such fact: shoe_size'],
    ['an unknown fact in the reply', with_({ reply: ['Your size is {shoe_size}.'] }), 'branches.0.reply.0', 'no such fact: shoe_size'],
    ['an unknown fact in the answer', with_({ says: 'Size {shoe_size}' }), 'branches.0.says', 'no such fact: shoe_size'],
    ['a fact that may be unknown there', with_({ reply: ['Until {expires_on}.'] }), 'branches.0.reply.0', 'expires_on may be unknown here'],
    ['a bracket without its end', with_({ reply: ['It is {activity}[ until {expires_on}.'] }), 'branches.0.reply.0', 'may be unknown here'],
    ['a bracket with nothing to fill', with_({ reply: ['It is {activity}[ indeed].'] }), 'branches.0.reply.0', 'bracket without its fact'],
    ['an unknown finding', with_({ when: [{ finding: ['lost_shoe'] }] }), 'branches.0.when.0.finding.0', 'Invalid option'],
    ['an unknown act', with_({ act: 'send_flowers' }), 'branches.0.act', 'Invalid option'],
    ['two blanks', with_({ reply: ['It is  {activity}.'] }), 'branches.0.reply.0', 'blanks'],
    ['a row of a portal it is not for', { ...sound, portals: ['med-challenger'] }, 'rows', 'H1 is of a portal'],
    ['no branch for what is left', { ...sound, branches: [sound.branches[0]] }, 'branches', 'the last branch must hold'],
    ['a branch that can never apply', { ...sound, branches: [sound.branches[1], sound.branches[0], sound.branches[1]] }, 'branches.0.when', 'nothing after this branch'],
    ['information that needs a diagnosis', { ...(with_({ when: [{ finding: ['ok'] }] }) as object), kind: 'information' }, 'branches.0.when', 'without a diagnosis'],
    ['a field nobody knows', { ...sound, colour: 'red' }, '', 'Unrecognized key'],
    ['too few phrasings', { ...sound, phrasings: ['one way to ask'] }, 'phrasings', 'Too small'],
    ['no playbook at all', 'hello', '', 'expected object'],
  ])('%s', (_what, source, field, reason) => {
    const read = readPlaybook(source)
    expect(read).toMatchObject({ ok: false, error: { code: 'playbook_malformed', field } })
    expect(read.ok ? '' : read.error.facts?.reason).toContain(reason)
  })
})
