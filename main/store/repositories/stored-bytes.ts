/** The `bytes` column of a row, whatever of it there is. */
export function bytesOf(row: unknown): Uint8Array | undefined {
  const bytes = typeof row === 'object' && row !== null && 'bytes' in row ? row.bytes : undefined
  return bytes instanceof Uint8Array ? new Uint8Array(bytes) : undefined
}
