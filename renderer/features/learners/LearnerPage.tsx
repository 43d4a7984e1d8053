import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import useMediaQuery from '@mui/material/useMediaQuery'
import ViewSidebarOutlined from '@mui/icons-material/ViewSidebarOutlined'
import { useState, type ReactNode } from 'react'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord, type PageProps } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { usePageAct } from '../../bridge/use-page-act'
import { useTab } from '../../bridge/use-tab'
import { useKeys } from '../../ui/keys'
import { ResizablePanes, type Pane } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { RefusalBlock } from '../../words/RefusalBlock'
import { AccountTab } from './AccountTab'
import { useLearnerActs, useLearnerRecord, type Certificate, type Claim, type Enrolment, type LearnerRecord } from './api'
import { claimMenu } from './claim-menu'
import { ClaimDetails } from './ClaimDetails'
import { CoursesTab } from './CoursesTab'
import { CreditsTab, openToClaim } from './CreditsTab'
import { DiagnosisPanel } from './DiagnosisPanel'
import type { AskedActivity } from './DiagnosisScope'
import type { FindingAct } from './finding-acts'
import { HistoryTab } from './HistoryTab'
import { LearnerHeader, nameOf } from './LearnerHeader'
import { MessagesTab } from './MessagesTab'
import { OverviewTab } from './OverviewTab'
import { PurchasesTab } from './PurchasesTab'
import { RecordDialogs, type RecordDialog } from './RecordDialogs'
import { TimelinePane } from './TimelinePane'

const subTabs = ['overview', 'credits', 'courses', 'purchases', 'account', 'messages', 'history'] as const
type SubTab = (typeof subTabs)[number]

function countsOf(record: LearnerRecord): Readonly<Record<SubTab, number | undefined>> {
  return {
    overview: undefined,
    credits: record.claims.length,
    courses: record.enrolments.length,
    purchases: record.orders.length,
    account: undefined,
    messages: record.messages.length,
    history: record.historyCount,
  }
}

const labels: Readonly<Record<SubTab, string>> = {
  overview: 'Overview', credits: 'Credits & certificates', courses: 'Courses', purchases: 'Purchases', account: 'Account', messages: 'Messages', history: 'History',
}

const isSubTab = (verb: string): verb is SubTab => subTabs.some((known) => known === verb)

/** A learner's record in its tab: header, sub-tabs, timeline, table and the side panel. */
export function LearnerPage(props: PageProps): ReactNode {
  const { id } = props
  const record = useLearnerRecord(id)
  const now = useDeskNow()
  useTab('learner', id, record.data === undefined ? undefined : nameOf(record.data.learner))
  if (record.error !== null) return <RefusalBlock method="learners.open" refusal={record.error.refusal} onAgain={() => void record.refetch()} />
  if (record.data === undefined || now === undefined) return <SkeletonRows tracks={['1fr', '108px', '104px', '136px', '120px']} rows={10} label="Loading the learner’s record" />
  return <OpenRecord {...props} record={record.data} now={now} />
}

