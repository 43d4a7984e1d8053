import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../setup/locations.mjs'
import { must } from './problem.mjs'

/**
 * @typedef {object} ShownPaper a paper that the window has shown
 * @property {string} file its name in the tour's folder @property {string} number
 * @property {readonly string[]} command of the desk command line that prints it
 * @property {string} sha256 as the window told it
 */

/**
 * Prints the papers once more through the command line, from the data folder of the closed window, and holds them
 * against what the window showed.
 * @param {{ papers: readonly ShownPaper[], data: string, folder: string, now: string }} wanted
 * @returns {import('./summary.mjs').PaperEntry[]}
 */
export function printAgain({ papers, data, folder, now }) {
  return papers.map(({ file, number, command, sha256 }) => {
    const path = join(folder, file)
    const printed = spawnSync(process.execPath, [join(projectRoot, 'scripts', 'desk.mjs'), ...command, '--out', path, '--data', data, '--now', now, '--json'], { encoding: 'utf8' })
    must(printed.status === 0, `${number} could not be printed from the command line: ${printed.stdout}${printed.stderr}`)
    const bytes = readFileSync(path)
    must(bytes.subarray(0, 5).toString('latin1') === '%PDF-', `${file} is no PDF`)
    const own = createHash('sha256').update(bytes).digest('hex')
    must(own === sha256, `${file} has the SHA-256 ${own}, but the window showed ${sha256}`)
    return { file, number, sha256: own, sameAsWindow: own === sha256 }
  })
}
