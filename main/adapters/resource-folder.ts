import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder `resources` that the program comes with, above the given place: of the sources, of the built files or of
 * the package. Throws when there is none, because then the program was put together wrongly.
 */
export function resourceFolder(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources')
    if (existsSync(join(candidate, 'fonts', 'versions.json'))) return candidate
    if (dirname(folder) === folder) throw new Error(`there are no resources above ${from}`)
  }
}
