/** Adding a module stays cheap: the one that the guide walks through has few files and few lines of ceremony, counted here and told there. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/root.ts'

const folder = 'src/modules/policy-documents'
const textOf = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const linesOf = (path: string) => textOf(path).trimEnd().split('\n')
const guidePath = 'docs/guide/new-module.md'

const files = readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(projectRoot, folder).length + 1))

/** Lines elsewhere that name the module. */
const naming = (path: string) => linesOf(path).filter((line) => /policy-?documents/i.test(line)).length
const app = naming('src/app/modules.ts')
const judging = naming('test/judging.test.ts')
const ceremony = linesOf(`${folder}/index.ts`).length + linesOf(`${folder}/paths.ts`).length + app + judging

test('the module has at most 11 files and 90 lines of ceremony', () => {
  expect(files.length).toBeLessThanOrEqual(11)
  expect(app).toBe(3)
  expect(ceremony).toBeLessThanOrEqual(90)
})

test('the guide tells each file with its lines, and their sum (written anew by: UPDATE_DOCS=1 npm test -- test/new-module.test.ts)', () => {
  if (process.env.UPDATE_DOCS) writeFileSync(join(projectRoot, guidePath), withFigures(textOf(guidePath)))
  const guide = textOf(guidePath)
  for (const file of files) {
    expect(guide).toContain(`| \`${file}\` | ${linesOf(`${folder}/${file}`).length} |`)
  }
  expect(guide).toContain(`| \`test/judging.test.ts\` | ${judging} | all |`)
  expect(guide).toContain(`only that they are there: ${ceremony} lines.`)
})

test('figures that no longer hold are written anew, and nothing else is touched', () => {
  const guide = textOf(guidePath)
  const old = guide.replace(/(\| `model\.ts` \| )\d+/, '$11').replace(/are there: \d+ lines/, 'are there: 1 lines')
  expect(old).not.toBe(guide)
  expect(withFigures(old)).toBe(withFigures(guide))
})

/** The guide with the figures of today; a file that its table does not name yet stays for a person to tell of. */
function withFigures(text: string): string {
  const lines = new Map(files.map((file) => [file, linesOf(`${folder}/${file}`).length]))
  lines.set('src/app/modules.ts', app).set('test/judging.test.ts', judging)
  return text
    .replace(/^\| `([^`]+)` \| \d+ \|/gm, (row, file: string) => {
      const count = lines.get(file)
      return count === undefined ? row : `| \`${file}\` | ${count} |`
    })
    .replace(/only that they are there: \d+ lines\./, `only that they are there: ${ceremony} lines.`)
}
