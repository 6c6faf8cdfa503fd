import { defineConfig } from 'vitest/config'

/** They end processes, fill connections or hold a stopwatch: beside others on two cores they would disturb and be disturbed. */
const alone = [
  'test/attack.test.ts',
  'test/access/parallel.test.ts',
  'test/commands/{failover,killed,outages,serving,stopping,supervised}.test.ts',
  'test/reorganisation-kill.test.ts',
  'test/table-import-kill.test.ts',
  'test/reports/{frozen,year-2024}.test.ts',
  'src/platform/database/away.test.ts',
]

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
})
