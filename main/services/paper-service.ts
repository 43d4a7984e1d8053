import type { HandlerResult, Input } from '@shared/contract'
import type { PaperKind } from '@shared/contract/paper'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse, type Result } from '@shared/model/result'
import type { CertificateSnapshot } from '@shared/model/certificate-snapshot'
import { decideCreditChange } from '@shared/policy/credit-change'
import type { Acting } from '../ports/acting'
import type { ServicePorts } from '../ports/service-ports'
import { certificateFactsOf, composeFrozen, type CertificateService } from './certificate-service'
import { freezeSuccessor, loadCorrectionSubject } from './claim-correction'
import type { PrintResult } from './paper-keeping'
import type { ReceiptService } from './receipt-service'
import type { TranscriptService } from './transcript-service'

type PreviewRefusal = Extract<HandlerResult<'paper.previewCreditChange'>, { ok: false }>['error']['code']

export interface PaperService {
  /** Any numbered paper, the same bytes each time. */
  print(input: Input<'paper.print'>, acting: Acting): Promise<PrintResult>
  /** The paper a credit change would make, marked as a specimen; nothing is stored and no number taken. */
  previewCreditChange(input: Input<'paper.previewCreditChange'>, acting: Acting): Promise<Result<Uint8Array, PreviewRefusal>>
  open(input: Input<'paper.open'>, acting: Acting): Promise<HandlerResult<'paper.open'>>
  save(input: Input<'paper.save'>, acting: Acting): Promise<HandlerResult<'paper.save'>>
  toPrinter(input: Input<'paper.toPrinter'>, acting: Acting): Promise<HandlerResult<'paper.toPrinter'>>
  /** What a mail carries, by the number of the paper; printed first when nobody has. */
  attachmentOf(number: string): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>>
}

export interface PaperServiceParts extends Pick<ServicePorts, 'unitOfWork' | 'clock' | 'paper' | 'dialogs' | 'files' | 'viewer' | 'printer'> {
  readonly certificates: CertificateService
  readonly receipts: ReceiptService
  readonly transcripts: TranscriptService
}

/** Mail is handed over by the desk itself, not by a person at it. */
const outbox: Acting = { actor: 'outbox', operatingSystemUser: '', via: 'job' }

export function createPaperService(parts: PaperServiceParts): PaperService {
  const { unitOfWork, clock, paper, dialogs, files, viewer, printer } = parts
  const printers: Readonly<Record<PaperKind, (number: string, acting: Acting) => Promise<PrintResult>>> = {
    certificate: (number, acting) => parts.certificates.print(number, acting),
    receipt: (number, acting) => parts.receipts.print(number, acting),
    transcript: (number, acting) => parts.transcripts.print(number, acting),
  }
  const print: PaperService['print'] = ({ kind, number }, acting) => printers[kind](number, acting)

  return {
    print,
    async previewCreditChange({ claimId, to, amount }, acting) {
      const composed = await unitOfWork.read(async (repositories): Promise<Result<CertificateSnapshot, PreviewRefusal>> => {
        const at = clock.now()
        const subject = await loadCorrectionSubject(repositories, recordNumber('claim', claimId) ?? -1, at)
        if (subject === undefined) return refuse('not_found')
        const verdict = decideCreditChange(subject.facts, { to, amount: amount ?? null, reason: 'preview', supervisorOverrides: false })
        if (verdict.kind === 'refused') return refuse(verdict.code, { field: verdict.field })
        const { certificate, context } = freezeSuccessor(subject, verdict, { field: 'credit_type', at, acting, reason: '' })
        return composeFrozen({ ...certificateFactsOf({ ...certificate, number: 'given on issue' }, context), specimen: true })
      })
      return composed.ok ? ok((await paper.renderCertificate(composed.value, null)).bytes) : composed
    },
    async open(input, acting) {
      const printed = await print(input, acting)
      if (!printed.ok) return printed
      const opened = await viewer.open(printed.value.bytes, printed.value.view.fileName)
      return opened.ok ? ok({ opened: true }) : opened
    },
    async save(input, acting) {
      const printed = await print(input, acting)
      if (!printed.ok) return printed
      const { view, bytes } = printed.value
      const path = await dialogs.saveFile(view.fileName)
      if (path === null) return ok({ saved: false, path: null, sha256: view.sha256 })
      const written = await files.write(path, bytes)
      return written.ok ? ok({ saved: true, path, sha256: view.sha256 }) : written
    },
    async toPrinter(input, acting) {
      const printed = await print(input, acting)
      if (!printed.ok) return printed
      const sent = await printer.print(printed.value.bytes)
      return sent.ok ? ok({ printed: sent.value }) : sent
    },
    async attachmentOf(number) {
      const kinds: readonly PaperKind[] = ['certificate', 'receipt', 'transcript']
      for (const kind of kinds) {
        const printed = await print({ kind, number }, outbox)
        if (printed.ok) return ok({ fileName: printed.value.view.fileName, bytes: printed.value.bytes })
        if (printed.error.code !== 'not_found') return refuse(printed.error.code, { facts: { reference: number } })
      }
      return refuse('not_found', { facts: { reference: number } })
    },
  }
}
