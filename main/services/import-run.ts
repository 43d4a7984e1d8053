import type { Topic } from '@shared/contract'
import { exchangeFiles, type ExchangeFile, type ImportFileView, type ImportView } from '@shared/contract/imports'
import type { Instant } from '@shared/model/instant'
import { ok } from '@shared/model/result'
import type { Acting } from '../ports/acting'
import type { ExchangeFileReader, ExchangeFolder, ReadChunk, ReadRow, RowRefusal } from '../ports/exchange-reader'
import type { Pace } from '../ports/pace'
import type { ImportProgress } from '../ports/repositories/import-repository'
import type { UnitOfWork } from '../ports/unit-of-work'
import { stillWaiting, takeInChunk, type ChunkContext, type ChunkOutcome } from './import-chunk'
import { topicsOf } from './import-row-rules'

export interface ImportRunParts {
  readonly jobId: number
  readonly folder: ExchangeFolder
  readonly at: Instant
  readonly acting: Acting
  readonly pace: Pace
  /** The desk: keeps the job, its progress and its refusals. */
  readonly desk: UnitOfWork
  /** Where records are written when that is not the desk itself: a dry run's copy. */
  readonly copy: UnitOfWork | undefined
  readonly isCancelled: () => boolean
  /** Where an interrupted import stopped; undefined begins at the beginning. */
  readonly from?: { readonly progress: ImportProgress; readonly milliseconds: number } | undefined
}

const announceEvery = 250

/** A chunk with the last line it brings the file to. */
type ChunkToCommit = ReadChunk & { readonly through: number }

const untouched = { bytesRead: 0, rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0, conflicts: 0 } as const

/** Every file of the format as it stands before anything is read. */
export function firstProgress(folder: ExchangeFolder): ImportProgress {
  return {
    files: exchangeFiles.map((file): ImportFileView => {
      const reader = folder.files.find((candidate) => candidate.file === file)
      return { file, state: reader === undefined ? 'missing' : 'waiting', bytesTotal: reader?.bytesTotal ?? 0, ...untouched }
    }),
    notices: folder.strangers.map((file) => ({ file, code: 'unknown_file', detail: '' })),
    certificatesFrozen: 0,
    headers: {},
    fingerprints: Object.fromEntries(folder.files.map(({ file, fingerprint }) => [file, fingerprint])),
    through: {},
  }
}

/**
 * Takes a folder in, file by file in the order of the format, chunk by chunk: each chunk with its refusals, its
 * certificates and the progress in one transaction, so that a kill leaves only whole chunks and the import goes on behind
 * the last of them, or, begun again, ends where this one would have. Between chunks others have their turn.
 */
export class ImportRun {
  private current: ImportProgress
  private readonly began: number
  private announcedAt = Number.NEGATIVE_INFINITY
  private portals: ReadonlySet<string> = new Set()
  private readonly unannounced = new Set<Topic>()

  constructor(private readonly parts: ImportRunParts) {
    this.current = parts.from?.progress ?? firstProgress(parts.folder)
    this.began = parts.pace.milliseconds() - (parts.from?.milliseconds ?? 0)
  }

  get progress(): ImportProgress {
    return this.current
  }

  get milliseconds(): number {
    return Math.round(this.parts.pace.milliseconds() - this.began)
  }

  /** Reads every file; ends early when cancelled. */
  async run(): Promise<void> {
    const profiles = await this.parts.desk.read(({ portals }) => portals.list())
    this.portals = new Set(profiles.map((profile) => profile.key))
    for (const reader of this.parts.folder.files) {
      if (this.parts.isCancelled()) return
      await this.takeInFile(reader)
    }
  }

  private async takeInFile(reader: ExchangeFileReader): Promise<void> {
    const { file } = reader
    const reached = this.current.files.find((candidate) => candidate.file === file)?.state
    if (reached === 'taken_in' || reached === 'not_read') return
    const examination = await reader.examine(() => !this.parts.isCancelled())
    if (this.parts.isCancelled()) return
    const noticed = this.current.notices.filter((notice) => notice.file !== file)
    const notices: ImportView['notices'] = [...noticed, ...examination.unknownColumns.map((column) => ({ file, code: 'unknown_column', detail: column }))]
    const headers = { ...this.current.headers, [file]: examination.header }
    const { problem } = examination
    if (problem !== null) {
      await this.save(file, { ...this.current, notices, files: this.fileWith(file, { state: 'not_read', bytesRead: reader.bytesTotal }) }, [problem])
      return
    }
    await this.save(file, { ...this.current, notices, headers, files: this.fileWith(file, { state: 'reading' }) }, [])
    let waiting = await this.pass(reader, () => true, true, 'new')
    // A claim may be superseded by one further down: such rows go in once that one is there.
    while (waiting.size > 0 && !this.parts.isCancelled()) {
      const lines = waiting
      const left = await this.pass(reader, (row) => lines.has(row.line), false, 'dangling')
      if (left.size === lines.size) await this.pass(reader, (row) => left.has(row.line), false, 'none')
      waiting = left.size === lines.size ? new Set() : left
    }
    if (this.parts.isCancelled()) return
    this.announcedAt = Number.NEGATIVE_INFINITY
    await this.save(file, { ...this.current, files: this.fileWith(file, { state: 'taken_in', bytesRead: reader.bytesTotal }) }, [])
  }

