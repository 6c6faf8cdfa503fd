/** Writes an official document as the body of a printable page: the same words in the same order as the Word file. */
import type { ComponentChildren, JSX } from 'preact'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { renderToString } from 'preact-render-to-string'
import type { Composed, ComposedAnnex } from './compose.ts'
import { compose } from './compose.ts'
import type { ComposedBars, ComposedBlock, ComposedTable, Spans } from './compose-blocks.ts'
import { groupsOf } from './compose-blocks.ts'
import { Addressees, Foot, Head, Lines } from './html-head.tsx'
import type { OfficialDocument } from './model.ts'

/** Where a figure leads, from what its row and its column are of; `name` is the row itself. */
export type HrefOf = (row: string, column: string) => string | undefined

/**
 * One `<article class="official">`, without style attributes or scripts; `officialCss` is its style sheet. Its title is the first
 * heading of a page, or, as a part of a page that has one, the second. Without `hrefOf` it has no links: a file to be kept.
 */
export function renderHtml(
  document: OfficialDocument,
  { isPart = false, hrefOf = () => undefined }: { isPart?: boolean; hrefOf?: HrefOf } = {},
): string {
  return renderToString(
    <Links.Provider value={hrefOf}>
      <OfficialArticle words={compose(document)} Title={isPart ? 'h2' : 'h1'} />
    </Links.Provider>,
  )
}

const Links = createContext<HrefOf>(() => undefined)

/** Its content, as a link where it leads somewhere. */
function Linked(props: { row: string | undefined; column: string | undefined; children: ComponentChildren }) {
  const { row, column, children } = props
  const href = useContext(Links)(row ?? '', column ?? '')
  return href === undefined ? children : <a href={href}>{children}</a>
}

function OfficialArticle({ words, Title }: { words: Composed; Title: 'h1' | 'h2' }) {
  return (
    <article class="official" lang="vi">
      <Labels labels={words.labels} />
      <Head words={words} Title={Title} />
      {words.typeName && (
        <>
          <Title class="official-title">
            <span class="official-type">{words.typeName}</span> <Lines text={words.title} />
          </Title>
          <hr class="official-rule" />
        </>
      )}
      <Addressees words={words} />
      {words.enacting && <p class="official-enacting">{words.enacting.authority}</p>}
      {words.bases.map((base) => (
        <p class="official-basis">{base}</p>
      ))}
      {words.enacting && <p class="official-enacting">{words.enacting.word}</p>}
      <Blocks blocks={words.body} />
      <Foot words={words} />
      {words.annexes.map((annex) => (
        <Annex annex={annex} labels={words.labels} />
      ))}
    </article>
  )
}

function Labels({ labels }: { labels: Composed['labels'] }) {
  if (!labels.draft && !labels.watermark) return null
  return (
    <p class="official-labels">
      {labels.draft && <strong class="official-label">{labels.draft}</strong>}{' '}
      {labels.watermark && <strong class="official-label">{labels.watermark}</strong>}
    </p>
  )
}

function Annex({ annex, labels }: { annex: ComposedAnnex; labels: Composed['labels'] }) {
  return (
    <section class={annex.landscape ? 'official-annex official-landscape' : 'official-annex'}>
      <Labels labels={labels} />
      <h2 class="official-title">
        <span class="official-annex-label">{annex.label}</span> <Lines text={annex.title} />
      </h2>
      <p class="official-reference">{annex.reference}</p>
      <hr class="official-rule" />
      <Blocks blocks={annex.body} />
    </section>
  )
}

function Blocks({ blocks }: { blocks: readonly ComposedBlock[] }) {
  return blocks.map((block) => <BlockView block={block} />)
}

function BlockView({ block }: { block: ComposedBlock }): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return <HeadingView level={block.level}>{block.text}</HeadingView>
    case 'table':
      return <TableView table={block} />
    case 'bars':
      return <BarsView chart={block} />
    case 'item':
      return <p class="official-item">{block.of ? linkedSpans(block.spans, block.of) : spans(block.spans)}</p>
    default:
      return <p class={`official-${block.kind}`}>{spans(block.spans)}</p>
  }
}

