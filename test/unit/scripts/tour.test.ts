import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readTourArguments } from '../../../scripts/tour/arguments.mjs'
import { literal } from '../../../scripts/tour/keyboard.mjs'
import { chooseStory, readStory } from '../../../scripts/tour/scenario-choice.mjs'
import { clearFolder, missingSteps, stepNames, summaryTable, writeSummary } from '../../../scripts/tour/summary.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cme-desk-tour-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const entry = { name: 'find', picture: '08-find-light.png', theme: 'light', width: 1440, height: 900, ms: 120, axeViolations: 0, consoleErrors: 0 } as const

describe('readTourArguments', () => {
  it('goes to the sample, at the sample’s clock, into tour-output', () => {
    expect(readTourArguments([])).toEqual({ from: undefined, out: join(process.cwd(), 'tour-output'), now: '2026-11-20T15:00:00-05:00' })
  })

  it('makes folders absolute and takes another clock', () => {
    expect(readTourArguments(['--from', '/records', '--now', '2027-01-02T03:04:05Z', '--out', 'pictures'])).toEqual({ from: '/records', out: join(process.cwd(), 'pictures'), now: '2027-01-02T03:04:05Z' })
  })

  it.each([[['--form', 'x'], '“--form” is not understood'], [['--from'], '--from needs a value'], [['--now', '2026-11-20'], 'is no instant']])('refuses %j', (words, sentence) => {
    expect(() => readTourArguments(words)).toThrow(sentence)
  })
})

const learners = [
  { external_id: 'L-1', given_name: 'Mei', family_name: 'Patel' },
  { external_id: 'L-2', given_name: 'Rohan', family_name: 'Kőszegi' },
]
const change = { learner_id: 'L-1', claim_id: 'C-1', order_id: '', expected: 'change_allowed:aapa_1' }
const refused = { learner_id: 'L-1', claim_id: 'C-1', order_id: '', expected: 'credit_type_not_offered:acpe' }
const order = { learner_id: 'L-2', claim_id: '', order_id: 'O-1', expected: 'total:249.00' }

describe('chooseStory', () => {
  it('takes the claim that may change, what must be refused for it, and another learner’s order', () => {
    const stuck = ['pretest_missing', 'pretest_missing'].map((expected, place) => ({ learner_id: `L-${String(place + 1)}`, activity_id: 'A-1', claim_id: '', order_id: '', expected }))
    expect(chooseStory([order, change, refused, ...stuck], learners)).toEqual({
      correction: { id: 'L-1', name: 'Mei Patel', claim: 'C-1', to: 'aapa_1', refused: 'acpe' },
      purchase: { id: 'L-2', name: 'Rohan Kőszegi', order: 'O-1', total: '249.00' },
      stuck: [{ id: 'L-1', name: 'Mei Patel', code: 'pretest_missing' }],
    })
  })

  it('passes by scenarios of learners that the folder does not have', () => {
    expect(chooseStory([{ ...change, learner_id: 'L-9' }, change, order], learners).correction.id).toBe('L-1')
  })

  it('says which kind of scenario is missing', () => {
    expect(() => chooseStory([order], learners)).toThrow('names no claim whose credit type may be changed')
    expect(() => chooseStory([change, { ...order, learner_id: 'L-1' }], learners)).toThrow('names no paid order of another learner')
  })
})

describe('readStory', () => {
  it('finds the sample’s scenarios among the tests', () => {
    const { learners: count, story } = readStory(undefined)
    expect(count).toBe(400)
    expect(story.correction).toMatchObject({ id: 'L-7-00001', claim: 'C-7-00001', to: 'aapa_1', refused: 'acpe' })
    expect(story.purchase).toMatchObject({ order: 'O-7-00001', total: '249.00' })
    expect(story.stuck).toContainEqual({ id: 'L-7-00004', name: '美咲 田中', code: 'pretest_missing' })
    expect(new Set(story.stuck.map(({ code }) => code)).size).toBe(story.stuck.length)
    expect(story.stuck.length).toBeGreaterThanOrEqual(19)
  })

  it('names the file that a folder lacks', () => {
    writeFileSync(join(folder, 'learners.csv'), 'external_id,given_name,family_name\n')
    expect(() => readStory(folder)).toThrow(`There is no ${join(folder, 'scenarios.csv')}`)
  })
})

describe('the summary', () => {
  it('counts a step only with its picture in both themes', () => {
    const both = stepNames.flatMap((name) => [{ ...entry, name }, { ...entry, name, theme: 'dark' as const }])
    expect(missingSteps(both)).toEqual([])
    expect(missingSteps(both.filter((step) => step.name !== 'receipt' || step.theme !== 'dark'))).toEqual(['receipt'])
  })

  it('adds up what both themes were told, one line for a screen', () => {
    const table = summaryTable([{ ...entry, axeViolations: 1 }, { ...entry, theme: 'dark', axeViolations: 2, consoleErrors: 1 }])
    expect(table.split('\n')[1]?.split(/ {2,}/)).toEqual(['find', '120 ms', '3', '1', '1440 × 900'])
  })

  it('clears what an earlier tour left, and nothing of a folder that is not a tour’s', () => {
    writeFileSync(join(folder, 'holiday.png'), '')
    clearFolder(folder)
    expect(readdirSync(folder)).toEqual(['holiday.png'])
    writeSummary(folder, { steps: [entry], papers: [], failure: undefined })
    writeFileSync(join(folder, 'notes.txt'), '')
    clearFolder(folder)
    expect(readdirSync(folder)).toEqual(['notes.txt'])
  })

  it('keeps the keys of a step as they are promised', () => {
    writeSummary(folder, { steps: [entry], papers: [], failure: undefined })
    expect(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))).toEqual({ steps: [entry], papers: [] })
  })
})

it('literal matches the text alone', () => {
  expect(new RegExp(literal('O-7.(1)')).test('O-7.(1)')).toBe(true)
  expect(new RegExp(literal('1.5')).test('1x5')).toBe(false)
})
