import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Bundles a file of `test/support` into one that plain Node runs, so that a test can kill a real process. */
export async function bundleChild(name: string): Promise<string> {
  const root = join(import.meta.dirname, '..', '..')
  const folder = await mkdtemp(join(tmpdir(), 'cme-desk-child-'))
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@shared': join(root, 'shared') } },
    build: {
      ssr: join(root, 'test', 'support', `${name}.ts`),
      outDir: folder,
      target: 'node20.18',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs` }, external: [/^knex/, /^sqlite3/] },
    },
  })
  return join(folder, `${name}.cjs`)
}