function HeadingView({ level, children }: { level: 1 | 2 | 3; children: ComponentChildren }) {
  if (level === 1) return <h2 class="official-heading-1">{children}</h2>
  if (level === 2) return <h3 class="official-heading-2">{children}</h3>
  return <h4 class="official-heading-3">{children}</h4>
}

function TableView({ table }: { table: ComposedTable }) {
  const sum = table.columns.reduce((all, column) => all + column.weight, 0)
  // It may scroll sideways within itself, so it must be reachable by keyboard.
  return (
    <figure class="official-table" tabindex={0}>
      {table.caption && <figcaption>{table.caption}</figcaption>}
      {table.unit && <p class="official-unit">{table.unit}</p>}
      <table>
        <colgroup>
          {table.columns.map((column) => (
            <col width={`${((column.weight / sum) * 100).toFixed(2)}%`} />
          ))}
        </colgroup>
        <TableHead table={table} />
        <tbody>
          {table.rows.map((row) => (
            <TableRowView table={table} row={row} />
          ))}
        </tbody>
      </table>
      {table.source && <p class="official-source">{table.source}</p>}
    </figure>
  )
}

function TableHead({ table }: { table: ComposedTable }) {
  if (!table.columns.some((column) => column.group)) {
    return (
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th scope="col">{column.header}</th>
          ))}
        </tr>
      </thead>
    )
  }
  return (
    <thead>
      <tr>
        {groupsOf(table).map(({ group, from, to }) =>
          group ? (
            <th scope="colgroup" colSpan={to - from}>
              {group}
            </th>
          ) : (
            <th scope="col" rowSpan={2}>
              {table.columns[from]?.header}
            </th>
          ),
        )}
      </tr>
      <tr>{table.columns.map((column) => column.group && <th scope="col">{column.header}</th>)}</tr>
    </thead>
  )
}

function TableRowView({ table, row }: { table: ComposedTable; row: ComposedTable['rows'][number] }) {
  if (row.kind === 'section') {
    return (
      <tr class="official-section">
        <th scope="rowgroup" colSpan={table.columns.length}>
          <Linked row={row.of} column={named}>
            {row.cells[0]}
          </Linked>
        </th>
      </tr>
    )
  }
  return (
    <tr class={row.kind === 'total' ? 'official-total' : undefined}>
      {table.columns.map((column, index) => (
        <td class={`official-${column.align}`}>
          <Linked row={row.of} column={column.of}>
            {row.cells[index]}
          </Linked>
        </td>
      ))}
    </tr>
  )
}

function BarsView({ chart }: { chart: ComposedBars }) {
  return (
    <figure class="official-bars">
      <figcaption>{chart.caption}</figcaption>
      <table>
        <tbody>
          {chart.bars.map((bar) => (
            <tr>
              <th scope="row">
                <Linked row={bar.of} column={named}>
                  {bar.label}
                </Linked>
              </th>
              <td>
                <svg width="100%" height="14" aria-hidden="true">
                  <rect class="official-track" width="100%" height="14" />
                  <rect class="official-bar" width={`${bar.length}%`} height="14" />
                  {bar.target !== undefined && (
                    <line class="official-target" x1={`${bar.target}%`} x2={`${bar.target}%`} y1="0" y2="14" />
                  )}
                </svg>
              </td>
              <td class="official-right">{bar.figure}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chart.key && <p class="official-source">{chart.key}</p>}
      {chart.source && <p class="official-source">{chart.source}</p>}
    </figure>
  )
}

const named = 'name'

/** The words before the colon lead on: "Sự kiện tuyên truyền: 1.234 sự kiện". */
function linkedSpans(given: Spans, of: string) {
  const [dash, first, ...rest] = given
  const [, name = first?.text ?? '', after = ''] = /^([^:]*)(:[\s\S]*)$/.exec(first?.text ?? '') ?? []
  return (
    <>
      {dash?.text}
      <Linked row={of} column={named}>
        {name}
      </Linked>
      {after}
      {spans(rest)}
    </>
  )
}

function spans(given: Spans) {
  return given.map((span) => {
    const text = span.italic ? <em>{span.text}</em> : span.text
    return span.bold ? <strong>{text}</strong> : text
  })
}
