import { addDays, type CivilDate } from '../model/civil-date'
import { civilDateIn, endOfDayIn, instantOf, millisecondsOf, type Instant } from '../model/instant'
import type { PortalProfile } from '../portals/portal-profile'
import { minutesOfBusinessDay, officeDayOf, type TimeSpan } from './office-hours'

/** A time in which the clock stands: the ticket is pending, on hold, solved or closed. An open end lasts until now. */
export interface ClockPause {
  readonly from: Instant
  readonly until: Instant | null
  readonly kind: 'waiting_on_learner' | 'on_hold' | 'solved'
}

export interface PromiseFacts {
  readonly now: Instant
  readonly portal: PortalProfile
  readonly receivedAt: Instant
  /** In order of time and not overlapping. */
  readonly pauses: readonly ClockPause[]
}

/** One line of the calculation, in order of time and without a gap from the receipt to the due moment. */
export interface ClockLine extends TimeSpan {
  readonly kind: 'counted' | 'night' | 'weekend' | 'holiday' | ClockPause['kind']
  /** Whole minutes that count toward the promise; 0 for anything but `counted`. */
  readonly minutes: number
  /** The holiday's name; empty elsewhere. */
  readonly name: string
}

/** Where the promise of a reply stands. Minutes are office minutes. */
export interface PromiseVerdict {
  readonly state: 'running' | 'paused' | 'overdue'
  /** When the reply is due if the clock is not stopped again; null while it stands. */
  readonly dueAt: Instant | null
  readonly promisedMinutes: number
  readonly usedMinutes: number
  readonly leftMinutes: number
  /** Office minutes past the due moment; 0 before it. */
  readonly lateMinutes: number
  readonly lines: readonly ClockLine[]
  readonly rows: readonly string[]
}

/** Far enough for any promise: past it the portal's calendar has no open office at all. */
const furthestDays = 1830

interface Piece {
  readonly from: number
  readonly until: number
  readonly kind: ClockLine['kind']
  readonly name: string
}

/** The day cut into office hours and the rest, from the moment the ticket came. */
function piecesOfDay(portal: PortalProfile, date: CivilDate, notBefore: number): readonly Piece[] {
  const { value: zone } = portal.zone
  const begins = Math.max(notBefore, millisecondsOf(endOfDayIn(addDays(date, -1), zone)))
  const ends = millisecondsOf(endOfDayIn(date, zone))
  const day = officeDayOf(portal, date)
  if (day.kind !== 'worked') return [{ from: begins, until: ends, kind: day.kind, name: day.kind === 'holiday' ? day.name : '' }]
  const pieces: Piece[] = []
  let at = begins
  for (const span of day.spans) {
    const from = Math.max(at, millisecondsOf(span.from))
    const until = Math.max(at, millisecondsOf(span.until))
    if (from > at) pieces.push({ from: at, until: from, kind: 'night', name: '' })
    if (until > from) pieces.push({ from, until, kind: 'counted', name: '' })
    at = until
  }
  if (ends > at) pieces.push({ from: at, until: ends, kind: 'night', name: '' })
  return pieces
}

/** The pieces with the pauses laid over them; an open pause has no end. */
function underPauses(piece: Piece, pauses: readonly ClockPause[]): readonly Piece[] {
  const cut: Piece[] = []
  let at = piece.from
  for (const pause of pauses) {
    const from = Math.max(at, millisecondsOf(pause.from))
    const until = Math.min(piece.until, pause.until === null ? Infinity : millisecondsOf(pause.until))
    if (until <= from) continue
    if (from > at) cut.push({ ...piece, from: at, until: from })
    cut.push({ from, until, kind: pause.kind, name: '' })
    at = until
  }
  if (piece.until > at) cut.push({ ...piece, from: at })
  return cut
}

function lineOf(piece: Piece): ClockLine {
  return {
    kind: piece.kind,
    name: piece.name,
    from: instantOf(piece.from),
    until: instantOf(piece.until),
    minutes: piece.kind === 'counted' ? Math.floor((piece.until - piece.from) / 60_000) : 0,
  }
}

/** Adjacent pieces of one kind read as one line: a weekend is two days, a pause may last for weeks. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const lines: Piece[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last?.until === piece.from && last.kind === piece.kind && last.name === piece.name) lines[lines.length - 1] = { ...last, until: piece.until }
    else lines.push(piece)
  }
  return lines
}

/** Office time promised, in milliseconds. A promise of 0 business days is what is left of the first day with office time. */
function promisedMilliseconds({ portal, receivedAt }: PromiseFacts): number {
  const { replyBusinessDays } = portal.officeHours.value
  if (replyBusinessDays > 0) return replyBusinessDays * minutesOfBusinessDay(portal) * 60_000
  let date = civilDateIn(receivedAt, portal.zone.value)
  for (let day = 0; day < furthestDays; day += 1) {
    const counted = piecesOfDay(portal, date, millisecondsOf(receivedAt)).filter((piece) => piece.kind === 'counted')
    if (counted.length > 0) return counted.reduce((sum, piece) => sum + piece.until - piece.from, 0)
    date = addDays(date, 1)
  }
  return 0
}

/** Calls for each piece of time after the receipt, in order, until it answers `false` or the calendar is exhausted. */
function walk({ portal, receivedAt, pauses }: PromiseFacts, each: (piece: Piece) => boolean): void {
  const received = millisecondsOf(receivedAt)
  let date = civilDateIn(receivedAt, portal.zone.value)
  for (let day = 0; day < furthestDays; day += 1) {
    for (const piece of piecesOfDay(portal, date, received)) {
      for (const part of underPauses(piece, pauses)) if (!each(part)) return
    }
    date = addDays(date, 1)
  }
}

/**
 * The promise clock (H1, M29, M30): counts office time from the receipt in the portal's zone until the promised business
 * days are used up; it stands while the ticket waits for the learner, is on hold or solved. A promise of 0 business days
 * ends with the first office day. Right across daylight-saving changes, because office hours are the wall clock's.
 */
export function judgePromise(facts: PromiseFacts): PromiseVerdict {
  const { portal, pauses } = facts
  const now = millisecondsOf(facts.now)
  const promised = promisedMilliseconds(facts)
  const open = pauses.find((pause) => pause.until === null && millisecondsOf(pause.from) <= now)
  const horizon = open === undefined ? Infinity : now
  const pieces: Piece[] = []
  let counted = 0
  let used = 0
  let due: number | undefined
  let late = 0
  walk(facts, (piece) => {
    if (piece.from >= horizon || (due !== undefined && piece.from >= now)) return false
    const { from } = piece
    const until = Math.min(piece.until, horizon)
    if (piece.kind === 'counted') {
      const left = promised - counted
      if (due === undefined) {
        const end = Math.min(until, from + left)
        pieces.push({ ...piece, until: end })
        used += Math.max(0, Math.min(end, now) - from)
        counted += end - from
        if (end - from === left) due = end
      }
      if (due !== undefined) late += Math.max(0, Math.min(until, now) - Math.max(from, due))
      return true
    }
    if (due === undefined) pieces.push({ ...piece, until })
    return true
  })
  const minutes = (milliseconds: number): number => Math.floor(milliseconds / 60_000)
  return {
    state: due !== undefined && now > due ? 'overdue' : open !== undefined ? 'paused' : 'running',
    dueAt: due === undefined ? null : instantOf(due),
    promisedMinutes: minutes(promised),
    usedMinutes: minutes(used),
    leftMinutes: minutes(promised) - minutes(used),
    lateMinutes: minutes(late),
    lines: joined(pieces).map(lineOf),
    rows: portal.officeHours.rows,
  }
}
