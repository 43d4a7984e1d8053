import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formsOf, withinOneEdit } from '@shared/policy/one-edit'
import { foldCode, readQuery, wordsOf } from '../../../main/store/search/query-text'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', '田'), minLength: 2, maxLength: 9 })
const letter = fc.constantFrom('a', 'b', 'c', 'x', 'y', 'z')

const edited = fc.tuple(word, letter, fc.nat(), fc.constantFrom('delete', 'insert', 'replace', 'swap')).map(([text, other, at, edit]) => {
  const letters = Array.from(text)
  const place = at % letters.length
  switch (edit) {
    case 'delete':
      letters.splice(place, 1)
      break
    case 'insert':
      letters.splice(place, 0, other)
      break
    case 'replace':
      letters.splice(place, 1, other)
      break
    case 'swap':
      letters.splice(place, 2, ...letters.slice(place, place + 2).reverse())
  }
  return [text, letters.join('')] as const
})

describe('one typo', () => {
  it('is recognised wherever it stands, and both words share a form', () => {
    fc.assert(
      fc.property(edited, ([text, typo]) => {
        expect(withinOneEdit(text, typo)).toBe(true)
        expect(withinOneEdit(typo, text)).toBe(true)
        const forms = new Set(formsOf(text))
        expect(formsOf(typo).some((form) => forms.has(form))).toBe(true)
      }),
    )
  })

  it.each([
    ['tanaka', 'tanka', true],
    ['tanaka', 'tnaaka', true],
    ['tanaka', 'tankaa', true],
    ['tanaka', 'tnkaa', false],
    ['tanaka', 'natak', false],
    ['abcd', 'badc', false],
    ['', 'a', true],
    ['', 'ab', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(withinOneEdit(one, other)).toBe(expected)
  })
})

describe('reading what was typed', () => {
  it('folds names to words without signs', () => {
    expect(wordsOf('  Łukasz D’Andre-Öztürk, MD (ret.) ')).toEqual(['lukasz', 'dandre', 'ozturk', 'md', 'ret'])
    expect(wordsOf('… “”')).toEqual([])
  })
  it('makes the look-alikes of codes one', () => {
    expect([foldCode('gr 5o66'), foldCode('GR-5O66'), foldCode('il-10')]).toEqual(['GR5066', 'GR5066', '1110'])
  })
  it('reads a licence with its state', () => {
    expect(readQuery('oh d-73221')).toMatchObject({ licenceState: 'OH', licenceNumber: 'D73221', keyLike: true })
    expect(readQuery(' \t ')).toBeUndefined()
  })
})
