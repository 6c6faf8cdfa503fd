/** Tables about boundaries: the imports in use, and what one of them found. */
import { EmptyState } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { unitPath } from '../paths.ts'
import { dayBefore } from '../units.rules.ts'
import type { BoundaryImport, Finding, NameMatch } from './boundaries.model.ts'
import { texts } from './boundaries.texts.ts'

type KindOfImport = BoundaryImport['kinds'][number]
interface Row {
  readonly made: BoundaryImport
  /** Undefined where nothing of the import is left in use. */
  readonly kind?: KindOfImport
}

/** One row for each kind of unit of each import. */
export function ImportsTable({ reader, imports }: { reader: Reader; imports: readonly BoundaryImport[] }) {
  const { say } = reader
  const rows = imports.flatMap((made): Row[] =>
    made.kinds.length > 0 ? made.kinds.map((kind) => ({ made, kind })) : [{ made }],
  )
  return (
    <DataTable
      reader={reader}
      id="imports"
      caption={say(texts.loaded)}
      captionUnseen
      rows={rows}
      keyOf={({ made, kind }) => `${made.id} ${kind?.kind}`}
      empty={<EmptyState title={say(texts.none)}>{say(texts.noneHint)}</EmptyState>}
      columns={[
        {
          key: 'day',
          label: say(texts.day),
          explain: say(texts.dayExplained),
          rowHeader: true,
          render: ({ made }) => reader.date(made.on),
        },
        { key: 'kind', label: say(texts.kind), render: ({ kind }) => (kind ? say(kind.kindName) : '–') },
        { key: 'use', label: say(texts.inUse), render: ({ made, kind }) => <InUse {...{ reader, made, kind }} /> },
        {
          key: 'area',
          label: say(texts.area),
          align: 'end',
          render: ({ kind }) => (kind ? say(texts.km2, { area: reader.number(kind.areaKm2, 1) }) : '–'),
        },
        {
          key: 'source',
          label: say(texts.source),
          phone: 'whole',
          render: ({ made }) => [made.source, made.licence].filter(Boolean).join(' · '),
        },
        { key: 'at', label: say(texts.importedAt), render: ({ made }) => reader.instant(made.at) },
      ]}
    />
  )
}

function InUse({ reader, made, kind }: Row & { reader: Reader }) {
  const { say } = reader
  if (!kind) return <>{say(texts.notInUse)}</>
  const { boundaries, covered, units, from, to } = kind
  const days = [from && say(texts.since, { day: reader.date(from) }), to && lastDay(reader, to)].filter(Boolean)
  return (
    <>
      {say(texts.ofUnits, { boundaries: reader.number(covered), units: reader.number(units) })}{' '}
      {boundaries !== covered && say(texts.ofThisFile, { count: reader.number(boundaries) })}
      <br />
      <span class="meta">{days.join(' ') || say(texts.always)}</span>
      {made.findings.length > 0 && (
        <>
          <br />
          <a href={`#findings-${made.id}`}>{say(texts.warnings, { count: made.findings.length })}</a>
        </>
      )}
    </>
  )
}

function lastDay(reader: Reader, to: string): string {
  return reader.say(texts.until, { day: reader.date(dayBefore(to)) })
}

/** Areas beside the units that they were put to by name, for a person to compare. */
export function MatchesTable(props: {
  reader: Reader
  on: string
  matches: readonly NameMatch[]
  moreMatches: number
}) {
  const { reader, on, matches, moreMatches } = props
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="matches"
      caption={say(texts.matches)}
      rows={matches}
      keyOf={({ feature }) => String(feature)}
      empty={<EmptyState title={say(texts.nothingFound)} />}
      note={moreMatches > 0 ? say(texts.moreMatches, { count: reader.number(moreMatches) }) : undefined}
      columns={[
        {
          key: 'name',
          label: say(texts.nameInFile),
          rowHeader: true,
          render: ({ name, above, isToneless }) => (
            <>
              {[name, above].filter(Boolean).join(', ')}
              {isToneless && <span class="meta"> {say(texts.toneless)}</span>}
            </>
          ),
        },
        {
          key: 'unit',
          label: say(texts.unit),
          render: ({ code, unit, unitAbove }) => (
            <>
              <a href={unitPath.to({ code }, { on })}>{unit}</a> {unitAbove && <span class="meta">{unitAbove}</span>}
            </>
          ),
        },
        { key: 'code', label: say(texts.code), size: 'small', render: ({ code }) => code },
        { key: 'feature', label: say(texts.areaNumber), size: 'small', render: ({ feature }) => String(feature) },
      ]}
    />
  )
}

/** What was found in a file, area by area. */
export function FindingsTable(props: {
  reader: Reader
  id: string
  on: string
  findings: readonly Finding[]
  moreFindings?: number
}) {
  const { reader, id, on, findings, moreFindings = 0 } = props
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id={id}
      caption={say(texts.checked)}
      captionUnseen
      rows={findings}
      keyOf={(finding) => `${finding.feature} ${finding.code}`}
      empty={<EmptyState title={say(texts.nothingFound)} />}
      note={moreFindings > 0 ? say(texts.moreFindings, { count: reader.number(moreFindings) }) : undefined}
      columns={[
        {
          key: 'unit',
          label: say(texts.unit),
          rowHeader: true,
          size: 'small',
          render: ({ unit }) =>
            unit ? <a href={unitPath.to({ code: unit }, { on })}>{unit}</a> : say(texts.wholeFile),
        },
        {
          key: 'severity',
          label: say(texts.severity),
          size: 'small',
          phone: 'plain',
          render: ({ severity }) => <span class={`tone-${tones[severity]}`}>{say(texts[severity])}</span>,
        },
        { key: 'what', label: say(texts.what), phone: 'plain', render: ({ words }) => words[reader.language] },
      ]}
    />
  )
}

const tones = { error: 'bad', warning: 'warn', note: 'plain' } as const
