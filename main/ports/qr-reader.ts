/** Reads the QR code of a picture. */
export interface QrReader {
  /** The text of the code; `none` where the picture shows none that can be read, `no_picture` where the bytes are neither PNG nor JPEG. */
  read(bytes: Uint8Array): Promise<{ readonly kind: 'text'; readonly text: string } | { readonly kind: 'none' | 'no_picture' }>
}
