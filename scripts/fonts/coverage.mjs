// What a font maps, and how the tables of shared/policy write it down.

/** Code points a TrueType file maps, from its format 4 tables: nothing on file lies beyond the first plane. */
export function coverageOf(font) {
  const tables = font.readUInt16BE(4)
  let cmap = -1
  for (let index = 0; index < tables; index += 1) {
    if (font.toString('latin1', 12 + index * 16, 16 + index * 16) === 'cmap') cmap = font.readUInt32BE(20 + index * 16)
  }
  const found = new Set()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 8 + index * 8)
    if (font.readUInt16BE(table) !== 4) continue
    const segments = font.readUInt16BE(table + 6) / 2
    for (let segment = 0; segment < segments; segment += 1) {
      const last = font.readUInt16BE(table + 14 + segment * 2)
      const first = font.readUInt16BE(table + 16 + segments * 2 + segment * 2)
      const delta = font.readUInt16BE(table + 16 + segments * 4 + segment * 2)
      const offsetAt = table + 16 + segments * 6 + segment * 2
      const offset = font.readUInt16BE(offsetAt)
      for (let code = first; code <= last && code < 0xffff; code += 1) {
        const raw = offset === 0 ? code : font.readUInt16BE(offsetAt + offset + (code - first) * 2)
        if (((raw === 0 && offset !== 0 ? 0 : raw + delta) & 0xffff) !== 0) found.add(code)
      }
    }
  }
  return found
}

/** Blocks of 16-aligned code points with one bit each, as hexadecimal digits; gaps over 256 start a new block. */
function blocksOf(codes) {
  const blocks = []
  for (const code of [...codes].sort((a, b) => a - b)) {
    const block = blocks.at(-1)
    if (block === undefined || code - block.last > 256) blocks.push({ first: code - (code % 16), last: code, codes: [code] })
    else {
      block.last = code
      block.codes.push(code)
    }
  }
  return blocks.map(({ first, last, codes: inside }) => {
    const nibbles = new Array(Math.floor((last - first) / 4) + 1).fill(0)
    for (const code of inside) nibbles[(code - first) >> 2] |= 8 >> ((code - first) & 3)
    return { first, bits: nibbles.map((nibble) => nibble.toString(16)).join('') }
  })
}

/** The blocks as a literal of TypeScript. */
export function coverageLiteral(codes) {
  const lines = blocksOf(codes).map(({ first, bits }) => {
    const parts = bits.match(/.{1,110}/g).map((part) => `'${part}'`)
    return `  { first: 0x${first.toString(16)}, bits: [${parts.length === 1 ? parts[0] : `\n    ${parts.join(',\n    ')},\n  `}].join('') },`
  })
  return `[\n${lines.join('\n')}\n]`
}
