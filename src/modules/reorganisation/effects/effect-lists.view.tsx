/** One list of what changes: its beginning with a way to the whole, or the page of it that was asked for. */
import type { ComponentChildren } from 'preact'
import type { Field } from '#kernel/field.ts'
import { LinkButton } from '#ui/form.tsx'
import { PartPagination, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { type Column, DataTable } from '#ui/table.tsx'
import type { Consequences, ListName, ListQuery, UnitCounts, UnitLists } from './effects.model.ts'
import { texts } from './effects.texts.ts'

export interface Shown {
  readonly reader: Reader
  readonly counts: UnitCounts & Partial<Record<ListName, number>>
  readonly lists: UnitLists & Partial<Consequences>
  readonly asked: ListQuery
  readonly fields: readonly Field[]
  /** The address of the page with a part of a list. */
  readonly hrefOf: (input: { list?: ListName; from?: number }) => string
}

interface ListProps<Row> extends Shown {
  readonly name: ListName
  readonly lead?: ComponentChildren
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  keyOf(row: Row): string
}

export function List<Row>({ reader, name, lead, rows, columns, keyOf, counts, asked: input, hrefOf }: ListProps<Row>) {
  const { say } = reader
  const total = counts[name] ?? 0
  if (rows.length === 0) return null
  const isAlone = input.list === name
  return (
    <Section id={name} title={`${say(texts[name])} (${reader.number(total)})`} lead={lead}>
      <DataTable
        reader={reader}
        id={`${name}-table`}
        caption={say(texts[name])}
        captionUnseen
        rows={rows}
        columns={columns}
        keyOf={keyOf}
        empty={null}
      />
      {isAlone && (
        <PartPagination
          reader={reader}
          shown={rows.length}
          total={total}
          from={input.from}
          perPage={input.limit}
          hrefOf={(from) => hrefOf({ list: name, from })}
        />
      )}
      <p>
        {isAlone && <LinkButton href={hrefOf({})}>{say(texts.backToAll)}</LinkButton>}
        {!isAlone && total > rows.length && (
          <LinkButton href={hrefOf({ list: name })}>{say(texts.seeAll, { count: reader.number(total) })}</LinkButton>
        )}
      </p>
    </Section>
  )
}