  private async pass(reader: ExchangeFileReader, chosen: (row: ReadRow) => boolean, isFirst: boolean, waits: ChunkContext['waiting']): Promise<ReadonlySet<number>> {
    const waiting = new Set<number>()
    const done = this.current.through[reader.file] ?? 0
    for await (const chunk of reader.chunks()) {
      if (this.parts.isCancelled()) break
      const rows = isFirst ? chunk.rows.filter(({ line }) => line > done) : chunk.rows.filter(chosen)
      const refusals = isFirst ? chunk.refusals.filter(({ line }) => (line ?? 0) > done) : []
      if (isFirst && done > 0) for (const line of await this.leftWaiting(reader.file, chunk, done)) waiting.add(line)
      if (rows.length + refusals.length > 0) {
        const through = isFirst ? Math.max(...[...rows, ...refusals].map(({ line }) => line ?? 0)) : done
        const outcome = await this.commit(reader.file, { rows, refusals, bytesRead: isFirst ? chunk.bytesRead : reader.bytesTotal, through }, waits)
        for (const line of outcome.waiting) waiting.add(line)
      }
      await this.parts.pace.giveWay()
    }
    return waiting
  }

  /** What of a chunk seen before the interruption is not settled yet. */
  private leftWaiting(file: ExchangeFile, chunk: ReadChunk, done: number): Promise<readonly number[]> {
    const seen = chunk.rows.filter(({ line }) => line <= done)
    return this.parts.desk.read((repositories) => stillWaiting(repositories, file, seen, this.parts.jobId))
  }

  private async commit(file: ExchangeFile, chunk: ChunkToCommit, waiting: ChunkContext['waiting']): Promise<ChunkOutcome> {
    const { desk, copy, jobId, at, acting } = this.parts
    const context = { jobId, at, acting, portals: this.portals, waiting }
    const answer = await (copy ?? desk).run(async (repositories) => {
      const outcome = await takeInChunk(repositories, file, chunk.rows, context)
      if (copy === undefined) await this.record(repositories, file, chunk, outcome)
      return ok(outcome)
    })
    if (copy !== undefined) {
      await desk.run(async (repositories) => {
        await this.record(repositories, file, chunk, answer.value)
        return ok(null)
      })
    }
    this.current = this.after(file, chunk, answer.value)
    return answer.value
  }

  private after(file: ExchangeFile, chunk: ChunkToCommit, outcome: ChunkOutcome): ImportProgress {
    const before = this.current.files.find((candidate) => candidate.file === file)
    const refused = chunk.refusals.length + outcome.refusals.length
    const counted = outcome.added + outcome.changed + outcome.unchanged + refused
    const files = this.fileWith(file, {
      bytesRead: chunk.bytesRead,
      rows: (before?.rows ?? 0) + counted,
      added: (before?.added ?? 0) + outcome.added,
      changed: (before?.changed ?? 0) + outcome.changed,
      unchanged: (before?.unchanged ?? 0) + outcome.unchanged,
      refused: (before?.refused ?? 0) + refused,
      conflicts: (before?.conflicts ?? 0) + outcome.conflicts,
    })
    const through = { ...this.current.through, [file]: chunk.through }
    return { ...this.current, files, through, certificatesFrozen: this.current.certificatesFrozen + outcome.certificatesFrozen }
  }

  private async record(repositories: Parameters<Parameters<UnitOfWork['run']>[0]>[0], file: ExchangeFile, chunk: ChunkToCommit, outcome: ChunkOutcome): Promise<void> {
    const { imports, exchange } = repositories
    const refusals = [...chunk.refusals, ...outcome.refusals].sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
    await imports.addRefusals(this.parts.jobId, file, refusals)
    await imports.saveProgress(this.parts.jobId, this.after(file, chunk, outcome), this.milliseconds)
    if (this.parts.copy === undefined && outcome.added + outcome.changed > 0) for (const topic of topicsOf(file)) this.unannounced.add(topic)
    this.announceIfDue(exchange)
  }

  private async save(file: ExchangeFile, progress: ImportProgress, refusals: readonly RowRefusal[]): Promise<void> {
    await this.parts.desk.run(async ({ imports, exchange }) => {
      await imports.addRefusals(this.parts.jobId, file, refusals)
      await imports.saveProgress(this.parts.jobId, progress, this.milliseconds)
      this.announceIfDue(exchange)
      return ok(null)
    })
    this.current = progress
  }

  /** At most four times a second: the window asks again for everything that a topic touches. */
  private announceIfDue(exchange: { announce(topics: readonly Topic[]): void }): void {
    const now = this.parts.pace.milliseconds()
    if (now - this.announcedAt < announceEvery) return
    this.announcedAt = now
    exchange.announce(['imports', 'jobs', ...this.unannounced])
    this.unannounced.clear()
  }

  /** What was written and not yet told, for the transaction that ends the import. */
  announceRest(exchange: { announce(topics: readonly Topic[]): void }): void {
    exchange.announce(['imports', 'jobs', 'desk', ...this.unannounced])
    this.unannounced.clear()
  }

  private fileWith(file: ExchangeFile, change: Partial<ImportFileView>): readonly ImportFileView[] {
    return this.current.files.map((candidate) => (candidate.file === file ? { ...candidate, ...change } : candidate))
  }
}
