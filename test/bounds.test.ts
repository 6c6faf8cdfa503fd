/** Every input of every operation has a bound at every place, so that nobody can send more than anybody needs. */
import { expect, test } from 'vitest'
import { modules } from '#app/modules.ts'
import { unboundedPlaces } from '#platform/bounds.ts'

const operations = modules.flatMap((module) => module.operations)

test.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, { input }) => {
  expect(unboundedPlaces(input, name)).toEqual([])
})
