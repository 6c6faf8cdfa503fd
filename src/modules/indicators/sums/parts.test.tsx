/** The table of parts, re-based: every number put together leads to the places it came from and what each of them gave. */
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { readerOf } from '#ui/reader.ts'
import type { Indicator, Measure, Part, PartAmount, PartSource } from '../indicators.model.ts'
import { PartsTable, partsFile } from './parts.view.tsx'

const words = { vi: 'x', en: 'x' }
const indicator: Indicator = {
  ...{ code: 'share', kind: 'ratio', unit: 'percent', numerator: 'learning', denominator: 'families', atLeast: null },
  ...{ unitKind: 'commune', direction: 'up', decimals: 2, name: words, explanation: words, legal: null, endedOn: null },
}
const measures = ['learning', 'families'].map((code): Measure => {
  const counted = { kind: 'count', unit: 'x', clock: 'year', aggregate: 'sum', section: 'x', atMost: null } as const
  return { code, ...counted, name: words, explanation: words, dimensions: [], verified: true, endedOn: null }
})

function amount(value: number, id: string | null): PartAmount {
  const firm = {
    status: 'confirmed',
    asOf: null,
    isSample: false,
    rank: 1,
    source: 'Biểu',
    submissionId: null,
  } as const
  return { id, amount: value, ...firm }
}

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`

const sources: PartSource[] = [
  {
    ...{ unitCode: '00010', unitName: 'Phường Trúc <Bạch>', on: '2024-12-31', weight: 1, basis: 'whole' },
    ...{ numerator: amount(30, id(1)), denominator: amount(60, id(2)) },
  },
  {
    ...{ unitCode: '00011', unitName: 'Phường X', on: '2024-12-31', weight: 0.337, basis: 'share' },
    ...{ numerator: amount(50, id(3)), denominator: null },
  },
]
const part: Part = {
  ...{ unitCode: '00004', unitName: 'Phường Ba Đình', lon: null, lat: null, value: 50 },
  ...{ numerator: amount(46.85, null), denominator: amount(60, null) },
  ...{ conversion: { on: '2026-11-01', sources: 2, pieces: 1, basis: 'share' }, sources },
}
const props = { reader: readerOf('vi'), indicator, measures, parts: [part], on: '2026-11-01', sort: undefined }

/** What is read, with addresses where something leads on. */
function read(html: string): string {
  return html
    .replace(/<a [^>]*href="([^"]*)"[^>]*>/g, '[$1] ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

test('a part leads to its places, and its amounts to theirs; a count in part is rounded where it is read', () => {
  const text = read(render(<PartsTable {...props} from={0} hrefWith={() => ''} />))
  expect(text).toContain(
    'từ: [/units/00010?on=2024-12-31] Phường Trúc &lt;Bạch> (toàn bộ) , [/units/00011?on=2024-12-31] Phường X (ước tính 34% diện tích)',
  )
  expect(text).toContain(` 47 [/values/00010/${id(1)}] 30 + [/values/00011/${id(3)}] 50 × 34% `)
  expect(text).toContain(` 60 [/values/00010/${id(2)}] 60 + – `)
})

test('a file keeps the amount unrounded, and says where it is from; without carried parts it has no such column', () => {
  const { rows, columns } = partsFile(props)
  expect(rows[0]).toMatchObject({
    numerator: 46.85,
    from: expect.stringContaining('Phường X (ước tính 34% diện tích)'),
  })
  expect(columns.map(({ key }) => key)).toContain('from')
  expect(
    partsFile({ ...props, parts: [{ ...part, conversion: null, sources: [] }] }).columns.map(({ key }) => key),
  ).not.toContain('from')
})
