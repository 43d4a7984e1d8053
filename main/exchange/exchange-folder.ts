import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { exchangeFiles } from '@shared/contract/imports'
import type { ExchangeReader } from '../ports/exchange-reader'
import { createFileReader, lookAt } from './file-reader'

/** Files of the format that are there for tests and never taken in. */
const neverTakenIn: readonly string[] = ['scenarios.csv']

/** Reads exchange folders where Node runs: in the window's main process or under the command line. */
export const exchangeReader: ExchangeReader = {
  async open(folder) {
    const names = await readdir(folder).catch(() => undefined)
    if (names === undefined) return undefined
    const found = await Promise.all(
      exchangeFiles.map(async (file) => {
        const found = names.includes(file) ? await lookAt(join(folder, file)) : undefined
        return found === undefined ? [] : [createFileReader(file, join(folder, file), found)]
      }),
    )
    const known: readonly string[] = [...exchangeFiles, ...neverTakenIn]
    return { files: found.flat(), strangers: names.filter((name) => /\.csv$/i.test(name) && !known.includes(name)).sort() }
  },
}
