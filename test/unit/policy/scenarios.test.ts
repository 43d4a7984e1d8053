import { describe, expect, it } from 'vitest'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { creditTypeSchema } from '@shared/model/field-codes'
import { decideCreditChange } from '@shared/policy/credit-change'
import { diagnoseActivity, diagnoseLearner } from '@shared/policy/diagnosis'
import type { Diagnosis } from '@shared/policy/diagnosis-findings'
import { findingCodes } from '@shared/policy/finding-codes'
import { sampleAccount, sampleCourse, sampleCourses, sampleCreditChange, sampleLearnerIds, scenarios } from '../../support/sample-facts'

/** What follows a claim may be any finding; everything else is the first (exchange format, scenarios). */
const afterTheClaim = new Set(['board_reported', 'board_self_report', 'certificate_of_participation', 'report_due'])
/** Printed figures: decided by the store and the paper, shown by their own tests. */
const printed = new Set(['amount', 'prints', 'total'])

function diagnose(learnerId: string, activityId: string): Diagnosis {
  const account = sampleAccount(learnerId)
  return activityId === '' ? diagnoseLearner(account, sampleCourses(learnerId)) : diagnoseActivity(account, sampleCourse(learnerId, activityId))
}

describe('the scenarios of the sample', () => {
  const decided = scenarios.filter(({ expected }) => !printed.has(expected.split(':')[0] ?? ''))

  it('are all here, but for the printed ones', () => {
    expect(scenarios).toHaveLength(78)
    expect(decided).toHaveLength(68)
  })

  it.each(decided)('$scenario of $learnerId $activityId: $expected', ({ learnerId, activityId, claimId, expected }) => {
    const [kind = '', argument = ''] = expected.split(':')
    if (kind === 'change_allowed' || kind === 'credit_type_not_offered') {
      const verdict = decideCreditChange(sampleCreditChange(claimId), { to: creditTypeSchema.parse(argument), amount: null, reason: 'asked by the learner', supervisorOverrides: false })
      expect(verdict.kind === 'allowed' ? 'change_allowed' : verdict.code).toBe(kind)
      return
    }
    const found = diagnose(learnerId, activityId)
    switch (kind) {
      case 'claimable':
        expect(found.claimable === null ? null : formatCreditAmount(found.claimable.amount)).toBe(argument)
        break
      case 'report_due':
        expect(found.reports.map((line) => line.dueOn)).toContain(argument)
        break
      case 'reported_to':
        expect(found.reports.map((line) => line.body)).toContain(argument)
        break
      default:
        if (afterTheClaim.has(kind)) expect(found.findings.map((one) => one.code)).toContain(kind)
        else expect(found.findings[0]?.code).toBe(kind)
    }
  })
})

describe('every learner of the sample', () => {
  it('is diagnosed, alone and in each course, in the order of section 0, with evidence, rows and advice', () => {
    const place = (code: (typeof findingCodes)[number]): number => findingCodes.indexOf(code)
    let diagnosed = 0
    for (const learnerId of sampleLearnerIds) {
      const account = sampleAccount(learnerId)
      const courses = sampleCourses(learnerId)
      for (const found of [diagnoseLearner(account, courses), ...courses.map((course) => diagnoseActivity(account, course))]) {
        diagnosed += 1
        expect(found.findings.length).toBeGreaterThan(0)
        expect(found.findings.map((one) => place(one.code))).toEqual(found.findings.map((one) => place(one.code)).sort((one, other) => one - other))
        expect(found.findings.every((one) => one.evidence.length > 0 && one.agentCan !== '' && one.learnerCan !== '')).toBe(true)
        if (found.findings.some((one) => one.code === 'ok')) expect(found.findings).toHaveLength(1)
        // Imported claims are nobody's promise here: their reports are never overdue.
        expect(found.findings.map((one) => one.code)).not.toContain('report_overdue')
      }
    }
    expect(diagnosed).toBe(400 + 829)
  })
})
