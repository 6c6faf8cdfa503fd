/** The one table: explained headings, sorting by address, row headers, downloads; folds into small sheets where it is narrow. */
import type { ComponentChildren } from 'preact'
import { Icon } from '#ui/icon.tsx'
import type { Reader } from '#ui/reader.ts'
import type { Link } from '#ui/shell-props.ts'
import { words } from '#ui/words.ts'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** What the word of the heading means; opens from the heading, without script. */
  readonly explain?: string
  /** `end` for numbers. */
  readonly align?: 'start' | 'end'
  /** The column that names the row. Exactly one. */
  readonly rowHeader?: boolean
  /** As narrow as its content, or of a fixed width, so that tables below each other stand in line. */
  readonly size?: 'narrow' | 'small' | 'medium' | 'large'
  /** On a phone: `whole` takes a line of its own, `plain` does so without its label, `hide` is not shown. */
  readonly phone?: 'whole' | 'plain' | 'hide'
  /** The heading is only for screen readers (a column of links or buttons). */
  readonly labelUnseen?: boolean
  readonly sortHref?: string
  readonly sorted?: 'ascending' | 'descending'
  render(row: Row): ComponentChildren
}

export interface DataTableProps<Row> {
  readonly reader: Reader
  /** Unique on the page. */
  readonly id: string
  readonly caption: string
  /** The caption is only for screen readers, where a heading above already says it. */
  readonly captionUnseen?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  keyOf(row: Row): string
  /** Marks one row as the place one is at. */
  isCurrent?(row: Row): boolean
  /** Last rows set apart: totals. */
  readonly totals?: readonly Row[]
  /** Shown instead of the table when there is no row. */
  readonly empty: ComponentChildren
  /** A strong rule on top, for the tables of a front page. */
  readonly ruled?: boolean
  /** `scroll` keeps a wide grid a grid on a phone; it then scrolls within itself. */
  readonly phone?: 'fold' | 'scroll'
  readonly downloads?: readonly Link[]
  readonly note?: ComponentChildren
}

/** CSS that folds a table takes its meaning away from screen readers, so every part names its role again. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0) return <>{props.empty}</>
  const { id, columns, rows, keyOf, phone = 'fold' } = props
  const classes = ['table', `table-${phone}`, props.ruled && 'table-ruled'].filter(Boolean).join(' ')
  const table = (
    <table class={classes} {...roles.table} aria-labelledby={`${id}-caption`}>
      <caption id={`${id}-caption`} class={props.captionUnseen ? 'unseen' : undefined}>
        {props.caption}
      </caption>
      <thead {...roles.rowgroup}>
        <tr {...roles.row}>{columns.map((column) => heading(props, column))}</tr>
      </thead>
      <tbody {...roles.rowgroup}>
        {rows.map((row) => (
          <tr key={keyOf(row)} {...roles.row} aria-current={props.isCurrent?.(row) ? 'true' : undefined}>
            {columns.map((column) => cell(column, row))}
          </tr>
        ))}
      </tbody>
      {props.totals && (
        <tfoot {...roles.rowgroup}>
          {props.totals.map((row) => (
            <tr key={keyOf(row)} {...roles.row}>
              {columns.map((column) => cell(column, row))}
            </tr>
          ))}
        </tfoot>
      )}
    </table>
  )
  return (
    <div class={columns.length > fewColumns ? 'table-region table-many' : 'table-region'} id={id}>
      {phone === 'scroll' ? (
        <section class="table-scroll" aria-labelledby={`${id}-caption`} tabindex={0}>
          {table}
        </section>
      ) : (
        <div class="gauge">
          <div class="hold">{table}</div>
        </div>
      )}
      <TableFoot {...props} />
    </div>
  )
}

/** A table of more columns folds on wider windows too. */
const fewColumns = 5

function classOf<Row>(column: Column<Row>): string | undefined {
  const classes = [
    column.align === 'end' && 'end',
    column.size && `size-${column.size}`,
    column.phone && `phone-${column.phone}`,
  ]
  return classes.filter(Boolean).join(' ') || undefined
}

function heading<Row>(props: DataTableProps<Row>, column: Column<Row>) {
  const { reader, id } = props
  const { key, label, explain, sortHref, sorted } = column
  const mute = column.labelUnseen || !(explain || sortHref)
  return (
    <th
      key={key}
      {...roles.columnheader}
      scope="col"
      class={classOf(column)}
      aria-sort={sorted}
      data-mute={mute ? '' : undefined}
    >
      {column.labelUnseen ? (
        <span class="unseen">{label}</span>
      ) : (
        <span class={label.length <= shortLabel ? 'heading heading-short' : 'heading'}>
          {explain ? <Explained id={`${id}-${key}-explained`} label={label} text={explain} /> : label}
          {sortHref && <SortLink reader={reader} label={label} href={sortHref} sorted={sorted} />}
        </span>
      )}
    </th>
  )
}

/** A heading of so many letters stays on one line. */
const shortLabel = 12

/** A word that opens its meaning. `id` must be unique on the page. */
export function Explained({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <>
      <button class="explained" type="button" popovertarget={id}>
        {label}
      </button>
      <span class="explanation" id={id} popover role="note">
        <strong>{label}</strong> {text}
      </span>
    </>
  )
}

function SortLink(props: { reader: Reader; label: string; href: string; sorted?: 'ascending' | 'descending' }) {
  const { reader, label, href, sorted } = props
  const now = sorted && reader.say(sorted === 'ascending' ? words.sortedUp : words.sortedDown)
  const name = reader.say(words.sortBy, { label })
  return (
    <a class="sort" href={href} data-sorted={sorted} aria-label={now ? `${name}, ${now}` : name}>
      <Icon shape={sorted === 'ascending' ? 'up' : sorted === 'descending' ? 'down' : 'sort'} />
    </a>
  )
}

function cell<Row>(column: Column<Row>, row: Row) {
  if (column.rowHeader) {
    return (
      <th key={column.key} {...roles.rowheader} scope="row" class={classOf(column)}>
        {column.render(row)}
      </th>
    )
  }
  return (
    <td
      key={column.key}
      {...roles.cell}
      class={classOf(column)}
      data-label={column.labelUnseen || column.phone === 'plain' ? undefined : column.label}
    >
      {column.render(row)}
    </td>
  )
}

function TableFoot<Row>({ reader, note, downloads }: DataTableProps<Row>) {
  if (!note && !downloads) return null
  return (
    <div class="table-foot">
      <div>{note}</div>
      {downloads && (
        <p class="downloads">
          <span>{reader.say(words.downloads)}</span>
          {downloads.map(({ href, label }) => (
            <a key={href} href={href} download>
              {label}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}
