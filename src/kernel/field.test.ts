/** Fields of work: which one an operation belongs to, and how a field is called. */
import { expect, test } from 'vitest'
import { allFields, type Field, fieldOf, fieldsHeld, fieldWords, inField } from '#kernel/field.ts'
import { sayIn } from '#kernel/language.ts'

const fields: readonly Field[] = [
  { code: 'collection', words: { vi: 'Báo cáo tổng hợp', en: 'Reporting forms' } },
  { code: 'official-texts', words: { vi: 'Văn bản', en: 'Texts' } },
]

test.each([
  ['collection.send', 'collection'],
  ['official-texts.read', 'official-texts'],
  ['system.queues', allFields],
  // Not of a module, whatever it begins with.
  ['collections.send', allFields],
  ['', allFields],
])('%s belongs to %s', (name, field) => {
  expect(fieldOf(name, fields)).toBe(field)
})

test.each([
  [['all'], undefined],
  [['collection', 'all'], undefined],
  [['collection'], ['collection']],
  [[], []],
])('who holds %j holds %j', (codes, held) => {
  expect(fieldsHeld(codes)).toEqual(held)
})

test.each([
  ['collection', 'Báo cáo tổng hợp', 'Người nhập (Báo cáo tổng hợp)'],
  ['all', 'Tất cả lĩnh vực', 'Người nhập'],
  ['gone', 'gone', 'Người nhập (gone)'],
])('%s is called %s', (code, name, role) => {
  const say = sayIn('vi')
  expect(say(fieldWords(code, fields))).toBe(name)
  expect(inField(say, { vi: 'Người nhập', en: 'Editor' }, code, fields)).toBe(role)
})
