import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They fill connections or hold a stopwatch: beside others on two cores they would disturb and be disturbed. */
const alone = [
  'test/attack.test.ts',
  'test/access/parallel.test.ts',
  'test/commands/serving.test.ts',
  'test/reports/{frozen,year-2024}.test.ts',
]

/** They end servers and processes of their own, and wait for what follows: beside each other there is time enough. */
const waiting = [
  'test/access/letters.test.ts',
  'src/platform/database/listen.test.ts',
  'test/commands/{failover,killed,outages,stopping,supervised}.test.ts',
  'test/reorganisation-kill.test.ts',
  'test/table-import-kill.test.ts',
  'src/platform/database/away.test.ts',
]

/** They put something in the place of a module, or measure what the process holds: they need one of their own. */
const apart = [
  'src/modules/access/sign-in/sign-in.test.ts',
  'test/uploads.test.ts',
  'src/platform/documents/{read-csv,workbook}.test.ts',
  'src/app/defects.test.ts',
]

/** What takes longest begins first, so that no worker is left with it at the end. A clean checkout has no times to go by. */
const longest = [
  'test/fuzz.test.ts',
  'test/journeys/round.test.ts',
  'test/journeys/pages.test.ts',
  'src/modules/official-texts/broken-documents.test.ts',
  'test/commands/reading.test.ts',
  'test/journeys/decisions.test.ts',
  'test/demo-history.test.ts',
  'src/platform/documents/bombs.test.ts',
  'src/platform/database/embedded.test.ts',
  'test/commands/outages.test.ts',
  'src/platform/database/away.test.ts',
  'test/commands/serving.test.ts',
  'test/attack.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((file) => moduleId.endsWith(`/${file}`))
      return index < 0 ? longest.length : index
    }
    const group = ({ project }: TestSpecification) => project.config.sequence.groupOrder
    return (await super.sort(files)).sort((one, other) => group(one) - group(other) || place(one) - place(other))
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/each-file.ts'],
    sequence: { sequencer: LongestFirst },
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: [...alone, ...waiting, ...apart],
          // Files share what they import: a worker loads the program once, not two hundred times.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'apart', include: apart, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: { name: 'waiting', include: waiting, isolate: false, maxWorkers: 4, sequence: { groupOrder: 1 } },
      },
      { extends: true, test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
})
