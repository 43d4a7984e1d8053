import { resolve } from 'node:path'
import type { ImportView, RefusalView } from '@shared/contract/imports'
import { ok, refuse } from '@shared/model/result'
import { requiredWord, type DeskCommand, type CommandCall } from '../command'

const page = 1000

async function allRefusals({ services }: CommandCall, importId: string): Promise<readonly RefusalView[]> {
  const rows: RefusalView[] = []
  for (;;) {
    const found = await services.imports.refusals({ importId, offset: rows.length, limit: page })
    if (!found.ok) throw new Error(`the import is not there: ${found.error.code}`)
    rows.push(...found.value.rows)
    if (rows.length >= found.value.total || found.value.rows.length === 0) return rows
  }
}

function textOf(view: ImportView, refusals: readonly RefusalView[]): string {
  const files = view.files
    .filter((file) => file.state !== 'missing')
    .map((file) =>
      file.state === 'not_read'
        ? `${file.file}: not read`
        : `${file.file}: ${file.added} added, ${file.changed} changed, ${file.unchanged} unchanged, ${file.refused} refused, ${file.conflicts} conflicts`,
    )
  const refused = refusals.map(({ file, line, column, value, reason }) => `${file}${line === null ? '' : `:${line}`} ${column} “${value}”: ${reason}`)
  const notices = view.notices.map(({ file, code, detail }) => (code === 'unknown_column' ? `${file}: the column ${detail} is not known and was left out.` : `${file} is no file of the format and was left out.`))
  return [view.dryRun ? 'Dry run: nothing was written.' : 'Taken in.', ...files, ...notices, ...refused].join('\n')
}

/** `desk import DIR [--dry-run]`: takes an exchange folder in; refused rows are told and are no failure. */
export const importCommand: DeskCommand = {
  name: 'import',
  summary: 'Take an exchange folder in; the same folder again changes nothing.',
  words: [{ name: 'DIR', required: true }],
  options: [{ name: 'dry-run' }],
  async run(call) {
    const { services, acting, options } = call
    const started = await services.imports.start({ folder: resolve(requiredWord(call, 'DIR')), dryRun: options['dry-run'] !== undefined }, acting)
    if (!started.ok) return started
    await services.imports.ended(started.value.importId)
    const opened = await services.imports.open(started.value)
    if (!opened.ok) return opened
    const view = opened.value
    if (view.state === 'failed') return refuse(view.failure === 'disk_full' || view.failure === 'store_damaged' ? view.failure : 'internal')
    const refusals = await allRefusals(call, started.value.importId)
    return ok({
      value: {
        files: view.files
          .filter((file) => file.state !== 'missing')
          .map(({ file, added, changed, unchanged, refused, conflicts }) => ({ file, added, changed, unchanged, refused, conflicts })),
        refusals: refusals.map(({ file, line, column, value, reason }) => ({ file, line, column, value, reason })),
      },
      text: textOf(view, refusals),
    })
  },
}
