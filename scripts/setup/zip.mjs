import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

/** @typedef {import('node:fs/promises').FileHandle} FileHandle */
/** @typedef {{ name: string, mode: number, method: number, packedSize: number, offset: number }} ZipEntry */

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

/**
 * Lists a zip archive's files (folders are left out). Reads the classic format only: no 64-bit
 * sizes, no encryption, no archive comment longer than 1 kB.
 * @param {FileHandle} archive @returns {Promise<ZipEntry[]>}
 */
async function readDirectory(archive) {
  const { size } = await archive.stat()
  const tail = await readAt(archive, Math.max(0, size - 1046), Math.min(size, 1046))
  const end = lastIndexOfSignature(tail, endOfDirectory)
  if (end < 0) throw new Error('not a zip archive')
  const count = tail.readUInt16LE(end + 10)
  const directory = await readAt(archive, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  /** @type {ZipEntry[]} */
  const entries = []
  let at = 0
  for (let index = 0; index < count; index++) {
    if (directory.readUInt32LE(at) !== directoryEntry) throw new Error('damaged zip directory')
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (!name.endsWith('/')) {
      entries.push({
        name,
        mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
        method: directory.readUInt16LE(at + 10),
        packedSize: directory.readUInt32LE(at + 20),
        offset: directory.readUInt32LE(at + 42),
      })
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function lastIndexOfSignature(/** @type {Buffer} */ bytes, /** @type {number} */ signature) {
  const sought = Buffer.alloc(4)
  sought.writeUInt32LE(signature)
  return bytes.lastIndexOf(sought)
}

async function readAt(/** @type {FileHandle} */ file, /** @type {number} */ position, /** @type {number} */ length) {
  const bytes = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) throw new Error('zip archive ends too early')
    filled += bytesRead
  }
  return bytes
}

/**
 * Unpacks a zip archive's files into a folder, keeping their permission bits.
 * @param {string} file @param {string} folder
 * @param {(name: string) => string | undefined} placeFor the file's path within the folder, `undefined` to leave it out
 * @returns {Promise<number>} how many files were written
 */
export async function unpackZip(file, folder, placeFor) {
  const archive = await open(file)
  try {
    let written = 0
    for (const entry of await readDirectory(archive)) {
      const place = placeFor(entry.name)
      if (place === undefined) continue
      const target = join(folder, place)
      if (!resolve(target).startsWith(resolve(folder) + sep)) throw new Error(`zip entry outside the folder: ${entry.name}`)
      await mkdir(dirname(target), { recursive: true })
      await writeEntry(file, archive, entry, target)
      written++
    }
    return written
  } finally {
    await archive.close()
  }
}

async function writeEntry(/** @type {string} */ file, /** @type {FileHandle} */ archive, /** @type {ZipEntry} */ entry, /** @type {string} */ target) {
  const header = await readAt(archive, entry.offset, 30)
  if (header.readUInt32LE(0) !== localEntry) throw new Error(`damaged zip entry: ${entry.name}`)
  const output = createWriteStream(target, { mode: entry.mode === 0 ? 0o644 : entry.mode })
  if (entry.packedSize === 0) {
    output.end()
    return
  }
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const input = createReadStream(file, { start, end: start + entry.packedSize - 1, highWaterMark: 1 << 20 })
  if (entry.method === 0) await pipeline(input, output)
  else if (entry.method === 8) await pipeline(input, createInflateRaw({ chunkSize: 1 << 18 }), output)
  else throw new Error(`zip entry packed by an unknown method: ${entry.name}`)
}
