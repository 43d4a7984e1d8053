import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined'
import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import { useOpenRecord } from '../../bridge/navigation'
import { DefinitionList } from '../../ui/DefinitionList'
import { PaneHead } from '../../ui/PaneHead'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock } from '../../ui/StateBlock'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { CreditTypeWords } from '../../words/CreditWords'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { instantDayWords } from '../../words/time-words'
import { useTicket, useTicketActs, useTicketLearner, type Ticket } from './api'

const matchWords: Readonly<Record<Ticket['matchedBy'], string>> = {
  none: 'nobody yet',
  source: 'by the platform',
  address: 'by address, certain',
  by_hand: 'by hand',
}

/** Who wrote: the matched learner's record in short, or whom it may be from. */
export function TicketLearnerPane({ id }: { readonly id: string }): ReactNode {
  const ticket = useTicket(id)
  if (ticket.data?.id !== id) return <SkeletonRows tracks={['96px', '1fr']} rows={8} label="Loading the learner" />
  return ticket.data.learnerId === null ? <NobodyMatched ticket={ticket.data} /> : <MatchedLearner ticket={ticket.data} learnerId={ticket.data.learnerId} />
}

function NobodyMatched({ ticket }: { readonly ticket: Ticket }): ReactNode {
  const { matchLearner } = useTicketActs()
  return (
    <>
      <PaneHead title="Learner" note="not matched" />
      <EmptyBlock icon={PersonSearchOutlined} title="Nobody matches for certain">
        {ticket.fromEmail === '' ? 'No address came with it.' : `No account of ${ticket.portalName} has ${ticket.fromEmail}.`} {ticket.nearMatches.length === 0 ? 'Find the learner with Ctrl K, and answer from the record.' : 'These come near; choose one only when you are sure.'}
      </EmptyBlock>
      {matchLearner.answer?.ok === false ? <RefusalBanner method="tickets.matchLearner" refusal={matchLearner.answer.error} /> : null}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'auto' }}>
        {ticket.nearMatches.map((near) => (
          <Box component="li" key={near.learnerId} sx={{ display: 'flex', alignItems: 'center', gap: '8px', px: '16px', py: '8px', borderTop: '1px solid', borderColor: 'divider' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{near.name}</Box>
              <Box sx={{ fontSize: 12, color: 'text.secondary', overflowWrap: 'anywhere' }}>{near.emailMasked}</Box>
            </Box>
            <ToolbarButton look="frame" label={`Match ${near.name}`} disabled={matchLearner.pending || ticket.status === 'closed'} onClick={() => void matchLearner.run({ id: ticket.id, version: ticket.version, learnerId: near.learnerId })}>
              Match
            </ToolbarButton>
          </Box>
        ))}
      </Box>
    </>
  )
}

function MatchedLearner({ ticket, learnerId }: { readonly ticket: Ticket; readonly learnerId: string }): ReactNode {
  const record = useTicketLearner(learnerId)
  const openRecord = useOpenRecord()
  const { matchLearner } = useTicketActs()
  if (record.error !== null) return <RefusalBlock method="learners.open" refusal={record.error.refusal} onAgain={() => void record.refetch()} />
  if (record.data === undefined) return <SkeletonRows tracks={['96px', '1fr']} rows={8} label="Loading the learner" />
  const { learner, claims, enrolments } = record.data
  const name = `${learner.givenName} ${learner.familyName}`.trim()
  const open = (): void => openRecord({ kind: 'learner', id: learnerId }, { title: name })
  return (
    <>
      <PaneHead title={name} note={learner.credentials}>
        <Tooltip title="Open the record">
          <IconButton aria-label={`Open the record of ${name}`} onClick={open}>
            <OpenInNewOutlined />
          </IconButton>
        </Tooltip>
      </PaneHead>
      {matchLearner.answer?.ok === false ? <RefusalBanner method="tickets.matchLearner" refusal={matchLearner.answer.error} /> : null}
      <Box tabIndex={0} role="region" aria-label="The learner’s record in short" sx={{ flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outlineOffset: -2 } }}>
        <Box sx={{ p: '16px', borderBottom: '1px solid', borderColor: 'divider' }}>
          <DefinitionList
            termWidth={80}
            entries={[
              { term: 'Profession', value: [learner.profession.replaceAll('_', ' '), learner.specialty].filter((part) => part !== '').join(', ') },
              { term: 'E-mail', value: learner.email },
              { term: 'Account', value: learner.status },
              { term: 'Matched', value: matchWords[ticket.matchedBy] },
            ]}
          />
          {ticket.status === 'closed' ? null : (
            <Box sx={{ mt: '8px', ml: '-8px' }}>
              <ToolbarButton disabled={matchLearner.pending} onClick={() => void matchLearner.run({ id: ticket.id, version: ticket.version, learnerId: null })}>
                Not from this learner
              </ToolbarButton>
            </Box>
          )}
        </Box>
        <Section title="Claims and certificates" count={claims.length} empty="None on file.">
          {claims.slice(0, 6).map((claim) => (
            <Line key={claim.id} first={claim.activityTitle} figure={formatCreditAmount(claim.amount)}>
              <CreditTypeWords type={claim.creditType} /> · <span className="identifier">{claim.certificateNumber ?? 'no certificate'}</span>, {instantDayWords(claim.claimedAt, learner.zone)}
              {claim.state === 'active' ? '' : `, ${claim.state}`}
            </Line>
          ))}
        </Section>
        <Section title="Courses" count={enrolments.length} empty="None on file.">
          {enrolments.slice(0, 6).map((enrolment) => (
            <Line key={enrolment.id} first={enrolment.activityTitle} figure="">
              Registered {instantDayWords(enrolment.registeredAt, learner.zone)}
            </Line>
          ))}
        </Section>
        <Box sx={{ p: '12px 16px' }}>
          <ToolbarButton look="frame" tall icon={OpenInNewOutlined} onClick={open}>
            Open the record
          </ToolbarButton>
        </Box>
      </Box>
    </>
  )
}

function Section({ title, count, empty, children }: { readonly title: string; readonly count: number; readonly empty: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="section" aria-label={title} sx={{ p: '12px 16px', borderBottom: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between' }}>
        <Typography variant="meta" component="h3" sx={{ m: 0, fontWeight: 500, color: 'text.secondary' }}>
          {title}
        </Typography>
        <Typography variant="meta" className="figures" sx={{ color: 'text.tertiary' }}>
          {count}
        </Typography>
      </Box>
      {count === 0 ? <Typography sx={{ color: 'text.secondary', mt: '4px' }}>{empty}</Typography> : children}
    </Box>
  )
}

function Line({ first, figure, children }: { readonly first: string; readonly figure: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box sx={{ mt: '8px' }}>
      <Box sx={{ display: 'flex', gap: '8px', justifyContent: 'space-between', fontWeight: 500 }}>
        <Box component="span" sx={{ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={first}>
          {first}
        </Box>
        <span className="figures">{figure}</span>
      </Box>
      <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary' }}>{children}</Box>
    </Box>
  )
}
