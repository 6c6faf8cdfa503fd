/** What was made before a change of something it was made from is out of date, and nothing else is. */
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { type Changes, createChanges } from './freshness.ts'

let day: number
let isHearing: boolean
let changes: Changes

beforeEach(() => {
  day = 1
  isHearing = true
  changes = createChanges({ day: () => day, isHearing: () => isHearing })
})

const madeOf = (...topics: string[]) => ({ from: changes.now(), topics: new Set(topics) })

test('a change of one of its topics, or of everything, makes it stale; a change of others does not', () => {
  const page = madeOf('plan', 'organisation')
  changes.heard(['collection.entry'])
  expect(changes.isFresh(page)).toBe(true)
  changes.heard(['collection', 'organisation'])
  expect(changes.isFresh(page)).toBe(false)
  const later = madeOf('plan')
  expect(changes.isFresh(later)).toBe(true)
  changes.heard()
  expect(changes.isFresh(later)).toBe(false)
})

test('a page of today is none of tomorrow; deaf, nothing passes for fresh', () => {
  const page = madeOf('plan')
  day = 2
  expect(changes.isFresh(page)).toBe(false)
  const later = madeOf('plan')
  isHearing = false
  expect(changes.isFresh(later)).toBe(false)
})

const topic = fc.constantFrom('plan', 'reports', 'collection', 'collection.entry')

test('whatever happened before it was made counts for nothing; whatever of its topics happened after counts', () => {
  const heard = fc.array(fc.option(fc.array(topic, { minLength: 1 }), { nil: undefined }))
  fc.assert(
    fc.property(heard, heard, fc.array(topic), (before, after, topics) => {
      for (const each of before) changes.heard(each)
      const page = madeOf(...topics)
      for (const each of after) changes.heard(each)
      const isHit = after.some((each) => !each || each.some((one) => topics.includes(one)))
      expect(changes.isFresh(page)).toBe(!isHit)
    }),
  )
})
