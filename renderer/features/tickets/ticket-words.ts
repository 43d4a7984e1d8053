import AccessTimeOutlined from '@mui/icons-material/AccessTimeOutlined'
import AllInboxOutlined from '@mui/icons-material/AllInboxOutlined'
import CallOutlined from '@mui/icons-material/CallOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined'
import MarkunreadOutlined from '@mui/icons-material/MarkunreadOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import NightsStayOutlined from '@mui/icons-material/NightsStayOutlined'
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined'
import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined'
import PersonOutlined from '@mui/icons-material/PersonOutlined'
import RadioButtonCheckedOutlined from '@mui/icons-material/RadioButtonCheckedOutlined'
import WeekendOutlined from '@mui/icons-material/WeekendOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { TicketView } from '@shared/contract/tickets'
import type { TicketChannel, TicketStatus } from '@shared/model/field-codes'
import { civilDateIn, type Instant } from '@shared/model/instant'
import type { Tone } from '../../ui/tone'
import { nearInstantWords, shortDayWords, timeWords, weekdayWords } from '../../words/time-words'
import type { ClockLine, TicketRow } from './api'

interface Look {
  readonly word: string
  readonly icon: SvgIconComponent
}

/** The views, in the order of the pane. */
export const viewLooks: Readonly<Record<TicketView, Look>> = {
  due_today: { word: 'Due today', icon: AccessTimeOutlined },
  overdue: { word: 'Overdue', icon: ErrorOutline },
  mine: { word: 'Mine', icon: PersonOutlined },
  unassigned: { word: 'Unassigned', icon: PersonAddAltOutlined },
  waiting_on_learner: { word: 'With the learner', icon: HourglassEmptyOutlined },
  on_hold: { word: 'On hold', icon: PauseCircleOutlined },
  all_open: { word: 'All open', icon: AllInboxOutlined },
  solved: { word: 'Solved', icon: CheckCircleOutlined },
}

/** What an empty view says. */
export const emptyViewWords: Readonly<Record<TicketView, string>> = {
  due_today: 'No reply is due any more today.',
  overdue: 'No promise is broken.',
  mine: 'No open ticket is yours. Take one from Unassigned.',
  unassigned: 'Every open ticket is somebody’s.',
  waiting_on_learner: 'No ticket waits for its learner.',
  on_hold: 'No ticket is with a contact outside the desk.',
  all_open: 'No ticket is open. Import a folder with tickets, or write down a phone call with New ticket.',
  solved: 'Nothing has been solved yet.',
}

export const statusLooks: Readonly<Record<TicketStatus, Look & { readonly tone: Tone }>> = {
  new: { word: 'New', icon: MarkunreadOutlined, tone: 'primary' },
  open: { word: 'Open', icon: RadioButtonCheckedOutlined, tone: 'primary' },
  pending: { word: 'Waiting on learner', icon: HourglassEmptyOutlined, tone: 'neutral' },
  on_hold: { word: 'On hold', icon: PauseCircleOutlined, tone: 'neutral' },
  solved: { word: 'Solved', icon: CheckCircleOutlined, tone: 'success' },
  closed: { word: 'Closed', icon: LockOutlined, tone: 'neutral' },
}

export const channelLooks: Readonly<Record<TicketChannel, Look>> = {
  email: { word: 'E-mail', icon: MailOutlined },
  phone: { word: 'Phone', icon: CallOutlined },
}

/** "8 h 00". */
export function officeTimeWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')}`
}

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** "Mon to Fri", "Mon, Wed"; days count from Monday 1. */
export function weekdaysWords(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((one, other) => one - other)
  const names = days.map((day) => weekdayNames[day - 1] ?? '')
  const inARow = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index)
  return inARow ? `${names[0] ?? ''} to ${names.at(-1) ?? ''}` : names.join(', ')
}

/** The due moment as a list says it, with its tone and sign. */
export function dueLook(ticket: Pick<TicketRow, 'promise' | 'status' | 'zone'>, now: Instant): { readonly words: string; readonly tone: Tone; readonly icon: SvgIconComponent } {
  const { promise, status, zone } = ticket
  if (status === 'solved' || status === 'closed') return { words: statusLooks[status].word, tone: statusLooks[status].tone, icon: statusLooks[status].icon }
  if (promise.dueAt === null) return { words: 'Paused', tone: 'neutral', icon: PauseCircleOutlined }
  const words = nearInstantWords(promise.dueAt, now, zone)
  if (promise.state === 'overdue') return { words, tone: 'error', icon: ErrorOutline }
  const today = civilDateIn(promise.dueAt, zone) === civilDateIn(now, zone)
  return { words: today ? timeWords(promise.dueAt, zone) : words, tone: today ? 'warning' : 'neutral', icon: AccessTimeOutlined }
}

/** The group a ticket stands in: overdue, a day, or the paused ones. */
export function dueGroupOf(ticket: TicketRow, now: Instant): string {
  const { promise, zone, status } = ticket
  if (status === 'solved' || status === 'closed') return 'Done'
  if (promise.dueAt === null) return 'Clock paused'
  if (promise.state === 'overdue') return 'Overdue'
  const date = civilDateIn(promise.dueAt, zone)
  return date === civilDateIn(now, zone) ? 'Today' : `${weekdayWords(date)}, ${shortDayWords(date)}`
}

interface LineWords {
  readonly icon: SvgIconComponent
  readonly words: string
  readonly value: string
}

/** One line of the calculation: when, and what it adds. */
export function clockLineWords(line: ClockLine, zone: string): LineWords {
  const from = civilDateIn(line.from, zone)
  const until = civilDateIn(line.until, zone)
  const day = (date: string): string => `${weekdayWords(date).slice(0, 3)} ${shortDayWords(date)}`
  const span =
    from === until ? `${day(from)}, ${timeWords(line.from, zone)} to ${timeWords(line.until, zone)}` : `${day(from)}, ${timeWords(line.from, zone)} to ${day(until)}, ${timeWords(line.until, zone)}`
  switch (line.kind) {
    case 'counted':
      return { icon: AccessTimeOutlined, words: span, value: officeTimeWords(line.minutes) }
    case 'night':
      return { icon: NightsStayOutlined, words: span, value: 'desk closed' }
    case 'weekend':
      return { icon: WeekendOutlined, words: span, value: 'weekend' }
    case 'holiday':
      return { icon: EventBusyOutlined, words: `${span}, ${line.name}`, value: 'holiday' }
    case 'waiting_on_learner':
      return { icon: HourglassEmptyOutlined, words: `Waiting on the learner, ${span}`, value: 'paused' }
    case 'on_hold':
      return { icon: PauseCircleOutlined, words: `On hold, ${span}`, value: 'paused' }
    case 'solved':
      return { icon: CheckCircleOutlined, words: `Solved, ${span}`, value: 'paused' }
  }
}
