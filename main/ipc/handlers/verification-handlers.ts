import type { verificationOperations } from '@shared/contract/verification'
import type { Services } from '../../services/create-services'
import type { HandlersOf } from './handler'

export function verificationHandlers({ verification }: Pick<Services, 'verification'>): HandlersOf<typeof verificationOperations> {
  return {
    'verification.checkFile': ({ fileBase64 }) => verification.checkFile(new Uint8Array(Buffer.from(fileBase64, 'base64'))),
    'verification.checkNumber': ({ number }, acting) => verification.checkNumber(number, acting),
  }
}
