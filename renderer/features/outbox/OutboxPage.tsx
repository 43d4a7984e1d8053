import MailOutlined from '@mui/icons-material/MailOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import type { ShownMessageState } from '@shared/model/field-codes'
import { useDeskNow } from '../../bridge/desk-clock'
import { useOpenRecord, type PageProps } from '../../bridge/navigation'
import { usePaneSizes } from '../../bridge/preferences'
import { usePageAct } from '../../bridge/use-page-act'
import { DataTable } from '../../ui/DataTable'
import { ResizablePanes } from '../../ui/ResizablePanes'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { EmptyBlock, StateBanner } from '../../ui/StateBlock'
import { rowLines } from '../../ui/table-types'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { messageStateMeaning, messageStateWords } from '../../words/field-words'
import { outboxWords } from '../../words/mail-words'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { useOutbox, useOutboxActs, useStatus } from './api'
import { MessagePane } from './MessagePane'
import { outboxColumns, outboxTracks } from './outbox-columns'
import { StateFilter } from './StateFilter'

/** What the desk sent, sends and failed to send. */
export function OutboxPage({ act, onActTaken }: PageProps): ReactNode {
  const [state, setState] = useState<ShownMessageState>()
  const [selected, setSelected] = useState<string>()
  const outbox = useOutbox(state)
  const status = useStatus()
  const now = useDeskNow()
  const openRecord = useOpenRecord()
  const narrow = useMediaQuery('(max-width: 1099px)')
  const { sizes, keep } = usePaneSizes(narrow ? 'outbox-narrow' : 'outbox')
  const { sendNow } = useOutboxActs()
  const { show } = useToasts()

  usePageAct({ act, onActTaken }, (taken) => {
    setState(undefined)
    setSelected(taken.subject)
  })

  if (outbox.error !== null) return <RefusalBlock wholePage method="outbox.list" refusal={outbox.error.refusal} onAgain={() => void outbox.refetch()} />
  const zone = status.data?.portals[0]?.zone ?? 'UTC'
  const data = outbox.data
  const rows = data?.rows ?? []
  const current = rows.some((row) => row.id === selected) ? selected : rows[0]?.id
  const waiting = (data?.counts.queued ?? 0) + (data?.counts.held ?? 0)
  const inOutbox = outboxWords({ drafts: data?.counts.draft ?? 0, mailWaiting: waiting })
  const send = async (): Promise<void> => {
    const answer = await sendNow.run({})
    if (answer.ok) show({ message: `${String(answer.value.handedOver)} handed over, ${String(answer.value.failed)} failed, ${String(answer.value.waiting)} still waiting.`, sort: 'sent' })
  }

  const list =
    data === undefined || now === undefined ? (
      <SkeletonRows tracks={outboxTracks} rows={10} label="Loading the outbox" />
    ) : rows.length === 0 ? (
      <EmptyBlock icon={MailOutlined} title={state === undefined ? 'No mail yet' : `Nothing is ${messageStateWords[state].toLowerCase()}`}>
        {state === undefined ? 'Resets, receipts and corrections you send stand here, waiting or done. Open a learner and choose Send reset to write the first.' : messageStateMeaning[state]}
      </EmptyBlock>
    ) : (
      <DataTable
        label="Outbox"
        columns={outboxColumns(now, zone, narrow)}
        {...(narrow ? { rowHeight: 48 as const } : {})}
        lines={rowLines(rows, (row) => row.id)}
        selected={current}
        onSelect={setSelected}
        onOpen={(row, beside) => (row.learnerId === null ? setSelected(row.id) : openRecord({ kind: 'learner', id: row.learnerId }, { title: row.learnerName, beside, act: { verb: 'messages', subject: row.id } }))}
        ownsKeys
        footer={data.total > rows.length ? `The first ${rows.length.toLocaleString('en-US')} of ${data.total.toLocaleString('en-US')}. Older mail is on the learner’s record.` : undefined}
      />
    )

  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '12px', px: '16px', py: '10px', flexShrink: 0 }}>
        <Typography variant="recordName">Outbox</Typography>
        <Typography noWrap sx={{ color: 'text.secondary', flex: 1 }}>
          {data === undefined ? '' : `${inOutbox === '' ? 'nothing waits' : inOutbox}, ${(data.counts.failed ?? 0).toLocaleString('en-US')} failed`}
        </Typography>
        <ToolbarButton look="frame" tall icon={SendOutlined} disabled={waiting === 0 || sendNow.pending} onClick={() => void send()}>
          Send waiting mail now
        </ToolbarButton>
      </Box>
      <StateFilter counts={data?.counts ?? {}} state={state} onState={setState} />
      {data?.smtpConfigured === false ? (
        <StateBanner
          kind="offline"
          act={
            <ToolbarButton look="act" onClick={() => openRecord({ kind: 'settings', id: '' }, { act: { verb: 'show', subject: 'mail' } })}>
              Set mail server
            </ToolbarButton>
          }
        >
          No mail server is set. Work as usual: mail waits here and goes when there is one.
        </StateBanner>
      ) : null}
      {sendNow.answer?.ok === false ? <RefusalBanner method="outbox.sendNow" refusal={sendNow.answer.error} /> : null}
      <ResizablePanes
        id="outbox-panes"
        sizes={sizes}
        onSizes={keep}
        panes={[
          { id: 'list', label: 'Messages', content: list, least: narrow ? 280 : 360 },
          ...(current === undefined || now === undefined ? [] : [{ id: 'message', label: 'Message', usual: narrow ? 400 : 520, least: 300, content: <MessagePane id={current} now={now} zone={zone} /> }]),
        ]}
      />
    </>
  )
}
