/** Showings of lists: a middle page with filters and an order, a filter that is wrong, one that nothing fits. */
import type { Example } from '#ui/example.ts'
import { type List, type ListState, ListView } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'

interface Centre {
  readonly code: string
  readonly name: string
  readonly openedOn: string
  readonly classes: number
}

const centres: Centre[] = [
  { code: '00070', name: 'Trung tâm học tập cộng đồng Hoàn Kiếm', openedOn: '2025-07-01', classes: 48 },
  { code: '00082', name: 'Trung tâm học tập cộng đồng Cửa Nam', openedOn: '2025-09-05', classes: 31 },
  { code: '00004', name: 'Trung tâm học tập cộng đồng Ba Đình', openedOn: '2026-01-12', classes: 1204 },
]

/** `id` must be unique on the page; a list of a module has one. */
function listCalled(id: string): List<Centre> {
  return {
    id,
    caption: { vi: 'Trung tâm học tập cộng đồng', en: 'Community learning centres' },
    keyOf: (row) => row.code,
    fileName: ({ today }) => `centres-${today}`,
    empty: ({ reader }) => ({
      title: reader.say({ vi: 'Không có trung tâm nào phù hợp', en: 'No centre fits' }),
      hint: reader.say({ vi: 'Hãy bỏ bớt điều kiện lọc.', en: 'Take a filter away.' }),
    }),
    filters: [
      { name: `${id}-query`, label: { vi: 'Tên trung tâm', en: 'Name' }, kind: 'search' },
      { name: `${id}-since`, label: { vi: 'Mở từ ngày', en: 'Opened since' }, kind: 'date' },
    ],
    columns: [
      {
        key: 'name',
        label: { vi: 'Trung tâm', en: 'Centre' },
        rowHeader: true,
        sort: 'name',
        render: (row) => <a href={`#${row.code}`}>{row.name}</a>,
        file: { value: (row) => row.name, width: 40 },
      },
      {
        key: 'opened',
        label: { vi: 'Mở từ', en: 'Opened' },
        sort: 'opened',
        render: (row, { reader }) => reader.date(row.openedOn),
        file: { value: (row) => row.openedOn, width: 14, kind: 'date' },
      },
      {
        key: 'classes',
        label: { vi: 'Lớp đã mở', en: 'Classes' },
        explain: { vi: 'Số lớp đã mở từ đầu năm.', en: 'Classes opened since the beginning of the year.' },
        align: 'end',
        render: (row, { reader }) => reader.number(row.classes),
        file: { value: (row) => row.classes, width: 12, kind: 'integer' },
      },
    ],
  }
}

function show(reader: Reader, id: string, state: Partial<ListState<Centre>>, filter: Record<string, string> = {}) {
  const whole: ListState<Centre> = {
    context: { reader, today: '2026-11-28', filter, extra: undefined },
    page: { rows: centres },
    problems: [],
    query: filter,
    isFirst: true,
    hrefOf: (query) => `#${id}${Object.keys(query).join('-')}`,
    ...state,
  }
  return <ListView list={listCalled(id)} state={whole} />
}

export const examples: Example[] = [
  {
    name: { vi: 'Danh sách dài, ở giữa', en: 'A long list, in its middle' },
    render: (reader) =>
      show(reader, 'long-list', {
        page: { rows: centres, next: 'n', previous: 'p', count: { rows: 10_000, isOver: true } },
        query: { sort: 'opened' },
      }),
  },
  {
    name: { vi: 'Điều kiện lọc sai', en: 'A filter that is wrong' },
    render: (reader) =>
      show(
        reader,
        'wrong-list',
        {
          problems: [
            {
              code: 'example.notDate',
              status: 422,
              path: ['wrong-list-since'],
              words: { vi: 'Không phải là ngày.', en: 'Not a date.' },
            },
          ],
        },
        { 'wrong-list-since': '2026-02-30' },
      ),
  },
  {
    name: { vi: 'Không có dòng nào', en: 'No row' },
    render: (reader) => show(reader, 'empty-list', { page: { rows: [] } }, { 'empty-list-query': 'Thạch Thất' }),
  },
]
