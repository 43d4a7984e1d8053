import type { ServicePorts } from '../ports/service-ports'
import { createCertificateService, type CertificateService } from './certificate-service'
import { createAggregateClaimService, type AggregateClaimService } from './aggregate-claim-service'
import { createClaimOnBehalfService, type ClaimOnBehalfService } from './claim-on-behalf-service'
import { createProofService, type ProofService } from './certificate-proof'
import { createClaimService, type ClaimService } from './claim-service'
import { createClaimSpecimenService, type ClaimSpecimenService } from './claim-specimen-service'
import { createClaimVoidService, type ClaimVoidService } from './claim-void-service'
import { createPaperService, type PaperService } from './paper-service'
import { createPastCreditService, type PastCreditService } from './past-credit-service'
import { createPrintingAhead, type PrintingAhead } from './printing-ahead'
import { createReceiptService, type ReceiptService } from './receipt-service'
import { createVerificationService, type VerificationService } from './verification-service'
import { createTranscriptService, type TranscriptService } from './transcript-service'

/** The use cases of claims and of everything printed. */
export interface PaperServices {
  readonly claims: ClaimService
  readonly claimsOnBehalf: ClaimOnBehalfService
  readonly aggregateClaims: AggregateClaimService
  readonly pastCredits: PastCreditService
  readonly claimVoids: ClaimVoidService
  readonly claimSpecimens: ClaimSpecimenService
  readonly certificates: CertificateService
  readonly proofs: ProofService
  readonly verification: VerificationService
  readonly receipts: ReceiptService
  readonly transcripts: TranscriptService
  readonly paper: PaperService
  readonly printingAhead: PrintingAhead
}

/** What claims and paper need of the ports. */
export type PaperPorts = Pick<
  ServicePorts,
  'unitOfWork' | 'clock' | 'ids' | 'log' | 'mailTemplates' | 'hashing' | 'paper' | 'paperAhead' | 'dialogs' | 'files' | 'viewer' | 'printer' | 'secrets' | 'signing' | 'qrReader'
>

/** Wires claims and paper; part of `createServices`. */
export function createPaperServices(ports: PaperPorts): PaperServices {
  const proofs = createProofService(ports)
  const certificates = createCertificateService(ports, proofs)
  const receipts = createReceiptService(ports)
  const transcripts = createTranscriptService(ports)
  return {
    claims: createClaimService(ports),
    claimsOnBehalf: createClaimOnBehalfService(ports),
    aggregateClaims: createAggregateClaimService(ports),
    pastCredits: createPastCreditService(ports),
    claimVoids: createClaimVoidService(ports),
    claimSpecimens: createClaimSpecimenService(ports),
    certificates,
    proofs,
    verification: createVerificationService(ports, certificates),
    receipts,
    transcripts,
    paper: createPaperService({ ...ports, certificates, receipts, transcripts }),
    printingAhead: createPrintingAhead(ports, proofs),
  }
}
