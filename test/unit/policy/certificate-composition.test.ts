import { describe, expect, it } from 'vitest'
import { certificateSnapshotSchema } from '@shared/model/certificate-snapshot'
import { creditTypes, professions } from '@shared/model/field-codes'
import type { StyledText } from '@shared/model/paper-snapshot'
import { composeCertificate, type CertificateFacts } from '@shared/policy/certificate-composition'
import { readableAccent } from '@shared/policy/certificate-composition-accent'
import { statementTexts } from '@shared/policy/certificate-composition-statements'
import { achievementOf, eightTopics, sixCredits } from '../../support/paper-forms'
import { certificateOf, named, nursingFacts, participationFacts, pharmacyFacts, physicianFacts, worstFacts } from '../../support/paper-facts'

function plain(text: StyledText): string {
  return text.map((run) => run.text).join('')
}

function record(facts: CertificateFacts): string[] {
  return certificateOf(facts).record.map(({ label, value, detail }) => [label, value, detail].filter((part) => part !== '').join(' | '))
}

describe('the forms', () => {
  it.each([
    ['physician', physicianFacts, 'Certificate of Credit', 'participated in the enduring activity', 'and is awarded', '0.75 AMA PRA Category 1 Credit™'],
    ['participation', participationFacts, 'Certificate of Participation', 'participated in the enduring activity', 'This activity was designated for a maximum of', '1.25 AMA PRA Category 1 Credits™'],
    ['nursing', nursingFacts, 'Certificate of Contact Hours', 'completed the live activity', 'and is awarded', '6.16 nursing contact hours'],
    ['pharmacy', pharmacyFacts, 'Record of Participation', 'completed the home-study activity', 'with a value of', '2.00 contact hours (0.20 CEU)'],
  ] as const)('%s', (_, facts, title, participated, awarded, credit) => {
    const snapshot = certificateOf(facts)
    expect([snapshot.title, snapshot.participated, snapshot.awarded]).toEqual([title, participated, awarded])
    expect(snapshot.credits.map(({ amount, phrase }) => `${amount} ${plain(phrase)}`)).toEqual([credit])
  })

  it('awards what was claimed, while participation states what was designated (T2, section 1.3)', () => {
    const partial = { ...participationFacts, amountClaimed: 75 }
    expect(certificateOf(partial).credits[0]?.amount).toBe('1.25')
    expect(record(partial)).toContain('Participation recorded | 0.75 of 1.25')
    expect(certificateOf({ ...partial, form: 'credit' }).credits[0]?.amount).toBe('0.75')
  })

  it.each(professions)('participation names the profession at claim: %s', (professionAtClaim) => {
    const snapshot = certificateOf({ ...participationFacts, learner: { ...participationFacts.learner, professionAtClaim } })
    expect(snapshot.record.find(({ label }) => label === 'Profession at claim')?.value).not.toBe('')
    expect(plain(snapshot.note)).toContain('Physician credit is awarded to physicians only')
  })

  it('has a participation form for AMA activities only (T8)', () => {
    const refused = creditTypes.filter((creditType) => !composeCertificate({ ...participationFacts, creditType }).ok)
    expect(refused).toEqual(creditTypes.filter((type) => type !== 'ama_pra_1' && type !== 'participation'))
  })

  it.each(creditTypes)('composes %s, and the snapshot reads back from JSON unchanged', (creditType) => {
    const snapshot = certificateOf({ ...physicianFacts, creditType })
    expect(certificateSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot)
    expect(snapshot.facts.statementVersions.length).toBeGreaterThan(0)
  })
})

describe('the stub', () => {
  it('says when, for whom and how much', () => {
    expect(record(physicianFacts)).toEqual([
      'Issued | November 1, 2026 | 3:00 p.m. EST (UTC−5)',
      'Learner identifier | State license VA B31163',
      'Activity no. | A-7-00074',
      'Claimed of maximum | 0.75 of 1.25',
    ])
  })

  it('begins with the universal activity number on pharmacy paper and names no maximum', () => {
    expect(record(pharmacyFacts)[0]).toBe('Universal activity no. | 0204-0000-26-312-H07-P')
    expect(record(pharmacyFacts).join()).not.toContain('Claimed of maximum')
  })

  it('names what it replaces', () => {
    expect(record(worstFacts)).toContain('Replaces | No. 072026-000118 | superseded November 1, 2026, name corrected')
    expect(certificateOf(worstFacts).facts).toMatchObject({ replaces: '072026-000118' })
  })
})

