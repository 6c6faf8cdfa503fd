/** Adding a module stays cheap: the one that the guide walks through has few files and few lines of ceremony, counted here and told there. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/root.ts'

const folder = 'src/modules/policy-documents'
const textOf = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const linesOf = (path: string) => textOf(path).trimEnd().split('\n')
const guide = textOf('docs/guide/new-module.md')

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

test('the guide tells each file with its lines, and their sum', () => {
  for (const file of files) {
    expect(guide).toContain(`| \`${file}\` | ${linesOf(`${folder}/${file}`).length} |`)
  }
  expect(guide).toContain(`| \`test/judging.test.ts\` | ${judging} | all |`)
  expect(guide).toContain(`only that they are there: ${ceremony} lines.`)
})
