import { open } from 'node:fs/promises'

/** Why a file's bytes are not text the format accepts. */
export type TextFault = 'utf16' | 'nul' | 'not_utf8' | 'unreadable'

export interface TextPiece {
  readonly text: string
  readonly bytesRead: number
  readonly last: boolean
}

/** Thrown inside the reader and turned into a refusal of the file at its edge. */
export class UnreadableText extends Error {
  constructor(
    readonly fault: TextFault,
    /** Line of the first offending byte, where it is known. */
    readonly line: number | null,
  ) {
    super(fault)
  }
}

const pieceSize = 256 * 1024
const lineFeed = 10

function breaksIn(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte === lineFeed) count += 1
  return count
}

/** Line breaks before the first byte that is no UTF-8; the piece is known to hold one, or to end within a character. */
function breaksBeforeFault(bytes: Buffer): number {
  let breaks = 0
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, from)
    const line = bytes.subarray(from, end === -1 ? bytes.length : end)
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(line)
    } catch {
      return breaks
    }
    if (end === -1) return breaks
    breaks += 1
    from = end + 1
  }
  return breaks
}

/** The file as text, piece by piece, a quarter of a megabyte at a time. A byte-order mark is dropped. */
export async function* textPieces(path: string): AsyncGenerator<TextPiece> {
  const handle = await open(path, 'r').catch(() => {
    throw new UnreadableText('unreadable', null)
  })
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const buffer = Buffer.allocUnsafe(pieceSize)
    let bytesRead = 0
    let lines = 1
    for (;;) {
      const read = await handle.read(buffer, 0, pieceSize, null).catch(() => {
        throw new UnreadableText('unreadable', null)
      })
      const bytes = buffer.subarray(0, read.bytesRead)
      if (bytesRead === 0 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))) throw new UnreadableText('utf16', null)
      const nul = bytes.indexOf(0)
      if (nul !== -1) throw new UnreadableText('nul', lines + breaksIn(bytes.subarray(0, nul)))
      bytesRead += read.bytesRead
      const last = read.bytesRead === 0
      let text: string
      try {
        text = decoder.decode(bytes, { stream: !last })
      } catch {
        throw new UnreadableText('not_utf8', lines + breaksBeforeFault(bytes))
      }
      lines += breaksIn(bytes)
      yield { text, bytesRead, last }
      if (last) return
    }
  } finally {
    await handle.close()
  }
}