describe('pharmacology', () => {
  it('lies inside the total (T4)', () => {
    expect(certificateOf(nursingFacts).inside).toBe('including 1.50 pharmacology hours')
    expect(certificateOf({ ...nursingFacts, amountClaimed: 100 }).inside).toBe('including at most 1.00 pharmacology hour')
  })

  it('above the total is refused', () => {
    const facts = { ...nursingFacts, activity: { ...nursingFacts.activity, pharmacologyAmount: 617 } }
    expect(composeCertificate(facts)).toMatchObject({ ok: false, error: { code: 'pharmacology_above_total', field: 'pharmacologyAmount' } })
  })
})

describe('statements', () => {
  const texts = (facts: CertificateFacts): string => certificateOf(facts).statements.map(({ text }) => plain(text)).join('\n')

  it('fill their slots and keep the AMA phrase styled', () => {
    const designation = certificateOf(physicianFacts).statements.find(({ label }) => label === 'Designation')
    expect(designation?.text).toEqual([
      { text: 'Northfield Medical Education designated this enduring material for a maximum of 1.25 ', style: 'regular' },
      { text: 'AMA PRA Category 1 Credits', style: 'italic' },
      { text: '™', style: 'superscript' },
      { text: '. Physicians claim only the credit that matches their part in the activity.', style: 'regular' },
    ])
  })

  it('name the accreditor, and the joint provider where there is one', () => {
    const accredited = { ...physicianFacts, activity: { ...physicianFacts.activity, accreditor: 'Forefront Collaborative' } }
    expect(texts(accredited)).toContain('Forefront Collaborative offered this activity under its accreditation')
    const joint = { ...accredited, activity: { ...accredited.activity, jointProvider: 'Haymarket Media, Inc.' } }
    expect(texts(joint)).toContain('Forefront Collaborative and Haymarket Media, Inc. offered this activity together.')
    expect(texts(joint)).not.toContain('under its accreditation')
  })

  it('leave out a sentence whose slot is empty', () => {
    expect(texts({ ...nursingFacts, activity: { ...nursingFacts.activity, accreditationNumber: null } })).not.toContain('approval number')
  })

  it.each([
    ['2014-04-30', 'acpe-record-before-monitor/1', false],
    ['2014-05-01', 'acpe-record/1', true],
  ])('are those in force when the credit was earned: %s (T24)', (completedOn, version, saysUnofficial) => {
    const snapshot = certificateOf({ ...pharmacyFacts, activity: { ...pharmacyFacts.activity, completedOn } })
    expect(snapshot.facts.statementVersions).toContain(version)
    expect(plain(snapshot.note).startsWith('Not an official statement of credit.')).toBe(saysUnofficial)
  })

  it('have one version each, and no day on which two of one kind hold', () => {
    expect(new Set(statementTexts.map(({ version }) => version)).size).toBe(statementTexts.length)
    for (const creditType of creditTypes) {
      for (const day of ['1999-12-31', '2014-04-30', '2014-05-01', '2026-11-20']) {
        const facts = { ...physicianFacts, creditType, activity: { ...physicianFacts.activity, completedOn: day } }
        const labels = certificateOf(facts).statements.map(({ label }) => label)
        expect(new Set(labels).size).toBe(labels.length)
      }
    }
  })
})

describe('the activity line', () => {
  it.each([
    ['enduring', physicianFacts, 'Webcast, online  ·  Completed October 28, 2026'],
    ['live', nursingFacts, 'Live meeting, Lakeshore Conference Center, Lakeshore, Ohio  ·  August 20–21, 2026'],
    ['pharmacy', pharmacyFacts, 'Webcast, online  ·  Participation date October 21, 2026'],
  ])('%s', (_, facts, line) => {
    expect(certificateOf(facts).activityLine).toBe(line)
  })
})

