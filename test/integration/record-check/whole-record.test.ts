import type { Knex } from 'knex'
import { afterEach, describe, expect, it } from 'vitest'
import type { CheckFindingView } from '@shared/contract/checks'
import { recordId } from '@shared/model/record-id'
import type { RecordCheckKind } from '@shared/policy/record-check'
import { fixedClock } from '../../../main/adapters/system-clock'
import { checkCommand } from '../../../main/cli/commands/check-command'
import { rowsOf } from '../../../main/store/dialect'
import { openSampleDesk, onTables } from '../../support/sample-desk'
import { sampleNow, type TemporaryDesk } from '../../support/temporary-desk'

let desk: TemporaryDesk | undefined
afterEach(async () => {
  await desk?.remove()
  desk = undefined
})

async function checked(open: TemporaryDesk): Promise<readonly CheckFindingView[]> {
  const run = await open.services.recordChecks.runToEnd(open.acting)
  if (!run.ok) throw new Error(run.error.code)
  expect(run.value.state).toBe('finished')
  expect(run.value.progress.done).toBe(run.value.progress.total)
  return open.services.recordChecks.listStanding()
}

const ofKind = (findings: readonly CheckFindingView[], kind: RecordCheckKind): readonly CheckFindingView[] => findings.filter((finding) => finding.kind === kind)

/** Which claim was damaged, so that the finding can be held to it. */
async function oneClaim(knex: Knex, where: string): Promise<{ readonly id: number; readonly enrolment: number; readonly learner: number; readonly activity: number }> {
  const [row] = await rowsOf(
    knex,
    `select claims.id, claims.enrolment_id as enrolment, enrolments.learner_id as learner, enrolments.activity_id as activity from claims
     join enrolments on enrolments.id = claims.enrolment_id join activities on activities.id = enrolments.activity_id
     where claims.status = 'active' and ${where} order by claims.id limit 1`,
  )
  if (row === undefined) throw new Error(`no claim: ${where}`)
  return { id: Number(row.id), enrolment: Number(row.enrolment), learner: Number(row.learner), activity: Number(row.activity) }
}

interface Damage {
  readonly kind: RecordCheckKind
  readonly what: string
  readonly fix: string
  readonly do: (knex: Knex) => Promise<{ readonly claim?: number; readonly learner?: number; readonly activity?: number }>
}

