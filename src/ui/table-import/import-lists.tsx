/** The lists of a table import: what was imported before, and what is wrong in one file. */
import { addressOf } from '#kernel/cell-address.ts'
import type { AnyTableImport, RowProblem, TableImport } from '#platform/table-import/index.ts'
import type { List } from '#ui/list.tsx'
import { StateMark } from './import-views.tsx'
import { stateWords, texts } from './texts.ts'

export const importList: List<TableImport, AnyTableImport> = {
  id: 'imports-table',
  caption: texts.before,
  keyOf: ({ id }) => id,
  rowsPerPage: 50,
  fileName: ({ today }) => `imports-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noneBefore) }),
  filters: [
    {
      name: 'state',
      label: texts.state,
      kind: 'choice',
      options: ({ reader }) =>
        Object.entries(stateWords).map(([value, label]) => ({ value, label: reader.say(label) })),
    },
  ],
  columns: [
    {
      key: 'file',
      label: texts.file,
      rowHeader: true,
      render: ({ id, fileName }, { extra }) => <a href={extra.paths.one.to({ id })}>{fileName}</a>,
      file: { value: ({ fileName }) => fileName, width: 40 },
    },
    {
      key: 'state',
      label: texts.state,
      render: ({ state }, { reader }) => <StateMark reader={reader} state={state} />,
      file: { value: ({ state }, { reader }) => reader.say(stateWords[state]), width: 18 },
    },
    {
      key: 'rows',
      label: texts.rows,
      align: 'end',
      render: ({ rowCount }, { reader }) => reader.number(rowCount),
      file: { value: ({ rowCount }) => rowCount, width: 12, kind: 'integer' },
    },
    {
      key: 'stored',
      label: texts.storedRows,
      align: 'end',
      render: ({ storedCount }, { reader }) => reader.number(storedCount),
      file: { value: ({ storedCount }) => storedCount, width: 12, kind: 'integer' },
    },
    { key: 'by', label: texts.who, render: ({ by }) => by, file: { value: ({ by }) => by, width: 30 } },
    {
      key: 'at',
      label: texts.when,
      render: ({ createdAt }, { reader }) => reader.instant(createdAt),
      file: { value: ({ createdAt }) => createdAt.toISOString(), width: 26 },
    },
  ],
}

/** In the order of the file. */
export const problemList: List<RowProblem> = {
  id: 'problems-table',
  caption: texts.wrong,
  keyOf: ({ line, place }) => `${line} ${place}`,
  fileName: ({ today }) => `problems-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.nothingWrong) }),
  columns: [
    {
      key: 'cell',
      label: texts.cell,
      size: 'narrow',
      render: cellText,
      file: { value: cellText, width: 10 },
    },
    {
      key: 'column',
      label: texts.column,
      render: ({ heading }, { reader }) => heading ?? reader.say(texts.wholeRow),
      file: { value: ({ heading }, { reader }) => heading ?? reader.say(texts.wholeRow), width: 24 },
    },
    {
      key: 'why',
      label: texts.why,
      rowHeader: true,
      phone: 'whole',
      render: (row, { reader }) => row[reader.language],
      file: { value: (row, { reader }) => row[reader.language], width: 80 },
    },
  ],
}

/** `C2`; of the whole row, its number. */
function cellText({ line, columnNumber }: RowProblem): string {
  return columnNumber === null ? String(line) : addressOf({ row: line, column: columnNumber })
}
