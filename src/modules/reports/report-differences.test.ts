/** What is not in a draft as it was seen: written parts with both sides, figures by their name. */
import { expect, test } from 'vitest'
import { differencesOf, parts, versionIn } from './report-differences.rules.ts'
import { Narrative } from './reports.model.ts'

const empty = Narrative.parse({})
const same = { seen: empty, now: empty }
const mark = (changed: readonly string[] = [], version = 3) =>
  [version, ...parts.map((part) => (changed.includes(part) ? 'new' : 'old'))].join('.')

test('the same mark and the same words are no difference, nor is the version alone', () => {
  expect(differencesOf(mark(), mark(), same)).toEqual([])
  expect(differencesOf(mark([], 3), mark([], 4), same)).toEqual([])
})

test('each part of the figures has a name of its own', () => {
  const names = parts.map((part) => {
    const differences = differencesOf(mark(), mark([part]), same)
    expect(differences).toHaveLength(1)
    expect(differences[0]?.before).toBeUndefined()
    return differences[0]?.what.vi
  })
  expect(new Set(names).size).toBe(parts.length)
})

test('what was written is told with both sides, before the figures', () => {
  const now = { ...empty, limits: 'Thiếu người' }
  const [written, figures, ...more] = differencesOf(mark(), mark(['units']), { seen: empty, now })
  expect([written?.before?.vi, written?.now?.vi]).toEqual(['', 'Thiếu người'])
  expect([figures?.now, more]).toEqual([undefined, []])
})

test('the version a mark was made of', () => {
  expect([versionIn(mark([], 12)), versionIn('7')]).toEqual([12, 7])
})
