/** The changes of a draft: listed with their problems, each with a way to take it out. */
import { newId } from '#kernel/id.ts'
import { Hidden } from '#ui/form.tsx'
import { EmptyState, PartPagination } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Fault } from '../effects/effects.model.ts'
import { draftPath, removeChangePath } from '../paths.ts'
import type { ChangeLine } from './change-sentences.model.ts'
import { changeText } from './change-sentences.rules.ts'
import { texts } from './change-sentences.texts.ts'

export const changesPerPage = 50

interface ChangeTableProps {
  readonly reader: Reader
  readonly decision: { readonly id: string; readonly version: number }
  readonly rows: readonly ChangeLine[]
  readonly total: number
  readonly from: number
  readonly faults: readonly Fault[]
  readonly mayEdit: boolean
}

/** The id of a change's row on its page. */
export function changeId(place: number): string {
  return `act-${place}`
}

/** The page of the draft on which a change stands. */
export function changeHref(id: string, place: number): string {
  const from = Math.floor((place - 1) / changesPerPage) * changesPerPage
  return `${draftPath.to({ id }, { from: from || undefined })}#${changeId(place)}`
}

export function ChangeTable(props: ChangeTableProps) {
  const { reader, decision, rows, total, from, mayEdit } = props
  const { say } = reader
  const { id } = decision
  return (
    <>
      <DataTable
        reader={reader}
        id="acts-table"
        caption={say(texts.change)}
        captionUnseen
        columns={columnsOf(props)}
        rows={rows}
        keyOf={(row) => String(row.place)}
        empty={<EmptyState title={say(texts.noChanges)}>{mayEdit && say(texts.noChangesHint)}</EmptyState>}
      />
      {total > rows.length && (
        <PartPagination
          reader={reader}
          shown={rows.length}
          total={total}
          from={from}
          perPage={changesPerPage}
          hrefOf={(to) => `${draftPath.to({ id }, { from: to })}#acts`}
        />
      )}
    </>
  )
}

function columnsOf({ reader, decision, faults, mayEdit }: ChangeTableProps): Column<ChangeLine>[] {
  const { say, language } = reader
  const wrong = Map.groupBy(faults, (fault) => fault.change)
  const columns: Column<ChangeLine>[] = [
    {
      key: 'place',
      label: say(texts.number),
      size: 'narrow',
      align: 'end',
      rowHeader: true,
      render: (row) => row.place,
    },
    {
      key: 'change',
      label: say(texts.change),
      phone: 'plain',
      render: (row) => (
        <div id={changeId(row.place)}>
          {changeText(reader.language, row)}
          {(wrong.get(row.place) ?? []).map((fault) => (
            <p key={fault.vi} class="field-error">
              {fault[language]}
            </p>
          ))}
        </div>
      ),
    },
  ]
  const remove: Column<ChangeLine> = {
    key: 'remove',
    label: say(texts.actions),
    labelUnseen: true,
    size: 'narrow',
    render: (row) => <RemoveButton reader={reader} decision={decision} row={row} />,
  }
  return mayEdit ? [...columns, remove] : columns
}

function RemoveButton({ reader, decision, row }: Pick<ChangeTableProps, 'reader' | 'decision'> & { row: ChangeLine }) {
  return (
    <form method="post" action={removeChangePath.to({ id: decision.id })}>
      <Hidden name="_key" value={newId()} />
      <Hidden name="version" value={String(decision.version)} />
      <Hidden name="place" value={String(row.place)} />
      <button class="button-plain" type="submit">
        {reader.say(texts.remove)}
        <span class="unseen">: {changeText(reader.language, row)}</span>
      </button>
    </form>
  )
}
