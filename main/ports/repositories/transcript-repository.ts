import type { CivilDate } from '@shared/model/civil-date'
import type { Instant } from '@shared/model/instant'
import type { KeptPaper } from './certificate-repository'

export interface Transcript {
  readonly id: number
  readonly number: string
  readonly learnerId: number
  readonly fromOn: CivilDate | null
  readonly toOn: CivilDate | null
  readonly issuedAt: Instant
  readonly issuedBy: string
  /** The frozen snapshot, as canonical text, and its hash. */
  readonly snapshot: string
  readonly snapshotSha256: string
  readonly bytesSha256: string | null
}

export interface TranscriptRepository {
  findByNumber(number: string): Promise<Transcript | undefined>
  add(transcript: Omit<Transcript, 'id' | 'bytesSha256'>): Promise<number>
  findBytes(id: number): Promise<Uint8Array | undefined>
  /** Keeps the bytes of the first print; a second call changes nothing and answers false. */
  keepBytes(id: number, bytes: Pick<KeptPaper, 'bytes' | 'bytesSha256'>): Promise<boolean>
  /** Writes bytes again whose hash the row has recorded since the first print. */
  repairBytes(id: number, bytes: Uint8Array): Promise<void>
}