const damages: readonly Damage[] = [
  {
    kind: 'required_step_missing',
    what: 'the evaluation an activity requires is not on record (H35, P9)',
    fix: 'correct_progress',
    async do(knex) {
      const claim = await oneClaim(knex, 'activities.evaluation_required = 1 and enrolments.evaluated_at is not null')
      await knex('enrolments').where({ id: claim.enrolment }).update({ evaluated_at: null })
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'required_step_missing',
    what: 'the test was never passed (H20)',
    fix: 'correct_progress',
    async do(knex) {
      const claim = await oneClaim(knex, 'activities.posttest_required = 1 and enrolments.passed_at is not null')
      await knex('enrolments').where({ id: claim.enrolment }).update({ passed_at: null, best_percent: 12 })
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'required_step_missing',
    what: 'a segment is open (P20)',
    fix: 'correct_progress',
    async do(knex) {
      const claim = await oneClaim(knex, 'true')
      await knex('enrolments').where({ id: claim.enrolment }).update({ segments_done: 2, segments_total: 3 })
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'more_than_designated',
    what: 'a claim above the maximum (T2)',
    fix: 'change_amount',
    async do(knex) {
      const claim = await oneClaim(knex, `claims.credit_type = 'ama_pra_1'`)
      await knex('claims').where({ id: claim.id }).update({ amount: 99_00 })
      return { claim: claim.id, learner: claim.learner, activity: claim.activity }
    },
  },
  {
    kind: 'more_than_designated',
    what: 'two claims that are too much together, on two days (T2)',
    fix: 'void_claim',
    async do(knex) {
      const claim = await oneClaim(knex, `claims.credit_type = 'ama_pra_1' and activities.portal = 'haymarket-mycme' and claims.amount = (select max_amount from activity_credits where activity_credits.activity_id = activities.id and activity_credits.credit_type = 'ama_pra_1')`)
      await knex.raw(
        `insert into claims (external_id, enrolment_id, credit_type, amount, claimed_at, status) select external_id || '-again', enrolment_id, credit_type, amount, '2026-11-19T12:00:00.000Z', status from claims where id = ?`,
        [claim.id],
      )
      return { learner: claim.learner, activity: claim.activity }
    },
  },
  {
    kind: 'more_than_designated',
    what: 'a type the activity was never designated for (H32)',
    fix: 'change_credit_type',
    async do(knex) {
      const claim = await oneClaim(knex, `claims.credit_type = 'ama_pra_1'`)
      await knex('activity_credits').where({ activity_id: claim.activity, credit_type: 'ama_pra_1' }).delete()
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'same_credit_twice',
    what: 'one activity, day and type twice (T17)',
    fix: 'void_claim',
    async do(knex) {
      const claim = await oneClaim(knex, `claims.credit_type = 'ama_pra_1' and activities.portal = 'haymarket-mycme'`)
      await knex.raw(
        `insert into claims (external_id, enrolment_id, credit_type, amount, claimed_at, status) select external_id || '-again', enrolment_id, credit_type, 25, claimed_at, status from claims where id = ?`,
        [claim.id],
      )
      return { learner: claim.learner, activity: claim.activity }
    },
  },
  {
    kind: 'same_credit_twice',
    what: 'the same content live and at home, by its universal number (T17, 1.4)',
    fix: 'void_claim',
    async do(knex) {
      const claim = await oneClaim(knex, `claims.credit_type = 'acpe'`)
      await knex('activity_credits').where({ activity_id: claim.activity, credit_type: 'acpe' }).update({ accreditation_number: '0204-0000-25-784-H01-P' })
      await knex('activities').where({ id: claim.activity }).update({ delivery: 'enduring' })
      await knex.raw(
        `insert into activities (external_id, portal, title, title_folded, delivery, pretest_required, posttest_required, evaluation_required, format, mobile, app, achievement)
         select 'A-LIVE', portal, 'The same, live', 'the same, live', 'live', 0, 0, 0, '', '', '', '' from activities where id = ?`,
        [claim.activity],
      )
      const [made] = await rowsOf(knex, `select id from activities where external_id = 'A-LIVE'`)
      const live = Number(made?.id)
      await knex('activity_credits').insert({ activity_id: live, credit_type: 'acpe', max_amount: 100, accreditation_number: '0204-0000-25-784-L01-P', designation_key: 'P' })
      const [enrolled]: { id: number }[] = await knex('enrolments').insert({ external_id: 'E-LIVE', learner_id: claim.learner, activity_id: live, registered_at: '2026-09-01T12:00:00.000Z' }).returning('id')
      await knex('claims').insert({ external_id: 'C-LIVE', enrolment_id: enrolled?.id, credit_type: 'acpe', amount: 100, claimed_at: '2026-09-02T12:00:00.000Z', status: 'active' })
      return { learner: claim.learner }
    },
  },
  {
    kind: 'expired_but_claimed_later',
    what: 'claimed the day after the activity ended (H43, P26)',
    fix: 'void_claim',
    async do(knex) {
      const claim = await oneClaim(knex, `activities.portal = 'haymarket-mycme' and claims.claimed_at > '2026-01-01'`)
      await knex('claims').where({ id: claim.id }).update({ claimed_at: '2026-06-02T04:30:00.000Z' })
      await knex('activities').where({ id: claim.activity }).update({ expires_on: '2026-06-01' })
      await knex('claims').whereIn('enrolment_id', knex('enrolments').where({ activity_id: claim.activity }).select('id')).whereNot({ id: claim.id }).update({ claimed_at: '2026-05-01T12:00:00.000Z' })
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'certificate_without_claim',
    what: 'a void claim whose certificate is still in force',
    fix: 'end_certificate',
    async do(knex) {
      const claim = await oneClaim(knex, `exists (select 1 from certificates where certificates.claim_id = claims.id and certificates.state = 'current')`)
      await knex('claims').where({ id: claim.id }).update({ status: 'void' })
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'two_live_certificates',
    what: 'two certificates in force for one claim (T9)',
    fix: 'end_certificate',
    async do(knex) {
      const claim = await oneClaim(knex, `exists (select 1 from certificates where certificates.claim_id = claims.id and certificates.state = 'current')`)
      // A store that lost the index which forbids it.
      await knex.raw('drop index certificates_one_current')
      await knex.raw(
        `insert into certificates (number, claim_id, learner_id, state, origin, credit_type, amount, printed_name, form, issued_at, context_id, facts, template_version)
         select number || '-B', claim_id, learner_id, state, origin, credit_type, amount, printed_name, form, issued_at, context_id, facts, template_version from certificates where claim_id = ? and state = 'current'`,
        [claim.id],
      )
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'void_but_reported',
    what: 'a void claim that a body was told of (T9)',
    fix: 'withdraw_report',
    async do(knex) {
      const claim = await oneClaim(knex, `exists (select 1 from reports where reports.claim_id = claims.id and reports.state = 'accepted')`)
      await knex('claims').where({ id: claim.id }).update({ status: 'void' })
      await knex('certificates').where({ claim_id: claim.id }).update({ state: 'void' })
      return { claim: claim.id, learner: claim.learner }
    },
  },
  {
    kind: 'identifier_shared',
    what: 'one NPI in two records of a portal (T21)',
    fix: 'compare_records',
    async do(knex) {
      const learners: { id: number }[] = await knex('learners').where({ portal: 'haymarket-mycme' }).orderBy('id').limit(2).select('id')
      await knex('learners').whereIn('id', learners.map(({ id }) => id)).update({ npi: '1234567893' })
      return { learner: learners[0]?.id ?? 0 }
    },
  },
  {
    kind: 'identifier_malformed',
    what: 'a birth day that no year has (P12, T16)',
    fix: 'edit_identifiers',
    async do(knex) {
      const [learner]: { id: number }[] = await knex('learners').where({ npi: '', birth_month_day: '' }).orderBy('id').limit(1).select('id')
      await knex('learners').where({ id: learner?.id }).update({ birth_month_day: '0230' })
      return { learner: learner?.id ?? 0 }
    },
  },
]

describe('the whole-record checker', () => {
  it('finds in the sample only its NPIs that fail the check digit, its old number, and one diplomate number in two records', async () => {
    desk = await openSampleDesk()
    const findings = await checked(desk)
    expect(findings.filter((finding) => finding.gravity === 'wrong').map((finding) => [finding.kind, finding.learner?.externalId])).toEqual([['identifier_shared', 'L-7-00028']])
    const flags = await desk.store.unitOfWork.read(({ exchange }) => exchange.listFlags('learner'))
    const withFault = new Set(flags.map((flag) => flag.entityId))
    expect(ofKind(findings, 'identifier_malformed').filter((finding) => finding.learner !== null)).toHaveLength(withFault.size)
    expect(ofKind(findings, 'identifier_malformed').filter((finding) => finding.evidence.some(({ field, value }) => field === 'npi' && value === 'check_digit'))).toHaveLength(143)
  })

  it.each(damages)('finds $kind: $what', async (damage) => {
    let place: { readonly claim?: number; readonly learner?: number; readonly activity?: number } = {}
    const open = await openSampleDesk(async (knex) => {
      place = await damage.do(knex)
    })
    desk = open
    const found = ofKind(await checked(open), damage.kind).find(
      (finding) =>
        (place.learner === undefined || finding.learner?.id === recordId('learner', place.learner)) &&
        (place.claim === undefined || finding.claim?.id === recordId('claim', place.claim)) &&
        (place.activity === undefined || finding.activity?.id === recordId('activity', place.activity)),
    )
    expect(found, JSON.stringify(place)).toMatchObject({ fix: damage.fix, accepted: null, goneAt: null })
    expect(found?.evidence.length).toBeGreaterThan(0)
    expect(found?.rows.length).toBeGreaterThan(0)
  })

  it('counts a claim of the last day by the portal’s calendar, whatever UTC says (T12)', async () => {
    let claim = 0
    desk = await openSampleDesk(async (knex) => {
      const found = await oneClaim(knex, `activities.portal = 'haymarket-mycme'`)
      claim = found.id
      await knex('activities').where({ id: found.activity }).update({ expires_on: '2026-06-01' })
      // 23:30 on 1 June in New York, already 2 June by UTC.
      await knex('claims').whereIn('enrolment_id', knex('enrolments').where({ activity_id: found.activity }).select('id')).update({ claimed_at: '2026-06-02T03:30:00.000Z' })
    })
    const findings = ofKind(await checked(desk), 'expired_but_claimed_later')
    expect(findings.filter((finding) => finding.claim?.id === recordId('claim', claim))).toEqual([])
  })

  it('keeps since when a fault is there, and says when it is gone', async () => {
    const open = await openSampleDesk(async (knex) => {
      const claim = await oneClaim(knex, `claims.credit_type = 'ama_pra_1'`)
      await knex('claims').where({ id: claim.id }).update({ amount: 99_00 })
    })
    const [first] = ofKind(await checked(open), 'more_than_designated')
    await open.store.close()
    await onTables(open.folder, (knex) => knex('claims').where({ amount: 99_00 }).update({ amount: 25 }))
    desk = await open.reopen()
    expect(ofKind(await checked(desk), 'more_than_designated')).toEqual([])
    const gone = await desk.services.recordChecks.list({ state: 'gone', offset: 0, limit: 10 })
    expect(gone.ok && gone.value.rows.map((finding) => [finding.id, finding.firstSeenAt === first?.firstSeenAt, finding.goneAt !== null])).toEqual([[first?.id, true, true]])
  })

  it('remembers what was accepted until what it rests on changes, and takes acceptance back', async () => {
    const open = await openSampleDesk(async (knex) => {
      const claim = await oneClaim(knex, `claims.credit_type = 'ama_pra_1'`)
      await knex('claims').where({ id: claim.id }).update({ amount: 99_00 })
    })
    const [finding] = ofKind(await checked(open), 'more_than_designated')
    if (finding === undefined) throw new Error('nothing was found')
    const { id: findingId, version } = finding
    const { recordChecks, history } = open.services
    expect(await recordChecks.accept({ findingId, version, reason: ' ' }, open.acting)).toMatchObject({ ok: false, error: { code: 'reason_missing', field: 'reason' } })
    expect(await recordChecks.accept({ findingId, version: version + 1, reason: 'agreed with the accreditor' }, open.acting)).toMatchObject({ ok: false, error: { code: 'stale' } })
    const accepted = await recordChecks.accept({ findingId, version, reason: 'agreed with the accreditor' }, open.acting)
    if (!accepted.ok) throw new Error(accepted.error.code)
    const again = ofKind(await checked(open), 'more_than_designated')
    expect(again.map((one) => one.accepted?.reason)).toEqual(['agreed with the accreditor'])
    expect(await recordChecks.accept({ findingId, version: version + 1, reason: 'once more' }, open.acting)).toMatchObject({ ok: false, error: { code: 'finding_not_open' } })

    expect(await history.undo({ entryId: accepted.value.entryId, reason: '' }, open.acting)).toMatchObject({ ok: true })
    expect(ofKind(await recordChecks.listStanding(), 'more_than_designated').map((one) => one.accepted)).toEqual([null])
    const [reopened] = ofKind(await recordChecks.listStanding(), 'more_than_designated')
    await recordChecks.accept({ findingId, version: reopened?.version ?? 0, reason: 'agreed after all' }, open.acting)
    await open.store.close()
    await onTables(open.folder, (knex) => knex('claims').where({ amount: 99_00 }).update({ amount: 98_00 }))
    desk = await open.reopen()
    expect(ofKind(await checked(desk), 'more_than_designated').map((one) => one.accepted)).toEqual([null])
  })

  it.each(damages.filter(({ fix }) => fix === 'end_certificate' || fix === 'withdraw_report'))('does the fix of $kind in one act, and takes it back', async (damage) => {
    const open = await openSampleDesk(async (knex) => {
      await damage.do(knex)
    })
    desk = open
    const { recordChecks, history } = open.services
    const [finding] = ofKind(await checked(open), damage.kind)
    if (finding === undefined) throw new Error('nothing was found')
    const fixed = await recordChecks.fix({ findingId: finding.id, version: finding.version, reason: 'put right' }, open.acting)
    if (!fixed.ok) throw new Error(fixed.error.code)
    expect(ofKind(await checked(open), damage.kind)).toEqual([])
    if (damage.kind === 'two_live_certificates') return
    expect(await history.undo({ entryId: fixed.value.entryId, reason: '' }, open.acting)).toMatchObject({ ok: true })
    expect(ofKind(await checked(open), damage.kind).map((one) => one.id)).toEqual([finding.id])
  })

  it('answers `desk check` with the findings that stand', async () => {
    desk = await openSampleDesk(async (knex) => {
      const claim = await oneClaim(knex, `claims.credit_type = 'ama_pra_1'`)
      await knex('claims').where({ id: claim.id }).update({ amount: 99_00 })
    })
    const lines: string[] = []
    const answer = await checkCommand.run({
      words: {}, options: {}, services: desk.services, clock: fixedClock(sampleNow), acting: { ...desk.acting, via: 'cli' }, folder: desk.folder, workingFolder: desk.folder, progress: (line) => void lines.push(line),
    })
    if (!answer.ok || !Array.isArray(answer.value.value)) throw new Error('no list of findings')
    expect(answer.value.value[0]).toMatchObject({ code: 'more_than_designated', rows: ['T2', 'H34'], fix: 'change_amount', accepted: null })
    expect(answer.value.value).toHaveLength(163)
    expect(answer.value.text).toContain('ama_pra_1 99.00')
    expect(lines[0]).toMatch(/^checked 400 learners and 367 claims in/)
    // The list names what is wrong with a number, never the number.
    const npis = await desk.store.unitOfWork.read(async ({ recordScan }) => (await recordScan.listIdentifiers({ after: 0, to: 400 })).map(({ facts }) => facts.npi).filter((npi) => npi !== ''))
    expect(npis.length).toBeGreaterThan(100)
    expect(npis.filter((npi) => JSON.stringify(answer.value).includes(npi))).toEqual([])
  })

  it('runs once at a time, and stops between two parts without calling anything gone', async () => {
    desk = await openSampleDesk()
    const { recordChecks } = desk.services
    const before = await checked(desk)
    const began = await recordChecks.start(desk.acting)
    expect(began.ok).toBe(true)
    expect(await recordChecks.start(desk.acting)).toMatchObject({ ok: false, error: { code: 'check_running' } })
    expect(await recordChecks.cancel()).toEqual({ ok: true, value: {} })
    await recordChecks.ended()
    const overview = await recordChecks.overview()
    expect(overview.ok && overview.value.latest?.state).toBe('cancelled')
    expect(await recordChecks.cancel()).toMatchObject({ ok: false, error: { code: 'not_running' } })
    expect((await recordChecks.listStanding()).map((finding) => finding.id)).toEqual(before.map((finding) => finding.id))
  })
})
