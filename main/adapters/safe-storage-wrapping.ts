/* eslint-disable @typescript-eslint/no-deprecated -- the asynchronous successors are missing in the fallback runtime */
import { safeStorage } from 'electron'
import type { KeyWrapping } from './secret-key'

/**
 * The system's keyring as a wrapping of the key file's key, after the application is ready. On Linux without a keyring
 * Electron falls back to a fixed password, which protects nothing: that counts as not available.
 */
export const safeStorageWrapping: KeyWrapping = {
  available() {
    try {
      return safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
    } catch {
      return false
    }
  },
  wrap: (key) => Promise.resolve(safeStorage.encryptString(key.toString('base64'))),
  unwrap(wrapped) {
    try {
      return Promise.resolve(Buffer.from(safeStorage.decryptString(wrapped), 'base64'))
    } catch {
      return Promise.resolve(undefined)
    }
  },
}
