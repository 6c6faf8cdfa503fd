/** What a table tells those who do not see it, and what it does without rows. */
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { readerOf } from '#ui/reader.ts'
import { type Column, DataTable, type DataTableProps } from '#ui/table.tsx'

interface Row {
  readonly id: string
  readonly name: string
  readonly people: number
}
const reader = readerOf('vi')
const columns: Column<Row>[] = [
  { key: 'name', label: 'Đơn vị', rowHeader: true, render: (row) => row.name },
  {
    key: 'people',
    label: 'Người',
    explain: 'Số người từ 18 tuổi.',
    align: 'end',
    sortHref: '?sort=people',
    sorted: 'descending',
    render: (row) => reader.number(row.people),
  },
]
const rows: Row[] = [{ id: 'a', name: 'Xã <Ba Vì>', people: 12_345 }]

function html(overrides: Partial<DataTableProps<Row>> = {}): string {
  const props = { reader, id: 't', caption: 'Dân số', columns, rows, keyOf: (row: Row) => row.id, empty: <p>Trống</p> }
  return render(<DataTable<Row> {...props} {...overrides} />)
}

describe('DataTable', () => {
  test('names its rows and columns, also where it is folded', () => {
    expect(html()).toContain('<th role="rowheader" scope="row">Xã &lt;Ba Vì></th>')
    expect(html()).toContain('<td role="cell" class="end" data-label="Người">12.345</td>')
  })

  test('says how it is sorted, and leads to the other way', () => {
    expect(html()).toContain('aria-sort="descending"')
    expect(html()).toContain('href="?sort=people"')
    expect(html()).toContain('aria-label="Sắp xếp theo Người, đang giảm dần"')
  })

  test('a heading opens its meaning without script', () => {
    expect(html()).toContain('popovertarget="t-people-explained"')
    expect(html()).toMatch(/id="t-people-explained" popover[^>]*>.*Số người từ 18 tuổi\./)
  })

  test('without rows it shows what to do instead', () => {
    expect(html({ rows: [] })).toBe('<p>Trống</p>')
  })

  test('a grid that scrolls can be reached by keyboard', () => {
    expect(html({ phone: 'scroll' })).toMatch(/<section class="table-scroll"[^>]*tabindex="0"/)
  })

  test('totals stand apart, and the place one is at is marked', () => {
    const shown = html({ totals: [{ id: 'sum', name: 'Cộng', people: 5 }], isCurrent: (row) => row.id === 'a' })
    expect(shown).toMatch(/<tfoot.*Cộng.*<\/tfoot>/)
    expect(shown.match(/aria-current="true"/g)).toHaveLength(1)
  })
})
