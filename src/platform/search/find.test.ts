/** What is searched for is found: with tones or without, begun, misspelt; by who may see it, on its days; fast among 100,000. */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Database } from '#platform/database/index.ts'
import { testDatabase } from '#test/database.ts'
import type { SearchEntry } from './entries.ts'
import { allowedSlips, searchWords, swapped } from './entries.ts'
import { findEntries } from './find.ts'
import { dropEntries, putEntries, replaceEntries, type Sight } from './store.ts'

const on = '2026-11-02'
const own = newId()

function entry(name: string, given: Partial<SearchEntry> = {}): SearchEntry {
  const words = { vi: name, en: name }
  return { id: name, ref: '', name: words, detail: { vi: '', en: '' }, href: '/', text: '', ...given }
}

let database: Database
function find(query: string, given: { visibleAt?: Sight[]; on?: string; kinds?: string[]; limit?: number } = {}) {
  return database.kysely
    .transaction()
    .execute((tx) => findEntries(tx, { query, visibleAt: [], on, limit: 5, ...given }))
}

async function names(query: string, given = {}): Promise<string[]> {
  return (await find(query, given)).map(({ name }) => name.vi)
}

describe('a few entries', () => {
  beforeAll(async () => {
    database = await testDatabase()
    await database.kysely.transaction().execute(async (tx) => {
      await replaceEntries(tx, 'unit', [
        entry('Phường Ba Đình', { text: '00004' }),
        entry('Quận Ba Đình', { validTo: '2025-07-01' }),
        entry('Phường Hoàn Kiếm'),
      ])
      await replaceEntries(tx, 'document', [
        entry('Chỉ thị về xóa mù chữ', { text: '14/CT-UBND' }),
        entry('Kế hoạch xóa mù chữ năm 2026'),
        entry('Tỷ lệ người lớn biết chữ'),
        entry('Công văn nội bộ về xóa mù chữ', { visibleAt: { unitId: own, field: 'documents' } }),
      ])
    })
  })

  test.each([
    ['Phường Ba Đình', 'Phường Ba Đình'],
    ['phuong ba dinh', 'Phường Ba Đình'],
    ['BA DINH', 'Phường Ba Đình'],
    ['đình ba', 'Phường Ba Đình'],
    ['ba din', 'Phường Ba Đình'],
    ['00004', 'Phường Ba Đình'],
    ['14/CT', 'Chỉ thị về xóa mù chữ'],
    // One letter wrong, missing, too many, or in the other order.
    ['phuonk ba dinh', 'Phường Ba Đình'],
    ['phuog ba dinh', 'Phường Ba Đình'],
    ['hoann kiem', 'Phường Hoàn Kiếm'],
    ['haon keim', 'Phường Hoàn Kiếm'],
    ['ti le nguoi lon biet chu', 'Tỷ lệ người lớn biết chữ'],
    // A word that there is not anywhere.
    ['phuong hoan kiem xyzuvw', 'Phường Hoàn Kiếm'],
  ])('%s finds %s', async (query, name) => {
    expect((await names(query))[0]).toBe(name)
  })

  test.each(['', '?!', 'zzzzqqqq', 'hoan zzzzqqqq', '%', '_'])('nothing is found for “%s”', async (query) => {
    expect(await names(query)).toEqual([])
  })

  test('what bears the name stands before what only has its words', async () => {
    expect(await names('xoa mu chu nam 2026')).toEqual(['Kế hoạch xóa mù chữ năm 2026'])
    expect((await names('ke hoach xoa mu'))[0]).toBe('Kế hoạch xóa mù chữ năm 2026')
    expect((await names('xoa mu chu', { kinds: ['document'] })).sort()).toEqual([
      'Chỉ thị về xóa mù chữ',
      'Kế hoạch xóa mù chữ năm 2026',
    ])
  })

  test('what is for readers of a unit is shown to them alone', async () => {
    expect(await names('cong van noi bo')).toEqual([])
    expect(await names('cong van noi bo', { visibleAt: [{ id: newId(), field: 'all' }] })).toEqual([])
    // The unit alone does not open it: the role is held for another field.
    expect(await names('cong van noi bo', { visibleAt: [{ id: own, field: 'collection' }] })).toEqual([])
    for (const field of ['documents', 'all'])
      expect(await names('cong van noi bo', { visibleAt: [{ id: own, field }] })).toEqual([
        'Công văn nội bộ về xóa mù chữ',
      ])
    expect(await names('cong van noi bo', { visibleAt: undefined })).toEqual(['Công văn nội bộ về xóa mù chữ'])
  })

  test('an entry is found on its days', async () => {
    expect(await names('quan ba dinh')).not.toContain('Quận Ba Đình')
    expect(await names('quan ba dinh', { on: '2025-06-30' })).toContain('Quận Ba Đình')
  })

  test('an entry takes the place of the one before, and goes', async () => {
    const write = (given: Partial<SearchEntry>) =>
      database.kysely.transaction().execute((tx) => putEntries(tx, 'document', [entry('Tạm', { id: 'one', ...given })]))
    await write({ name: { vi: 'Thông báo số bảy', en: '' } })
    await write({ name: { vi: 'Thông báo số tám', en: '' } })
    expect(await names('thong bao')).toEqual(['Thông báo số tám'])
    await database.kysely.transaction().execute((tx) => dropEntries(tx, 'document', ['one']))
    expect(await names('thong bao')).toEqual([])
  })
})

