import type { Refusal } from '@shared/model/result'

/** The facts a refusal's sentence is filled from. */
export type Facts = NonNullable<Refusal['facts']>

/** What happened, and what to do next. */
export interface Words {
  readonly happened: string | ((facts: Facts) => string)
  readonly next: string | ((facts: Facts) => string)
}

/** A fact as text with words around it, or the other words where main gave no such fact. */
export function withFact(name: string, around: (value: string) => string, otherwise: string): (facts: Facts) => string {
  return (facts) => {
    const value = facts[name]
    return value === undefined || value === null || value === '' ? otherwise : around(String(value))
  }
}