function OpenRecord({ record, now, act, onActTaken }: PageProps & { readonly record: LearnerRecord; readonly now: string }): ReactNode {
  const { learner } = record
  const [tab, setTab] = useState<SubTab>('credits')
  const [chosen, setChosen] = useState<string>()
  const [asked, setAsked] = useState<'selected' | 'whole' | AskedActivity>('selected')
  const [order, setOrder] = useState<string>()
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<RecordDialog>()
  const [panel, setPanel] = useState(true)
  const [timeline, setTimeline] = useState(false)
  const wide = useMediaQuery('(min-width: 1280px)')
  const openRecord = useOpenRecord()
  const acts = useLearnerActs()
  const { sizes, keep } = usePaneSizes('learner')
  const { announce } = useToasts()

  const firstKey = openToClaim(record)[0]?.id ?? record.claims[0]?.id ?? record.enrolments[0]?.id
  const selected = chosen ?? firstKey
  const claim = record.claims.find((candidate) => candidate.id === selected)
  const enrolment = record.enrolments.find((candidate) => candidate.id === (claim?.enrolmentId ?? selected))

  const select = (key: string): void => {
    setChosen(key)
    setAsked('selected')
  }

  usePageAct({ act, onActTaken }, (taken) => {
    if (isSubTab(taken.verb)) setTab(taken.verb)
    const bought = record.orders.find((candidate) => candidate.externalId === taken.subject || candidate.receipts.some((receipt) => receipt.number === taken.subject))
    if (taken.verb === 'receipt' || (taken.verb === 'show' && bought !== undefined)) setTab('purchases')
    if (bought !== undefined) setOrder(bought.id)
    if (taken.verb === 'transcript') setDialog({ kind: 'transcript' })
    const about = record.claims.find((candidate) => candidate.id === taken.subject || candidate.certificateNumber === taken.subject || candidate.certificates.some((certificate) => certificate.number === taken.subject || certificate.id === taken.subject))
    if (about !== undefined) select(about.id)
    const subject = about ?? record.claims[0]
    if (taken.verb === 'change-credit' && subject !== undefined) setDialog({ kind: 'change-credit', claim: subject })
    if (taken.verb === 'print' && subject !== undefined) setDialog(printOf(subject, taken.subject))
    if (taken.verb === 'reset') setDialog({ kind: 'reset' })
    if (taken.verb === 'edit') setDialog({ kind: 'edit' })
    if (taken.verb === 'event-code') setDialog({ kind: 'event-code', activityId: undefined })
  })

  const accrues = record.enrolments.some(({ earned }) => earned.length > 0)
  const claimFor = ({ activityId, activityTitle, earned }: Enrolment): void => setDialog(earned.length > 0 ? { kind: 'claim-accrued' } : { kind: 'claim', activityId, activityTitle })

  const showMasked = async (field: 'licenceNumber' | 'birthMonthDay'): Promise<string | undefined> => {
    const answer = await acts.showMasked.run({ id: learner.id, field })
    return answer.ok ? answer.value.value : undefined
  }
  const print = (certificate: Certificate): void => setDialog({ kind: 'paper', paper: 'certificate', number: certificate.number })
  const ask = (activity: AskedActivity | undefined): void => {
    const row = record.claims.find((candidate) => candidate.activityId === activity?.id && candidate.state === 'active') ?? record.enrolments.find((candidate) => candidate.activityId === activity?.id)
    if (row !== undefined) select(row.id)
    else setAsked(activity ?? 'whole')
  }
  const selectedActivity = enrolment === undefined ? undefined : { id: enrolment.activityId, title: enrolment.activityTitle }
  const askedActivity = asked === 'selected' ? selectedActivity : asked === 'whole' ? undefined : asked
  const carryOut = ({ does }: FindingAct): void => (does.kind === 'dialog' ? setDialog(does.dialog) : openRecord(does.page))
  const expand = (key: string, open: boolean): void => {
    const next = new Set(expanded)
    if (open) next.add(key)
    else next.delete(key)
    setExpanded(next)
  }

  useKeys(
    [
      { keys: 'c', label: 'Change credit type', run: () => claim !== undefined && setDialog({ kind: 'change-credit', claim }) },
      { keys: 'l', label: 'Claim for the learner', run: () => (accrues && claim === undefined ? setDialog({ kind: 'claim-accrued' }) : enrolment !== undefined && claim === undefined && claimFor(enrolment)) },
      { keys: 'p', label: 'Print again', run: () => claim !== undefined && setDialog(printOf(claim)) },
      { keys: 'e', label: 'Edit learner', run: () => setDialog({ kind: 'edit' }) },
      {
        keys: '.',
        label: 'Copy certificate number',
        run: () => {
          const number = claim?.certificateNumber
          if (number === undefined || number === null) return
          void navigator.clipboard.writeText(number).then(() => announce('Certificate number copied'))
        },
      },
      { keys: 'Control+\\', label: 'Side panel', run: () => setPanel(!panel) },
    ],
    { enabled: dialog === undefined },
  )

  const content: Readonly<Record<SubTab, () => ReactNode>> = {
    overview: () => <OverviewTab record={record} now={now} onOpenTab={setTab} />,
    credits: () => (
      <CreditsTab
        record={record}
        selected={selected}
        onSelect={select}
        expanded={expanded}
        onExpand={expand}
        expansion={(row) =>
          row.kind === 'open' ? null : (
            <ClaimDetails
              claim={row.claim}
              zone={learner.zone}
              onPrint={print}
              onSave={(certificate) => setDialog({ kind: 'paper', paper: 'certificate', number: certificate.number, begin: 'save' })}
              onOpen={(certificate) => setDialog({ kind: 'paper', paper: 'certificate', number: certificate.number, begin: 'open' })}
              onChangeCreditType={(about) => setDialog({ kind: 'change-credit', claim: about })}
              onChangeAmount={(about) => setDialog({ kind: 'change-amount', claim: about })}
              onVoid={(about) => setDialog({ kind: 'void', claim: about })}
            />
          )
        }
        onTranscript={() => setDialog({ kind: 'transcript' })}
        onCourses={() => setTab('courses')}
        onClaim={claimFor}
        onClaimAccrued={accrues ? () => setDialog({ kind: 'claim-accrued' }) : undefined}
        onPastCredit={() => setDialog({ kind: 'past-credit' })}
        menuOf={(row) => claimMenu(row, setDialog)}
      />
    ),
    courses: () => <CoursesTab record={record} selected={selected} onSelect={select} onDialog={setDialog} />,
    purchases: () => <PurchasesTab key={order} record={record} shown={order} onPaper={(number) => setDialog({ kind: 'paper', paper: 'receipt', number })} />,
    account: () => <AccountTab record={record} onEdit={() => setDialog({ kind: 'edit' })} onChangeName={() => setDialog({ kind: 'change-name' })} onChangeProfession={() => setDialog({ kind: 'change-profession' })} onShowMasked={showMasked} />,
    messages: () => <MessagesTab record={record} now={now} onReset={() => setDialog({ kind: 'reset' })} />,
    history: () => <HistoryTab learnerId={learner.id} zone={learner.zone} />,
  }

  const withTimeline = wide || timeline
  const withPanel = panel && (tab === 'credits' || tab === 'courses')
  const panes: readonly Pane[] = [
    ...(withTimeline ? [{ id: 'timeline', label: 'Timeline', usual: 212, least: 180, most: 360, content: <TimelinePane entries={record.timeline} now={now} zone={learner.zone} /> }] : []),
    { id: 'content', label: labels[tab], least: 320, content: content[tab]() },
    ...(withPanel
      ? [
          {
            id: 'panel',
            label: 'Where this stands',
            usual: wide ? 376 : 332,
            least: 280,
            most: 560,
            content: <DiagnosisPanel record={record} activity={askedActivity} onActivity={ask} onAct={carryOut} onClose={() => setPanel(false)} />,
          },
        ]
      : []),
  ]
  return (
    <>
      <LearnerHeader learner={learner} onEdit={() => setDialog({ kind: 'edit' })} onReset={() => setDialog({ kind: 'reset' })} onShowMasked={showMasked} />
      <SubTabs tab={tab} onTab={setTab} record={record}>
        {wide ? null : (
          <ToolbarButton pressed={timeline} onClick={() => setTimeline(!timeline)}>
            Timeline
          </ToolbarButton>
        )}
        {withPanel || (tab !== 'credits' && tab !== 'courses') ? null : (
          <ToolbarButton icon={ViewSidebarOutlined} onClick={() => setPanel(true)} keys="Control+\">
            Where this stands
          </ToolbarButton>
        )}
      </SubTabs>
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <ResizablePanes id={`panes-${learner.id}-${panes.map((pane) => pane.id).join('-')}`} panes={panes} sizes={sizes} onSizes={keep} />
      </Box>
      <RecordDialogs dialog={dialog} record={record} onDialog={setDialog} />
    </>
  )
}

