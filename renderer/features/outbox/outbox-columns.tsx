import Box from '@mui/material/Box'
import type { Instant } from '@shared/model/instant'
import { StateWord } from '../../ui/StateWord'
import { TwoLines } from '../../ui/TwoLines'
import type { Column } from '../../ui/table-types'
import { messageKindWords, messageStateWords } from '../../words/field-words'
import { nearInstantWords, utcWords } from '../../words/time-words'
import type { OutboxRow } from './api'
import { stateLooks } from './state-looks'

/** The wide list's tracks; its skeleton has the same. */
export const outboxTracks = ['128px', 'minmax(110px, 1fr)', 'minmax(140px, 2fr)', '132px'] as const

function whom(row: OutboxRow): string {
  return row.learnerName === '' ? row.toMasked : row.learnerName
}

/** The columns of the outbox; a narrow window has two lines a row instead. */
export function outboxColumns(now: Instant, zone: string, narrow: boolean): readonly Column<OutboxRow>[] {
  const state: Column<OutboxRow> = {
    id: 'state',
    head: 'State',
    track: narrow ? '112px' : outboxTracks[0],
    cell: (row) => (
      <StateWord tone={stateLooks[row.state].tone} icon={stateLooks[row.state].icon}>
        {messageStateWords[row.state]}
      </StateWord>
    ),
  }
  if (narrow) {
    return [
      { id: 'to', head: 'To', track: 'minmax(120px, 1fr)', naming: true, cell: (row) => <TwoLines first={<span title={row.toMasked}>{whom(row)}</span>} second={`${row.subject} · ${nearInstantWords(row.createdAt, now, zone)}`} /> },
      state,
    ]
  }
  return [
    state,
    { id: 'to', head: 'To', track: outboxTracks[1], naming: true, cell: (row) => <span title={row.toMasked}>{whom(row)}</span> },
    {
      id: 'subject',
      head: 'Subject',
      track: outboxTracks[2],
      cell: (row) => (
        <span title={row.subject}>
          {row.subject}
          <Box component="span" sx={{ color: 'text.tertiary' }}>
            {' '}
            · {row.lastAnswer === '' ? messageKindWords[row.kind] : row.lastAnswer}
          </Box>
        </span>
      ),
    },
    {
      id: 'at',
      head: 'Written',
      track: outboxTracks[3],
      cell: (row) => (
        <Box component="span" sx={{ color: 'text.secondary' }} title={utcWords(row.createdAt)}>
          {nearInstantWords(row.createdAt, now, zone)}
        </Box>
      ),
    },
  ]
}
