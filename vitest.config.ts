import { defineConfig } from 'vitest/config'

const report = process.env.LECTERN_TEST_REPORT

/** Two projects: `unit` runs anywhere in seconds, `browser` drives Chromium over the built pages. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/build-sites.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
