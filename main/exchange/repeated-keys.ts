/** 32 bits of FNV-1a, with a last mix so that near keys fall far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/**
 * Finds repeated keys of a file without keeping them: four bytes for each while the file is looked through, then only
 * the few whose hash occurred twice are followed by name. A chance collision is followed too and does no harm.
 */
export class RepeatedKeys {
  private hashes = new Uint32Array(1 << 14)
  private count = 0
  private suspects: ReadonlySet<number> = new Set()
  private readonly firstLines = new Map<string, number>()

  /** First round: every key once. */
  note(key: string): void {
    if (this.count === this.hashes.length) {
      const larger = new Uint32Array(this.hashes.length * 2)
      larger.set(this.hashes)
      this.hashes = larger
    }
    this.hashes[this.count] = hashOf(key)
    this.count += 1
  }

  /** Ends the first round. */
  settle(): void {
    const sorted = this.hashes.subarray(0, this.count).sort()
    const twice = new Set<number>()
    for (let index = 1; index < sorted.length; index += 1) {
      const hash = sorted[index]
      if (hash !== undefined && hash === sorted[index - 1]) twice.add(hash)
    }
    this.suspects = twice
    this.hashes = new Uint32Array(0)
    this.count = 0
  }

  /** Begins the second round anew. */
  restart(): void {
    this.firstLines.clear()
  }

  /** Second round: the line the key stood at before, or nothing when this is its first. */
  firstLineOf(key: string, line: number): number | undefined {
    if (!this.suspects.has(hashOf(key))) return undefined
    // The copy frees the piece of the file that a slice of it would keep alive.
    const own = Buffer.from(key).toString()
    const first = this.firstLines.get(own)
    if (first === undefined) this.firstLines.set(own, line)
    return first
  }

  /** Second round: how often the key came before, for keys noted once for each run of equal ones. */
  countBefore(key: string): number {
    if (!this.suspects.has(hashOf(key))) return 0
    const own = Buffer.from(key).toString()
    const before = this.firstLines.get(own) ?? 0
    this.firstLines.set(own, before + 1)
    return before
  }
}
