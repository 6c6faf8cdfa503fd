/** What was corrected after a report was signed: the report keeps its figures, and says so. */
import { valuePath } from '#modules/indicators'
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { texts } from '../reports.texts.ts'
import type { Correction } from '../value-usage.model.ts'

export function Corrected(props: {
  reader: Reader
  rows: readonly Correction[]
  /** The name of a measure. */
  nameOf(code: string): string
}) {
  const { reader, rows, nameOf } = props

  if (rows.length === 0) return null
  const { say } = reader
  return (
    <Section
      id="corrected"
      title={say(texts.correctedTitle)}
      lead={<strong>{say(texts.correctedCount, { count: rows.length })}</strong>}
    >
      <details class="disclosure">
        <summary>{say(texts.correctedOpen)}</summary>
        <DataTable
          reader={reader}
          id="corrected-table"
          caption={say(texts.correctedTitle)}
          captionUnseen
          rows={rows}
          keyOf={(row) => row.usedId}
          empty={null}
          columns={[
            { key: 'unit', label: say(texts.unit), rowHeader: true, render: (row) => row.unitName },
            { key: 'subject', label: say(texts.measure), render: (row) => `${nameOf(row.subject)}, ${row.year ?? ''}` },
            {
              key: 'used',
              label: say(texts.usedThen),
              align: 'end',
              render: (row) => (
                <a href={valuePath.to({ unit: row.unitCode, id: row.usedId })}>{reader.number(row.used)}</a>
              ),
            },
            {
              key: 'now',
              label: say(texts.standsNow),
              align: 'end',
              render: (row) => (
                <a href={valuePath.to({ unit: row.unitCode, id: row.currentId })}>
                  {row.current === null ? say(texts.takenBack) : reader.number(row.current)}
                </a>
              ),
            },
            {
              key: 'at',
              label: say(texts.correctedAt),
              render: (row) => reader.instant(new Date(row.correctedAt)),
            },
          ]}
        />
      </details>
    </Section>
  )
}
