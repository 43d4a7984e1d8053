import type { PaperView } from '@shared/contract/paper'
import type { Instant } from '@shared/model/instant'
import { ok, refuse } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { KeptPaper } from '../ports/repositories/certificate-repository'
import type { ServicePorts } from '../ports/service-ports'
import type { Repositories } from '../ports/unit-of-work'
import { judgeKept, openSnapshot, paperFileName, renderSnapshot, type PrintResult } from './paper-keeping'

/** A paper whose snapshot was frozen when it was numbered: a receipt or a transcript. */
export interface LedgerPaper {
  readonly kind: Extract<PaperView['kind'], 'receipt' | 'transcript'>
  readonly id: number
  readonly number: string
  readonly learnerId: number
  readonly issuedAt: Instant
  readonly snapshot: string
  readonly snapshotSha256: string
  readonly bytesSha256: string | null
}

/** The rows such a paper's bytes live in. */
export interface LedgerBytes {
  findBytes(id: number): Promise<Uint8Array | undefined>
  keepBytes(id: number, bytes: Pick<KeptPaper, 'bytes' | 'bytesSha256'>): Promise<boolean>
  repairBytes(id: number, bytes: Uint8Array): Promise<void>
}

/** Draws a frozen paper at its first print and keeps the bytes; hands out the same ever after, or none. */
export async function printLedgerPaper(
  ports: Pick<ServicePorts, 'unitOfWork' | 'clock' | 'paper' | 'hashing'>,
  record: LedgerPaper,
  rowsIn: (repositories: Repositories) => LedgerBytes,
  acting: Acting,
): Promise<PrintResult> {
  const { unitOfWork, clock, hashing } = ports
  const damaged = refuse('certificate_bytes_damaged', { facts: { number: record.number } })
  const snapshot = openSnapshot(record, hashing)
  const printed = (bytes: Uint8Array, sha256: string, restored: boolean): PrintResult =>
    ok({
      view: {
        kind: record.kind,
        number: record.number,
        title: snapshot?.title ?? '',
        state: 'issued',
        issuedAt: record.issuedAt,
        sha256,
        identicalToIssue: true,
        restored,
        supersededBy: null,
        fileName: paperFileName(record.kind, record.number),
      },
      bytes,
    })

  const { bytesSha256 } = record
  if (bytesSha256 === null) {
    if (snapshot === undefined) return damaged
    const drawn = await renderSnapshot(snapshot, null, ports)
    // Whoever was first has kept the same bytes: the snapshot is the same.
    await unitOfWork.run(async (repositories) => ok(await rowsIn(repositories).keepBytes(record.id, { bytes: drawn.bytes, bytesSha256: drawn.sha256 })))
    return printed(drawn.bytes, drawn.sha256, false)
  }
  const bytes = await unitOfWork.read((repositories) => rowsIn(repositories).findBytes(record.id))
  const verdict = await judgeKept({ bytes, bytesSha256 }, () => snapshot, ports)
  if (verdict.kind === 'damaged') return damaged
  if (verdict.kind === 'intact') return printed(verdict.bytes, bytesSha256, false)
  await unitOfWork.run(async (repositories) => {
    await rowsIn(repositories).repairBytes(record.id, verdict.bytes)
    const changes = { before: { sha256: verdict.foundSha256 }, after: { sha256: bytesSha256 } }
    const entry = { at: clock.now(), operation: 'paper.restore', entity: record.kind, entityId: record.id, learnerId: record.learnerId }
    return ok(await repositories.audit.append({ ...entry, reason: 'the stored bytes no longer matched their hash', ...changes }, acting))
  })
  return printed(verdict.bytes, bytesSha256, true)
}
