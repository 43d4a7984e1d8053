import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countPlaywright, countStep, countVitest } from '../../../scripts/test-run/test-counts.mjs'

describe('countVitest', () => {
  it('counts tests, and a file that could not be loaded as one failure', () => {
    const report = {
      numPassedTests: 7,
      numFailedTests: 2,
      testResults: [
        { status: 'failed', assertionResults: [] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'passed', assertionResults: [] },
      ],
    }
    expect(countVitest(report)).toEqual({ passed: 7, failed: 3 })
  })
})

describe('countPlaywright', () => {
  it('counts a test that passed only when repeated as failed', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }, errors: [] })).toEqual({ passed: 5, failed: 2 })
  })

  it('counts an error outside every test', () => {
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: 'no config' }] })).toEqual({ passed: 0, failed: 1 })
  })
})

describe('countStep', () => {
  it('never says 0 failed of a step that failed', () => {
    expect(countStep(undefined, false)).toEqual({ passed: 0, failed: 1 })
    expect(countStep({ file: join(tmpdir(), 'there-is-no-such-report.json'), count: countVitest }, false)).toEqual({ passed: 0, failed: 1 })
  })

  it('reads the report that was written', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cme-desk-test-')), 'unit.json')
    writeFileSync(file, JSON.stringify({ numPassedTests: 3, numFailedTests: 0, testResults: [] }))
    expect(countStep({ file, count: countVitest }, true)).toEqual({ passed: 3, failed: 0 })
    expect(countStep({ file, count: countVitest }, false)).toEqual({ passed: 3, failed: 1 })
  })
})
