/** A showing of the grid that a commune fills in once a year. */
import { problemCatalogue } from '#kernel/problem.ts'
import { CellError, CellInput } from '#ui/cells.tsx'
import type { Example } from '#ui/example.ts'
import type { FormState } from '#ui/form.tsx'
import { Mark } from '#ui/status.tsx'
import { DataTable } from '#ui/table.tsx'

const wrong = problemCatalogue('example', {
  fewer: {
    status: 422,
    vi: 'Ít hơn số gia đình được công nhận ({recognised}). Kiểm tra lại một trong hai ô.',
    en: 'Fewer than the families recognised ({recognised}). Check one of the two cells.',
  },
})

const rows = [
  {
    key: 'adults',
    vi: 'Công dân từ 18 tuổi',
    en: 'Citizens of 18 and over',
    last: 48_120,
    now: 48_655,
    computed: true,
  },
  { key: 'registered', vi: 'Gia đình đăng ký', en: 'Families registered', last: 15_020, now: 1512 },
  { key: 'recognised', vi: 'Gia đình được công nhận', en: 'Families recognised', last: 14_105, now: 14_882 },
  { key: 'clans', vi: 'Dòng họ được công nhận', en: 'Clans recognised', last: 12 },
]

export const examples: Example[] = [
  {
    name: { vi: 'Bảng nhập: năm trước bên năm nay', en: 'A grid to fill in: last year beside this year' },
    render: (reader) => {
      const form: FormState = {
        reader,
        problems: [wrong.fewer({ recognised: reader.number(14_882) }, ['cells', 'registered'])],
      }
      return (
        <DataTable
          reader={reader}
          id="example-cells"
          caption={reader.say({ vi: 'Mô hình học tập', en: 'Learning models' })}
          rows={rows}
          keyOf={(row) => row.key}
          empty={null}
          columns={[
            {
              key: 'measure',
              label: reader.say({ vi: 'Số liệu', en: 'Measure' }),
              rowHeader: true,
              render: (row) => (
                <>
                  {reader.say(row)}
                  <CellError form={form} name={`cells.${row.key}`} />
                </>
              ),
            },
            {
              key: 'last',
              label: reader.say({ vi: 'Năm 2025', en: '2025' }),
              align: 'end',
              render: (row) => reader.number(row.last),
            },
            {
              key: 'now',
              label: reader.say({ vi: 'Năm 2026', en: '2026' }),
              align: 'end',
              render: (row) => (
                <CellInput
                  form={form}
                  name={`cells.${row.key}`}
                  label={`${reader.say(row)}, 2026`}
                  value={row.now === undefined ? undefined : reader.number(row.now)}
                  computed={row.computed}
                  placeholder={reader.say({ vi: 'chưa nhập', en: 'empty' })}
                />
              ),
            },
            {
              key: 'check',
              label: reader.say({ vi: 'Kiểm tra', en: 'Check' }),
              render: (row) =>
                row.key === 'registered' ? (
                  <Mark tone="bad">{reader.say({ vi: 'Phải sửa', en: 'To correct' })}</Mark>
                ) : null,
            },
          ]}
        />
      )
    },
  },
]
