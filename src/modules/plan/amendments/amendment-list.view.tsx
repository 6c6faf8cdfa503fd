/** The lists on the page of amendments: drafts, what was published, and targets of districts that are to be converted. */
import type { List } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { amendmentPath, clauseHref, convertPath, versionPath } from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { publishedText } from '../versions/version-diff.view.tsx'
import type { TargetFact, Version } from '../versions/versions.model.ts'
import { texts } from '../versions/versions.texts.ts'
import type { ListedAmendment } from './amendments.model.ts'

export const draftList: List<ListedAmendment> = {
  id: 'drafts-table',
  caption: texts.drafts,
  keyOf: (draft) => draft.id,
  rowsPerPage: 50,
  fileName: ({ today }) => `amendments-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noDrafts) }),
  columns: [
    {
      key: 'symbol',
      size: 'narrow',
      label: texts.decision,
      rowHeader: true,
      render: (draft) => <a href={amendmentPath.to({ id: draft.id })}>{draft.symbol}</a>,
      file: { value: (draft) => draft.symbol, width: 24 },
    },
    {
      key: 'title',
      label: texts.title,
      render: (draft, { reader }) => reader.say(draft.title),
      file: { value: (draft, { reader }) => reader.say(draft.title), width: 60 },
    },
    {
      key: 'effective',
      label: texts.effectiveOn,
      sort: 'effective',
      render: (draft, { reader }) => reader.date(draft.effectiveOn),
      file: { value: (draft) => draft.effectiveOn, width: 14, kind: 'date' },
    },
    {
      key: 'changes',
      label: texts.changes,
      align: 'end',
      render: (draft, { reader }) => reader.number(draft.changes),
      file: { value: (draft) => draft.changes, width: 12, kind: 'integer' },
    },
    {
      key: 'by',
      label: texts.draftedBy,
      render: (draft, { reader }) => draft.draftedBy?.name ?? reader.say(texts.operatorName),
      file: { value: (draft, { reader }) => draft.draftedBy?.name ?? reader.say(texts.operatorName), width: 30 },
    },
  ],
}

export const versionList: List<Version> = {
  id: 'versions-table',
  caption: texts.versions,
  keyOf: (row) => String(row.number),
  rowsPerPage: 50,
  fileName: ({ today }) => `plan-versions-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.noVersions) }),
  columns: [
    {
      key: 'number',
      label: texts.versions,
      labelUnseen: true,
      rowHeader: true,
      size: 'small',
      render: (row, { reader }) => (
        <a href={versionPath.to({ number: String(row.number) })}>
          {reader.say(texts.versionTitle, { number: row.number })}
        </a>
      ),
      file: { value: (row) => row.number, width: 12, kind: 'integer' },
    },
    {
      key: 'symbol',
      size: 'narrow',
      label: texts.decision,
      render: (row) => row.symbol,
      file: { value: (row) => row.symbol, width: 24 },
    },
    {
      key: 'title',
      label: texts.title,
      render: (row, { reader }) => reader.say(row.title),
      file: { value: (row, { reader }) => reader.say(row.title), width: 60 },
    },
    {
      key: 'effective',
      label: texts.effectiveOn,
      render: (row, { reader }) => reader.date(row.effectiveOn),
      file: { value: (row) => row.effectiveOn, width: 14, kind: 'date' },
    },
    {
      key: 'changes',
      label: texts.changes,
      align: 'end',
      render: (row) => (row.kind === 'original' ? <span class="soft">–</span> : row.changes),
      file: { value: (row) => (row.kind === 'original' ? null : row.changes), width: 12, kind: 'integer' },
    },
    {
      key: 'published',
      label: texts.published,
      render: (row, { reader }) => publishedText(reader, row),
      file: { value: (row, { reader }) => publishedText(reader, row), width: 50 },
    },
  ],
}

export function Districts({ reader, rows }: { reader: Reader; rows: readonly (TargetFact & { id: string })[] }) {
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="districts-table"
      caption={say(texts.rebasables)}
      captionUnseen
      rows={rows}
      keyOf={(row) => row.id}
      empty={null}
      columns={[
        {
          key: 'ref',
          label: say(texts.ref),
          size: 'small',
          phone: 'plain',
          render: (row) => <a href={clauseHref(row.ref)}>{row.ref}</a>,
        },
        { key: 'subject', label: say(planTexts.target), rowHeader: true, render: (row) => say(row.subject) },
        { key: 'year', label: say(texts.year), align: 'end', render: (row) => row.year },
        {
          key: 'action',
          label: say(texts.actions),
          labelUnseen: true,
          render: (row) => <a href={convertPath.to({ id: row.id })}>{say(texts.rebase)}</a>,
        },
      ]}
    />
  )
}
