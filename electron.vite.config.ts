/// <reference types="node" />
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string): string => resolve(import.meta.dirname, path)
const alias = { '@shared': from('shared') }

/** What starts on its own: the application, the command line, the process that draws paper. */
const mainEntries = Object.fromEntries(
  Object.entries({ index: 'main/app/index.ts', desk: 'main/cli/index.ts', worker: 'main/jobs/paper-worker.ts' })
    .map(([name, path]): [string, string] => [name, from(path)])
    .filter(([, path]) => existsSync(path)),
)

// The targets are those of the oldest runtime that must work: Electron 33 has Node 20.18 and
// Chromium 130, the declared Electron has newer ones.
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: from('out/main'),
      target: 'node20.18',
      sourcemap: true,
      // Only `dependencies` stay outside; all else is bundled, so that the package stays small.
      rolldownOptions: { input: mainEntries, output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: from('out/preload'),
      target: 'node20.18',
      // A sandboxed preload can't require: it must be one file with everything in it.
      externalizeDeps: false,
      rolldownOptions: { input: { index: from('preload/index.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  },
  renderer: {
    root: from('renderer'),
    resolve: { alias },
    plugins: [react()],
    build: { outDir: from('out/renderer'), target: 'chrome130', minify: true, rolldownOptions: { input: from('renderer/index.html') } },
  },
})
