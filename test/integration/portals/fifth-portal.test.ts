import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { PortalProfile } from '@shared/portals/portal-profile'
import { openTemporaryDesk, type TemporaryDesk } from '../../support/temporary-desk'

/** A portal nobody wrote code for: another country's calendar, its own windows, attempts, identifiers, routes and paper. */
const northfield = {
  key: 'northfield-cme',
  name: 'Northfield CME',
  shortName: 'Northfield',
  provider: {
    name: 'Northfield Academy of Medicine',
    addressLine: '1200 Prairie Avenue, Northfield, MN 55057',
    web: 'northfield.example',
    accent: '#1F3A68',
    logoLetter: 'N',
    signatory: { name: 'Margaret Ellison, MD', title: 'Dean of Education' },
    phraseNumber: 'by_amount',
  },
  sender: { name: 'Northfield Help Desk', address: 'help@northfield.example' },
  zone: { value: 'Australia/Lord_Howe', rows: ['house'] },
  officeHours: { value: { weekdays: [1, 2, 3, 4], opensAt: '07:30', closesAt: '12:00', replyBusinessDays: 2 }, rows: ['house'] },
  holidays: { value: { rule: 'none_stated', alsoClosedOn: ['2026-11-23'] }, rows: ['house'] },
  requirements: { pretest: { value: 'never', rows: ['house'] }, posttest: { value: 'where_the_activity_says', rows: ['house'] }, evaluation: { value: 'optional', rows: ['house'] } },
  attempts: { value: 4, rows: ['house'] },
  passPercent: { value: 65, rows: ['house'] },
  postTestQuestions: null,
  windows: {
    expiry: { value: { anchor: 'expiration_date', creditEarnedBeforeStaysClaimable: false }, rows: ['house'] },
    claim: { value: { days: 12, anchor: 'live_end_else_last_requirement' }, rows: ['house'] },
    completion: { value: { days: 200, anchor: 'first_registration' }, rows: ['house'] },
    retention: null,
  },
  membershipToClaim: { value: null, rows: ['house'] },
  accrual: { value: 'whole_activity', rows: ['house'] },
  partialClaim: { value: 'before_claiming', rows: ['house'] },
  certificateUnit: { value: 'activity', rows: ['house'] },
  oldCertificateNames: { value: 'frozen', rows: ['house'] },
  defaultCreditTypes: { value: ['ancc', 'ama_pra_1'], rows: ['house'] },
  claimIdentifiers: { value: [{ professions: ['nurse'], identifiers: ['licence'] }], rows: ['house'] },
  reset: { value: { style: 'one_time_link', lookInJunkAfterMinutes: 5 }, rows: ['house'] },
  reportRoutes: [{ creditTypes: ['ama_pra_1'], professions: ['physician'], body: 'pars', due: { kind: 'days_after', days: 7, anchor: 'claim' }, from: null, to: null, rows: ['house'], newerFact: null }],
  contacts: [{ purpose: 'help desk', channel: 'email', value: 'help@northfield.example', rows: ['house'] }],
} as const satisfies PortalProfile

const files: Readonly<Record<string, string>> = {
  'learners.csv': [
    'external_id,portal,email,given_name,family_name,credentials,profession,licence_state,licence_number,status,registered_at',
    'N-L-1,northfield-cme,ada@clinic.example,Ada,Okafor,RN,nurse,MN,R 1234,active,2026-01-10T12:00:00Z',
    'N-L-2,northfield-cme,ben@clinic.example,Ben,Lind,RN,nurse,,,active,2026-01-10T12:00:00Z',
    'N-L-3,northfield-cme,cara@clinic.example,Cara,Ruiz,MD,physician,,,active,2026-01-10T12:00:00Z',
  ].join('\n'),
  'activities.csv': [
    'external_id,portal,title,delivery,pretest_required,posttest_required,evaluation_required,expiration_date',
    'N-A-1,northfield-cme,Prairie Wound Care,enduring,no,yes,no,2027-06-30',
  ].join('\n'),
  'activity_credits.csv': ['activity_id,credit_type,max_amount,step', 'N-A-1,ancc,1.16,0.01', 'N-A-1,ama_pra_1,1.25,0.25'].join('\n'),
  'enrolments.csv': [
    'external_id,learner_id,activity_id,registered_at,attempts_used,best_percent,passed_at',
    'N-E-1,N-L-1,N-A-1,2026-10-01T12:00:00Z,1,66,2026-11-07T12:00:00Z',
    'N-E-2,N-L-2,N-A-1,2026-10-01T12:00:00Z,4,50,',
    'N-E-3,N-L-3,N-A-1,2026-10-01T12:00:00Z,1,80,2026-11-15T12:00:00Z',
  ].join('\n'),
  'claims.csv': ['external_id,enrolment_id,credit_type,amount,claimed_at', 'N-C-1,N-E-3,ama_pra_1,1.25,2026-11-16T12:00:00Z'].join('\n'),
}

