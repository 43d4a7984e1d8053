import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import type { Instant } from '@shared/model/instant'
import { DefinitionList } from '../../ui/DefinitionList'
import { PaneHead } from '../../ui/PaneHead'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { CreditTypeWords } from '../../words/CreditWords'
import { instantDayWords, nearInstantWords } from '../../words/time-words'
import type { LearnerRecord } from './api'
import { openToClaim } from './CreditsTab'
import { stepWords, warningWords } from './record-words'
import { happenedWords, subjectWords } from './timeline-words'

interface OverviewTabProps {
  readonly record: LearnerRecord
  readonly now: Instant
  readonly onOpenTab: (tab: 'credits' | 'courses' | 'purchases' | 'messages') => void
}

/** The record at a glance: what needs somebody, the totals per credit type, what came last. */
export function OverviewTab({ record, now, onOpenTab }: OverviewTabProps): ReactNode {
  const { learner } = record
  const open = openToClaim(record)
  const unfinished = record.enrolments.filter((enrolment) => enrolment.claimIds.length === 0 && !open.includes(enrolment))
  const types = [...new Set(record.claims.filter((claim) => claim.state === 'active').map((claim) => claim.creditType))]
  return (
    <>
      <PaneHead title="Overview" note={`registered ${instantDayWords(learner.registeredAt, learner.zone)}`} />
      <Box sx={{ overflow: 'auto', flex: 1, minHeight: 0, p: '16px', columns: '300px 4', columnGap: '24px' }} tabIndex={0} role="region" aria-label="Overview of the record">
        <Section title="Needs somebody">
          {learner.warnings.length === 0 && open.length === 0 && unfinished.length === 0 ? <Typography sx={{ color: 'text.secondary' }}>Nothing on this record waits for anybody.</Typography> : null}
          <Lines
            lines={[
              ...learner.warnings.map((warning) => ({ key: `${warning.code}${warning.field ?? ''}${warning.detail}`, head: warningWords(warning), detail: warning.detail })),
              ...open.map((enrolment) => ({ key: enrolment.id, head: enrolment.activityTitle, detail: 'Everything is done except the claim (H27)' })),
              ...unfinished.slice(0, 5).map((enrolment) => {
                const here = enrolment.steps.find((step) => step.state === 'here')
                return { key: enrolment.id, head: enrolment.activityTitle, detail: here === undefined ? 'Open' : `${stepWords[here.step]} open` }
              }),
            ]}
          />
          {open.length + unfinished.length === 0 ? null : (
            <ToolbarButton look="act" onClick={() => onOpenTab('courses')}>
              See courses
            </ToolbarButton>
          )}
        </Section>
        <Section title="Credits">
          {types.length === 0 ? (
            <Typography sx={{ color: 'text.secondary' }}>Nothing is claimed yet.</Typography>
          ) : (
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {types.map((type) => {
                const claims = record.claims.filter((claim) => claim.creditType === type && claim.state === 'active')
                return (
                  <Box component="li" key={type} sx={{ display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', gap: '12px', py: '2px' }}>
                    <Box component="span" className="figures" sx={{ textAlign: 'right', fontWeight: 600 }}>
                      {formatCreditAmount(claims.reduce((sum, claim) => sum + claim.amount, 0))}
                    </Box>
                    <span>
                      <CreditTypeWords type={type} />
                      <Box component="span" sx={{ color: 'text.tertiary', fontSize: 12 }}>
                        {` · ${String(claims.length)} ${claims.length === 1 ? 'claim' : 'claims'}`}
                      </Box>
                    </span>
                  </Box>
                )
              })}
            </Box>
          )}
          <Box sx={{ ml: '-8px' }}>
            <ToolbarButton look="act" onClick={() => onOpenTab('credits')}>
              See credits and certificates
            </ToolbarButton>
          </Box>
        </Section>
        <Section title="Latest">
          <Lines lines={record.timeline.slice(0, 6).map((entry, index) => ({ key: String(index), head: happenedWords(entry), detail: [nearInstantWords(entry.at, now, learner.zone), subjectWords(entry)].filter((part) => part !== '').join(' · ') }))} />
        </Section>
        <Section title="Tickets">
          {record.tickets.length === 0 ? <Typography sx={{ color: 'text.secondary' }}>None on file.</Typography> : null}
          <Lines lines={record.tickets.map((ticket) => ({ key: ticket.id, head: ticket.subject, detail: `${ticket.externalId} · ${ticket.channel} · ${nearInstantWords(ticket.receivedAt, now, learner.zone)}` }))} />
        </Section>
        <Section title="Account">
          <DefinitionList
            entries={[
              { term: 'Orders', value: String(record.orders.length) },
              { term: 'Mail on file', value: String(record.messages.length) },
              { term: 'Membership', ...(record.memberships[0] === undefined ? {} : { value: `${record.memberships[0].plan}, until ${record.memberships[0].endsOn}` }) },
            ]}
          />
        </Section>
      </Box>
    </>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '8px', minWidth: 0, mb: '24px', breakInside: 'avoid' }}>
      <Typography variant="paneTitle" component="h2" sx={{ m: 0 }}>
        {title}
      </Typography>
      {children}
    </Box>
  )
}

function Lines({ lines }: { readonly lines: readonly { readonly key: string; readonly head: string; readonly detail: string }[] }): ReactNode {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', width: '100%' }}>
      {lines.map((line) => (
        <Box component="li" key={line.key} sx={{ py: '3px' }}>
          <Box component="span" sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
            {line.head}
          </Box>
          <Box component="span" sx={{ display: 'block', fontSize: 12, lineHeight: '16px', color: 'text.tertiary' }}>
            {line.detail}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
