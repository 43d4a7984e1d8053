// What the stand-in runtime runs when it is called as `electron FOLDER`: the official one brings such
// a program with it. An ES module whose top-level await holds Electron's start until the application
// is loaded; otherwise 'ready' would come before it could register its protocol.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import Module from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

process.defaultApp = true

const preloads = []
let folder
for (let index = 1; index < process.argv.length; index++) {
  const argument = process.argv[index]
  // Playwright hands its loader over as `-r FILE`.
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[++index])
  else if (!argument.startsWith('-')) {
    folder = resolve(argument)
    break
  }
}
if (folder === undefined) {
  process.stderr.write('usage: electron FOLDER [arguments]\n')
  process.exit(2)
}

if (preloads.length > 0) Module._preloadModules(preloads)
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setVersion(description.version)
app.name = description.productName ?? description.name
app.setPath('userData', join(app.getPath('appData'), app.name))
app.setAppPath(folder)
await import(pathToFileURL(join(folder, description.main)).href)
