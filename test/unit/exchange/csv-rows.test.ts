import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvRowSplitter, type SplitRow } from '../../../main/exchange/csv-rows'

/** Splits the text after cutting it into pieces of the given sizes. */
function split(text: string, sizes: readonly number[] = []): { readonly rows: readonly SplitRow[]; readonly truncatedAt: number | undefined } {
  const splitter = new CsvRowSplitter()
  const rows: SplitRow[] = []
  let at = 0
  for (const size of sizes) {
    rows.push(...splitter.push(text.slice(at, at + size), false))
    at += size
  }
  rows.push(...splitter.push(text.slice(at), false), ...splitter.push('', true))
  return { rows, truncatedAt: splitter.truncation?.line }
}

const cellsOf = (text: string): unknown => split(text).rows.map((row) => ('cells' in row ? row.cells : row.fault))

describe('splitting a file into rows', () => {
  it('takes commas, quotes, empty cells and both line ends', () => {
    expect(cellsOf('a,b,c\r\n1,"two, three",\n"say ""yes""",,x')).toEqual([['a', 'b', 'c'], ['1', 'two, three', ''], ['say "yes"', '', 'x']])
    expect(cellsOf('a,b\n"",""\n')).toEqual([['a', 'b'], ['', '']])
    expect(cellsOf('a,b\n1,"line\r\nbreak"\n')).toEqual([['a', 'b'], ['1', 'line\r\nbreak']])
    expect(cellsOf('a,b\n1,"""quoted"""\n')).toEqual([['a', 'b'], ['1', '"quoted"']])
    expect(cellsOf('a,b\n{"k": 1},x\n'.replace('{"k": 1}', '"{""k"": 1}"'))).toEqual([['a', 'b'], ['{"k": 1}', 'x']])
    expect(cellsOf('a,b\n1,"x"\r\n')).toEqual([['a', 'b'], ['1', 'x']])
  })

  it('leaves blank lines out and counts them', () => {
    expect(split('a,b\n\n1,2\r\n\r\n3,4').rows.map((row) => row.line)).toEqual([1, 3, 5])
  })

  it('tells the physical line a row begins on, whatever its cells hold', () => {
    const { rows } = split('a,b\n1,"two\nlines"\n2,"and\r\nthree\nlines"\n3,x\n')
    expect(rows.map((row) => row.line)).toEqual([1, 2, 4, 7])
  })

  it('gives up only the row whose quoting is broken', () => {
    expect(split('a,b\n1,"open\n2,"fine"\n3,x\n')).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, fault: 'quote_not_closed', text: '1,"open' },
        { line: 3, cells: ['2', 'fine'] },
        { line: 4, cells: ['3', 'x'] },
      ],
      truncatedAt: undefined,
    })
    expect(cellsOf('a,b\n1,5" pipe\n2,x\n')).toEqual([['a', 'b'], 'quote_inside_cell', ['2', 'x']])
    // A quote of the next row happens to close the open one; the count of cells gives it away.
    expect(cellsOf('a,b,c\n1,"open,2\n3,end",4,9,9\n5,6,7\n')).toEqual([['a', 'b', 'c'], 'quote_not_closed', 'quote_inside_cell', ['5', '6', '7']])
  })

  it('says in which row the file ends inside quotes', () => {
    expect(split('a,b\n1,2\n3,"open\n4,5\n6,7')).toMatchObject({ truncatedAt: 3 })
    expect(split('a,b\n1,"two\nlines"\n"x\ny","open\n').truncatedAt).toBe(4)
    expect(split('a,b\n1,"closed"').truncatedAt).toBeUndefined()
  })

  it('does not gather a file behind an open quote in memory', () => {
    const splitter = new CsvRowSplitter()
    const rows: SplitRow[] = [...splitter.push('a,b\n1,"open\n', false)]
    for (let piece = 0; piece < 40; piece += 1) for (const row of splitter.push('2,x\n'.repeat(50_000), false)) rows.push(row)
    for (const row of splitter.push('', true)) rows.push(row)
    expect(rows[1]).toEqual({ line: 2, fault: 'too_long', text: '1,"open' })
    expect(rows).toHaveLength(2 + 40 * 50_000)
    expect(splitter.truncation).toBeUndefined()
  })

  it('reads back whatever was written by the rules, however it is cut', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('', '"', '""', ',', '\n', '\r\n', '\r', ' x ', 'a"b', '",\n"'))
    const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
    const write = (text: string): string => `"${text.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(table, fc.array(fc.nat(12), { maxLength: 30 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, sizes, lineEnd, ends) => {
        const text = rows.map((row) => row.map(write).join(',')).join(lineEnd) + (ends ? lineEnd : '')
        const whole = split(text, sizes)
        expect(whole.truncatedAt).toBeUndefined()
        expect(whole.rows.map((row) => ('cells' in row ? row.cells : row.fault))).toEqual(rows)
        let line = 1
        for (const [place, row] of rows.entries()) {
          expect(whole.rows[place]?.line).toBe(line)
          line += row.join('').split('\n').length
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never fails on any text', () => {
    const nasty = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', 'ü') })
    fc.assert(
      fc.property(nasty, fc.array(fc.nat(5), { maxLength: 10 }), (text, sizes) => {
        const pieces = split(text, sizes)
        expect(pieces).toEqual(split(text))
        const lines = text.split('\n').length
        for (const row of pieces.rows) expect(row.line).toBeLessThanOrEqual(lines)
      }),
      { numRuns: 1000 },
    )
  })
})
