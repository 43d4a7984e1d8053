import type { paperOperations } from '@shared/contract/paper'
import { ok } from '@shared/model/result'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export function paperHandlers({ paper, receipts, transcripts }: Pick<Services, 'paper' | 'receipts' | 'transcripts'>): HandlersOf<typeof paperOperations> {
  return {
    'paper.print': async (input, acting) => {
      const printed = await paper.print(input, acting)
      return printed.ok ? ok({ ...printed.value.view, bytesBase64: base64(printed.value.bytes) }) : printed
    },
    'paper.previewCreditChange': async (input, acting) => {
      const drawn = await paper.previewCreditChange(input, acting)
      return drawn.ok ? ok({ bytesBase64: base64(drawn.value) }) : drawn
    },
    'paper.open': (input, acting) => paper.open(input, acting),
    'paper.save': (input, acting) => paper.save(input, acting),
    'paper.toPrinter': (input, acting) => paper.toPrinter(input, acting),
    'receipts.issue': (input, acting) => receipts.issue(input, acting),
    'transcripts.issue': (input, acting) => transcripts.issue(input, acting),
  }
}
