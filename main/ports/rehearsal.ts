import type { UnitOfWork } from './unit-of-work'

/** A copy of the store to try something on; what is written there never reaches the desk. */
export interface Rehearsal {
  readonly unitOfWork: UnitOfWork
  discard(): Promise<void>
}

/** Makes a copy of the store as it is now. */
export type Rehearse = () => Promise<Rehearsal>
