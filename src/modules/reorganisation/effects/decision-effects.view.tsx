/** The sections that tell what a decision changes: counts first, then each list with its beginning or a page of it. */
import { UnitAnchor } from '#modules/organisation'
import { Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { KeyFigures } from '#ui/status.tsx'
import type { Column } from '#ui/table.tsx'
import { peopleWords } from '../entries/entries.texts.ts'
import { FollowedSections } from './consequences.view.tsx'
import { List, type Shown } from './effect-lists.view.tsx'
import type { AffectedUnit, Fault, ListName, UnitPassing, UnitWithOthers } from './effects.model.ts'
import { countWords, texts } from './effects.texts.ts'

/** The numbers that are not nothing, each leading to its list. */
export function ChangeFigures({ reader, counts, hrefOf }: Pick<Shown, 'reader' | 'counts' | 'hrefOf'>) {
  const names = (Object.keys(countWords) as ListName[]).filter((name) => (counts[name] ?? 0) > 0)
  if (names.length === 0) return <p>{reader.say(texts.nothing)}</p>
  return (
    <KeyFigures
      items={names.map((name) => ({
        label: reader.say(countWords[name]),
        value: reader.number(counts[name] ?? 0),
        href: `${hrefOf({})}#${name}`,
      }))}
    />
  )
}

/** Where a proposal does not fit; each leads to its change. */
export function Faults({
  reader,
  faults,
  hrefOf,
}: {
  reader: Reader
  faults: readonly Fault[]
  hrefOf: (change: number) => string
}) {
  if (faults.length === 0) return null
  const { say, language } = reader
  return (
    <div class="notice">
      <div>
        <strong>{say(texts.notFitting, { count: faults.length })}</strong>
        <ul>
          {faults.map((fault, index) => (
            <li key={index}>
              {fault.change !== null && (
                <a href={hrefOf(fault.change)}>{say(texts.atChange, { change: fault.change })}</a>
              )}
              {fault.change !== null && ': '}
              {fault[language]}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export function ChangeSections(shown: Shown) {
  const { reader, counts, lists } = shown
  const { say } = reader
  return (
    <>
      <List
        {...shown}
        name="opened"
        rows={lists.opened}
        columns={lifeColumns(reader, say(texts.madeOf))}
        keyOf={codeOf}
      />
      <List
        {...shown}
        name="ended"
        rows={lists.ended}
        columns={lifeColumns(reader, say(texts.became))}
        keyOf={codeOf}
      />
      <List
        {...shown}
        name="revised"
        rows={lists.revised}
        keyOf={(row) => `${row.unit.code} ${row.what}`}
        columns={[
          { key: 'unit', label: say(texts.unit), rowHeader: true, render: (row) => <UnitAnchor unit={row.unit} /> },
          { key: 'what', label: say(texts.what), render: (row) => say(texts.whatWords, { what: row.what }) },
          { key: 'old', label: say(texts.old), render: (row) => row.old },
          { key: 'new', label: say(texts.new), render: (row) => row.new },
        ]}
      />
      <List
        {...shown}
        name="passings"
        rows={lists.passings}
        columns={passingColumns(reader)}
        keyOf={(row) => `${row.from.code} ${row.to.code} ${row.scope}`}
      />
      <FollowedSections {...shown} />
      {counts.passings > 0 && shown.asked.list === undefined && (
        <Section id="values" title={say(texts.values)}>
          <p>{counts.estimates > 0 ? say(texts.estimates, { count: counts.estimates }) : say(texts.noEstimates)}</p>
        </Section>
      )}
    </>
  )
}

function codeOf(unit: AffectedUnit): string {
  return `${unit.code} ${unit.on}`
}

function lifeColumns({ say }: Reader, others: string): Column<UnitWithOthers>[] {
  return [
    { key: 'unit', label: say(texts.unit), rowHeader: true, render: (row) => <UnitAnchor unit={row} /> },
    { key: 'code', label: say(texts.code), size: 'small', render: (row) => row.code },
    {
      key: 'others',
      label: others,
      phone: 'whole',
      render: (row) =>
        row.others.length === 0 ? (
          '–'
        ) : (
          <>
            {row.others.map((unit) => unit.name).join('; ')}
            {row.more > 0 && ` ${say(texts.more, { count: row.more })}`}
          </>
        ),
    },
  ]
}

function passingColumns(reader: Reader): Column<UnitPassing>[] {
  const { say } = reader
  return [
    { key: 'from', label: say(texts.from), rowHeader: true, render: (row) => <UnitAnchor unit={row.from} /> },
    { key: 'to', label: say(texts.to), render: (row) => <UnitAnchor unit={row.to} /> },
    { key: 'part', label: say(texts.howMuch), render: (row) => howMuch(reader, row) },
    { key: 'people', label: say(texts.people), render: (row) => (row.people ? say(peopleWords[row.people]) : '–') },
    {
      key: 'basis',
      label: say(texts.basis),
      render: ({ basis }) => (basis ? say(texts.basisWords, { basis }) || basis : '–'),
    },
  ]
}

function howMuch({ say, percent }: Reader, { part, share, scope }: UnitPassing): string {
  if (scope) return say(texts.tasks, { scope })
  if (part === 'full') return say(texts.whole)
  return share === null ? say(texts.aPart) : say(texts.partOfArea, { share: percent(share, 1) })
}
