import GavelOutlined from '@mui/icons-material/GavelOutlined'
import MailOutlined from '@mui/icons-material/MailOutlined'
import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Input } from '@shared/contract'
import { Field } from '../../ui/Field'
import { PaperPreview } from '../../ui/PaperPreview'
import { RefusalBanner } from '../../words/RefusalBlock'
import { useClaimSpecimen } from './claim-api'

/** Why the desk acts; every act on a claim keeps it. */
export function ClaimReason({ value, onChange, error, help }: { readonly value: string; readonly onChange: (value: string) => void; readonly error: boolean; readonly help: string }): ReactNode {
  return (
    <Field label="Reason" help={help} error={error ? 'Say why: it is kept in the history.' : undefined}>
      {(control) => (
        <TextField
          id={control.id}
          multiline
          minRows={2}
          maxRows={5}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 1800, 'aria-describedby': control['aria-describedby'], 'aria-invalid': control['aria-invalid'] } }}
        />
      )}
    </Field>
  )
}

/** The paper an act would make, with a line above it; a dashed frame with words while there is none. */
export function SpecimenPane({ title, input, label, waiting }: { readonly title: ReactNode; readonly input: Input<'claims.specimen'> | undefined; readonly label: string; readonly waiting: string }): ReactNode {
  const specimen = useClaimSpecimen(input)
  return (
    <section aria-label={label}>
      <Typography sx={{ color: 'text.secondary', mb: '6px' }}>{title}</Typography>
      {input === undefined ? (
        <Box sx={{ aspectRatio: String(11 / 8.5), display: 'grid', placeItems: 'center', border: '1px dashed', borderColor: 'desk.border', color: 'text.secondary', p: '16px', textAlign: 'center' }}>{waiting}</Box>
      ) : specimen.error !== null ? (
        <RefusalBanner method="claims.specimen" refusal={specimen.error.refusal} />
      ) : (
        <PaperPreview label={label} shape={11 / 8.5} bytesBase64={specimen.data?.bytesBase64} />
      )}
    </section>
  )
}

/** The mail that would be drafted; nothing is sent. */
export function DraftedMail({ mail }: { readonly mail: { readonly toMasked: string; readonly subject: string; readonly body: string } | null }): ReactNode {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr)', py: '8px', borderTop: '1px solid', borderColor: 'divider' }}>
      <MailOutlined aria-hidden sx={{ fontSize: 16, mt: '2px' }} />
      <div>
        {mail === null ? 'A mail is drafted for you to look at; nothing is sent.' : `Mail drafted to ${mail.toMasked}, not sent yet`}
        {mail === null ? null : (
          <Box component="blockquote" sx={{ m: 0, mt: '4px', pl: '10px', borderLeft: '2px solid', borderColor: 'divider', color: 'text.secondary', fontSize: 12, lineHeight: '16px', whiteSpace: 'pre-line', maxHeight: 96, overflow: 'auto' }} tabIndex={0} aria-label="The drafted mail" role="region">
            {mail.body}
          </Box>
        )}
      </div>
    </Box>
  )
}

interface Barred {
  readonly code: string
  readonly rows: readonly string[]
  readonly nextStep: string
}

/** What a rule says against it, with what to do next and the rows it rests on. */
export function BarredLines({ barred, sentence }: { readonly barred: readonly Barred[]; readonly sentence: (code: string) => string }): ReactNode {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {barred.map((one) => (
        <Box component="li" key={one.code} sx={{ display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', py: '6px' }}>
          <GavelOutlined aria-hidden sx={{ fontSize: 16, mt: '2px', color: 'warning.main' }} />
          <div>
            <strong>{sentence(one.code)}</strong> {one.nextStep}
            <Typography variant="meta" component="span" sx={{ display: 'block', color: 'text.tertiary' }}>
              {[...one.rows, one.code].join(' · ')}
            </Typography>
          </div>
        </Box>
      ))}
    </Box>
  )
}
