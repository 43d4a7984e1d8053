import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined'
import PrintOutlined from '@mui/icons-material/PrintOutlined'
import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined'
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined'
import TuneOutlined from '@mui/icons-material/TuneOutlined'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { CopyButton } from '../../ui/CopyButton'
import { StateBanner } from '../../ui/StateBlock'
import { ToolbarButton } from '../../ui/ToolbarButton'
import { CreditTypeWords } from '../../words/CreditWords'
import { instantDayWords, instantWords, utcWords } from '../../words/time-words'
import type { Certificate, Claim } from './api'
import { certificateLooks, shortHash } from './record-words'

const bodies = { pars: 'PARS', cpe_monitor: 'CPE Monitor', abp: 'ABP' } as const

interface ClaimDetailsProps {
  readonly claim: Claim
  readonly zone: string
  readonly onPrint: (certificate: Certificate) => void
  readonly onSave: (certificate: Certificate) => void
  readonly onOpen: (certificate: Certificate) => void
  readonly onChangeCreditType: (claim: Claim) => void
  readonly onChangeAmount: (claim: Claim) => void
  readonly onVoid: (claim: Claim) => void
}

/** What stands behind a claim: its chain of certificates, what was reported, and what can be done. */
export function ClaimDetails({ claim, zone, onPrint, onSave, onOpen, onChangeCreditType, onChangeAmount, onVoid }: ClaimDetailsProps): ReactNode {
  const current = claim.certificates.find((certificate) => certificate.state === 'current') ?? claim.certificates[0]
  return (
    <Box sx={{ py: '10px', display: 'flex', flexDirection: 'column', gap: '12px' }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))', gap: '16px' }}>
        <section aria-label="Certificate chain">
          <Typography variant="meta" component="h3" sx={{ m: 0, mb: '4px', fontWeight: 500, color: 'text.secondary' }}>
            Certificate chain
          </Typography>
          {claim.certificates.length === 0 ? <Typography sx={{ color: 'text.tertiary' }}>none on file</Typography> : null}
          {claim.certificates.map((certificate) => (
            <ChainLine key={certificate.id} certificate={certificate} zone={zone} onShow={onPrint} />
          ))}
        </section>
        <section aria-label="Report">
          <Typography variant="meta" component="h3" sx={{ m: 0, mb: '4px', fontWeight: 500, color: 'text.secondary' }}>
            Report
          </Typography>
          {claim.reports.length === 0 ? (
            <Typography sx={{ color: 'text.tertiary' }}>Nothing is known to have been sent.</Typography>
          ) : (
            claim.reports.map((report) => (
              <Box key={report.body} sx={{ display: 'flex', gap: '6px' }}>
                {report.state === 'rejected' ? <WarningAmberOutlined aria-hidden sx={{ color: 'error.main', mt: '2px' }} /> : <CheckCircleOutlined aria-hidden sx={{ color: 'success.main', mt: '2px' }} />}
                <span title={utcWords(report.at)}>
                  {bodies[report.body]} {report.state === 'accepted' ? 'took it' : report.state === 'rejected' ? 'rejected it' : 'was sent it'} on {instantDayWords(report.at, zone)}
                  {report.message === '' ? null : (
                    <Typography variant="meta" component="span" sx={{ display: 'block', color: 'text.tertiary' }}>
                      {report.message}
                    </Typography>
                  )}
                </span>
              </Box>
            ))
          )}
        </section>
      </Box>
      {current?.refusal === undefined || current.refusal === null ? null : (
        <StateBanner kind="refused">
          This certificate cannot be printed yet: {refusalOf(current)}. The record is whole.
        </StateBanner>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: '8px' }}>
        {current === undefined ? null : (
          <>
            <ToolbarButton look="frame" tall icon={PrintOutlined} onClick={() => onPrint(current)}>
              Print again…
            </ToolbarButton>
            <ToolbarButton look="frame" tall icon={SaveAltOutlined} onClick={() => onSave(current)}>
              Save PDF…
            </ToolbarButton>
            <ToolbarButton look="frame" tall icon={OpenInNewOutlined} onClick={() => onOpen(current)}>
              Open PDF
            </ToolbarButton>
          </>
        )}
        {claim.state === 'active' ? (
          <>
            <ToolbarButton look="frame" tall icon={SwapHorizOutlined} onClick={() => onChangeCreditType(claim)}>
              Change credit type…
            </ToolbarButton>
            <ToolbarButton look="frame" tall icon={TuneOutlined} onClick={() => onChangeAmount(claim)}>
              Change amount…
            </ToolbarButton>
            <ToolbarButton look="frame" tall icon={BlockOutlined} onClick={() => onVoid(claim)}>
              Void…
            </ToolbarButton>
          </>
        ) : null}
      </Box>
    </Box>
  )
}

/** Why no font of ours can write it, with the character named. */
function refusalOf(certificate: Certificate): string {
  const { character, script } = certificate.refusal?.facts ?? {}
  if (typeof character === 'string' && typeof script === 'string') return `no font on file writes “${character}” (${script})`
  return 'a character of the name is in no font on file'
}

interface ChainLineProps {
  readonly certificate: Certificate
  readonly zone: string
  readonly onShow: (certificate: Certificate) => void
}

function ChainLine({ certificate, zone, onShow }: ChainLineProps): ReactNode {
  const look = certificateLooks[certificate.state]
  const ended = certificate.state !== 'current'
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '22px minmax(0, 1fr)', pb: '4px' }}>
      <look.icon aria-hidden sx={{ mt: '2px', color: ended ? 'text.tertiary' : 'success.main' }} />
      <Box sx={{ minWidth: 0 }}>
        <Box component="span" className="identifier" sx={{ fontWeight: 500, ...(ended ? { textDecoration: 'line-through', color: 'text.secondary' } : {}) }}>
          {certificate.number}
        </Box>
        {ended ? (
          <Tooltip title="Show this certificate">
            <IconButton aria-label={`Show certificate ${certificate.number}`} onClick={() => onShow(certificate)} sx={{ width: 20, height: 20, ml: '4px', '& .MuiSvgIcon-root': { fontSize: 15 } }}>
              <VisibilityOutlined />
            </IconButton>
          </Tooltip>
        ) : (
          <CopyButton value={certificate.number} what="Certificate number" />
        )}{' '}
        <span title={utcWords(certificate.issuedAt)}>
          issued {instantWords(certificate.issuedAt, zone)}
          {certificate.issuedBy === '' ? '' : ` by ${certificate.issuedBy}`}
        </span>
        <Typography variant="meta" component="span" sx={{ display: 'block', color: 'text.tertiary', overflowWrap: 'anywhere' }}>
          <CreditTypeWords type={certificate.creditType} />, printed “{certificate.name}”
          {certificate.form === 'participation' ? ', participation form (H37)' : ''}.
          {ended ? ` ${look.word}${certificate.supersededBy === null ? '' : ` by ${certificate.supersededBy}`}, kept, still answers.` : ''}
          {certificate.reason === '' ? '' : ` Reason: ${certificate.reason}.`}
          {certificate.sha256 === null ? '' : ` SHA-256 ${shortHash(certificate.sha256)}`}
        </Typography>
      </Box>
    </Box>
  )
}
