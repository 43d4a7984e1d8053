import type { ReactNode } from 'react'
import { civilDateIn, type Instant } from '@shared/model/instant'
import { PaneHead } from '../../ui/PaneHead'
import { Timeline, type TimelineGroup } from '../../ui/Timeline'
import { longDayWords, monthWords, shortDayWords, timeWords } from '../../words/time-words'
import type { TimelineEntry } from './api'
import { timelineIcons } from './record-words'
import { happenedWords, subjectWords } from './timeline-words'

/** Grouped by "Today", then by month. */
function groupsOf(entries: readonly TimelineEntry[], now: Instant, zone: string): readonly TimelineGroup[] {
  const groups = new Map<string, { heading: string; items: TimelineGroup['items'][number][] }>()
  const today = civilDateIn(now, zone)
  for (const [index, entry] of entries.entries()) {
    const day = civilDateIn(entry.at, zone)
    const key = day === today ? 'today' : day.slice(0, 7)
    const group = groups.get(key) ?? { heading: day === today ? `Today, ${longDayWords(day)}` : monthWords(day), items: [] }
    const detail = [`${shortDayWords(day)} ${timeWords(entry.at, zone)}`, subjectWords(entry), entry.kind === 'passed' ? entry.detail : ''].filter((part) => part !== '').join(', ')
    group.items.push({ key: `${entry.kind}-${String(index)}`, icon: timelineIcons[entry.kind], title: happenedWords(entry), detail })
    groups.set(key, group)
  }
  return [...groups.entries()].map(([key, group]) => ({ key, ...group }))
}

const longest = 120

/** What happened to this learner, newest first. */
export function TimelinePane({ entries, now, zone, onAll }: { readonly entries: readonly TimelineEntry[]; readonly now: Instant; readonly zone: string; readonly onAll?: ReactNode }): ReactNode {
  return (
    <>
      <PaneHead title="Timeline" note={entries.length > longest ? `latest ${String(longest)} of ${String(entries.length)}` : undefined}>
        {onAll}
      </PaneHead>
      <div style={{ overflow: 'auto', flex: 1, minHeight: 0 }} tabIndex={0} role="region" aria-label="Timeline entries">
        <Timeline label="Timeline" groups={groupsOf(entries.slice(0, longest), now, zone)} />
      </div>
    </>
  )
}
