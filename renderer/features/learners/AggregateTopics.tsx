import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { formatCreditAmount, parseCreditAmount } from '@shared/model/credit-amount'
import { CreditTypeWords } from '../../words/CreditWords'
import { refusalSentence } from '../../words/refusal-words'
import { dayWords, instantDayWords } from '../../words/time-words'
import { pickedOf, typeOf, withoutCourse, withTopic, withWholeCourse, type Picking } from './aggregate-picks'
import type { AggregateCourse } from './claim-api'
import { BarredLines } from './ClaimParts'

type Topic = AggregateCourse['topics'][number]

interface AggregateTopicsProps {
  readonly course: AggregateCourse
  readonly zone: string
  readonly picking: Picking
  readonly onPicking: (picking: Picking) => void
  readonly error: string | undefined
}

function stateWords({ state, lastOn }: Topic): string {
  switch (state) {
    case 'lapsed':
      return `lapsed ${lastOn === null ? '' : dayWords(lastOn)} (M8)`
    case 'earned_after_expiry':
      return 'earned after the accreditation ended (M20)'
    case 'barred':
      return 'cannot be claimed now'
    case 'claimable':
      return lastOn === null ? '' : `until ${dayWords(lastOn)}`
  }
}

/** A course with its waiting topics: the whole of it by one box, each topic with its amount (M12, M14). */
export function AggregateTopics({ course, zone, picking, onPicking, error }: AggregateTopicsProps): ReactNode {
  const type = typeOf(course, picking)
  const picked = pickedOf(course, picking)
  const name = `Course ${course.activityTitle}`
  return (
    <Box role="group" aria-label={name} sx={{ borderTop: '1px solid', borderColor: 'divider', py: '8px' }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '36px minmax(0, 1fr) minmax(180px, auto)', alignItems: 'center', gap: '8px' }}>
        <Checkbox
          checked={picked === 'all'}
          indeterminate={picked === 'some'}
          disabled={type === undefined}
          onChange={() => onPicking(picked === 'all' ? withoutCourse(course, picking) : withWholeCourse(course, picking))}
          slotProps={{ input: { 'aria-label': `All of ${course.activityTitle}` } }}
        />
        <Typography sx={{ fontWeight: 500 }} noWrap title={course.activityTitle}>
          {course.activityTitle}
        </Typography>
        {type === undefined ? (
          <span />
        ) : (
          <Select
            value={type.creditType}
            onChange={(event) => onPicking({ ...picking, types: { ...picking.types, [course.activityId]: event.target.value } })}
            inputProps={{ 'aria-label': `Credit type of ${course.activityTitle}` }}
          >
            {course.types.map(({ creditType, form }) => (
              <MenuItem key={creditType} value={creditType}>
                <CreditTypeWords type={creditType} />
                {form === 'participation' ? ', participation' : ''}
              </MenuItem>
            ))}
          </Select>
        )}
      </Box>
      {course.barriers.length === 0 ? null : (
        <Box sx={{ pl: '44px' }}>
          <BarredLines barred={course.barriers} sentence={(code) => barrierWords(course, code)} />
        </Box>
      )}
      {course.topics.map((topic) => (
        <TopicLine key={topic.earnedCreditId} topic={topic} zone={zone} picking={picking} onPicking={onPicking} />
      ))}
      {error === undefined ? null : (
        <Box role="alert" sx={{ pl: '44px', color: 'error.main', fontSize: 12, lineHeight: '16px' }}>
          {error}
        </Box>
      )}
    </Box>
  )
}

function barrierWords(course: AggregateCourse, code: string): string {
  const barrier = course.barriers.find((one) => one.code === code)
  return barrier === undefined ? '' : refusalSentence('claims.claimForLearner', { code: barrier.code }).happened
}

function TopicLine({ topic, zone, picking, onPicking }: Pick<AggregateTopicsProps, 'zone' | 'picking' | 'onPicking'> & { readonly topic: Topic }): ReactNode {
  const { earnedCreditId, left } = topic
  const text = picking.amounts[earnedCreditId]
  const open = topic.state === 'claimable'
  const amount = text === undefined ? undefined : parseCreditAmount(text)
  const wrong = text !== undefined && (amount === undefined || amount === 0 || amount > left)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '36px minmax(0, 1fr) 96px 84px', alignItems: 'center', gap: '8px', pl: '8px', minHeight: 32 }}>
      <Checkbox
        checked={text !== undefined}
        disabled={!open}
        onChange={() => onPicking(withTopic(earnedCreditId, text === undefined ? formatCreditAmount(left) : undefined, picking))}
        slotProps={{ input: { 'aria-label': `${topic.topic}, ${formatCreditAmount(left)}, ${open ? 'claimable' : stateWords(topic)}` } }}
      />
      <Box sx={{ minWidth: 0, color: open ? 'text.primary' : 'text.secondary' }}>
        {topic.topic}
        <Typography variant="meta" component="span" sx={{ display: 'block', color: 'text.tertiary' }}>
          earned {instantDayWords(topic.earnedAt, zone)}, {stateWords(topic)}
        </Typography>
      </Box>
      <Box component="span" className="figures" sx={{ textAlign: 'right', color: 'text.secondary' }}>
        {text === undefined ? formatCreditAmount(left) : `of ${formatCreditAmount(left)}`}
      </Box>
      {text === undefined ? (
        <span />
      ) : (
        <TextField
          value={text}
          error={wrong}
          onChange={(event) => onPicking(withTopic(earnedCreditId, event.target.value, picking))}
          slotProps={{ htmlInput: { 'aria-label': `Amount of ${topic.topic}`, 'aria-invalid': wrong, inputMode: 'decimal' } }}
        />
      )}
    </Box>
  )
}
