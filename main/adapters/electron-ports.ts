import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, dialog, shell, type OpenDialogOptions } from 'electron'
import { ok, refuse } from '@shared/model/result'
import type { ServicePorts } from '../ports/service-ports'
import { startPaperProcess } from './electron-paper-process'
import { createPaperBeside } from './paper-beside'
import { resourceFolder } from './resource-folder'

type WindowPorts = Pick<ServicePorts, 'dialogs' | 'viewer' | 'printer' | 'paperAhead'>

/** A copy that readers and printers may hold on to; the folder goes with the program's temporary files. */
async function temporaryCopy(bytes: Uint8Array, fileName: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cme-desk-paper-'))
  const file = join(folder, basename(fileName))
  await writeFile(file, bytes, { mode: 0o600 })
  return file
}

/** The system's dialogs, PDF reader and printer, and a drawing process beside, as the window's program has them. */
export function electronPorts(window: () => BrowserWindow | undefined, paperProgram: string): WindowPorts {
  async function choose(options: OpenDialogOptions): Promise<string | null> {
    const owner = window()
    const chosen = await (owner === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(owner, options))
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  }
  return {
    paperAhead: createPaperBeside(() => startPaperProcess(paperProgram, join(resourceFolder(), 'fonts'))),
    dialogs: {
      chooseFolder: (title) => choose({ title, properties: ['openDirectory', 'createDirectory'] }),
      chooseFile: (title) => choose({ title, properties: ['openFile'] }),
      async saveFile(suggestedName) {
        const owner = window()
        const options = { defaultPath: join(app.getPath('documents'), suggestedName) }
        const chosen = await (owner === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(owner, options))
        return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
      },
    },
    viewer: {
      async open(bytes, fileName) {
        const problem = await shell.openPath(await temporaryCopy(bytes, fileName))
        return problem === '' ? ok(null) : refuse('no_reader')
      },
    },
    printer: {
      async print(bytes) {
        const file = await temporaryCopy(bytes, 'print.pdf')
        // Chromium's own PDF view in a window of its own, without any script or bridge of ours.
        const sheet = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: true, plugins: true } })
        try {
          const printers = await sheet.webContents.getPrintersAsync()
          if (printers.length === 0) return refuse('no_printer')
          await sheet.loadURL(pathToFileURL(file).toString())
          const printed = await new Promise<boolean>((settle) => sheet.webContents.print({ silent: false }, (done) => settle(done)))
          return ok(printed)
        } finally {
          sheet.destroy()
        }
      },
    },
  }
}
