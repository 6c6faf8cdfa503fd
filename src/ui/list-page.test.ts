/** A page that is a list: what its address asks for, the ways on and back, what is wrong with it, its files. */
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { sayIn } from '#kernel/language.ts'
import type { Page } from '#kernel/page.ts'
import { ProblemError } from '#kernel/problem.ts'
import { problems } from '#platform/problems.ts'
import type { View, Visit } from '#platform/web/page.ts'
import { path } from '#platform/web/path.ts'
import type { List } from '#ui/list.tsx'
import { type ListInput, listPage } from '#ui/list-page.ts'

interface Row {
  readonly id: number
}

const list: List<Row> = {
  id: 'things',
  caption: { vi: 'Danh sách', en: 'Things' },
  keyOf: (row) => String(row.id),
  fileName: ({ filter }) => `things-${filter.on}`,
  empty: () => ({ title: 'Không có', hint: 'Hãy thêm.' }),
  filters: [
    { name: 'query', label: { vi: 'Tìm', en: 'Find' }, kind: 'search' },
    { name: 'on', label: { vi: 'Ngày', en: 'Day' }, kind: 'date', initial: ({ today }) => today, isScope: true },
  ],
  columns: [
    { key: 'id', label: { vi: 'Số', en: 'No.' }, rowHeader: true, sort: 'id', render: (row) => `no ${row.id}` },
    { key: 'file', label: { vi: 'Số', en: 'No.' }, file: { value: (row) => row.id, width: 9, kind: 'integer' } },
    {
      key: 'never',
      label: { vi: 'Ẩn', en: 'Hidden' },
      shows: () => false,
      render: () => '–',
      file: { value: () => '–', width: 9 },
    },
  ],
}

/** The page at `query`, of so many rows; and what was asked for. */
function at(query: Record<string, string>, read: (input: ListInput) => Page<Row>) {
  const inputs: ListInput[] = []
  const route = listPage({
    at: path('/at/:code/things'),
    list,
    rows: async (_, input) => {
      inputs.push(input)
      return read(input)
    },
    frame: (_, { body }) => ({ title: 'Things', body }),
  })
  const visit = { params: { code: 'ô 1' }, query, language: 'vi', say: sayIn('vi'), today: '2026-11-28' }
  return { inputs, answer: route.handle(visit as unknown as Visit) }
}

async function page(query: Record<string, string>, read: (input: ListInput) => Page<Row>) {
  const { inputs, answer } = at(query, read)
  const view = (await answer) as View
  const html = render(view.body as Parameters<typeof render>[0]).replaceAll('&amp;', '&')
  const links = [...html.matchAll(/<a\b[^>]*href="([^"]*)"/g)].map(([, href]) => href)
  return { input: inputs[0], view, html, links }
}

const rows = [{ id: 5 }, { id: 6 }]

describe('the page of a list', () => {
  test('asks for what its address says, and leads on, back, and to the other order with it', async () => {
    const { input, links, html } = await page({ query: 'a b', sort: 'id', after: 'k', other: 'x' }, () => ({
      rows,
      next: 'n',
      previous: 'p',
      count: { rows: 10_000, isOver: true },
    }))
    expect(input).toEqual({ query: 'a b', on: '2026-11-28', sort: 'id', after: 'k', limit: 100, count: true })
    const here = '/at/%C3%B4%201/things?query=a+b'
    expect(links).toEqual([
      '/at/%C3%B4%201/things?sort=id',
      `${here}&sort=-id`,
      ...['csv', 'xlsx', 'json'].map((format) => `${here}&sort=id&format=${format}`),
      `${here}&sort=id`,
      `${here}&sort=id&before=p`,
      `${here}&sort=id&after=n`,
    ])
    expect(html).toContain('2 trong hơn 10.000 dòng')
    expect(html).not.toContain('Ẩn')
  })

  test('of a list that is whole there is nowhere to lead', async () => {
    const { html, links } = await page({ sort: 'unknown' }, () => ({ rows }))
    expect(html).toContain('Tất cả 2 dòng')
    expect(links).toEqual(
      ['sort=id', 'format=csv', 'format=xlsx', 'format=json'].map((end) => `/at/%C3%B4%201/things?${end}`),
    )
  })

  test('of a list without rows it says what to do', async () => {
    const { html } = await page({}, () => ({ rows: [] }))
    expect(html).toContain('Hãy thêm.')
    expect(html).not.toContain('<nav')
  })

  test('a page whose rows have gone leads to the first', async () => {
    const { links } = await page({ after: 'k' }, () => ({ rows: [] }))
    expect(links.at(-1)).toBe('/at/%C3%B4%201/things')
  })

  test('what is wrong with a filter is said at its field; anything else is a page of its own', async () => {
    const wrong = await page({ on: '2026-02-30' }, () => {
      throw new ProblemError(problems.invalid({}, ['on']))
    })
    expect(wrong.view).toMatchObject({ status: 422, isInvalid: true })
    expect(wrong.html).toMatch(/value="2026-02-30"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*value="2026-02-30"/)
    const { answer } = at({}, () => {
      throw new ProblemError(problems.forbidden())
    })
    await expect(answer).rejects.toThrow('platform.forbidden')
  })
})

test('a file holds every row, read in slices', async () => {
  const { inputs, answer } = at({ format: 'csv', query: 'q', sort: '-id' }, ({ after }) => {
    const from = Number(after ?? 0)
    const slice = Array.from({ length: 1000 }, (_, index) => ({ id: from + index + 1 }))
    return { rows: slice, ...(from < 2000 && { next: String(from + 1000) }) }
  })
  const { file } = (await answer) as { file: Response }
  const lines = (await file.text()).trim().split('\r\n')
  expect(lines.length).toBe(3001)
  expect([lines[0]?.slice(-2), lines[1], lines.at(-1)]).toEqual(['Số', '1', '3000'])
  expect(file.headers.get('content-disposition')).toContain('things-2026-11-28.csv')
  expect(inputs.map(({ after, limit }) => [after, limit])).toEqual([
    [undefined, 1000],
    ['1000', 1000],
    ['2000', 1000],
  ])
  expect(inputs[2]).toMatchObject({ query: 'q', on: '2026-11-28', sort: '-id' })
})
