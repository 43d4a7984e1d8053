import FitScreenOutlined from '@mui/icons-material/FitScreenOutlined'
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined'
import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined'
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import ZoomInOutlined from '@mui/icons-material/ZoomInOutlined'
import ZoomOutOutlined from '@mui/icons-material/ZoomOutOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type ReactNode } from 'react'
import { usePreferences } from '../../bridge/preferences'
import { useCommand } from '../../bridge/use-command'
import { ActDialog } from '../../ui/ActDialog'
import { CopyButton } from '../../ui/CopyButton'
import { nextZoom, PaperDesk } from '../../ui/PaperDesk'
import { StateBanner } from '../../ui/StateBlock'
import { StateWord } from '../../ui/StateWord'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { RefusalBanner, RefusalBlock } from '../../words/RefusalBlock'
import { instantWords } from '../../words/time-words'
import { usePaperActs, type PaperPrint } from './api'

const titles = { certificate: 'Certificate', receipt: 'Receipt', transcript: 'Transcript' } as const

interface PaperDialogProps {
  readonly kind: 'certificate' | 'receipt' | 'transcript'
  readonly number: string
  /** What was asked for with it: begun as soon as the bytes are there. */
  readonly begin: 'save' | 'open' | undefined
  readonly zone: string
  readonly onClose: () => void
}

/** A stored paper as it prints, with its hash; opened, saved or printed as the same bytes each time (H31, C13). */
export function PaperDialog({ kind, number, begin, zone, onClose }: PaperDialogProps): ReactNode {
  const { print, open, save, toPrinter } = usePaperActs()
  const { paperZoom } = usePreferences()
  const { run: keep } = useCommand('preferences.write')
  const [shownZoom, setShownZoom] = useState(1)
  const [page, setPage] = useState(1)
  const [pages, setPages] = useState(1)
  const { run: runPrint } = print
  const { run: runSave } = save
  const { run: runOpen } = open

  useEffect(() => {
    void runPrint({ kind, number }).then((answer) => {
      if (!answer.ok || begin === undefined) return
      void (begin === 'save' ? runSave({ kind, number }) : runOpen({ kind, number }))
    })
  }, [runPrint, runSave, runOpen, kind, number, begin])

  const paper = print.answer?.ok === true ? print.answer.value : undefined
  const [smaller, larger] = [nextZoom(shownZoom, -1), nextZoom(shownZoom, 1)]
  const saved = save.answer?.ok === true && save.answer.value.saved ? save.answer.value.path : null
  return (
    <ActDialog
      open
      width={960}
      tall
      title={paper?.title ?? titles[kind]}
      about={
        <Box component="span" sx={{ display: 'inline-flex', gap: '6px', alignItems: 'center' }}>
          <span className="identifier">{number}</span>
          <CopyButton value={number} what={`${titles[kind]} number`} />
          {paper === undefined ? null : <span>issued {instantWords(paper.issuedAt, zone)}</span>}
        </Box>
      }
      promise={undefined}
      verb="Print…"
      cancelWord="Close"
      onConfirm={() => void toPrinter.run({ kind, number })}
      onClose={onClose}
      pending={toPrinter.pending}
      blocked={paper === undefined}
      refusal={
        toPrinter.answer?.ok === false ? (
          <RefusalBanner method="paper.toPrinter" refusal={toPrinter.answer.error} />
        ) : save.answer?.ok === false ? (
          <RefusalBanner method="paper.save" refusal={save.answer.error} />
        ) : open.answer?.ok === false ? (
          <RefusalBanner method="paper.open" refusal={open.answer.error} />
        ) : undefined
      }
    >
      {print.answer?.ok === false ? (
        <RefusalBlock method="paper.print" refusal={print.answer.error} onAgain={() => void runPrint({ kind, number })} />
      ) : (
        <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', px: '16px', py: '4px', borderBottom: '1px solid', borderColor: 'divider' }}>
            <ToolbarButton icon={OpenInNewOutlined} onClick={() => void runOpen({ kind, number })} disabled={paper === undefined}>
              Open PDF
            </ToolbarButton>
            <ToolbarButton icon={SaveAltOutlined} onClick={() => void runSave({ kind, number })} disabled={paper === undefined}>
              Save PDF…
            </ToolbarButton>
            <Box sx={{ flex: 1 }} />
            {pages === 1 ? null : (
              <>
                <ToolbarButton onClick={() => setPage(Math.max(1, page - 1))} disabled={page === 1} label="Previous page">
                  ‹
                </ToolbarButton>
                <Typography variant="meta" className="figures">
                  Page {page} of {pages}
                </Typography>
                <ToolbarButton onClick={() => setPage(Math.min(pages, page + 1))} disabled={page === pages} label="Next page">
                  ›
                </ToolbarButton>
              </>
            )}
            <ToolbarButton icon={FitScreenOutlined} pressed={paperZoom === null} onClick={() => void keep({ paperZoom: null })}>
              Fit page
            </ToolbarButton>
            <IconButton aria-label="Smaller" disabled={smaller === undefined} onClick={() => smaller !== undefined && void keep({ paperZoom: smaller })}>
              <ZoomOutOutlined />
            </IconButton>
            <Typography variant="meta" className="figures" sx={{ width: 40, textAlign: 'center' }}>
              {Math.round(shownZoom * 100)} %
            </Typography>
            <IconButton aria-label="Larger" disabled={larger === undefined} onClick={() => larger !== undefined && void keep({ paperZoom: larger })}>
              <ZoomInOutlined />
            </IconButton>
          </Box>
          {paper === undefined ? null : <PaperState paper={paper} zone={zone} />}
          <Box role="status" sx={{ px: '24px', pb: saved === null ? 0 : '8px', overflowWrap: 'anywhere' }}>
            {saved === null ? null : `Saved: ${saved}`}
          </Box>
          <PaperDesk label={`${titles[kind]} ${number}, page ${String(page)}`} form={kind === 'certificate' ? 'landscape' : 'portrait'} page={page} onPages={setPages} zoom={paperZoom} onShownZoom={setShownZoom} bytesBase64={paper?.bytesBase64} />
        </Box>
      )}
    </ActDialog>
  )
}

/** Whether these are the bytes first issued, and whether the paper is still in force. */
function PaperState({ paper, zone }: { readonly paper: PaperPrint; readonly zone: string }): ReactNode {
  return (
    <Box sx={{ px: '24px', py: '6px', display: 'flex', flexDirection: 'column', gap: '4px' }}>
      {paper.state === 'superseded' || paper.state === 'void' ? (
        <StateBanner kind="partial">
          {paper.state === 'void' ? 'This certificate is void. It prints, but is no longer good.' : `Superseded${paper.supersededBy === null ? '' : ` by ${paper.supersededBy}`}. It prints as it was; the newer one is in force.`}
        </StateBanner>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '12px', alignItems: 'center' }}>
        <StateWord tone={paper.identicalToIssue ? 'success' : 'warning'} icon={paper.identicalToIssue ? VerifiedOutlined : WarningAmberOutlined}>
          {paper.identicalToIssue ? `Identical to the one issued on ${instantWords(paper.issuedAt, zone)}` : 'Restored from the record; its bytes had to be made again'}
        </StateWord>
        <Box component="span" className="identifier" sx={{ fontSize: 12, color: 'text.tertiary', overflowWrap: 'anywhere' }}>
          SHA-256 {paper.sha256}
        </Box>
      </Box>
    </Box>
  )
}
