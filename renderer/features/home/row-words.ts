import CallSplitOutlined from '@mui/icons-material/CallSplitOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import FlagOutlined from '@mui/icons-material/FlagOutlined'
import HelpOutline from '@mui/icons-material/HelpOutlineOutlined'
import HighlightOffOutlined from '@mui/icons-material/HighlightOffOutlined'
import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import UnsubscribeOutlined from '@mui/icons-material/UnsubscribeOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import { recordCheckKinds } from '@shared/policy/record-check'
import type { OpenOptions, TabTarget } from '../../bridge/navigation'
import type { Tone } from '../../ui/tone'
import { checkKindWords } from '../../words/check-kind-words'
import { columnWords, messageStateWords } from '../../words/field-words'
import type { HomeRow } from './api'

interface StateLook {
  readonly word: string
  readonly tone: Tone
  readonly icon: SvgIconComponent
}

const looks: Readonly<Record<string, StateLook>> = {
  failed: { word: messageStateWords.failed, tone: 'error', icon: ErrorOutline },
  bounced: { word: messageStateWords.bounced, tone: 'error', icon: UnsubscribeOutlined },
  unknown: { word: messageStateWords.unknown, tone: 'warning', icon: HelpOutline },
  draft: { word: messageStateWords.draft, tone: 'warning', icon: HourglassEmptyOutlined },
  queued: { word: messageStateWords.queued, tone: 'neutral', icon: HourglassEmptyOutlined },
  held: { word: messageStateWords.held, tone: 'neutral', icon: HourglassEmptyOutlined },
  handed_over: { word: messageStateWords.handed_over, tone: 'success', icon: CheckCircleOutlined },
  open: { word: 'Open', tone: 'warning', icon: HourglassEmptyOutlined },
  rejected: { word: 'Rejected', tone: 'error', icon: HighlightOffOutlined },
  interrupted: { word: 'Interrupted', tone: 'error', icon: HighlightOffOutlined },
  cancelled: { word: 'Cancelled', tone: 'warning', icon: HighlightOffOutlined },
  finished: { word: 'Finished', tone: 'success', icon: CheckCircleOutlined },
  running: { word: 'Running', tone: 'neutral', icon: HourglassEmptyOutlined },
}

const byKind: Readonly<Record<HomeRow['kind'], StateLook>> = {
  ticket: { word: 'Waiting', tone: 'neutral', icon: HourglassEmptyOutlined },
  mail: { word: 'Mail', tone: 'neutral', icon: HourglassEmptyOutlined },
  conflict: { word: 'Conflict', tone: 'warning', icon: CallSplitOutlined },
  flagged: { word: 'Flagged', tone: 'warning', icon: FlagOutlined },
  import: { word: 'Import', tone: 'neutral', icon: HistoryOutlined },
  finding: { word: 'Wrong', tone: 'error', icon: ErrorOutline },
}

export const kindWords: Readonly<Record<HomeRow['kind'], string>> = { ticket: 'Ticket', mail: 'Mail', conflict: 'Conflict', flagged: 'Record', import: 'Import', finding: 'Check' }

/** Sign, word and colour of a row's state; a state without a look of its own takes that of its kind. */
export function stateLook(row: HomeRow): StateLook {
  return looks[row.state] ?? byKind[row.kind]
}

/** Why a record was flagged when it was taken in. */
const flagWords: Readonly<Record<string, string>> = {
  check_digit: 'the check digit does not fit; compare with the card',
  not_ten_digits: 'it has ten digits, no more and no less',
  first_digit: 'it begins with 1 or 2',
  not_six_to_ten_digits: 'it has six to ten digits',
  not_four_digits: 'four digits are needed, month and day',
  no_such_day: 'there is no such day',
  state_missing: 'its state is missing',
  number_missing: 'its number is missing',
  board_missing: 'its board is missing',
  not_a_state: 'there is no such state',
  not_a_board: 'there is no such board',
  uan_missing: 'the universal activity number is missing',
  uan_legacy: 'the universal activity number has the old form',
  uan_malformed: 'the universal activity number does not have its form',
}

/** What a row is about, its columns and codes in words. */
export function whatWords(row: HomeRow): string {
  switch (row.kind) {
    case 'conflict':
      return `${columnWords(row.what)}: the desk and the portal differ`
    case 'flagged':
      return `${columnWords(row.what)}: ${flagWords[row.state] ?? row.state.replaceAll('_', ' ')}`
    case 'finding':
      return [recordCheckKinds.filter((kind) => kind === row.state).map((kind) => checkKindWords[kind]).join(), row.what].filter((part) => part !== '').join(': ')
    case 'import':
      return row.what === '' ? 'Import' : `Import of ${row.what}`
    case 'ticket':
    case 'mail':
      return row.what
  }
}

/** The one act a failing row offers. */
export const actWords: Readonly<Record<HomeRow['kind'], string>> = { ticket: 'Open ticket', mail: 'Open message', conflict: 'Decide', flagged: 'Open record', import: 'Open result', finding: 'Open finding' }

/** Where a row leads. */
export function targetOfRow(row: HomeRow): { readonly target: TabTarget; readonly options: OpenOptions } {
  switch (row.kind) {
    case 'mail':
      return { target: { kind: 'outbox', id: '' }, options: row.recordId === null ? {} : { act: { verb: 'show', subject: row.recordId } } }
    case 'conflict':
      return { target: { kind: 'imports', id: '' }, options: row.recordId === null ? {} : { act: { verb: 'show', subject: row.recordId } } }
    case 'finding':
      return { target: { kind: 'checks', id: '' }, options: row.recordId === null ? {} : { act: { verb: 'show', subject: row.recordId } } }
    case 'import':
      return row.recordId === null ? { target: { kind: 'imports', id: '' }, options: {} } : { target: { kind: 'import', id: row.recordId }, options: { title: 'Import' } }
    case 'ticket':
      return { target: { kind: 'tickets', id: '' }, options: row.recordId === null ? {} : { act: { verb: 'show', subject: row.recordId } } }
    case 'flagged':
      return row.learnerId === null ? { target: { kind: 'learners', id: '' }, options: {} } : { target: { kind: 'learner', id: row.learnerId }, options: { title: row.who } }
  }
}
