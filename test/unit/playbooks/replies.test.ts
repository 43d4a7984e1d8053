import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fill, plainText, replyOf } from '@shared/playbooks/answering'
import { factLabels, isFactName, type Fact, type FactName } from '@shared/playbooks/fact-names'
import { playbooks } from '@shared/playbooks/playbooks'
import { factsKnownIn } from '@shared/playbooks/reading'
import { faultsOf } from '../../support/reading-well'

const source: Fact['source'] = { kind: 'learner', record: 'L-1' }
const everyName = Object.keys(factLabels).filter(isFactName)

/** Values as records have them: titles that end with a sign, other scripts, long ones. */
const value = fc.constantFrom('“Pain: What Next?”', '“Sepsis vs. Shock, Inc.”', '8 June 2027', '1.25 AMA PRA Category 1 Credits™', '“ديابيتس 2”', '“李小龍 on Opioids”', 'Żółkiewski', 'a••••••••9@example.org', '3 tries left', `“${'Long Title '.repeat(30).trim()}”`, '70 %')
const name = fc.constantFrom('', 'Mei', 'Győző', 'O’Neill', '田中', 'Ødegård-Núñez', '𝓐𝓷𝓷', 'van der  Berg ', 'عائشة')

/** Facts of those names, with the values in turn; a portal signs with its own name. */
const facts = (names: Iterable<string>, values: readonly string[]): ReadonlyMap<FactName, Fact> =>
  new Map([...names].filter(isFactName).map((fact, at) => [fact, { words: fact === 'portal' ? 'Haymarket myCME' : (values[at % values.length] ?? 'x'), raw: 'x', source }]))

describe('the reply of every branch reads well, whatever the record leaves out', () => {
  test.each(playbooks.map((playbook) => [playbook.id, playbook] as const))('%s', (_id, playbook) => {
    for (const [at, branch] of playbook.branches.entries()) {
      const known = factsKnownIn(playbook, branch, playbook.branches.slice(0, at))
      fc.assert(
        fc.property(fc.subarray(everyName), fc.array(value, { minLength: 1, maxLength: 12 }), name, name, (also, values, givenName, familyName) => {
          const some = facts(new Set([...known, ...also]), values)
          const reply = replyOf(playbook, branch, some, { greeted: { givenName, familyName, credentials: 'MD', profession: 'physician' }, signedBy: 'Dana Whitfield' })
          for (const text of [plainText(fill(branch.says, some)), reply.subject, reply.text]) expect(faultsOf(text)).toEqual([])
          expect(reply.paragraphs.length).toBeGreaterThanOrEqual(3)
        }),
        { numRuns: 12, seed: 138 },
      )
    }
  })
})

describe('a sentence is filled', () => {
  const known = facts(['activity', 'portal'], ['“Sepsis, Inc.”', 'Haymarket myCME'])
  const said = (sentence: string): string => plainText(fill(sentence, known))

  test.each([
    ['It is {activity}.', 'It is “Sepsis, Inc.”'],
    ['It is {activity}[ until {expires_on}].', 'It is “Sepsis, Inc.”'],
    ['[You have until {expires_on}. ]please claim.', 'Please claim.'],
    ['[Until {expires_on}.]', ''],
    ['At {portal}[, {activity}][, {fee}], it is so.', 'At Haymarket myCME, “Sepsis, Inc.”, it is so.'],
  ])('%s', (sentence, expected) => {
    expect(said(sentence)).toBe(expected)
  })

  test('each filled place tells which fact it was', () => {
    expect(fill('At {portal} now', known).filter((piece) => piece.fact !== null)).toEqual([{ text: 'Haymarket myCME', fact: 'portal' }])
  })

  test('a fact outside brackets that nobody knows is a bug', () => {
    expect(() => fill('Until {expires_on}', known)).toThrow('nothing is known of expires_on')
  })
})
