/** Showings of tables: a plain one, a sortable one with everything, an empty one. */
import { Trajectory } from '#ui/chart/trajectory.tsx'
import type { Example } from '#ui/example.ts'
import { EmptyState } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { Figure, type ProgressStatus, StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'

interface TargetRow {
  readonly clause: string
  readonly name: { readonly vi: string; readonly en: string }
  readonly values: readonly number[]
  readonly goals: readonly [number, number]
  readonly status: ProgressStatus
}

const targets: TargetRow[] = [
  {
    clause: 'd.1',
    name: { vi: 'Công dân đạt danh hiệu công dân học tập', en: 'Citizens with the title of learning citizen' },
    values: [0.38, 0.45, 0.56, 0.61, 0.62, 0.638],
    goals: [0.5, 0.7],
    status: 'on-track',
  },
  {
    clause: 'd.2',
    name: { vi: 'Đơn vị được công nhận đơn vị học tập', en: 'Organisations recognised as learning units' },
    values: [0.36, 0.4, 0.42, 0.46, 0.47, 0.482],
    goals: [0.5, 0.7],
    status: 'off-track',
  },
]

function columnsFor(reader: Reader): Column<TargetRow>[] {
  return [
    {
      key: 'clause',
      label: reader.say({ vi: 'Mục', en: 'Clause' }),
      explain: reader.say({ vi: 'Số mục trong kế hoạch 290/KH-UBND.', en: 'The clause of Plan 290/KH-UBND.' }),
      size: 'narrow',
      phone: 'plain',
      render: (row) => <span class="soft">{row.clause}</span>,
    },
    {
      key: 'name',
      label: reader.say({ vi: 'Chỉ tiêu', en: 'Target' }),
      rowHeader: true,
      sortHref: '?sort=-name',
      sorted: 'ascending',
      render: (row) => <a href={`#${row.clause}`}>{reader.say(row.name)}</a>,
    },
    {
      key: 'way',
      label: reader.say({ vi: 'Diễn biến', en: 'Trajectory' }),
      explain: reader.say({
        vi: 'Đường liền là số đã có; vòng tròn là đích năm 2025 và 2030.',
        en: 'The line is what was reached; the rings are the targets of 2025 and 2030.',
      }),
      size: 'large',
      phone: 'whole',
      render: (row) => (
        <Trajectory
          reader={reader}
          name={reader.say(row.name)}
          points={row.values.map((value, index) => ({ at: 2021 + index, label: String(2021 + index), value }))}
          targets={row.goals.map((value, index) => ({ at: 2025 + 5 * index, label: String(2025 + 5 * index), value }))}
          from={2020}
          to={2030}
          format={(value) => reader.percent(value, 1)}
        />
      ),
    },
    {
      key: 'now',
      label: reader.say({ vi: 'Hiện nay', en: 'Now' }),
      explain: reader.say({ vi: 'Giá trị mới nhất, có tháng.', en: 'The newest value, with its month.' }),
      align: 'end',
      sortHref: '?sort=now',
      render: (row) => <Figure reader={reader} value={reader.percent(row.values.at(-1) ?? 0, 1)} note="11/2026" />,
    },
    {
      key: 'goal',
      label: reader.say({ vi: 'Đích 2030', en: 'Target 2030' }),
      align: 'end',
      render: (row) => reader.percent(row.goals[1], 1),
    },
    {
      key: 'status',
      label: reader.say({ vi: 'Tình trạng', en: 'Status' }),
      render: (row) => <StatusMark reader={reader} status={row.status} />,
    },
  ]
}

export const examples: Example[] = [
  {
    name: { vi: 'Bảng chỉ tiêu', en: 'Table of targets' },
    render: (reader) => (
      <DataTable
        reader={reader}
        id="example-targets"
        caption={reader.say({ vi: 'd) Mô hình học tập', en: 'd) Learning models' })}
        ruled
        columns={columnsFor(reader)}
        rows={targets}
        keyOf={(row) => row.clause}
        empty={null}
        downloads={[
          { href: '#csv', label: 'CSV' },
          { href: '#xlsx', label: 'XLSX' },
        ]}
        note={reader.say({ vi: 'Bấm vào tên cột để xem nghĩa.', en: 'Press a heading to see what it means.' })}
      />
    ),
  },
  {
    name: { vi: 'Bảng rộng, cuộn trong khung', en: 'A wide grid that scrolls within itself' },
    render: (reader) => (
      <DataTable
        reader={reader}
        id="example-grid"
        caption={reader.say({ vi: 'Công dân học tập theo năm', en: 'Learning citizens by year' })}
        phone="scroll"
        columns={[
          {
            key: 'unit',
            label: reader.say({ vi: 'Đơn vị', en: 'Unit' }),
            rowHeader: true,
            render: (row: { name: string; values: number[] }) => row.name,
          },
          ...[2021, 2022, 2023, 2024, 2025, 2026].map((year, index) => ({
            key: String(year),
            label: String(year),
            align: 'end' as const,
            render: (row: { name: string; values: number[] }) => reader.number(row.values[index] ?? 0),
          })),
        ]}
        rows={[
          { name: 'Xã Minh Châu', values: [3120, 3377, 3501, 3689, 3702, 3811] },
          { name: 'Phường Văn Miếu - Quốc Tử Giám', values: [41_020, 44_377, 46_501, 49_689, 51_702, 53_811] },
        ]}
        totals={[
          {
            name: reader.say({ vi: 'Cộng', en: 'Total' }),
            values: [44_140, 47_754, 50_002, 53_378, 55_404, 57_622],
          },
        ]}
        keyOf={(row) => row.name}
        empty={null}
      />
    ),
  },
  {
    name: { vi: 'Bảng trống', en: 'A table without rows' },
    render: (reader) => (
      <DataTable
        reader={reader}
        id="example-empty"
        caption={reader.say({ vi: 'Hồ sơ', en: 'Dossiers' })}
        columns={columnsFor(reader)}
        rows={[]}
        keyOf={(row) => row.clause}
        empty={
          <EmptyState title={reader.say({ vi: 'Không có dòng nào khớp bộ lọc', en: 'No row fits the filters' })}>
            {reader.say({ vi: 'Bỏ bớt điều kiện lọc.', en: 'Take a filter away.' })}
          </EmptyState>
        }
      />
    ),
  },
]
