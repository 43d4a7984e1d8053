import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined'
import type { ReactNode } from 'react'
import { EmptyBlock } from '../../ui/StateBlock'
import { ToolbarButton } from '../../ui/ToolbarButton'
import type { FindingState } from './api'

interface ChecksEmptyProps {
  readonly state: FindingState
  readonly filtered: boolean
  /** Whether a check ever came to its end. */
  readonly checked: boolean
  readonly running: boolean
  readonly onClear: () => void
  readonly onStart: () => void
}

const nothing: Readonly<Record<FindingState, { readonly title: string; readonly text: string }>> = {
  open: { title: 'Nothing found', text: 'Every claim has its steps and its certificate, no credit stands twice, and every identifier passes its check.' },
  accepted: { title: 'Nothing was accepted', text: 'A finding that is right as it is can be accepted with a reason; it then stands here until what it rests on changes.' },
  gone: { title: 'Nothing has gone yet', text: 'A finding stands here once a later check no longer sees it.' },
}

/** No finding to show: why, and what to do. */
export function ChecksEmpty({ state, filtered, checked, running, onClear, onStart }: ChecksEmptyProps): ReactNode {
  if (filtered) {
    return (
      <EmptyBlock
        icon={SearchOffOutlined}
        title="No finding fits these filters"
        acts={
          <ToolbarButton look="frame" tall onClick={onClear}>
            Clear filters
          </ToolbarButton>
        }
      >
        Other kinds or portals may have some.
      </EmptyBlock>
    )
  }
  if (!checked && state === 'open') {
    return (
      <EmptyBlock
        icon={FactCheckOutlined}
        title="The record has not been checked yet"
        acts={
          <ToolbarButton look="main" tall disabled={running} onClick={onStart}>
            Check now
          </ToolbarButton>
        }
      >
        A check looks at every learner, claim, certificate and report: steps that are missing, credit that stands twice or is too much, papers without a claim, identifiers that fail. It changes nothing, and runs by itself every night.
      </EmptyBlock>
    )
  }
  return (
    <EmptyBlock icon={FactCheckOutlined} title={nothing[state].title}>
      {nothing[state].text}
    </EmptyBlock>
  )
}
