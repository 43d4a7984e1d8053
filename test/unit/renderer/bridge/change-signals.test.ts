import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { contract, type Topic } from '@shared/contract'
import { applyChangeSignals, isTouched } from '../../../../renderer/bridge/change-signals'
import { reads } from '../../../../renderer/bridge/reads'

/** A stand-in for preload: one listener, signalled by hand. */
function signalling(queryClient: QueryClient): { readonly signal: (topics: readonly Topic[]) => void; readonly stop: () => void } {
  let listener: ((topics: readonly Topic[]) => void) | undefined
  const stop = applyChangeSignals(queryClient, (heard) => {
    listener = heard
    return () => {
      listener = undefined
    }
  })
  return { signal: (topics) => listener?.(topics), stop }
}

const learner = ['learners.open', { id: 'lrn_1' }] as const
const preferences = ['preferences.read', {}] as const

function kept(): QueryClient {
  const queryClient = new QueryClient()
  queryClient.setQueryData(learner, 'learner')
  queryClient.setQueryData(preferences, 'preferences')
  return queryClient
}

describe('change signals', () => {
  it('say what the contract says about every query', () => {
    const fromContract = Object.fromEntries(
      Object.entries(contract)
        .filter(([, operation]) => operation.kind === 'query')
        .map(([method, operation]) => [method, operation.reads]),
    )
    expect(reads).toEqual(fromContract)
  })

  it('make stale what reads a changed topic, and nothing else', () => {
    const queryClient = kept()
    const { signal } = signalling(queryClient)
    signal(['orders', 'audit'])
    expect(queryClient.getQueryState(learner)?.isInvalidated).toBe(true)
    expect(queryClient.getQueryState(preferences)?.isInvalidated).toBe(false)
  })

  it('stop when told to', () => {
    const queryClient = kept()
    const { signal, stop } = signalling(queryClient)
    stop()
    signal(['learners'])
    expect(queryClient.getQueryState(learner)?.isInvalidated).toBe(false)
  })

  it('leave alone what is not of the contract', () => {
    expect(isTouched('weather.read', ['learners'])).toBe(false)
    expect(isTouched(undefined, ['learners'])).toBe(false)
  })
})
