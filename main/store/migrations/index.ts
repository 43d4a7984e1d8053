import { records } from './0010-records'
import { desk } from './0020-desk'
import { paper } from './0040-paper'
import { search } from './0050-search'
import { exceptions } from './0060-exceptions'
import { claimActs } from './0070-claim-acts'
import { recordChecks } from './0080-record-checks'
import { portalVersions } from './0081-portal-versions'
import { proofs } from './0100-proofs'
import { printingAhead } from './0110-printing-ahead'
import { ticketWork } from './0140-ticket-work'
import type { Migration } from './column-shapes'

/** Every step of the schema, oldest first. A new one is added here and nowhere else. */
export const migrations: readonly Migration[] = [
  records,
  desk,
  paper,
  search,
  exceptions,
  claimActs,
  recordChecks,
  portalVersions,
  proofs,
  printingAhead,
  ticketWork,
]
