/** Tables as files: the same rows in each format, begun before the answer, drawn no faster than they are read. */
import { describe, expect, test } from 'vitest'
import { type Download, type DownloadFormat, download, formatAsked } from './download.ts'

const responseOf = async (format: DownloadFormat, table: Download) => (await download(format, table)).file

const columns = [
  { key: 'name', header: 'Tên', width: 20, kind: 'text' },
  { key: 'count', header: 'Số', width: 10, kind: 'integer' },
] as const
const file = { name: 'units', title: 'Đơn vị', note: 'Số liệu mẫu', columns }
const rows = [
  { name: 'Ba Đình', count: 12 },
  { name: 'Xã “Mới”', count: null },
]

describe('one table', () => {
  test('as CSV', async () => {
    const answer = await responseOf('csv', { ...file, rows })
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="units.csv"')
    expect(await answer.text()).toBe('Tên,Số\r\nBa Đình,12\r\nXã “Mới”,\r\n')
  })

  test('as JSON', async () => {
    expect(await (await responseOf('json', { ...file, rows })).json()).toEqual({
      title: 'Đơn vị',
      note: 'Số liệu mẫu',
      rows,
    })
  })

  test('as JSON without rows', async () => {
    expect(await (await responseOf('json', { ...file, rows: [] })).json()).toMatchObject({ rows: [] })
  })

  test('as Excel', async () => {
    const bytes = Buffer.from(await (await responseOf('xlsx', { ...file, rows })).arrayBuffer())
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
  })
})

test('rows are drawn as the reader takes them, and no more once they leave', async () => {
  let drawn = 0
  let isClosed = false
  const endless = (async function* () {
    try {
      for (;;) {
        drawn += 1
        yield { name: 'x'.repeat(100), count: drawn }
      }
    } finally {
      isClosed = true
    }
  })()
  const reader = (await responseOf('csv', { ...file, rows: endless })).body?.getReader()
  await reader?.read()
  expect(drawn).toBeLessThan(2000)
  await reader?.cancel()
  expect(isClosed).toBe(true)
})

test('a question nobody can answer is told before the file begins', async () => {
  const failing = {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('no such day')) }),
  }
  await expect(download('json', { ...file, rows: failing })).rejects.toThrow('no such day')
})

test.each([
  ['csv', 'csv'],
  ['xlsx', 'xlsx'],
  ['pdf', undefined],
  [undefined, undefined],
])('the format %s is %s', (input, format) => {
  expect(formatAsked(input)).toBe(format)
})
