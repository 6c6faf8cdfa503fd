/** Work for a thread is named twice: as a type, and as the place where the thread looks. A file that moves takes both along. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const files = globSync(['src/modules/**/*.ts', 'src/platform/**/*.ts'])
const calls = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/heavy<typeof import\('(.+?)\.ts'\)>\(\s*'(.+?)'/g)].map((match) => ({
    file,
    type: join(dirname(file), match[1] ?? ''),
    place: join('src', match[2] ?? ''),
  })),
)

test('there is work for threads', () => {
  expect(calls.length).toBeGreaterThan(4)
})

test.each(calls)('$file asks for the tasks that it has the types of', ({ type, place }) => {
  expect(place).toBe(type)
})
