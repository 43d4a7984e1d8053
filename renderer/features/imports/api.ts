import type { Output } from '@shared/contract'
import { useAskPages, type AskedPages } from '../../bridge/use-ask-pages'
import { useAsk } from '../../bridge/use-ask'
import { useCommand, type Command } from '../../bridge/use-command'

export type Import = Output<'imports.open'>
export type ImportFile = Import['files'][number]
export type ImportNotice = Import['notices'][number]
export type RefusedRow = Output<'imports.refusals'>['rows'][number]
export type Conflict = Output<'imports.conflicts'>['rows'][number]
export type Decision = 'keep_desk' | 'take_source'

const listPage = 100
const rowPage = 1000

/** The imports, newest first. */
export function useImports(): AskedPages<'imports.list', Import> {
  return useAskPages('imports.list', (offset) => ({ offset, limit: listPage }), (answer) => answer)
}

/** One import as it stands; asked again while it runs. */
export function useImport(importId: string) {
  return useAsk('imports.open', { importId }, { keepFormer: true })
}

/** The rows that an import did not take in, in the order of its files. */
export function useRefusedRows(importId: string): AskedPages<'imports.refusals', RefusedRow> {
  return useAskPages('imports.refusals', (offset) => ({ importId, offset, limit: rowPage }), (answer) => answer)
}

/** Fields that the desk and the platform both changed, newest first; those of one import, or of all. */
export function useConflicts(openOnly: boolean, importId: string | undefined): AskedPages<'imports.conflicts', Conflict> {
  return useAskPages('imports.conflicts', (offset) => ({ openOnly, offset, limit: rowPage, ...(importId === undefined ? {} : { importId }) }), (answer) => answer)
}

/** The portals and their zones, from the shell's own question. */
export function useStatus() {
  return useAsk('desk.status', {})
}

export interface ImportActs {
  readonly chooseFolder: Command<'imports.chooseFolder'>
  readonly start: Command<'imports.start'>
  readonly resume: Command<'imports.resume'>
  readonly cancel: Command<'imports.cancel'>
  readonly saveRefused: Command<'imports.saveRefused'>
}

/** The acts on imports. */
export function useImportActs(): ImportActs {
  return { chooseFolder: useCommand('imports.chooseFolder'), start: useCommand('imports.start'), resume: useCommand('imports.resume'), cancel: useCommand('imports.cancel'), saveRefused: useCommand('imports.saveRefused') }
}

/** Settles one conflict. */
export function useDecideConflict(): Command<'imports.decideConflict'> {
  return useCommand('imports.decideConflict')
}
