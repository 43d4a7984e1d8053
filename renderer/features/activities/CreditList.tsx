import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { CreditTypeWords, creditTypeText } from '../../words/CreditWords'
import { creditTypeOf, listedCredits } from './activity-words'

/** The whole phrase of a credit type by its code; an unknown code stays as it is. */
export function CreditName({ code }: { readonly code: string }): ReactNode {
  const type = creditTypeOf(code)
  return type === undefined ? code : <CreditTypeWords type={type} />
}

/** The same as plain text, for tooltips. */
export function creditText(code: string): string {
  const type = creditTypeOf(code)
  return type === undefined ? code : creditTypeText(type)
}

/** The designated credits of a row, the first with its whole phrase, the others counted; the tooltip has all. */
export function CreditList({ credits }: { readonly credits: string }): ReactNode {
  const [first, ...others] = listedCredits(credits)
  if (first === undefined) {
    return (
      <Box component="span" sx={{ color: 'text.tertiary' }}>
        none designated
      </Box>
    )
  }
  return (
    <span title={[first, ...others].map((credit) => `${credit.amount} ${creditText(credit.code)}`).join('; ')}>
      {first.amount} <CreditName code={first.code} />
      {others.length === 0 ? null : (
        <Box component="span" sx={{ color: 'text.tertiary' }}>
          {' '}
          + {others.length} more
        </Box>
      )}
    </span>
  )
}
