import { defineConfig } from '@playwright/test'

/**
 * End-to-end tests: the built window in Electron. Run by `npm run test:e2e`, which brings the
 * runtime, the display and the reports' places with it.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  globalSetup: './support/prepared-desk.ts',
  // Each test starts its own Electron; two cores carry one at a time.
  workers: 1,
  fullyParallel: false,
  // A test that passes only when repeated is wrong.
  retries: 0,
  timeout: 60_000,
  // Shorter than the limit `npm test` gives the whole step, so that the report is still written.
  globalTimeout: 13 * 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: { trace: { mode: 'retain-on-failure', screenshots: false }, actionTimeout: 10_000 },
})
