import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { addDays, isCivilDate } from '@shared/model/civil-date'
import { instantOf, millisecondsOf, parseInstant } from '@shared/model/instant'

type Row = Readonly<Record<string, string>>

/** How a folder is altered without changing what it says. */
export interface Alteration {
  /** Chance for the order of rows and columns. */
  readonly random: () => number
  /** Days by which every day and moment moves. */
  readonly days: number
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items.map((item) => ({ item, by: random() })).toSorted((one, other) => one.by - other.by).map(({ item }) => item)
}

/** Moves a day or a moment; anything else stays. Certificate numbers hold a year that is part of a name. */
function moved(cell: string, days: number): string {
  if (isCivilDate(cell)) return addDays(cell, days)
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(cell) ? parseInstant(cell) : undefined
  return instant === undefined ? cell : instantOf(millisecondsOf(instant) + days * 86_400_000)
}

/**
 * The same records under other identifiers, in another order of rows and columns, with an unknown column and other line
 * ends, moved in time: whatever is answered of the one folder must be answered of the other. `expected` of a scenario
 * moves with the days it names.
 */
export async function alterFolder(from: string, scenarios: string, { random, days }: Alteration): Promise<string> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.csv') && name !== 'scenarios.csv')
  const files = new Map<string, readonly Row[]>()
  const read = async (file: string): Promise<readonly Row[]> => Papa.parse<Row>(await readFile(file, 'utf8'), { header: true, skipEmptyLines: true }).data
  for (const name of names) files.set(name, await read(join(from, name)))
  files.set('scenarios.csv', await read(scenarios))
  const known = new Set([...files.values()].flatMap((rows) => rows.flatMap((row) => (row.external_id === undefined ? [] : [row.external_id]))))
  const renamed = (cell: string): string => (known.has(cell) ? `x${cell.split('').reverse().join('')}` : cell)
  const altered = (cell: string): string => {
    const [kind = '', argument] = cell.split(':')
    if (kind === 'report_due' && argument !== undefined) return `${kind}:${moved(argument, days)}`
    return renamed(moved(cell, days))
  }
  const to = await mkdtemp(join(tmpdir(), 'cme-desk-altered-'))
  for (const [name, rows] of files) {
    const columns = shuffled(Object.keys(rows[0] ?? {}), random)
    const lines = (name === 'scenarios.csv' ? rows : shuffled(rows, random)).map((row) => [...columns.map((column) => altered(row[column] ?? '')), 'ignored'])
    await writeFile(join(to, name), Papa.unparse({ fields: [...columns, 'of_no_meaning'], data: lines }, { newline: '\r\n' }))
  }
  return to
}
