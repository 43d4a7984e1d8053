/** Repeatable chance: the same seed and name give the same numbers on every machine. */
export class Chance {
  /** @param {...(string | number)} seeds what names this stream */
  constructor(...seeds) {
    this.state = 0x9e3779b9
    for (const character of seeds.join('/')) this.state = Math.imul(this.state ^ (character.codePointAt(0) ?? 0), 0x85ebca6b) ^ (this.state >>> 13)
    this.state >>>= 0
  }

  /** @returns {number} at least 0, below 1 */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** @param {number} from @param {number} to @returns {number} a whole number, both ends included */
  whole(from, to) {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** @param {number} share @returns {boolean} */
  happens(share) {
    return this.next() < share
  }

  /** @template Item @param {readonly Item[]} items @returns {Item} */
  pick(items) {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  /** @template Item @param {readonly Item[]} items @param {number} count @returns {Item[]} different ones, in their own order */
  some(items, count) {
    const left = items.map((item, place) => ({ item, place, by: this.next() }))
    return left.sort((one, other) => one.by - other.by).slice(0, count).sort((one, other) => one.place - other.place).map(({ item }) => item)
  }

  /** @param {number} length @returns {string} digits, the first may be 0 */
  digits(length) {
    return Array.from({ length }, () => String(this.whole(0, 9))).join('')
  }
}
