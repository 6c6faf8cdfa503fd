/** The list of imports of boundaries: each with what of it is in use, kind by kind. */
import type { List } from '#ui/list.tsx'
import type { Reader } from '#ui/reader.ts'
import { boundaryImportPath } from '../paths.ts'
import { dayBefore } from '../units.rules.ts'
import type { ListedImport } from './boundaries.model.ts'
import { texts as boundaryTexts } from './boundaries.texts.ts'
import { texts } from './boundary-import-list.texts.ts'

type KindOfImport = ListedImport['kinds'][number]

export const importList: List<ListedImport> = {
  id: 'imports',
  caption: boundaryTexts.loaded,
  keyOf: (made) => made.id,
  rowsPerPage: 50,
  fileName: ({ today }) => `boundary-imports-${today}`,
  empty: ({ reader }) => ({ title: reader.say(texts.none), hint: reader.say(texts.noneHint) }),
  columns: [
    {
      key: 'file',
      label: texts.fileName,
      rowHeader: true,
      render: (made) => <a href={boundaryImportPath.to({ id: made.id })}>{made.fileName}</a>,
      file: { value: (made) => made.fileName, width: 30 },
    },
    {
      key: 'day',
      label: boundaryTexts.day,
      explain: texts.dayExplained,
      sort: 'on',
      render: (made, { reader }) => reader.date(made.on),
      file: { value: (made) => made.on, width: 14, kind: 'date' },
    },
    {
      key: 'use',
      label: boundaryTexts.inUse,
      phone: 'whole',
      render: (made, { reader }) => <InUse reader={reader} kinds={made.kinds} />,
      file: { value: ({ kinds }, { reader }) => useText(reader, kinds), width: 60 },
    },
    {
      key: 'source',
      label: boundaryTexts.source,
      phone: 'whole',
      render: (made) => [made.source, made.licence].filter(Boolean).join(' · '),
      file: { value: (made) => made.source, width: 40 },
    },
    { key: 'licence', label: boundaryTexts.licence, file: { value: (made) => made.licence, width: 20 } },
    {
      key: 'warnings',
      label: boundaryTexts.warning,
      align: 'end',
      render: (made, { reader }) => reader.number(made.warnings),
      file: { value: (made) => made.warnings, width: 12, kind: 'integer' },
    },
    {
      key: 'at',
      label: boundaryTexts.importedAt,
      render: (made, { reader }) => reader.instant(made.at),
      file: { value: (made) => made.at.toISOString(), width: 26 },
    },
  ],
}

function useText(reader: Reader, kinds: readonly KindOfImport[]): string {
  if (kinds.length === 0) return reader.say(texts.notInUse)
  return kinds.map((kind) => `${reader.say(kind.kindName)}: ${countText(reader, kind)}`).join('; ')
}

function countText(reader: Reader, { boundaries, covered, units }: KindOfImport): string {
  const all = reader.say(boundaryTexts.ofUnits, { boundaries: reader.number(covered), units: reader.number(units) })
  return boundaries === covered ? all : `${all} ${reader.say(texts.ofThisFile, { count: reader.number(boundaries) })}`
}

/** How much of an import is in use: of each kind of unit how many have a boundary, their measured area, and for which days. */
export function InUse({ reader, kinds }: { reader: Reader; kinds: readonly KindOfImport[] }) {
  const { say } = reader
  if (kinds.length === 0) return <>{say(texts.notInUse)}</>
  return (
    <ul class="list">
      {kinds.map((kind) => (
        <li key={kind.kind}>
          {say(kind.kindName)}: {countText(reader, kind)}
          <p class="meta">
            {say(texts.km2, { area: reader.number(kind.areaKm2, 1) })}, {daysText(reader, kind)}
          </p>
        </li>
      ))}
    </ul>
  )
}

function daysText(reader: Reader, { from, to }: KindOfImport): string {
  const days = [
    from && reader.say(texts.since, { day: reader.date(from) }),
    to && reader.say(texts.until, { day: reader.date(dayBefore(to)) }),
  ]
  return days.filter(Boolean).join(' ') || reader.say(texts.always)
}
