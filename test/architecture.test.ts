/** The rules of the house (docs/architecture.md), each by its name, proved on a broken example and then on our own source. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/root.ts'
import { checkHouse, rules } from './architecture/check.ts'
import { drawModules, drawTopics, withDiagram } from './architecture/diagram.ts'
import { brokenHouses, goodHouse, goodOrder } from './architecture/examples.ts'
import { type Broken, moduleOrderIn, readHouse } from './architecture/house.ts'

const files = readFiles(['src/**/*.{ts,tsx,css,sql,md}', '{test,bench}/**/*.{ts,tsx}', 'scripts/**/*.mjs'])
const order = moduleOrderIn(files.get('src/app/modules.ts') ?? '')

describe('our house keeps the rule', () => {
  const broken = checkHouse(files, order)
  test.each(rules.map(({ name }) => name))('%s', (name) => {
    expect(broken.filter(({ rule }) => rule === name).map(sentence)).toEqual([])
  })
})

describe('the checker', () => {
  test('finds nothing in a house in good order', () => {
    expect(checkBroken({}).map(sentence)).toEqual([])
  })

  test.each(brokenHouses)('$rule: $says', ({ rule, says, files: laidOver }) => {
    const broken = checkBroken(laidOver)
    expect(broken.map(sentence)).toEqual(expect.arrayContaining([expect.stringContaining(`${rule}: `)]))
    expect(broken.filter((found) => `${found.path}: ${found.says}`.startsWith(says))).toHaveLength(1)
  })

  test('has a broken example for every rule', () => {
    expect(new Set(brokenHouses.map(({ rule }) => rule))).toEqual(new Set(rules.map(({ name }) => name)))
  })

  test('reads the order of modules', () => {
    expect(moduleOrderIn(`export const moduleOrder = [\n  'ground',\n  'upper',\n] as const`)).toEqual(goodOrder)
  })
})

describe('docs/architecture.md', () => {
  const path = join(projectRoot, 'docs/architecture.md')

  test('draws imports and published views', () => {
    const drawn = drawModules(new Map(Object.entries(goodHouse)), goodOrder)
    expect(drawn).toContain('  upper --> ground\n  upper -.-> ground\n')
  })

  test('shows the modules as they are (drawn anew by: UPDATE_DOCS=1 npm test -- test/architecture.test.ts)', () => {
    const page = readFileSync(path, 'utf8')
    const drawn = withDiagram(page, 'modules', drawModules(files, order))
    if (process.env.UPDATE_DOCS === '1') writeFileSync(path, drawn)
    else expect(page).toBe(drawn)
  })
})

describe('the page of a module', () => {
  test('draws its topics, ground first, without the lines that go the way of others', () => {
    const drawn = drawTopics(readHouse(new Map(Object.entries(goodHouse)), goodOrder), 'upper')
    expect(drawn).toContain('  class-list --> class-words\n  class-list --> classes\n')
    expect(drawn).toContain('  subgraph in-teachers ["teachers/"]\n    teachers\n')
    expect(drawn.indexOf('  class-words\n')).toBeLessThan(drawn.indexOf('  class-list\n'))
    expect(drawn).not.toContain('  teachers --> classes\n')
  })

  const house = readHouse(files, order)
  test.each(order)('of %s shows them as they are (drawn anew in the same way)', (name) => {
    const path = join(projectRoot, `src/modules/${name}/README.md`)
    const page = readFileSync(path, 'utf8')
    const drawn = withDiagram(page, 'topics', drawTopics(house, name))
    if (process.env.UPDATE_DOCS === '1') writeFileSync(path, drawn)
    else expect(page).toBe(drawn)
  })
})

describe('docs/decisions/0002-dependencies.md', () => {
  const page = readFileSync(join(projectRoot, 'docs/decisions/0002-dependencies.md'), 'utf8')
  const given = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const dependencies = Object.keys({ ...given.dependencies, ...given.devDependencies })
  const listed = [...page.matchAll(/^\| `([^`]+)` \|/gm)].flatMap((match) => match[1] ?? [])

  test('gives a reason for every dependency, and for no other', () => {
    expect(listed.sort()).toEqual(dependencies.sort())
  })
})

function checkBroken(laidOver: Readonly<Record<string, string>>): Broken[] {
  return checkHouse(new Map(Object.entries({ ...goodHouse, ...laidOver })), goodOrder)
}

function sentence({ rule, path, line, says }: Broken): string {
  return `${rule}: ${path}:${line} ${says}`
}

function readFiles(patterns: string[]): Map<string, string> {
  const paths = globSync(patterns, { cwd: projectRoot }).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')]))
}
