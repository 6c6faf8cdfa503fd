/** Closed forms on the pages of forms: where one went, and beside an heir's form what its former units had. */
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { StatusMark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { submissionPath } from '../paths.ts'
import type { FormerForm } from '../submissions/former-forms.model.ts'
import type { SubmissionView } from '../submissions/submissions.model.ts'
import { cellKey } from '../submissions/submissions.rules.ts'
import { texts } from './form-moves.texts.ts'

/** Says of a closed form that it is closed, and who has taken over. */
export function ClosedNotice({ reader, view }: { reader: Reader; view: SubmissionView }) {
  const { say } = reader
  const { submission, round, successors } = view
  if (!submission.closedOn) return null
  const isCarried = successors.some((successor) => successor.how === 'carried')
  return (
    <div class="notice">
      <p>{say(texts.closedTo, { on: reader.date(submission.closedOn) })}</p>
      <p>
        {say(successors.length === 0 ? texts.takenByNobody : isCarried ? texts.carriedTo : texts.readBy)}{' '}
        {successors.map((successor, index) => (
          <>
            {index > 0 && ', '}
            <a href={submissionPath.to({ year: String(round.year), code: successor.code })}>{successor.name}</a>
          </>
        ))}
      </p>
    </div>
  )
}

/** Beside the form of a unit that took over others: their forms, and their figures side by side. */
export function FormerSection({ reader, view }: { reader: Reader; view: SubmissionView }) {
  const { say } = reader
  const { former } = view
  if (former.length === 0) return null
  const year = String(view.round.year)
  return (
    <Section id="former" title={say(texts.former)} lead={say(texts.formerLead)}>
      <DataTable
        reader={reader}
        id="former-forms"
        caption={say(texts.former)}
        captionUnseen
        rows={former}
        keyOf={keyOfUnit}
        empty={null}
        columns={[
          {
            key: 'unit',
            label: say(texts.unit),
            rowHeader: true,
            render: (row) => <a href={submissionPath.to({ year, code: row.code }, { on: row.on })}>{row.name}</a>,
          },
          { key: 'was', label: say(texts.was), render: (row) => <StatusMark reader={reader} status={row.was} /> },
          { key: 'how', label: say(texts.how), render: (row) => say(texts[row.how]) },
        ]}
      />
      <details class="disclosure">
        <summary>{say(texts.showFigures, { count: former.length })}</summary>
        <Figures reader={reader} former={former} />
      </details>
    </Section>
  )
}

function keyOfUnit({ code, on }: FormerForm): string {
  return `${code} ${on}`
}

type Row = FormerForm['cells'][number]

function Figures({ reader, former }: { reader: Reader; former: readonly FormerForm[] }) {
  const keyOf = (row: Row) => cellKey(row.measure, row.category)
  const rows = new Map(former.flatMap((form) => form.cells).map((cell) => [keyOf(cell), cell]))
  const figures = former.map((form) => new Map(form.cells.map((cell) => [keyOf(cell), cell.entry])))
  const columns: Column<Row>[] = [
    {
      key: 'measure',
      label: reader.say(texts.measure),
      rowHeader: true,
      render: ({ name, part }) => (
        <>
          {name[reader.language]}
          {part && <small>{part[reader.language]}</small>}
        </>
      ),
    },
    ...former.map((form, index) => ({
      key: keyOfUnit(form),
      label: form.name,
      align: 'end' as const,
      render: (row: Row) => figures[index]?.get(keyOf(row)) ?? '–',
    })),
  ]
  return (
    <DataTable
      reader={reader}
      id="former-figures"
      caption={reader.say(texts.former)}
      captionUnseen
      rows={[...rows.values()]}
      columns={columns}
      keyOf={keyOf}
      empty={null}
    />
  )
}
