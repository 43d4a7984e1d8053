import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { creditPhrase } from '@shared/policy/credit-phrase'
import { creditSystemOf } from '@shared/policy/credit-systems'
import type { CreditType } from '@shared/model/field-codes'

/** The full phrase of a credit type: for AMA credit italic with a raised ™ and never shortened (section 1.2). */
export function CreditTypeWords({ type, alone = false }: { readonly type: CreditType; /** Where it is a heading or an option of its own, it begins with a capital. */ readonly alone?: boolean }): ReactNode {
  if (type !== 'ama_pra_1') return alone ? creditTypeName(type) : creditTypeText(type)
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {creditPhrase(type, 0, 'both').map((run) =>
        run.style === 'superscript' ? (
          // The sign is raised by its own shape; smaller still, nobody could read it.
          <span key={run.text}>{run.text}</span>
        ) : (
          <i key={run.text}>{run.text}</i>
        ),
      )}
    </Box>
  )
}

/** The same as plain text, for labels and messages. */
export function creditTypeText(type: CreditType): string {
  return type === 'ama_pra_1' ? 'AMA PRA Category 1 Credit(s)™' : creditSystemOf(type).writtenAs
}

/** The same where it stands alone: an option, a heading, a group. */
export function creditTypeName(type: CreditType): string {
  const text = creditTypeText(type)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
