/** What a frozen report was computed from: its submissions, each leading to the values that were used of it. */
import { EmptyState, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import type { ReportInputs } from '../facts/facts.model.ts'
import { reportUnitPath } from '../reports.paths.ts'
import { texts } from '../reports.texts.ts'

export function Inputs({ reader, year, inputs }: { reader: Reader; year: number; inputs: ReportInputs }) {
  const { say } = reader
  return (
    <Section id="inputs" title={say(texts.inputs)} lead={say(texts.inputsLead)}>
      <details class="disclosure">
        <summary>{say(texts.inputsOpen, { count: inputs.submissions.length })}</summary>
        <DataTable
          reader={reader}
          id="submissions"
          caption={say(texts.inputs)}
          captionUnseen
          rows={inputs.submissions}
          keyOf={(row) => row.id}
          empty={<EmptyState title={say(texts.noInputs)} />}
          columns={[
            {
              key: 'unit',
              label: say(texts.unit),
              rowHeader: true,
              render: (row) => (
                <a href={reportUnitPath.to({ year: String(year), code: row.unitCode })}>{row.unitName}</a>
              ),
            },
            { key: 'version', label: say(texts.version), align: 'end', render: (row) => reader.number(row.version) },
            {
              key: 'approved',
              label: say(texts.approvedOn),
              render: (row) => (row.approvedOn ? reader.date(row.approvedOn) : '–'),
            },
            {
              key: 'values',
              label: say(texts.valueCount),
              align: 'end',
              render: (row) => reader.number(Object.keys(row.values).length),
            },
          ]}
        />
      </details>
    </Section>
  )
}
