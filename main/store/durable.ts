import { createHash } from 'node:crypto'
import { closeSync, createReadStream, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Brings a file's content to the disk: what took its name afterwards is there after a power loss. */
export function syncFile(path: string): void {
  sync(path, 'r+')
}

/** Brings a file's name to the disk. Windows cannot open a folder to flush it, and its rename is already there. */
export function syncNameOf(path: string): void {
  if (process.platform !== 'win32') sync(dirname(path), 'r')
}

/** SHA-256 of a file of any size, as 64 hexadecimal digits. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) if (piece instanceof Uint8Array) hash.update(piece)
  return hash.digest('hex')
}
