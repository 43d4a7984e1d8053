import CallSplitOutlined from '@mui/icons-material/CallSplitOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import type { Conflict } from './api'
import type { Look } from './import-words'

export const conflictLooks: Readonly<Record<Conflict['decision'], Look>> = {
  open: { tone: 'warning', icon: CallSplitOutlined, word: 'To decide' },
  keep_desk: { tone: 'success', icon: CheckCircleOutlined, word: 'The desk’s kept' },
  take_source: { tone: 'success', icon: CheckCircleOutlined, word: 'The platform’s taken' },
}

/** A value of a field; an empty one says so. */
export function valueWords(value: string): string {
  return value === '' ? '(empty)' : value
}
