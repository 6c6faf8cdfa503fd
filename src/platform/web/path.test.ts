/** Addresses made from their pattern. */
import { expect, test } from 'vitest'
import { path } from '#platform/web/path.ts'

test('parameters and queries are escaped, and what is undefined is left out', () => {
  expect(path('/units/:code').to({ code: '00004' }, { on: '2024-06-30', kind: undefined })).toBe(
    '/units/00004?on=2024-06-30',
  )
  expect(path('/plan/:ref').to({ ref: 'V.14.đ' })).toBe('/plan/V.14.%C4%91')
  expect(path('/search').to({ q: 'ba đình' })).toBe('/search?q=ba+%C4%91%C3%ACnh')
  expect(path('/work').to()).toBe('/work')
})
