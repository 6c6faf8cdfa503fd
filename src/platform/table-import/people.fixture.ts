/** An import of people into a table of its own, as a module would write one: for tests, and for the process that is killed. */
import { sql } from 'kysely'
import { operator } from '#platform/authority.ts'
import { tableImport } from './index.ts'
import { problems } from './problems.ts'

/** What a module's migration would make. */
export const peopleTable = `
  create schema if not exists people;
  create table people.person (code text primary key, name text not null, born date, share float8, children int8, kind text,
    import_id uuid not null);
  create index person_by_import on people.person (import_id);`

/** Known beforehand, so that a rule has something to check against. */
const unwanted = 'P-13'

export const peopleImport = tableImport<{ readonly unwanted: string }>({
  name: 'people.import',
  at: '/people/imports',
  title: { vi: 'Nhập danh sách người', en: 'Import of people' },
  lead: { vi: 'Mỗi dòng một người.', en: 'A person a row.' },
  may: operator,
  mostRows: 200_000,
  columns: [
    {
      key: 'code',
      label: { vi: 'Mã', en: 'Code' },
      headings: ['Mã', 'Mã người', 'code'],
      isNeeded: true,
      kind: 'text',
      most: 20,
    },
    {
      key: 'name',
      label: { vi: 'Họ và tên', en: 'Name' },
      headings: ['Họ và tên', 'Tên', 'name'],
      isNeeded: true,
      kind: 'text',
    },
    {
      key: 'born',
      label: { vi: 'Ngày sinh', en: 'Born' },
      headings: ['Ngày sinh', 'born'],
      kind: 'date',
      isOptional: true,
    },
    {
      key: 'share',
      label: { vi: 'Tỷ lệ', en: 'Share' },
      headings: ['Tỷ lệ', 'share'],
      kind: 'number',
      isOptional: true,
    },
    {
      key: 'children',
      label: { vi: 'Số con', en: 'Children' },
      headings: ['Số con', 'children'],
      kind: 'whole',
      isOptional: true,
    },
    {
      key: 'kind',
      label: { vi: 'Loại', en: 'Kind' },
      headings: ['Loại', 'kind'],
      kind: 'choice',
      choices: { pupil: ['Học sinh'], teacher: ['Giáo viên'] },
      isOptional: true,
    },
  ],
  key: ['code'],
  context: async () => ({ unwanted }),
  check: (rows, context) =>
    rows.flatMap(({ values }, index) =>
      values.code === context.unwanted ? [problems.notChoice({ entry: unwanted, choices: '–' }, [index, 'code'])] : [],
    ),
  async store({ tx }, { importId, rows }) {
    const { numAffectedRows } = await sql`
      insert into people.person (code, name, born, share, children, kind, import_id)
      select code, name, born, share, children, kind, ${importId} from ${rows} as incoming`.execute(tx)
    return Number(numAffectedRows ?? 0)
  },
  async undo({ tx }, importId) {
    const { numAffectedRows } = await sql`delete from people.person where import_id = ${importId}`.execute(tx)
    return Number(numAffectedRows ?? 0)
  },
})

/** A CSV of so many people, as Excel in Vietnam writes it. */
export function peopleCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const code = `P${String(index).padStart(7, '0')}`
    return `${code};Nguyễn Thị ${code};${(index % 28) + 1}/06/${1950 + (index % 60)};0,${index % 100};${index % 5};Học sinh`
  })
  return `Mã;Họ và tên;Ngày sinh;Tỷ lệ;Số con;Loại\r\n${rows.join('\r\n')}\r\n`
}
