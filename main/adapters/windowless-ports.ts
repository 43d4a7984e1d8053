import { refuse } from '@shared/model/result'
import type { ServicePorts } from '../ports/service-ports'

/** Where nobody sits before a window: every dialog counts as closed, and nothing can be shown or printed. */
export const windowlessPorts: Pick<ServicePorts, 'dialogs' | 'viewer' | 'printer'> = {
  dialogs: { chooseFolder: () => Promise.resolve(null), chooseFile: () => Promise.resolve(null), saveFile: () => Promise.resolve(null) },
  viewer: { open: () => Promise.resolve(refuse('no_reader')) },
  printer: { print: () => Promise.resolve(refuse('no_printer')) },
}
