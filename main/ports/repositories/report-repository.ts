import type { CivilDate } from '@shared/model/civil-date'
import type { CreditAmount } from '@shared/model/credit-amount'
import type { CreditType, ReportingBody } from '@shared/model/field-codes'
import type { Instant } from '@shared/model/instant'
import type { ReportFacts } from '@shared/policy/report-route'

export const reportCorrectionActs = ['withdraw', 'add'] as const
export type ReportCorrectionAct = (typeof reportCorrectionActs)[number]
export const reportCorrectionStates = ['queued', 'cancelled', 'sent'] as const
export type ReportCorrectionState = (typeof reportCorrectionStates)[number]

/** What a body is to be told: frozen, because the claim may be corrected again before it is told. */
export interface ReportCorrectionFacts {
  readonly creditType: CreditType
  readonly amount: CreditAmount
  /** The certificate the claim had before this correction ("" without one) and has since. */
  readonly formerCertificate: string
  readonly certificate: string
}

/** One message to an outside body that puts right what was reported (trap T9); sent in the order of `id`. */
export interface ReportCorrection {
  readonly id: number
  readonly claimId: number
  readonly body: ReportingBody
  readonly act: ReportCorrectionAct
  readonly facts: ReportCorrectionFacts
  readonly state: ReportCorrectionState
  readonly createdAt: Instant
  /** Last day on which the body takes the correction; null where it sets none. */
  readonly lastOn: CivilDate | null
}

export interface ReportRepository {
  /** What bodies were told of a claim, oldest first. */
  listOfClaim(claimId: number): Promise<readonly ReportFacts[]>
  queueCorrection(correction: Omit<ReportCorrection, 'id' | 'state'>): Promise<number>
  listCorrectionsOfClaim(claimId: number): Promise<readonly ReportCorrection[]>
  /** Cancels a correction that still waits; false when it has gone out or was cancelled before. */
  cancelCorrection(id: number): Promise<boolean>
}