describe('several credits on one paper', () => {
  it('names each with its remark, and every statement once', () => {
    const snapshot = certificateOf(sixCredits)
    expect(snapshot.credits.map(({ amount, remark }) => [amount, remark])).toEqual([
      ['12.75', ''],
      ['12.75', 'Medical Knowledge'],
      ['3.00', 'beside the credit above, not instead of it'],
      ['12.75', ''],
      ['12.50', 'approved Jan 1 to Dec 31, 2026'],
      ['2.00', 'inside the credit above'],
    ])
    expect(snapshot.credits[5]?.phrase).toEqual([{ text: 'hours on opioid prescribing, Florida', style: 'regular' }])
    const texts = snapshot.statements.map(({ text }) => text.map((run) => run.text).join(''))
    expect(new Set(texts).size).toBe(texts.length)
    expect(snapshot.statements.map(({ label }) => label)).toEqual(['Accreditation', 'Designation', 'Maintenance of certification', 'Joint accreditation, IPCE', 'AAFP', 'AAPA', 'For the learner'])
    // IPCE is never alone in the place of a profession's credit; its warning is the remark here.
    expect(snapshot.note).toEqual([])
  })

  it('carries the statement of joint accreditation in the place of the others’', () => {
    const joint = { ...physicianFacts, activity: { ...physicianFacts.activity, jointlyAccredited: true } }
    expect(certificateOf(joint).statements.map(({ label }) => label)).toEqual(['Joint accreditation', 'Designation'])
    expect(certificateOf(physicianFacts).statements.map(({ label }) => label)).toEqual(['Accreditation', 'Designation'])
  })
})

describe('a claim in aggregate (M5, M6, M24)', () => {
  it('names the course, the days credit was earned, and the topics with their values', () => {
    const snapshot = certificateOf(eightTopics)
    expect(snapshot).toMatchObject({ participated: 'participated in the enduring course', awarded: 'and is awarded in this claim', activityLine: 'Course, online  ·  Credit earned August 26 to November 15, 2026' })
    expect(snapshot.topics?.rows).toHaveLength(8)
    expect(snapshot.topics).toMatchObject({ total: { label: 'Total claimed', amount: '6.75' } })
  })

  it('is refused when its topics are not the sum of the claim', () => {
    expect(composeCertificate({ ...eightTopics, amountClaimed: 700 })).toEqual({ ok: false, error: { code: 'topics_do_not_add_up', field: 'topics', facts: { topics: 675, total: 700 } } })
  })
})

describe('a certificate of achievement (P19–P21)', () => {
  it('states no amount and says first that it is no statement of credit', () => {
    const snapshot = achievementOf()
    expect(snapshot).toMatchObject({ title: 'Certificate of Achievement', credits: [], awarded: '', statements: [], facts: { form: 'achievement' } })
    expect(snapshot.note[0]).toEqual({ text: 'Not a statement of credit.', style: 'strong' })
    expect(JSON.stringify(snapshot)).not.toMatch(/contact hour|Category 1|\d\.\d\d\b/)
  })
})

describe('refusals', () => {
  it('a name no font has, named', () => {
    expect(composeCertificate(named('დავით ლომიძე'))).toMatchObject({ ok: false, error: { code: 'name_not_printable', facts: { script: 'Georgian' } } })
  })

  it('a title with such a character, named', () => {
    const facts = { ...physicianFacts, activity: { ...physicianFacts.activity, title: 'Sepsis ไข้ დავით' } }
    expect(composeCertificate(facts)).toMatchObject({ ok: false, error: { code: 'text_not_printable', field: 'title', facts: { script: 'Georgian' } } })
  })

  it('a text the paper has no room for', () => {
    const facts = { ...physicianFacts, activity: { ...physicianFacts.activity, title: 'x'.repeat(261) } }
    expect(composeCertificate(facts)).toMatchObject({ ok: false, error: { code: 'text_too_long', field: 'title', facts: { longest: 260 } } })
    expect(composeCertificate({ ...facts, activity: { ...facts.activity, title: 'x'.repeat(260) } }).ok).toBe(true)
  })
})

describe('the accent', () => {
  it.each([
    ['#1F3A68', '#1f3a68'],
    ['#ffcc00', '#14171b'],
    ['#767676', '#767676'],
    ['#777777', '#14171b'],
    ['teal', '#14171b'],
  ])('%s prints as %s', (accent, printed) => {
    expect(readableAccent(accent)).toBe(printed)
  })
})
