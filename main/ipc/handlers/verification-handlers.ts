import type { verificationOperations } from '@shared/contract/verification'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function verificationHandlers({ verification }: Pick<Services, 'verification'>): HandlersOf<typeof verificationOperations> {
  return {
    'verification.check': (input, acting) =>
      'number' in input ? verification.checkNumber(input.number, acting) : verification.checkFile(new Uint8Array(Buffer.from(input.fileBase64, 'base64'))),
  }
}
