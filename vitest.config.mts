/// <reference types="node" />
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Tests of the renderer say `// @vitest-environment happy-dom` in their first line. */
export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    // Processes, not threads: the database driver is native, and CI has two cores.
    pool: 'forks',
    maxWorkers: 2,
    environment: 'node',
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 120_000 } },
      {
        extends: true,
        test: { name: 'integration', include: ['test/{integration,architecture}/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 },
      },
      {
        extends: true,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 60_000, fileParallelism: false },
      },
    ],
  },
})
