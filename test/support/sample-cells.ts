import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

const folder = join(import.meta.dirname, '../../resources/sample')

/** The rows of one file of the sample, as text. */
export function sampleCells(file: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(folder, file), 'utf8'), { header: true, skipEmptyLines: true }).data
}
