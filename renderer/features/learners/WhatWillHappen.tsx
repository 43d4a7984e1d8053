import HistoryOutlined from '@mui/icons-material/HistoryOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import SendOutlined from '@mui/icons-material/SendOutlined'
import SwapHorizOutlined from '@mui/icons-material/SwapHorizOutlined'
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { formatCreditAmount } from '@shared/model/credit-amount'
import type { CreditType } from '@shared/model/field-codes'
import { CreditTypeWords } from '../../words/CreditWords'
import { dayWords } from '../../words/time-words'
import type { CreditChange } from './api'

const bodyWords: Readonly<Record<string, string>> = { pars: 'PARS', cpe_monitor: 'CPE Monitor', abp: 'ABP' }

function reportWords(preview: CreditChange): string {
  const body = preview.report.body === null ? 'the board' : (bodyWords[preview.report.body] ?? preview.report.body)
  switch (preview.report.kind) {
    case 'none':
      return 'None sent yet, so no correction is queued.'
    case 'correction_queued':
      return `Withdrawal and new record queued for ${body}${preview.report.lastOn === null ? '' : `, last day ${dayWords(preview.report.lastOn)}`}.`
    case 'not_correctable':
      return `${body} no longer takes corrections${preview.report.lastOn === null ? '' : ` since ${dayWords(preview.report.lastOn)}`}.`
  }
}

/** Five lines that say everything a change does, in one step or not at all. */
export function WhatWillHappen({ preview, to, amount }: { readonly preview: CreditChange; readonly to: CreditType | undefined; readonly amount: number | undefined }): ReactNode {
  return (
    <section aria-label="What will happen">
      <Typography variant="paneTitle" component="h3" sx={{ m: 0 }}>
        What will happen
      </Typography>
      <Typography variant="meta" sx={{ color: 'text.secondary', display: 'block', mb: '6px' }}>
        All of it in one step, or none of it.
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        <Line icon={SwapHorizOutlined} term="Claim">
          {to === undefined ? (
            'Choose a credit type first.'
          ) : (
            <>
              <CreditTypeWords type={preview.creditType} /> → <strong><CreditTypeWords type={to} /></strong>
              {amount === undefined ? '' : `, ${formatCreditAmount(amount)}`}
            </>
          )}
        </Line>
        <Line icon={WorkspacePremiumOutlined} term="Certificate">
          {preview.certificateNumber === null ? 'A first certificate is issued.' : <><span className="identifier">{preview.certificateNumber}</span> superseded and kept, successor issued</>}
        </Line>
        <Line icon={SendOutlined} term="Report">
          {reportWords(preview)}
        </Line>
        <Line icon={MailOutlined} term="Mail">
          {preview.mail === null ? (
            'A reply is drafted for you to look at; nothing is sent.'
          ) : (
            <>
              Reply drafted to {preview.mail.toMasked}, not sent yet
              <Box component="blockquote" sx={{ m: 0, mt: '4px', pl: '10px', borderLeft: '2px solid', borderColor: 'divider', color: 'text.secondary', fontSize: 12, lineHeight: '16px', whiteSpace: 'pre-line', maxHeight: 80, overflow: 'auto' }} tabIndex={0} aria-label="The drafted reply" role="region">
                {preview.mail.body}
              </Box>
            </>
          )}
        </Line>
        <Line icon={HistoryOutlined} term="History">
          One entry with your name, before, after and the reason
        </Line>
      </Box>
    </section>
  )
}

function Line({ icon: Icon, term, children }: { readonly icon: SvgIconComponent; readonly term: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '28px 92px minmax(0, 1fr)', py: '5px', borderTop: '1px solid', borderColor: 'divider' }}>
      <Icon aria-hidden sx={{ fontSize: 16, mt: '2px' }} />
      <dt>{term}</dt>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </Box>
  )
}
