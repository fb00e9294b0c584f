import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Figures import Lectern by its name; here that is the sources, not the last build. */
const resolve = {
  alias: { 'lectern/figure': fileURLToPath(new URL('src/figure.ts', import.meta.url)) },
}

const report = process.env.LECTERN_TEST_REPORT

/** Two projects: `unit` runs anywhere in seconds, `browser` drives Chromium over the built pages. */
export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: 2,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/build-sites.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A page on a busy machine answers late; one that is wrong stays wrong.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
})
