import { Component, type ErrorInfo, type ReactNode } from 'react'
import { ErrorBlock } from '../ui/StateBlock'
import { ToolbarButton } from '../ui/ToolbarButton'

interface FailureBoundaryProps {
  readonly children: ReactNode
  /** What failed, in words: "This page", "The window". */
  readonly what: string
  /** A change of this key gives the part a new chance. */
  readonly resetKey?: string
}

interface FailureState {
  readonly incident: string | undefined
  readonly resetKey: string | undefined
}

/** A number to tell one failure from the next: the window's age in tenths of a second, in base 36. */
function incidentNumber(): string {
  return `W-${Math.round(performance.now() / 100).toString(36).toUpperCase().padStart(5, '0')}`
}

/** Keeps a bug in one part of the window from taking the rest down, and gives it a number to report. */
export class FailureBoundary extends Component<FailureBoundaryProps, FailureState> {
  override state: FailureState = { incident: undefined, resetKey: this.props.resetKey }

  static getDerivedStateFromError(): Partial<FailureState> {
    return { incident: incidentNumber() }
  }

  static getDerivedStateFromProps(props: FailureBoundaryProps, state: FailureState): Partial<FailureState> | null {
    return props.resetKey === state.resetKey ? null : { incident: undefined, resetKey: props.resetKey }
  }

  override componentDidCatch(failure: Error, info: ErrorInfo): void {
    // Only the kind and the place: a message may quote a learner's data.
    console.error(`${this.state.incident ?? ''} ${failure.name} in ${info.componentStack?.trim().split('\n')[0] ?? 'the window'}`)
  }

  override render(): ReactNode {
    if (this.state.incident === undefined) return this.props.children
    return (
      <ErrorBlock
        title={`${this.props.what} could not be drawn`}
        code={`window_failure · ${this.state.incident}`}
        acts={
          <ToolbarButton look="frame" tall onClick={() => this.setState({ incident: undefined })}>
            Draw it again
          </ToolbarButton>
        }
      >
        The records are safe: nothing is written while a page is drawn. Draw it again; if it fails again, pass the number on.
      </ErrorBlock>
    )
  }
}
