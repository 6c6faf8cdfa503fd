/** The page of packs: files with their versions, what differs and why, and every application. */
import type { ComponentChildren } from 'preact'
import { newId } from '#kernel/id.ts'
import type { Application, KindState, PackFile, RowDifference } from '#platform/pack-kinds/model.ts'
import { action, type Route, view } from '#platform/web/page.ts'
import { Hidden } from '#ui/form.tsx'
import { Breadcrumbs, EmptyState, PageHeader, Section } from '#ui/layout.tsx'
import type { List } from '#ui/list.tsx'
import { fileOfList, readList, rowsOf } from '#ui/list-page.ts'
import { type Reader, readerOf } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { texts as appTexts } from '../texts.ts'
import { packTexts as texts } from './packs.texts.ts'
import { type PackOperations, packApplications } from './packs.ts'
import { packsPath, systemPath, takePackRowPath } from './paths.ts'

/** The routes over the operations of all kinds. */
export function packRoutesOf({ packs, takePackRow }: PackOperations): readonly Route[] {
  return [
    view(packsPath, async (visit) => {
      const reader = readerOf(visit.language)
      const { say } = reader
      const { kinds } = await visit.perform(packs, {})
      const extra = { wordsOf: new Map(kinds.map(({ kind, words }) => [kind, words])) }
      const place = {
        list: applicationList,
        rows: rowsOf(packApplications),
        hrefOf: packsPath.to.bind(null, {}),
        extra,
      }
      const file = await fileOfList(visit, place)
      if (file) return file
      const { body } = await readList(visit, place)
      return {
        title: say(texts.packs),
        width: 'wide',
        body: (
          <>
            <Breadcrumbs
              reader={reader}
              trail={[{ href: systemPath.to(), label: say(appTexts.system) }, { label: say(texts.packs) }]}
            />
            <PageHeader title={say(texts.packs)} lead={say(texts.packsLead)} />
            <DifferenceSection reader={reader} kinds={kinds} />
            <FileSection reader={reader} kinds={kinds} />
            <Section id="applications" title={say(texts.applications)}>
              {body}
            </Section>
          </>
        ),
      }
    }),
    action(takePackRowPath, async (visit) => {
      const { fields } = await visit.form()
      await visit.perform(takePackRow, { kind: fields.kind, key: fields.key, version: fields.version })
      return visit.go(packsPath.to(), texts.taken)
    }),
  ]
}

type Difference = RowDifference & { readonly kind: string; readonly words: KindState['words'] }

function DifferenceSection({ reader, kinds }: { reader: Reader; kinds: readonly KindState[] }) {
  const { say } = reader
  const rows = kinds.flatMap(({ kind, words, rows: own }) => own.map((row): Difference => ({ ...row, kind, words })))
  return (
    <Section id="differences" title={say(texts.differences)} lead={rows.length > 0 ? say(texts.differencesLead) : ''}>
      <DataTable
        reader={reader}
        id="differences-table"
        caption={say(texts.differences)}
        captionUnseen
        columns={differenceColumns(reader)}
        rows={rows}
        keyOf={(row) => `${row.kind} ${row.key}`}
        empty={<EmptyState title={say(texts.noDifferences)} />}
      />
    </Section>
  )
}

function differenceColumns(reader: Reader): Column<Difference>[] {
  const { say } = reader
  return [
    { key: 'key', label: say(texts.key), rowHeader: true, render: (row) => row.key },
    { key: 'kind', label: say(texts.kind), render: (row) => say(row.words) },
    {
      key: 'state',
      label: say(texts.state),
      render: (row) => <Mark tone={row.state === 'own' ? 'warn' : 'note'}>{say(texts[row.state])}</Mark>,
    },
    { key: 'pack', label: say(texts.inPack), render: (row) => contentOf(reader, row, row.pack) },
    { key: 'own', label: say(texts.here), render: (row) => contentOf(reader, row, row.own) },
    { key: 'take', label: '', render: (row) => row.state === 'own' && <TakeButton reader={reader} row={row} /> },
  ]
}

/** What differs, field by field; of a row that only one side has there is nothing to compare. */
function contentOf({ say }: Reader, { fields }: Difference, side: RowDifference['pack']): ComponentChildren {
  if (!side) return say(texts.gone)
  if (fields.length === 0) return '…'
  return fields.map((field) => (
    <div key={field}>
      <code>{field}</code> {textOf(side[field])}
    </div>
  ))
}

const longest = 200

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function TakeButton({ reader, row: { kind, key, version } }: { reader: Reader; row: Difference }) {
  return (
    <form method="post" action={takePackRowPath.to()}>
      {Object.entries({ kind, key, version, _key: newId() }).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <button class="button-plain" type="submit">
        {reader.say(texts.take)}
        <span class="unseen">: {key}</span>
      </button>
    </form>
  )
}

function FileSection({ reader, kinds }: { reader: Reader; kinds: readonly KindState[] }) {
  const { say } = reader
  const files = new Map(kinds.flatMap((kind) => kind.files.map((file) => [file.file, file] as const)))
  return (
    <Section id="files" title={say(texts.files)}>
      <DataTable
        reader={reader}
        id="files-table"
        caption={say(texts.files)}
        captionUnseen
        columns={[
          { key: 'file', label: say(texts.file), rowHeader: true, render: (row) => <code>{row.file}</code> },
          { key: 'version', label: say(texts.version), align: 'end', render: (row) => reader.number(row.version) },
          { key: 'applied', label: say(texts.applied), render: (row) => appliedText(reader, row) },
        ]}
        rows={[...files.values()]}
        keyOf={(row) => row.file}
        empty={<EmptyState title={say(texts.noApplications)} />}
      />
    </Section>
  )
}

function appliedText({ say, number, instant }: Reader, { version, checksum, applied }: PackFile): string {
  if (!applied) return say(texts.notApplied)
  const params = { version: number(applied.version), at: instant(applied.at) }
  if (version < applied.version) return `${say(texts.appliedLine, params)}; ${say(texts.older)}`
  return say(checksum === applied.checksum ? texts.appliedLine : texts.appliedOther, params)
}

const counted = (key: 'newRows' | 'changedRows' | 'endedRows' | 'ownRows') => ({
  key,
  label: texts[key],
  align: 'end' as const,
  render: (row: Application, { reader }: { reader: Reader }) => reader.number(row[key]),
  file: { value: (row: Application) => row[key], width: 12, kind: 'integer' as const },
})

/** What the kinds of rows are called; one that the program no longer has, by its name. */
interface KindWords {
  readonly wordsOf: ReadonlyMap<string, KindState['words']>
}

const applicationList: List<Application, KindWords> = {
  id: 'pack-applications',
  caption: texts.applications,
  keyOf: (row) => row.id,
  fileName: ({ today }) => `packs-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noApplications), hint: reader.say(texts.noApplicationsHint) }),
  filters: [],
  columns: [
    {
      key: 'at',
      label: texts.at,
      rowHeader: true,
      render: (row, { reader }) => reader.instant(row.at),
      file: { value: (row, { reader }) => reader.instant(row.at), width: 18 },
    },
    {
      key: 'kind',
      label: texts.kind,
      render: (row, { reader, extra }) => {
        const words = extra.wordsOf.get(row.kind)
        return words ? reader.say(words) : <code>{row.kind}</code>
      },
      file: { value: (row) => row.kind, width: 24 },
    },
    { key: 'files', label: texts.files, render: (row) => row.files, file: { value: (row) => row.files, width: 40 } },
    counted('newRows'),
    counted('changedRows'),
    counted('endedRows'),
    counted('ownRows'),
  ],
}
