import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint, isStale, stamp } from '../../../scripts/build/build-stamp.mjs'
import { withLock } from '../../../scripts/setup/lock.mjs'
import { unpackZip } from '../../../scripts/setup/zip.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cme-desk-test-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function zipOf(files: readonly { name: string; text: string; mode: number }[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, mode } of files) {
    const packed = deflateRawSync(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(mode * 0x10000, 38)
    entry.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    offset += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  const listing = Buffer.concat(directory)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}

describe('unpackZip', () => {
  it('writes the files that have a place, with their permissions', async () => {
    const archive = join(folder, 'archive.zip')
    writeFileSync(archive, zipOf([{ name: 'a/run', text: 'runs '.repeat(1000), mode: 0o755 }, { name: 'a/left-out', text: 'no', mode: 0o644 }]))
    const target = join(folder, 'out')
    expect(await unpackZip(archive, target, (name: string) => (name === 'a/run' ? 'bin/run' : undefined))).toBe(1)
    expect(readFileSync(join(target, 'bin', 'run'), 'utf8')).toBe('runs '.repeat(1000))
    expect(statSync(join(target, 'bin', 'run')).mode & 0o777).toBe(0o755)
  })

  it('refuses an entry that would leave the folder', async () => {
    const archive = join(folder, 'archive.zip')
    writeFileSync(archive, zipOf([{ name: '../escaped', text: 'no', mode: 0o644 }]))
    await expect(unpackZip(archive, join(folder, 'out'), (name: string) => name)).rejects.toThrow(/outside the folder/)
  })

  it('refuses what is not an archive', async () => {
    const archive = join(folder, 'archive.zip')
    writeFileSync(archive, 'x'.repeat(2000))
    await expect(unpackZip(archive, join(folder, 'out'), (name: string) => name)).rejects.toThrow(/not a zip/)
  })
})

describe('build stamp', () => {
  it('goes stale when a source is edited, added or removed, and only then', () => {
    mkdirSync(join(folder, 'main'))
    mkdirSync(join(folder, 'renderer'))
    mkdirSync(join(folder, 'out', 'main'), { recursive: true })
    const source = join(folder, 'main', 'index.ts')
    writeFileSync(source, 'one')
    writeFileSync(join(folder, 'out', 'main', 'desk.cjs'), '')
    expect(isStale('main', folder)).toBe(true)
    const remember = () => {
      stamp('main', fingerprint('main', folder), folder)
    }

    remember()
    writeFileSync(join(folder, 'renderer', 'page.tsx'), 'the window’s alone')
    expect(isStale('main', folder)).toBe(false)

    utimesSync(source, 1000, 1000)
    expect(isStale('main', folder)).toBe(true)

    remember()
    writeFileSync(join(folder, 'main', 'more.ts'), 'two')
    expect(isStale('main', folder)).toBe(true)

    remember()
    rmSync(join(folder, 'main', 'more.ts'))
    expect(isStale('main', folder)).toBe(true)

    remember()
    rmSync(join(folder, 'out', 'main', 'desk.cjs'))
    expect(isStale('main', folder)).toBe(true)
  })
})

describe('withLock', () => {
  it('lets one at a time in, and the next after a failure', async () => {
    const seen: string[] = []
    const work = (name: string) => async () => {
      seen.push(`${name} begins`)
      await new Promise((settle) => setImmediate(settle))
      seen.push(`${name} ends`)
    }
    await expect(withLock('one', () => Promise.reject(new Error('failed')), { folder })).rejects.toThrow('failed')
    await Promise.all([withLock('one', work('a'), { folder }), withLock('one', work('b'), { folder })])
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('takes over the lock of a process that is gone', async () => {
    const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim()
    writeFileSync(join(folder, createHash('sha256').update('two').digest('hex').slice(0, 24)), gone)
    await expect(withLock('two', () => Promise.resolve('in'), { folder })).resolves.toBe('in')
  })
})
