/** Forward from a value: the figures it enters, and the reports that used it, with what was corrected since. */
import { type HistoryRow, type Indicator, indicatorPath } from '#modules/indicators'
import type { UnitLink } from '#modules/organisation'
import { reportPath, type ValueUsage } from '#modules/reports'
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { DataTable } from '#ui/table.tsx'
import { texts as portalTexts } from '../portal.texts.ts'
import { texts } from './value-effects.texts.ts'

interface ComputedProps {
  readonly reader: Reader
  readonly indicators: readonly Indicator[]
  readonly unit: UnitLink
  readonly year: number | null
}

/** Indicators that the value is a numerator or denominator of, for the unit itself and for the city. */
export function Computed({ reader, indicators, unit, year }: ComputedProps) {
  if (indicators.length === 0 || year === null) return null
  const { say } = reader
  const href = (code: string, at: { unit?: string; on?: string }) =>
    `${indicatorPath.to({ code }, { ...at, year })}#why`
  return (
    <Section id="computed" title={say(portalTexts.computedTitle)} lead={say(texts.computedLead)}>
      <DataTable
        reader={reader}
        id="computed-table"
        caption={say(portalTexts.computedTitle)}
        captionUnseen
        rows={indicators}
        keyOf={(indicator) => indicator.code}
        empty={null}
        columns={[
          {
            key: 'name',
            label: say(portalTexts.indicator),
            rowHeader: true,
            render: (indicator) => say(indicator.name),
          },
          {
            key: 'unit',
            label: say(texts.computedOfUnit),
            render: (indicator) => (
              <a href={href(indicator.code, { unit: unit.code, on: unit.on })}>{`${unit.name}, ${year}`}</a>
            ),
          },
          {
            key: 'city',
            label: say(portalTexts.computedOfCity),
            render: (indicator) => (
              <a href={href(indicator.code, {})}>{say(texts.computedCityYear, { year: String(year) })}</a>
            ),
          },
        ]}
      />
    </Section>
  )
}

interface UsesProps {
  readonly reader: Reader
  /** The number with its corrections, newest first. */
  readonly rows: readonly HistoryRow[]
  readonly uses: readonly ValueUsage[]
  amountOf(row: HistoryRow): string
}

/** The reports that used the number or what stood in its place, and whether they still say what holds now. */
export function ReportUses({ reader, rows, uses, amountOf }: UsesProps) {
  const { say } = reader
  return (
    <Section id="used" title={say(texts.usedTitle)} lead={say(texts.usedLead)}>
      <DataTable
        reader={reader}
        id="used-table"
        caption={say(texts.usedTitle)}
        captionUnseen
        rows={uses}
        keyOf={(use) => `${use.year} ${use.valueId}`}
        empty={<p class="meta">{say(texts.notUsed)}</p>}
        columns={[
          {
            key: 'report',
            label: say(texts.usedReport),
            rowHeader: true,
            render: ({ year, number, symbol }) => (
              <a href={reportPath.to({ year: String(year) })}>
                {say(texts.usedReportOf, {
                  number: `${String(number).padStart(2, '0')}/${symbol}`,
                  year: String(year),
                })}
              </a>
            ),
          },
          { key: 'on', label: say(texts.usedOn), render: (use) => reader.date(use.issuedOn) },
          {
            key: 'value',
            label: say(texts.usedValue),
            align: 'end',
            render: (use) => <UsedAmount rows={rows} use={use} amountOf={amountOf} />,
          },
          {
            key: 'for',
            label: say(texts.usedFor),
            render: ({ uses: ways }) => ways.map((way) => say(portalTexts[`use-${way}`])).join('; '),
          },
          { key: 'since', label: say(texts.usedSince), render: (use) => sinceText(reader, rows, use, amountOf) },
        ]}
      />
    </Section>
  )
}

function UsedAmount({ rows, use, amountOf }: Pick<UsesProps, 'rows' | 'amountOf'> & { use: ValueUsage }) {
  const row = rows.find((each) => each.id === use.valueId)
  return <strong>{row ? amountOf(row) : ''}</strong>
}

/** Whether the figure was corrected after the report: the report then keeps the old one. */
function sinceText(
  reader: Reader,
  rows: readonly HistoryRow[],
  { valueId }: ValueUsage,
  amountOf: UsesProps['amountOf'],
) {
  const [current] = rows
  if (!current || current.id === valueId) return reader.say(texts.unchangedSince)
  const at = reader.instant(new Date(current.recordedAt))
  return current.isWithdrawn
    ? reader.say(texts.takenBackSince, { at })
    : reader.say(texts.correctedSince, { at, value: amountOf(current) })
}
