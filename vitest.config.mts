import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
export default defineConfig({ resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } }, test: { projects: [
  { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'] } },
  { extends: true, test: { name: 'integration', include: ['test/integration/**/*.test.ts', 'test/architecture/**/*.test.ts'], testTimeout: 60000 } },
] } })
