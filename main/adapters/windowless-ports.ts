import { refuse } from '@shared/model/result'
import type { Dialogs } from '../ports/dialogs'
import type { DocumentViewer } from '../ports/document-viewer'
import type { Printer } from '../ports/printer'

/** Where nobody sits before a window: every dialog counts as closed, and nothing can be shown or printed. */
export const windowlessDialogs: Dialogs = {
  chooseFolder: () => Promise.resolve(null),
  saveFile: () => Promise.resolve(null),
}
export const windowlessViewer: DocumentViewer = { open: () => Promise.resolve(refuse('no_reader')) }
export const windowlessPrinter: Printer = { print: () => Promise.resolve(refuse('no_printer')) }

