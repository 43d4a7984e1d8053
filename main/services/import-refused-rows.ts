import type { HandlerResult, Input } from '@shared/contract'
import { recordNumber } from '@shared/model/record-id'
import { ok, refuse } from '@shared/model/result'
import type { StoredRefusal } from '../ports/repositories/import-repository'
import type { ServicePorts } from '../ports/service-ports'

export interface RefusedRowService {
  /** Writes the refused rows as an exchange folder of their own, inside the folder the person chooses; nothing is overwritten there. */
  save(input: Input<'imports.saveRefused'>): Promise<HandlerResult<'imports.saveRefused'>>
}

const page = 1000

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One line of RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

/** A row as it stood in the file: one whose quoting is broken could not be taken apart and stays as it was. */
function lineOf({ row, column }: StoredRefusal): string {
  if (row === null) return ''
  const [only] = row
  return column === 'row' && row.length === 1 && only !== undefined ? `${only}\r\n` : csvLine(row)
}

export function createRefusedRowService({ unitOfWork, dialogs, files }: Pick<ServicePorts, 'unitOfWork' | 'dialogs' | 'files'>): RefusedRowService {
  async function* linesOf(jobId: number, file: string, header: readonly string[]): AsyncGenerator<string> {
    yield csvLine(header)
    const broken: string[] = []
    for (let offset = 0; ; offset += page) {
      const rows = await unitOfWork.read(({ imports }) => imports.listRefusalsOfFile(jobId, file, { offset, limit: page }))
      const whole = rows.filter((refusal) => refusal.row !== null && (refusal.row.length > 1 || refusal.column !== 'row'))
      broken.push(...rows.filter((refusal) => !whole.includes(refusal)).map(lineOf))
      yield whole.map(lineOf).join('')
      if (rows.length < page) break
    }
    // A row with an open quote would swallow those after it, so such rows stand last.
    yield broken.join('')
  }

  return {
    async save(input) {
      const id = recordNumber('import', input.importId) ?? -1
      const found = await unitOfWork.read(async ({ imports }) => ({ job: await imports.find(id), names: await imports.listFilesWithRefusedRows(id) }))
      if (found.job === undefined) return refuse('not_found')
      const { progress, startedAt } = found.job
      if (found.names.length === 0) return ok({ saved: false, folder: null, files: 0 })
      const chosen = await dialogs.chooseFolder('Save refused rows in')
      if (chosen === null) return ok({ saved: false, folder: null, files: 0 })
      // A folder of its own: chosen beside the import itself it must not write over the files that were imported.
      const folder = files.join(chosen, `refused-rows-${startedAt.slice(0, 16).replace(':', '-')}`)
      for (const name of found.names) {
        const written = await files.write(files.join(folder, name), linesOf(id, name, progress.headers[name] ?? []))
        if (!written.ok) return written
      }
      return ok({ saved: true, folder, files: found.names.length })
    },
  }
}
