import { Fragment, type ReactNode } from 'react'
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

/** The designated credits of a row, each with its whole phrase. */
export function CreditList({ credits }: { readonly credits: string }): ReactNode {
  const listed = listedCredits(credits)
  if (listed.length === 0) return 'none designated'
  return (
    <span title={listed.map((credit) => `${credit.amount} ${creditText(credit.code)}`).join('; ')}>
      {listed.map((credit, index) => (
        <Fragment key={`${credit.code}-${String(index)}`}>
          {index === 0 ? '' : '; '}
          {credit.amount} <CreditName code={credit.code} />
        </Fragment>
      ))}
    </span>
  )
}