describe('100,000 entries', () => {
  const kinds = ['Chỉ thị', 'Công văn', 'Kế hoạch', 'Quyết định', 'Hướng dẫn', 'Thông báo', 'Báo cáo', 'Tờ trình']
  const abouts = ['xóa mù chữ', 'học tập suốt đời', 'chuyển đổi số', 'trung tâm học tập cộng đồng', 'quỹ khuyến học']
  const onsets = [
    '',
    'b',
    'c',
    'd',
    'g',
    'h',
    'kh',
    'l',
    'm',
    'n',
    'ngh',
    'nh',
    'ph',
    'qu',
    's',
    't',
    'th',
    'tr',
    'v',
    'x',
  ]
  const rimes = ['a', 'an', 'ang', 'anh', 'ao', 'ay', 'en', 'en', 'iem', 'ien', 'inh', 'oan', 'oc', 'on', 'ong', 'uong']
  const syllable = (n: number) => `${onsets[n % onsets.length]}${rimes[Math.floor(n / 20) % rimes.length]}`
  const nameOf = (n: number) =>
    `${kinds[n % 8]} số ${n} về ${abouts[n % 5]} tại xã ${syllable(n * 7)} ${syllable(n * 13 + 5)} ${syllable(n * 31 + 2)}`

  beforeAll(async () => {
    database = await testDatabase()
    await database.kysely.transaction().execute(async (tx) => {
      await replaceEntries(tx, 'unit', [entry('Phường Ba Đình'), entry('Phường Hoàn Kiếm')])
      await replaceEntries(tx, 'document', [])
      for (let from = 0; from < 100_000; from += 10_000) {
        const batch = Array.from({ length: 10_000 }, (_, at) => from + at)
        await putEntries(
          tx,
          'document',
          batch.map((n) =>
            entry(nameOf(n), {
              id: String(n),
              text: `${n}/UBND`,
              visibleAt: n % 10 === 0 ? { unitId: own, field: 'documents' } : null,
            }),
          ),
        )
      }
    })
    await database.pool.query('vacuum analyze platform.search_entry')
  }, 300_000)

  test.each([
    ['no tones', nameOf(77_777).normalize('NFD').replace(/\p{M}/gu, '')],
    ['a word begun', 'quyet dinh so 4321 ve chuye'],
    ['misspelt', 'quyett dinh so 4321 vee chuyn doi so'],
    ['words of many', 've hoc tap'],
    ['misspelt words of many', 'hocj tapj suoot doi'],
    ['one word of all', 'so'],
    ['a letter', 'x'],
    ['another kind among many', 'phuong ba dinh'],
    ['nothing at all', 'zzzzqqqq wwwwwkkkk'],
  ])('%s in less than 150 ms', async (_, query) => {
    await find(query, { limit: 20 })
    const times = []
    for (let n = 0; n < 5; n += 1) {
      const started = performance.now()
      await find(query, { limit: 20 })
      times.push(performance.now() - started)
    }
    // The fastest of five: what the query costs, not what else the machine does.
    expect(Math.min(...times)).toBeLessThan(150)
  })

  test('the right one is first', async () => {
    expect((await names(nameOf(77_777)))[0]).toBe(nameOf(77_777))
    expect((await names('quyett dinh so 4323'))[0]).toBe(nameOf(4323))
    expect((await names('phuong ba dnih', { kinds: ['unit'] }))[0]).toBe('Phường Ba Đình')
    expect((await find('so 120', { limit: 5 })).every(({ id }) => Number(id) % 10 !== 0)).toBe(true)
  })
})

describe('words', () => {
  test('are folded, each once, and never too long', () => {
    expect(searchWords('Đề án 89/ĐA-TTg, đề')).toEqual(['de', 'an', '89', 'da', 'ttg'])
    expect(searchWords('x'.repeat(100))).toEqual(['x'.repeat(40)])
    expect(searchWords(Array.from({ length: 1000 }, (_, n) => `w${n}`).join(' '))).toHaveLength(400)
  })

  test('may be slightly misspelt, but not numbers or the shortest', () => {
    expect(['ba', 'dinh', 'phuong', '2026', 'a1b2c3'].map(allowedSlips)).toEqual([0, 1, 2, 0, 0])
    expect(swapped('dinh')).toEqual(['idnh', 'dnih', 'dihn'])
    expect(swapped('xoo')).toEqual(['oxo'])
    expect(swapped('14')).toEqual([])
  })
})
