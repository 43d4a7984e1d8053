import type { CivilDate } from '../model/civil-date'
import { civilDateIn, type Instant } from '../model/instant'
import { judgeCourse, type CourseStanding } from '../policy/course-standing'
import type { ActivityFacts } from '../policy/diagnosis-facts'
import type { Diagnosis, Step } from '../policy/diagnosis-findings'
import { addressInWords } from './facts-learner'
import type { Said, SaidFacts } from './facts-portal'
import type { PlaybookSubject } from './playbook-subject'
import { countInWords, creditInWords, dayInWords, instantDayInWords, listInWords, textOrNothing } from './words'

const formats: Readonly<Record<string, string>> = {
  webcast: 'webcast',
  monograph: 'monograph',
  case_study: 'case study',
  slide_deck: 'slides',
  meeting_coverage: 'meeting coverage',
  journal: 'journal article',
  text: 'text',
  audio: 'audio',
  video: 'video',
  board_review: 'board review',
  course: 'course',
  live_meeting: 'live meeting',
  grand_rounds: 'grand rounds',
}

const stepWords: Readonly<Record<Step['step'], string>> = {
  registration: 'the registration',
  pretest: 'the pre-test',
  segments: 'the open segment',
  event_code: 'the event code',
  posttest: 'the post-test',
  evaluation: 'the evaluation',
  identifiers: 'the numbers missing in the profile',
  membership: 'the membership',
  claim: 'the claim',
  certificate: 'the certificate',
  report: 'the report',
}

const yesNo: Readonly<Record<string, string>> = { yes: 'yes', no: 'no', partly: 'partly' }

function yesOrNo(text: string): Said {
  const words = yesNo[text]
  return words === undefined ? undefined : [words, text]
}

function pharmacologyOf({ activity, number }: { readonly activity: ActivityFacts; readonly number: 'by_amount' | 'both' }): string | undefined {
  const credits = activity.credits.filter((credit) => (credit.pharmacologyAmount ?? 0) > 0)
  if (credits.length === 0) return undefined
  return listInWords(credits.map((credit) => `${creditInWords(credit.creditType, credit.maxAmount, number)}, of them ${hours(credit.pharmacologyAmount ?? 0)} of pharmacology`))
}

function hours(amount: number): string {
  const text = `${String(Math.trunc(amount / 100))}.${String(amount % 100).padStart(2, '0')}`
  return `${text} ${amount === 100 ? 'hour' : 'hours'}`
}

/** What the catalogue says of the activity, whether or not somebody is enrolled. */
export function activityFacts(subject: PlaybookSubject): SaidFacts {
  const { activity: listed, course, portal, now } = subject
  if (listed === null || course === null) return {}
  const { zone } = portal
  const { activity } = course
  const title = textOrNothing(listed.title)
  const limit = activity.maxAttempts ?? portal.attempts.value
  const passMark = activity.passPercent ?? portal.passPercent.value
  const session = listed.lastSession
  const number = portal.provider.phraseNumber
  return {
    activity: title === undefined ? undefined : `“${title}”`,
    activity_format: formats[listed.format],
    activity_minutes: listed.minutes === '' ? undefined : countInWords(Number(listed.minutes), 'minute'),
    delivery: activity.delivery,
    accreditor: textOrNothing(listed.accreditor),
    joint_provider: textOrNothing(listed.jointProvider),
    expires_on: activity.expiresOn === null ? undefined : [dayInWords(activity.expiresOn), activity.expiresOn],
    expired: activity.expiresOn === null ? undefined : civilDateIn(now, zone.value) > activity.expiresOn ? 'yes' : 'no',
    starts_on: listed.startsAt === '' ? undefined : instantDayInWords(listed.startsAt, zone.value),
    location: textOrNothing(listed.location),
    capacity: listed.capacity === '' ? undefined : countInWords(Number(listed.capacity), 'place'),
    credits_offered: activity.credits.length === 0 ? undefined : listInWords(activity.credits.map((credit) => creditInWords(credit.creditType, credit.maxAmount, number))),
    pharmacology: pharmacologyOf({ activity, number }),
    pretest_rule: activity.pretestRequired ? 'yes' : 'no',
    posttest_rule: activity.posttestRequired ? 'yes' : 'no',
    question_count: listed.questionCount === '' ? undefined : countInWords(Number(listed.questionCount), 'question'),
    attempt_limit: activity.posttestRequired ? [limit === 'unlimited' ? 'as many tries as you need' : countInWords(limit, 'try', 'tries'), String(limit)] : undefined,
    pass_mark: passMark === null || !activity.posttestRequired ? undefined : [`${String(passMark)} %`, String(passMark)],
    instructor: textOrNothing(listed.instructor),
    mobile: yesOrNo(listed.mobile),
    app: yesOrNo(listed.app),
    downloads: listed.downloads === '' ? undefined : listInWords(listed.downloads.split(';').map((one) => one.trim()).filter((one) => one !== '')) || undefined,
    short_code: textOrNothing(listed.shortCode),
    fee: listed.fee === '' || Number(listed.fee) === 0 ? undefined : `${listed.fee} ${listed.currency}`.trim(),
    achievement: yesOrNo(listed.achievement),
    topics: listed.topics === '' ? undefined : listInWords(listed.topics.split(';').map((one) => one.trim()).filter((one) => one !== '')) || undefined,
    event_code: activity.hasEventCode ? 'asked for' : undefined,
    last_session: session === null ? undefined : [instantDayInWords(session.startsAt, zone.value), textOrNothing(session.location)].filter((part) => part !== undefined).join(', '),
    claim_days: activity.claimDays === null ? undefined : countInWords(activity.claimDays, 'day'),
    completion_days: activity.completionDays === null ? undefined : countInWords(activity.completionDays, 'day'),
  }
}

