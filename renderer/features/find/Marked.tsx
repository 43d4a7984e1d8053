import { Fragment, type ReactNode } from 'react'
import { markMatches } from './match-marks'

/** A text with the reason it matched marked in it. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }): ReactNode {
  return markMatches(text, query).map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : <Fragment key={index}>{part.text}</Fragment>))
}
