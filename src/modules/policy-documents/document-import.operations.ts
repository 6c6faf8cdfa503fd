/** Documents that come in as a table, Excel or CSV: a row a document, of any unit. */
import type { Problem } from '#kernel/problem.ts'
import { ProblemError } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { roleAtCity, unitFinder } from '#modules/organisation'
import { planItemsOf } from '#modules/plan'
import type { Work } from '#platform/operation.ts'
import { dropEntries } from '#platform/search/store.ts'
import { type ImportRow, tableImport, type Values } from '#platform/table-import/index.ts'
import { documentSearch, indexDocuments } from './document-records.operations.ts'
import { importsPath } from './paths.ts'
import * as store from './store.ts'
import { problems, texts } from './texts.ts'

interface Known {
  readonly today: string
  readonly kinds: ReadonlySet<string>
  readonly clauses: ReadonlySet<string>
  readonly recorded: ReadonlySet<string>
  unitIdOf(code: string, on: string): string | undefined
}

const text = (values: Values, key: string) => String(values[key] ?? '')
const refsOf = (values: Values) =>
  text(values, 'clauses')
    .split(';')
    .map((ref) => ref.trim())
    .filter((ref) => ref !== '')
const numberKey = (unitId: string, number: string, year: string | number) => `${unitId} ${number.toLowerCase()} ${year}`

export const documentImport = tableImport<Known>({
  name: 'policy-documents.import',
  at: importsPath.to(),
  title: texts.importTitle,
  lead: texts.importLead,
  may: roleAtCity('editor'),
  mostRows: 100_000,
  mayLeaveOut: true,
  columns: [
    {
      key: 'unit',
      label: texts.issuerCode,
      headings: ['Mã đơn vị', 'Mã đơn vị ban hành', 'unit'],
      isNeeded: true,
      kind: 'text',
      most: 100,
    },
    {
      key: 'number',
      label: texts.number,
      headings: ['Số, ký hiệu', 'Số ký hiệu', 'Số hiệu', 'number'],
      isNeeded: true,
      kind: 'text',
      most: 60,
    },
    {
      key: 'issuedOn',
      label: texts.issuedOn,
      headings: ['Ngày ban hành', 'Ngày ký', 'issued on'],
      isNeeded: true,
      kind: 'date',
    },
    {
      key: 'kind',
      label: texts.kind,
      headings: ['Loại văn bản', 'Loại', 'kind'],
      isNeeded: true,
      kind: 'text',
      most: 60,
    },
    {
      key: 'title',
      label: texts.title,
      headings: ['Trích yếu', 'Tên văn bản', 'title'],
      isNeeded: true,
      kind: 'text',
      most: 1000,
    },
    {
      key: 'clauses',
      label: texts.clausesColumn,
      headings: ['Thực hiện điều mục', 'Điều mục', 'clauses'],
      isOptional: true,
      kind: 'text',
      most: 1000,
    },
    {
      key: 'endedOn',
      label: texts.endedOn,
      headings: ['Hết hiệu lực từ ngày', 'Ngày hết hiệu lực', 'ended on'],
      isOptional: true,
      kind: 'date',
    },
  ],
  key: ['unit', 'number', 'issuedOn'],
  context: knownOf,
  check: (rows, known) => rows.flatMap((row, index) => problemsOf(row, index, known)),
  async store({ tx, caller, now }, batch) {
    const ids = await store.insertBatch(tx, batch, { account: caller.account?.id, at: now })
    await indexDocuments(tx, ids)
    return ids.length
  },
  async undo({ tx }, importId) {
    const documents = await store.listImported(tx, { importId })
    if (documents.some(({ isUsed }) => isUsed)) throw new ProblemError(problems.importUsed())
    const ids = documents.map(({ id }) => id)
    await store.removeDocuments(tx, ids)
    await dropEntries(tx, documentSearch.kind, ids)
    return ids.length
  },
})

async function knownOf({ tx, today }: Work, rows: readonly Values[]): Promise<Known> {
  const find = await unitFinder(tx)
  const kinds = await store.listKinds(tx)
  const refs = [...new Set(rows.flatMap(refsOf))]
  const items = await planItemsOf(
    tx,
    refs.map((id) => ({ kind: 'clause' as const, id })),
  )
  const recorded = await store.listNumbers(tx, { numbers: rows.map((row) => text(row, 'number').toLowerCase()) })
  return {
    today,
    kinds: new Set(
      kinds.flatMap(({ code, name, abbreviation }) => [code, name.vi, abbreviation].map(fold)).filter(Boolean),
    ),
    clauses: new Set(items.map(({ id }) => id)),
    recorded: new Set(recorded.map(({ unitId, number, year }) => numberKey(unitId, number, year))),
    unitIdOf: (code, on) => find(code, on)?.id,
  }
}

function problemsOf({ values }: ImportRow, index: number, known: Known): Problem[] {
  const issuedOn = text(values, 'issuedOn')
  const unitId = known.unitIdOf(text(values, 'unit'), issuedOn)
  const key = unitId && numberKey(unitId, text(values, 'number'), issuedOn.slice(0, 4))
  const ref = refsOf(values).find((each) => !known.clauses.has(each))
  return [
    ...(unitId ? [] : [problems.unknownUnit({ code: text(values, 'unit') }, [index, 'unit'])]),
    ...(known.kinds.has(fold(text(values, 'kind'))) ? [] : [problems.unknownKind({}, [index, 'kind'])]),
    ...(issuedOn > known.today ? [problems.issuedLater({}, [index, 'issuedOn'])] : []),
    ...(values.endedOn && text(values, 'endedOn') < issuedOn ? [problems.endsBefore({}, [index, 'endedOn'])] : []),
    ...(key && known.recorded.has(key) ? [problems.numberTaken({}, [index, 'number'])] : []),
    ...(ref === undefined ? [] : [problems.unknownClause({ ref }, [index, 'clauses'])]),
  ]
}
