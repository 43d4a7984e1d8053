import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined'
import DraftsOutlined from '@mui/icons-material/DraftsOutlined'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, type ReactNode } from 'react'
import type { PlaybookAnswer } from '@shared/contract/playbooks'
import { useOpenRecord } from '../../bridge/navigation'
import { CopyButton } from '../../ui/CopyButton'
import { FilterSelect } from '../../ui/FilterSelect'
import { FindingBlock } from '../../ui/FindingBlock'
import { useKeys } from '../../ui/keys'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { useToasts } from '../../ui/toast-context'
import { RefusalBanner } from '../../words/RefusalBlock'
import { targetOfAct } from './act-targets'
import { useDraftReply, type Asking } from './api'

interface AskAnswerProps {
  readonly given: PlaybookAnswer
  readonly asking: Asking
  readonly onAsking: (asking: Asking) => void
  readonly onClose: () => void
}

type Piece = NonNullable<PlaybookAnswer['answer']>['says'][number]

/** Our own words plain, what comes from the record underlined with dots. */
function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return pieces.map((piece, at) =>
    piece.fact === null ? (
      <span key={`${String(at)} ${piece.text}`}>{piece.text}</span>
    ) : (
      <Box key={`${String(at)} ${piece.text}`} component="span" title={`From the record: ${piece.fact}`} sx={{ textDecoration: 'underline dotted', textUnderlineOffset: '3px', textDecorationColor: (theme) => theme.palette.primary.main }}>
        {piece.text}
      </Box>
    ),
  )
}

/** Which branch applies and why, what can be done, and the reply, ready to go into the outbox. */
export function AskAnswer({ given, asking, onAsking, onClose }: AskAnswerProps): ReactNode {
  const { playbook, about, learner, answer } = given
  const openRecord = useOpenRecord()
  const { show, announce } = useToasts()
  const draft = useDraftReply()
  const first = useRef<HTMLDivElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [playbook.id])

  const draftIt = async (): Promise<void> => {
    if (answer === null || learner === null || draft.pending) return
    const drafted = await draft.run({ ...asking, playbookId: playbook.id, learnerId: learner.id, shown: answer.reply.text })
    if (!drafted.ok) return
    onClose()
    show({ message: `Reply to ${drafted.value.toMasked} drafted. It waits in the outbox.`, action: { label: 'Open the outbox', run: () => openRecord({ kind: 'outbox', id: '' }) } })
  }
  useKeys([{ keys: 'Control+Enter', label: 'Draft the reply', run: () => void draftIt(), inText: true }])
  if (answer === null) return null
  const target = answer.act === null ? undefined : targetOfAct(answer.act)
  const copy = (): void => {
    void navigator.clipboard.writeText(answer.reply.text).then(
      () => announce('Reply copied'),
      () => announce('Reply not copied: the system refused the clipboard. Select the text instead.'),
    )
  }
  return (
    <>
      <Box ref={first} tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflow: 'auto', outline: 'none' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', px: '16px', minHeight: 40, borderBottom: '1px solid', borderColor: 'divider' }}>
          <Typography variant="paneTitle" component="h3" noWrap sx={{ m: 0, flex: 1, minWidth: 0 }}>
            {playbook.title}
          </Typography>
          {about.choices.length < 2 || about.chosen === null ? null : (
            <FilterSelect
              label={about.kind === 'order' ? 'Order' : 'Activity'}
              value={about.chosen}
              options={about.choices.map((choice) => ({ value: choice.id, label: choice.name }))}
              onValue={(aboutId) => onAsking({ ...asking, aboutId })}
            />
          )}
        </Box>
        <FindingBlock
          tone={target === undefined ? 'neutral' : 'warning'}
          about={`Answer ${String(answer.branch)} of ${String(answer.branches)}${learner === null ? `, ${given.portal.name}` : ''}`}
          code={[answer.finding, playbook.rows.join(', ')].filter((part) => part !== null).join(' · ')}
          title={answer.says.map((piece) => piece.text).join('')}
          evidence={answer.evidence.map((line) => ({
            key: line.fact,
            icon: line.value === null ? HelpOutlineOutlined : FactCheckOutlined,
            text: (
              <>
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {line.label}:
                </Box>{' '}
                {line.value ?? 'none on file'}
                {line.value === null || line.record === '' ? null : (
                  <Box component="span" className="identifier" sx={{ color: 'text.secondary', ml: '8px' }}>
                    {line.record}
                  </Box>
                )}
              </>
            ),
          }))}
        >
          {target === undefined ? undefined : (
            <ToolbarButton
              look="frame"
              tall
              onClick={() => {
                onClose()
                openRecord(target.page, target.act === undefined ? {} : { act: target.act })
              }}
            >
              {target.label}
            </ToolbarButton>
          )}
          <CopyButton value={playbook.rows.join(', ')} what="Rows" />
        </FindingBlock>
        <Box component="section" aria-label="Drafted reply" sx={{ p: '16px' }}>
          <Typography variant="meta" component="p" sx={{ color: 'text.secondary', m: 0, mb: '6px' }}>
            Reply, drafted from the record. Subject: {answer.reply.subject}
          </Typography>
          <Box sx={{ border: '1px solid', borderColor: 'desk.border', borderRadius: '6px', px: '12px', py: '10px', maxWidth: 640, userSelect: 'text', whiteSpace: 'pre-line', '& p': { m: 0, mb: '8px' }, '& p:last-of-type': { mb: 0 } }}>
            {answer.reply.paragraphs.map((paragraph) => (
              <p key={paragraph.map((piece) => piece.text).join('')}>
                <Pieces pieces={paragraph} />
              </p>
            ))}
          </Box>
          {answer.reply.attachments.length === 0 ? null : (
            <Typography variant="meta" component="p" sx={{ color: 'text.secondary', m: 0, mt: '6px' }}>
              Goes with it: <span className="identifier">{answer.reply.attachments.map((number) => `${number}.pdf`).join(', ')}</span>
            </Typography>
          )}
        </Box>
      </Box>
      {draft.answer?.ok === false ? <RefusalBanner method="playbooks.draftReply" refusal={draft.answer.error} /> : null}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: '8px', px: '16px', minHeight: 52, borderTop: '1px solid', borderColor: 'divider', flexShrink: 0 }}>
        {learner === null ? (
          <Typography sx={{ color: 'text.secondary', flex: 1 }}>Information for anybody: copy it where it is needed.</Typography>
        ) : (
          <ToolbarButton look="main" tall icon={DraftsOutlined} keys="Control+Enter" onClick={() => void draftIt()} disabled={draft.pending}>
            Draft the reply
          </ToolbarButton>
        )}
        <ToolbarButton look="frame" tall icon={ContentCopyOutlined} onClick={copy}>
          Copy
        </ToolbarButton>
      </Box>
    </>
  )
}
