/** Changes in words: every change says its units by name and code, in both languages. */
import { expect, test } from 'vitest'
import { UnitChange } from '#modules/organisation'
import { changeText, lineOf } from './change-sentences.rules.ts'

const names = {
  before: (code: string) => (code === 'A' ? 'Xã Cũ' : null),
  after: (code: string) => (code === 'B' ? 'Phường Mới' : null),
}
const fresh = { code: 'B', kind: 'commune', name: 'Mới', type: 'Phường', parent: '01' }
const effects = [
  [{ kind: 'open', unit: fresh }, ['Phường Mới (B)', '01']],
  [{ kind: 'close', code: 'A' }, ['Xã Cũ (A)']],
  [{ kind: 'rename', code: 'A', name: 'Đổi <b>' }, ['Xã Cũ (A)', 'Đổi <b>']],
  [{ kind: 'retype', code: 'A', type: 'Phường' }, ['Xã Cũ (A)', 'Phường']],
  [{ kind: 'move', code: 'A', parent: 'B' }, ['Xã Cũ (A)', 'Phường Mới (B)']],
  [{ kind: 'merge', from: ['A', 'C'], into: fresh }, ['Xã Cũ (A), C', 'Phường Mới (B)']],
  [{ kind: 'split', from: 'A', into: [{ unit: fresh, share: 0.516, people: 'part' }, { unit: 'D' }] }, ['51', '; D']],
  [{ kind: 'transfer', from: 'A', to: 'B', share: 0.1, people: 'none' }, ['Xã Cũ (A)', 'Phường Mới (B)', '10']],
  [{ kind: 'pass', from: 'A', to: 'B', part: 'full' }, ['Xã Cũ (A)', 'Phường Mới (B)']],
  [{ kind: 'succeed', from: 'A', to: 'B' }, ['Xã Cũ (A)', 'Phường Mới (B)']],
  [{ kind: 'succeed', from: 'A', to: 'B', scope: { code: 'x', vi: 'Đào tạo nghề', en: null } }, ['Đào tạo nghề']],
] as const

test.each(effects)('%o says %s', (change, said) => {
  const line = lineOf(UnitChange.parse(change), 3, names)
  expect(line).toMatchObject({ place: 3, kind: change.kind })
  for (const language of ['vi', 'en'] as const) {
    const text = changeText(language, line)
    for (const each of said) expect(text).toContain(each)
    expect(text).not.toMatch(/[{}]|undefined|null/)
  }
})

const text = (change: unknown) => changeText('en', lineOf(UnitChange.parse(change), 0, names))

test('a new unit is marked as such where others go into it, not where it is opened', () => {
  const isMarked = (change: unknown) => /\bnew\b/i.test(text(change).replaceAll('Phường Mới', ''))
  expect(isMarked({ kind: 'merge', from: ['A'], into: fresh })).toBe(true)
  expect(isMarked({ kind: 'merge', from: ['A'], into: 'B' })).toBe(false)
})

test('the whole of the area is no share to speak of; nothing of it is', () => {
  const of = (share: number | null) => text({ kind: 'pass', from: 'A', to: 'B', part: 'partial', share })
  expect(of(1)).toBe(of(null))
  expect(of(0)).not.toBe(of(null))
  expect(of(0.999)).not.toBe(of(null))
})
