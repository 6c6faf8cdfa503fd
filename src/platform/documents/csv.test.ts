/** CSV: the standard, formulas made harmless, round trips. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column, Row } from './columns.ts'
import { toCsv } from './csv.ts'

const columns: Column[] = [
  { header: 'Đơn vị', key: 'name', width: 20, kind: 'text' },
  { header: 'Số người, đã gồm tạm trú', key: 'people', width: 10, kind: 'integer' },
  { header: 'Tỷ lệ', key: 'share', width: 10, kind: 'percent' },
]

async function csvOf(rows: Iterable<Row>): Promise<string> {
  let csv = ''
  for await (const piece of toCsv(columns, rows)) csv += piece
  return csv
}

/** A reader of RFC 4180 as short as the standard. */
function parse(csv: string): string[][] {
  const records: string[][] = [[]]
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && bare === '' && quoted === undefined) break
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end === '\r\n') records.push([])
  }
  return records.filter((record) => record.length > 0)
}

test('a byte order mark, a header, lines that end CR LF', async () => {
  expect(
    await csvOf([
      { name: 'Phường Ba Đình', people: 65023, share: 0.6009 },
      { name: null, people: Number.NaN },
    ]),
  ).toBe('\uFEFFĐơn vị,"Số người, đã gồm tạm trú",Tỷ lệ\r\nPhường Ba Đình,65023,0.6009\r\n,,\r\n')
})

test.each(['=1+1', '+84', '-1', '@SUM(A1)', '\tx', '\r=1'])('%j does not run as a formula', async (name) => {
  expect(parse(await csvOf([{ name, people: -5, share: null }]))[1]).toEqual([`'${name}`, '-5', ''])
})

test('whatever the text, a reader gets it back', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'đ', "'", '=') })
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ name: text, people: fc.integer(), share: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
      ),
      async (rows) => {
        const read = parse((await csvOf(rows)).slice(1)).slice(1)
        expect(
          read.map(([name, people, share]) => [name?.replace(/^'(?=[=+\-@\t\r])/, ''), Number(people), Number(share)]),
        ).toEqual(rows.map(({ name, people, share }) => [name.replace(/^'(?=[=+\-@\t\r])/, ''), people, share + 0]))
      },
    ),
  )
})

test('many rows come in few pieces', async () => {
  const rows = Array.from({ length: 1200 }, (_, people) => ({ name: 'x', people, share: 1 }))
  const pieces: string[] = []
  for await (const piece of toCsv(columns, rows)) pieces.push(piece)
  expect(pieces).toHaveLength(3)
  expect(parse(pieces.join(''))).toHaveLength(1201)
})