/** The earliest last day of the windows that are still open. */
function claimBy(standing: CourseStanding): CivilDate | undefined {
  const windows = [standing.expiry, standing.claimWindow, standing.complete ? null : standing.completionWindow]
  if (windows.some((window) => window?.state === 'closed')) return undefined
  return windows.flatMap((window) => (window === null ? [] : [window.lastOn])).sort()[0]
}

function exceptionOf(standing: CourseStanding): string | undefined {
  const said = standing.course.exceptions.map((exception) => {
    const until = exception.untilOn === null ? '' : ` until ${dayInWords(exception.untilOn)}`
    switch (exception.kind) {
      case 'late_claim':
        return `a late claim${until}`
      case 'more_time':
        return `more time${until}`
      case 'extra_attempt':
        return countInWords(exception.attempts, 'further try', 'further tries')
    }
  })
  return said.length === 0 ? undefined : listInWords(said)
}

function nextStep(diagnosis: Diagnosis | null): Said {
  const step = diagnosis?.steps?.find((one) => one.state === 'open')
  return step === undefined ? undefined : [stepWords[step.step], step.step]
}

function otherRecord({ diagnosis, learner }: PlaybookSubject): string | undefined {
  const found = diagnosis?.findings.find((finding) => finding.code === 'wrong_email')?.evidence.find((evidence) => evidence.field === 'email')?.value ?? learner?.otherRecordEmail
  return found === null || found === undefined ? undefined : addressInWords(found)
}

/** How the learner stands in the activity. */
export function enrolmentFacts(subject: PlaybookSubject): SaidFacts {
  const { account, course, portal } = subject
  const beside = { other_record: otherRecord(subject) }
  if (account === null || course === null) return beside
  const standing = judgeCourse(account, course)
  if (standing === undefined) return { ...beside, next_step: nextStep(subject.diagnosis) }
  const { enrolment } = standing
  const on = (at: Instant | null): string | undefined => (at === null ? undefined : instantDayInWords(at, portal.zone.value))
  const by = claimBy(standing)
  const closed = standing.claimWindow?.state === 'closed' ? standing.claimWindow.lastOn : undefined
  const { attempts } = standing
  const tested = course.activity.posttestRequired
  return {
    ...beside,
    registered_on: on(standing.firstRegisteredAt),
    pretest_on: on(enrolment.pretestAt),
    passed_on: on(enrolment.passedAt),
    evaluated_on: on(enrolment.evaluatedAt),
    attended_on: on(enrolment.attendedAt),
    code_entered_on: on(enrolment.eventCodeEnteredAt),
    segments: enrolment.segmentsDone === null || enrolment.segmentsTotal === null ? undefined : `${String(enrolment.segmentsDone)} of ${String(enrolment.segmentsTotal)} segments`,
    attempts_used: enrolment.attemptsUsed === null ? undefined : countInWords(enrolment.attemptsUsed, 'try', 'tries'),
    attempts_left: !tested ? undefined : attempts.left === 'unlimited' ? ['as many tries as you need', 'unlimited'] : [`${countInWords(attempts.left, 'try', 'tries')} left`, String(attempts.left)],
    best_score: enrolment.bestPercent === null ? undefined : `${String(enrolment.bestPercent)} %`,
    complete_by: standing.completionWindow === null ? undefined : dayInWords(standing.completionWindow.lastOn),
    claim_by: by === undefined ? undefined : dayInWords(by),
    claim_closed_on: closed === undefined ? undefined : dayInWords(closed),
    next_step: nextStep(subject.diagnosis),
    exception: exceptionOf(standing),
  }
}
