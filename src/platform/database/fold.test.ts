/** The fold of SQL and the fold of TypeScript are one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#kernel/text.ts'
import { testDatabase } from '#test/database.ts'

const database = await testDatabase()

async function foldInSql(texts: readonly string[]): Promise<string[]> {
  const { rows } = await database.pool.query<{ folded: string }>(
    'select platform.fold(t) as folded from unnest($1::text[]) with ordinality as given (t, n) order by n',
    [texts],
  )
  return rows.map((row) => row.folded)
}

const vowels = 'aăâeêioôơuưy'
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

test('the whole Vietnamese alphabet, composed and decomposed, in both cases', async () => {
  const letters = [...vowels].flatMap((vowel) => tones.map((tone) => vowel + tone)).concat([...'bcdđfghjklmnpqrstvwxz'])
  const texts = letters.flatMap((letter) =>
    [letter, letter.toUpperCase()].flatMap((each) => [each.normalize('NFC'), each.normalize('NFD')]),
  )
  const folded = await foldInSql(texts)
  expect(folded).toEqual(texts.map(fold))
  expect(new Set(folded)).toEqual(new Set('abcdefghijklmnopqrstuvwxyz'))
})

test('names and sentences', async () => {
  const texts = [
    '  Phường Ba Đình ',
    'Xã Ô Diên – Đan Phượng',
    'QĐ 290/KH-UBND (2021)',
    '',
    '!?',
    'Nguyễn\tThị\nHoè',
    'ΣΊΣΥΦΟΣ',
  ]
  expect(await foldInSql(texts)).toEqual(texts.map(fold))
})

/**
 * Letters that older servers' Unicode (10 in the embedded ICU, 14 in PostgreSQL 15) cannot lower or take apart yet: Georgian
 * capitals, Glagolitic, Vithkuqi, Todhri, Tulu, Garay, Kirat Rai, Medefaidrin, a few of Latin Extended-D. None is Vietnamese.
 */
const young =
  /[\u1c89\u1c90-\u1cbf\u2c2f\ua7ad-\ua7ff\u{10570}-\u{105ff}\u{10d50}-\u{10d85}\u{11380}-\u{113ff}\u{16d40}-\u{16d7f}\u{16e40}-\u{16eff}]/u

test('every character of Unicode by itself', async () => {
  const wrong: string[] = []
  for (let from = 1; from < 0x32000; from += 0x4000) {
    const codes = Array.from({ length: 0x4000 }, (_, index) => from + index)
    const texts = codes
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => `a${String.fromCodePoint(code)}b`)
    const folded = await foldInSql(texts)
    wrong.push(...texts.filter((text, index) => folded[index] !== fold(text) && !young.test(text)))
  }
  expect(wrong.map((text) => text.codePointAt(1)?.toString(16))).toEqual([])
})

test('any text', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...'ắẴđĐưƠ ,.-0123ÀZ\u0301\u0323')).map((letters) => letters.join('')),
  )
  const clean = text.filter((each) => each.isWellFormed() && !each.includes('\0') && !young.test(each))
  await fc.assert(
    fc.asyncProperty(fc.array(clean, { minLength: 50, maxLength: 100 }), async (texts) => {
      expect(await foldInSql(texts)).toEqual(texts.map(fold))
    }),
    { numRuns: 60 },
  )
})

test('may stand in an index and run in parallel', async () => {
  const { rows } = await database.pool.query(
    `select provolatile as volatile, proparallel as parallel from pg_proc where oid = 'platform.fold(text)'::regprocedure`,
  )
  expect(rows).toEqual([{ volatile: 'i', parallel: 's' }])
})
