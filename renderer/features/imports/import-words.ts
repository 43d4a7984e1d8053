import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import HighlightOffOutlined from '@mui/icons-material/HighlightOffOutlined'
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined'
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Tone } from '../../ui/tone'
import type { Import, ImportFile, ImportNotice } from './api'

export interface Look {
  readonly tone: Tone
  readonly icon: SvgIconComponent
  readonly word: string
}

type Counted = 'rows' | 'added' | 'changed' | 'unchanged' | 'refused' | 'conflicts' | 'bytesRead' | 'bytesTotal'

/** A count over all files of an import. */
export function sumOf(files: readonly ImportFile[], count: Counted): number {
  return files.reduce((sum, file) => sum + file[count], 0)
}

/** "1 row", "2,061 rows". */
export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`
}

/** Whether the import still works. */
export function isUnderWay(state: Import['state']): boolean {
  return state === 'running' || state === 'cancelling'
}

/** Rows refused, and files that could not be read at all: "9 rows and 1 file". */
export function refusedWords(files: readonly ImportFile[]): string {
  const unread = files.filter((file) => file.state === 'not_read').length
  // A file that was not read is one refusal of its own, without a row.
  const rows = sumOf(files, 'refused')
  return [rows > 0 || unread === 0 ? countWords(rows, 'row', 'rows') : '', unread > 0 ? countWords(unread, 'file', 'files') : ''].filter((part) => part !== '').join(' and ')
}

/** Sign, word and colour of an import's state. */
export function importLook(taken: Pick<Import, 'state' | 'files'>): Look {
  switch (taken.state) {
    case 'running':
      return { tone: 'primary', icon: PlayCircleOutlined, word: 'Running' }
    case 'cancelling':
      return { tone: 'warning', icon: HourglassEmptyOutlined, word: 'Stopping' }
    case 'cancelled':
      return { tone: 'warning', icon: BlockOutlined, word: 'Stopped by hand' }
    case 'interrupted':
      return { tone: 'error', icon: HighlightOffOutlined, word: 'Interrupted' }
    case 'failed':
      return { tone: 'error', icon: ErrorOutline, word: 'Failed' }
    case 'finished': {
      const flawed = sumOf(taken.files, 'refused') > 0 || taken.files.some((file) => file.state === 'not_read')
      return flawed ? { tone: 'warning', icon: WarningAmberOutlined, word: `Finished, ${refusedWords(taken.files)} refused` } : { tone: 'success', icon: CheckCircleOutlined, word: 'Finished' }
    }
  }
}

/** Sign, word and colour of one file of an import. */
export function fileLook(file: ImportFile, taken: Pick<Import, 'state' | 'dryRun'>): Look {
  const working = isUnderWay(taken.state)
  switch (file.state) {
    case 'not_read':
      return { tone: 'error', icon: HighlightOffOutlined, word: 'Not read' }
    case 'missing':
      return { tone: 'neutral', icon: BlockOutlined, word: 'Not in the folder' }
    case 'waiting':
      return working ? { tone: 'neutral', icon: HourglassEmptyOutlined, word: 'Waits' } : { tone: 'neutral', icon: BlockOutlined, word: 'Not reached' }
    case 'reading':
      return working ? { tone: 'primary', icon: PlayCircleOutlined, word: `Reading, ${String(percentOf(file.bytesRead, file.bytesTotal))} %` } : { tone: 'warning', icon: WarningAmberOutlined, word: 'Read in part' }
    case 'taken_in': {
      const word = taken.dryRun ? 'Would be taken in' : 'Taken in'
      return file.refused > 0 ? { tone: 'warning', icon: WarningAmberOutlined, word: `${word}, some refused` } : { tone: 'success', icon: CheckCircleOutlined, word }
    }
  }
}

/** Whole percents; an empty file is read at once. */
export function percentOf(done: number, total: number): number {
  return total === 0 ? 100 : Math.floor((Math.min(done, total) / total) * 100)
}

/** "0.4 s", "6 s", "1 min 12 s". */
export function tookWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${(Math.max(milliseconds, 100) / 1000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${String(seconds)} s`
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`
}

/** What was left out of a folder without being a refusal. */
export function noticeWords({ file, code, detail }: ImportNotice): string {
  switch (code) {
    case 'unknown_column':
      return `${file}: the column ${detail} is not known and was left out.`
    case 'unknown_file':
      return `${file} is no file of the format and was left out.`
    default:
      return `${file}: ${[code.replaceAll('_', ' '), detail].filter((part) => part !== '').join(', ')}`
  }
}

interface EndWords {
  readonly happened: string
  readonly next: string
  readonly code: string
}

const failures: Readonly<Record<string, Omit<EndWords, 'code'>>> = {
  disk_full: { happened: 'The disk is full, so the import stopped.', next: 'Free some space, then go on importing.' },
  file_unreadable: { happened: 'A file of the folder could no longer be read.', next: 'Look whether the drive is still connected, then go on importing.' },
  store_damaged: { happened: 'The record store is damaged.', next: 'Change nothing more; restore the last back-up, then import the folder again.' },
}

/** Why an import ended before its end, what is safe and what to do; undefined where it ran through or still runs. */
export function endWords(taken: Pick<Import, 'state' | 'failure' | 'dryRun'>): EndWords | undefined {
  const safe = taken.dryRun ? 'It was a dry run: nothing was written.' : 'What was taken in before is kept, each row with its certificates.'
  const dryRunOr = (next: string): string => (taken.dryRun ? `${safe} Start it again to see the rest.` : `${safe} ${next}`)
  switch (taken.state) {
    case 'running':
    case 'cancelling':
    case 'finished':
      return undefined
    case 'cancelled':
      return { happened: 'Stopped by hand before the end.', next: dryRunOr('Going on begins behind the last finished part.'), code: 'cancelled' }
    case 'interrupted':
      return { happened: 'The desk was closed or cut off during this import.', next: dryRunOr('Going on begins behind the last finished part.'), code: 'interrupted' }
    case 'failed': {
      const words = failures[taken.failure ?? ''] ?? { happened: 'The import stopped at a fault of the desk.', next: 'Go on importing; if it stops at the same place, pass the code on.' }
      return { happened: words.happened, next: `${safe} ${words.next}`, code: taken.failure ?? 'failed' }
    }
  }
}