/** The certificate of that number, if it is one of the claim's; otherwise the one in force. */
function printOf(claim: Claim, number?: string): RecordDialog | undefined {
  const certificate = claim.certificates.find((candidate) => candidate.number === number) ?? claim.certificates.find((candidate) => candidate.state === 'current') ?? claim.certificates[0]
  return certificate === undefined ? undefined : { kind: 'paper', paper: 'certificate', number: certificate.number }
}

function SubTabs({ tab, onTab, record, children }: { readonly tab: SubTab; readonly onTab: (tab: SubTab) => void; readonly record: LearnerRecord; readonly children: ReactNode }): ReactNode {
  const counts = countsOf(record)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', flexShrink: 0, minHeight: 36, pr: '12px', borderBottom: '1px solid', borderColor: 'divider' }}>
      <Tabs
        value={tab}
        onChange={(_event, value: SubTab) => onTab(value)}
        variant="scrollable"
        scrollButtons={false}
        aria-label="Parts of the record"
        sx={{ flex: 1, minHeight: 36, px: '4px', '& .MuiTab-root': { minHeight: 36, minWidth: 0, px: { xs: '8px', md: '12px' }, py: 0, textTransform: 'none', fontSize: 13 } }}
      >
        {subTabs.map((name) => {
          const count = counts[name]
          return (
            <Tab
              key={name}
              value={name}
              label={
                <span>
                  {labels[name]}
                  {count === undefined ? null : (
                    <Box component="span" className="figures" sx={{ ml: '6px', fontSize: 11, color: 'text.tertiary' }}>
                      {count}
                    </Box>
                  )}
                </span>
              }
            />
          )
        })}
      </Tabs>
      {children}
    </Box>
  )
}
