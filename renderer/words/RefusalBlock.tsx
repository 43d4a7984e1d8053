import type { ReactNode } from 'react'
import type { Code, Method } from '@shared/contract'
import type { Refusal } from '@shared/model/result'
import { ErrorBlock, StateBanner } from '../ui/StateBlock'
import { ToolbarButton } from '../ui/ToolbarButton'
import { refusalSentence } from './refusal-words'

interface RefusalProps<M extends Method> {
  readonly method: M
  readonly refusal: Refusal<Code<M>>
  readonly onAgain?: () => void
  /** True where nothing else of the page is drawn. */
  readonly wholePage?: boolean
}

/** A refusal that takes the place of what was asked for. */
export function RefusalBlock<M extends Method>({ method, refusal, onAgain, wholePage = false }: RefusalProps<M>): ReactNode {
  const words = refusalSentence(method, refusal)
  return (
    <ErrorBlock
      title={words.happened.replace(/\.$/, '')}
      code={words.code}
      wholePage={wholePage}
      acts={
        onAgain === undefined ? undefined : (
          <ToolbarButton look="frame" tall onClick={onAgain}>
            Try again
          </ToolbarButton>
        )
      }
    >
      {words.next}
    </ErrorBlock>
  )
}

/** A refusal as one line over what stays usable: in dialogs and above lists. */
export function RefusalBanner<M extends Method>({ method, refusal }: RefusalProps<M>): ReactNode {
  const words = refusalSentence(method, refusal)
  return (
    <StateBanner kind="refused">
      <strong>{words.happened}</strong> {words.next} <small>{words.code}</small>
    </StateBanner>
  )
}
