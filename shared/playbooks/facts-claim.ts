import { civilDateIn } from '../model/instant'
import { judgeCourse } from '../policy/course-standing'
import { listCreditChanges } from '../policy/credit-change'
import { designatedCreditFor } from '../policy/designated-credit'
import { judgeMembership } from '../policy/membership'
import { latestReport, routeReport } from '../policy/report-route'
import type { Said, SaidFacts } from './facts-portal'
import type { PlaybookSubject } from './playbook-subject'
import { bodyInWords, countInWords, creditInWords, dayInWords, instantDayInWords, listInWords, textOrNothing } from './words'

const standings = { not_known: 'not known to be sent', due: 'due', overdue: 'overdue', sent: 'sent', accepted: 'accepted', rejected: 'rejected' } as const

/** A sentence of somebody else's, to stand within one of ours. */
const withoutStop = (text: string | null | undefined): string | undefined => textOrNothing(text)?.replace(/\.$/, '')

/** Where a portal keeps no paper of its own, the record that counts. */
function officialRecord({ portal, account, claim }: PlaybookSubject): Said {
  if (portal.certificateUnit.value !== 'external_record') return undefined
  const pharmacy = claim === null ? account?.learner.profession === 'pharmacist' || account?.learner.profession === 'pharmacy_technician' : claim.facts.creditType === 'acpe'
  return pharmacy ? 'NABP’s CPE Monitor' : 'CME Passport'
}

function otherTypes(subject: PlaybookSubject): string | undefined {
  const { account, course, claim, now, portal } = subject
  if (account === null || course === null || claim === null) return undefined
  const enrolment = course.enrolments.find((one) => one.claims.some((candidate) => candidate.id === claim.facts.id))
  if (enrolment === undefined) return undefined
  const { attendedAt, passedAt, evaluatedAt } = enrolment
  const changes = listCreditChanges({
    now,
    portal,
    learner: account.learner,
    activity: course.activity,
    claim: { ...claim.facts, attendedAt, passedAt, evaluatedAt },
  })
  const allowed = changes.flatMap((change) => (change.kind === 'allowed' ? [creditInWords(change.to, change.newAmount, portal.provider.phraseNumber)] : []))
  return allowed.length === 0 ? undefined : listInWords(allowed)
}

/** The claim asked about, its certificate and what a body was told of it. */
export function claimFacts(subject: PlaybookSubject): SaidFacts {
  const { account, course, claim, portal, diagnosis } = subject
  const official = { official_record: officialRecord(subject) }
  if (account === null || course === null || claim === null) return official
  const { facts, certificate } = claim
  const zone = portal.zone.value
  const number = portal.provider.phraseNumber
  const enrolment = course.enrolments.find((one) => one.claims.some((candidate) => candidate.id === facts.id))
  const line = diagnosis?.reports.find((one) => one.claimId === facts.id)
  const route = enrolment === undefined ? undefined : routeReport({ ...facts, attendedAt: enrolment.attendedAt, passedAt: enrolment.passedAt, evaluatedAt: enrolment.evaluatedAt }, portal)
  const newer = route === undefined || route.kind === 'nobody_reports' ? null : route.newerFact
  const designated = designatedCreditFor(course.activity.credits, facts.creditType, account.learner.profession)
  const printed = certificate?.number ?? facts.certificateNumber
  return {
    ...official,
    credit: creditInWords(facts.creditType, facts.amount, number),
    claimed_on: [instantDayInWords(facts.claimedAt, zone), civilDateIn(facts.claimedAt, zone)],
    maximum: designated === undefined ? undefined : creditInWords(facts.creditType, designated.maxAmount, number),
    certificate_number: textOrNothing(printed),
    certificate_form: certificate === null ? undefined : [certificate.form === 'participation' ? 'participation' : 'credit', certificate.form],
    certificate_name: textOrNothing(certificate?.name),
    other_types: otherTypes(subject),
    report_body: line === undefined ? undefined : [bodyInWords[line.body], line.body],
    report_due_on: line === undefined || line.dueOn === null ? undefined : dayInWords(line.dueOn),
    report_state: line === undefined ? undefined : [standings[line.state], line.state],
    report_message: line === undefined ? undefined : withoutStop(latestReport(facts.reports, line.body)?.message),
    newer_fact: newer === null ? undefined : withoutStop(newer.since === null ? newer.text : `since ${dayInWords(newer.since)}: ${newer.text}`),
  }
}

/** Credit that waits to be claimed, and the membership it takes (M1, M8). */
export function balanceFacts(subject: PlaybookSubject): SaidFacts {
  const { account, portal, courses, course, diagnosis } = subject
  if (account === null) return {}
  const standings = (course === null ? courses : [course]).flatMap((one) => judgeCourse(account, one) ?? [])
  const waiting = standings.flatMap((standing) => standing.unclaimed)
  const open = waiting.filter((one) => one.retention?.state !== 'closed')
  const firstLapse = open.flatMap((one) => (one.retention === null ? [] : [one.retention.lastOn])).sort()[0]
  const lapsed = waiting.flatMap((one) => (one.retention?.state === 'closed' ? [one.retention.lastOn] : [])).sort().at(-1)
  const topics = [...new Set(open.map((one) => textOrNothing(one.earned.topic)).filter((topic) => topic !== undefined))]
  const membership = judgeMembership(account)
  const period = membership.kind === 'active' ? membership.membership : membership.kind === 'inactive' ? membership.latest : null
  const kind: Said = membership.kind === 'not_required' ? undefined : membership.kind === 'active' ? 'active' : membership.latest === null ? ['none on file', 'none'] : ['not active', 'inactive']
  const claimable = diagnosis?.claimable ?? null
  return {
    claimable: claimable === null || claimable.amount === 0 ? undefined : creditInWords(claimable.creditType, claimable.amount, portal.provider.phraseNumber),
    waiting_topics: topics.length === 0 ? undefined : listInWords(topics.slice(0, 6)) + (topics.length > 6 ? `, and ${countInWords(topics.length - 6, 'more topic')}` : ''),
    first_lapse_on: firstLapse === undefined ? undefined : dayInWords(firstLapse),
    lapsed_on: lapsed === undefined ? undefined : dayInWords(lapsed),
    membership: kind,
    membership_until: period === null ? undefined : dayInWords(period.endsOn),
  }
}
