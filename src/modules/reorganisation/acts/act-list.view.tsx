/** The acts of a draft: listed with their problems, each with a way to take it out. */
import { newId } from '#kernel/id.ts'
import { Hidden } from '#ui/form.tsx'
import { EmptyState, Pagination } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Fault } from '../changes/changes.model.ts'
import { draftPath, removeActPath } from '../paths.ts'
import type { ActLine } from './act-sentences.model.ts'
import { actText } from './act-sentences.rules.ts'
import { texts } from './act-sentences.texts.ts'

export const actsPerPage = 50

interface ActTableProps {
  readonly reader: Reader
  readonly reform: { readonly id: string; readonly version: number }
  readonly rows: readonly ActLine[]
  readonly total: number
  readonly from: number
  readonly faults: readonly Fault[]
  readonly mayEdit: boolean
}

/** The id of an act's row on its page. */
export function actId(place: number): string {
  return `act-${place}`
}

/** The page of the draft on which an act stands. */
export function actHref(id: string, place: number): string {
  const from = Math.floor((place - 1) / actsPerPage) * actsPerPage
  return `${draftPath.to({ id }, { from: from || undefined })}#${actId(place)}`
}

export function ActTable(props: ActTableProps) {
  const { reader, reform, rows, total, from, mayEdit } = props
  const { say } = reader
  const { id } = reform
  const next = from + rows.length
  return (
    <>
      <DataTable
        reader={reader}
        id="acts-table"
        caption={say(texts.act)}
        captionUnseen
        columns={columnsOf(props)}
        rows={rows}
        keyOf={(row) => String(row.place)}
        empty={<EmptyState title={say(texts.noActs)}>{mayEdit && say(texts.noActsHint)}</EmptyState>}
      />
      {total > rows.length && (
        <Pagination
          reader={reader}
          shown={rows.length}
          total={total}
          firstHref={from > 0 ? `${draftPath.to({ id })}#acts` : undefined}
          nextHref={next < total ? `${draftPath.to({ id }, { from: next })}#acts` : undefined}
        />
      )}
    </>
  )
}

function columnsOf({ reader, reform, faults, mayEdit }: ActTableProps): Column<ActLine>[] {
  const { say, language } = reader
  const wrong = Map.groupBy(faults, (fault) => fault.act)
  const said: Column<ActLine>[] = [
    {
      key: 'place',
      label: say(texts.number),
      size: 'narrow',
      align: 'end',
      rowHeader: true,
      render: (row) => row.place,
    },
    {
      key: 'act',
      label: say(texts.act),
      phone: 'plain',
      render: (row) => (
        <div id={actId(row.place)}>
          {actText(reader.language, row)}
          {(wrong.get(row.place) ?? []).map((fault) => (
            <p key={fault.vi} class="field-error">
              {fault[language]}
            </p>
          ))}
        </div>
      ),
    },
  ]
  const remove: Column<ActLine> = {
    key: 'remove',
    label: say(texts.actions),
    labelUnseen: true,
    size: 'narrow',
    render: (row) => <RemoveButton reader={reader} reform={reform} row={row} />,
  }
  return mayEdit ? [...said, remove] : said
}

function RemoveButton({ reader, reform, row }: Pick<ActTableProps, 'reader' | 'reform'> & { row: ActLine }) {
  return (
    <form method="post" action={removeActPath.to({ id: reform.id })}>
      <Hidden name="_key" value={newId()} />
      <Hidden name="version" value={String(reform.version)} />
      <Hidden name="place" value={String(row.place)} />
      <button class="button-plain" type="submit">
        {reader.say(texts.remove)}
        <span class="unseen">: {actText(reader.language, row)}</span>
      </button>
    </form>
  )
}