let desk: TemporaryDesk | undefined
afterEach(async () => {
  await desk?.remove()
  desk = undefined
})

describe('a fifth portal', () => {
  it('is added as data, and everything goes by it: import, diagnosis, correction, paper, report, mail, check', async () => {
    desk = await openTemporaryDesk()
    const { services, acting } = desk
    expect(await services.portals.save({ key: northfield.key, version: 0, profile: northfield, reason: 'a new client' }, acting)).toMatchObject({ ok: true, value: { version: 1 } })
    const folder = join(desk.folder, 'northfield')
    await mkdir(folder)
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), `${text}\n`)
    const started = await services.imports.start({ folder, dryRun: false }, acting)
    if (!started.ok) throw new Error(started.error.code)
    await services.imports.ended(started.value.importId)
    const refusals = await services.imports.refusals({ ...started.value, offset: 0, limit: 10 })
    expect(refusals.ok && refusals.value.rows).toEqual([])

    const idOf = async (text: string): Promise<string> => {
      const found = await services.find.search({ text, limit: 1 })
      const hit = found.ok ? found.value.hits[0] : undefined
      if (hit === undefined) throw new Error(`not found: ${text}`)
      return hit.id
    }
    const [ada, ben, cara, activity] = [await idOf('ada@clinic.example'), await idOf('ben@clinic.example'), await idOf('cara@clinic.example'), await idOf('Prairie Wound Care')]
    const diagnosed = async (id: string) => {
      const answer = await services.diagnoses.ofActivity({ id, activityId: activity })
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    }
    // Twelve days from the pass, by Lord Howe's calendar: over by the sample's 20 November.
    expect((await diagnosed(ada)).findings[0]).toMatchObject({ code: 'claim_window_closed', date: '2026-11-19' })
    // Four tries, of which none is left; and a nurse's licence is missing besides.
    expect((await diagnosed(ben)).findings.map((finding) => finding.code)).toEqual(['attempts_exhausted', 'licence_missing'])
    const claimed = await diagnosed(cara)
    expect(claimed.findings.map((finding) => finding.code)).not.toContain('not_claimed')
    expect(claimed.reports).toMatchObject([{ body: 'pars', dueOn: '2026-11-23' }])

    const record = await services.learnerRecords.open({ id: cara })
    const claim = record.ok ? record.value.claims[0] : undefined
    if (claim === undefined || claim.certificateNumber === null) throw new Error('no claim with a certificate')
    expect(await services.claims.changeCreditType({ claimId: claim.id, claimVersion: claim.version, to: 'ancc', reason: 'she is a nurse too' }, acting)).toMatchObject({ ok: false, error: { code: 'credit_type_not_for_profession' } })
    const printed = await services.certificates.print(claim.certificateNumber, acting)
    if (!printed.ok) throw new Error(printed.error.code)
    const certificate = await desk.store.unitOfWork.read(async ({ certificates }) => {
      const found = await certificates.findByNumber(printed.value.view.number)
      return found === undefined ? undefined : certificates.getContext(found.contextId)
    })
    expect(certificate).toMatchObject({ portal: northfield.key, zone: northfield.zone.value, provider: northfield.provider })
    const reset = await services.resets.send({ learnerId: ada }, acting)
    expect(reset.ok).toBe(true)
    const [mail] = await services.outbox.listAll()
    expect(mail).toMatchObject({ kind: 'reset' })

    const checked = await services.recordChecks.runToEnd(acting)
    expect(checked.ok && checked.value.state).toBe('finished')
    expect(await services.recordChecks.listStanding()).toEqual([])
    const status = await services.deskStatus.status(acting)
    expect(status.ok && status.value.portals.map((portal) => portal.name)).toContain('Northfield CME')
  })
})
