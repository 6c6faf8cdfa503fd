/** Tables about a file of boundaries: what was put together by name, and what was found in it. */
import { EmptyState } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { unitPath } from '../paths.ts'
import type { Finding, NameMatch } from './boundaries.model.ts'
import { texts as boundaryTexts } from './boundaries.texts.ts'
import { texts } from './boundary-imports.texts.ts'

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
      caption={say(boundaryTexts.checked)}
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
          render: ({ severity }) => <span class={`tone-${tones[severity]}`}>{say(boundaryTexts[severity])}</span>,
        },
        { key: 'what', label: say(texts.what), phone: 'plain', render: ({ words }) => words[reader.language] },
      ]}
    />
  )
}

const tones = { error: 'bad', warning: 'warn', note: 'plain' } as const
