import { describe, expect, it } from 'vitest'
import { contract, type Code, type Method } from '@shared/contract'
import { dispatchErrors } from '@shared/contract/operation'
import { refusalSentence, refusalWords } from '../../../../renderer/words/refusal-words'

const methods = Object.keys(contract) as Method[]

describe('words for refusals', () => {
  it('stand for every code of every operation, and for no other', () => {
    const codes = new Set<string>([...dispatchErrors, ...methods.flatMap((method) => contract[method].errors)])
    expect(Object.keys(refusalWords).sort()).toEqual([...codes].sort())
  })

  it.each(methods.flatMap((method) => [...dispatchErrors, ...contract[method].errors].map((code): [Method, Code<Method>] => [method, code])))('%s, %s: what happened and what to do, in sentences', (method, code) => {
    const words = refusalSentence(method, { code })
    expect(words.happened).toMatch(/^[A-Z].*[.]$/)
    expect(words.next).toMatch(/^[A-Z].*[.]$/)
    expect(`${words.happened}${words.next}`).not.toMatch(/!|undefined|null|\boops\b|sorry/i)
    expect(words.code).toBe(code)
  })

  it('take up the facts that main gives, and the incident', () => {
    expect(refusalSentence('learners.edit', { code: 'email_taken', facts: { externalId: 'L-7-00155' } }).happened).toContain('L-7-00155')
    expect(refusalSentence('desk.home', { code: 'internal', facts: { incident: '7F2-0391' } }).code).toBe('internal · 7F2-0391')
  })

  it('are more precise where the operation is known', () => {
    expect(refusalSentence('claims.changeCreditType', { code: 'stale' }).happened).toContain('claim')
    expect(refusalSentence('learners.edit', { code: 'stale' }).happened).toContain('record')
  })
})
