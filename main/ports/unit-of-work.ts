import type { Result } from '@shared/model/result'
import type { AuditRepository } from './repositories/audit-repository'
import type { ExchangeRepository } from './repositories/exchange-repository'
import type { ImportRepository } from './repositories/import-repository'
import type { LearnerRepository } from './repositories/learner-repository'
import type { SettingRepository } from './repositories/setting-repository'

/** Everything a unit of work can read and write; a service picks what it uses. */
export interface Repositories {
  readonly audit: AuditRepository
  readonly exchange: ExchangeRepository
  readonly imports: ImportRepository
  readonly learners: LearnerRepository
  readonly settings: SettingRepository
}

/**
 * One transaction: `run` commits when the work answers `ok`, rolls back on a refusal or a throw, and publishes the
 * topics of what was written after the commit. Inside it, await the repositories only: no network, dialog or paper.
 */
export interface UnitOfWork {
  run<Answer extends Result<unknown>>(work: (repositories: Repositories) => Promise<Answer>): Promise<Answer>
  /** Reads at one moment in time; anything written inside is a bug and is rolled back. */
  read<Value>(work: (repositories: Repositories) => Promise<Value>): Promise<Value>
}
