/** Units on screen: a link to one on its day, and the parts of one unit's page, which `portal` puts together. */
import { type ComponentChildren, Fragment } from 'preact'
import { Facts, Section } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { unitPath } from './paths.ts'
import type { Succession, UnitDetail, UnitLink } from './units.model.ts'
import { texts } from './units.texts.ts'

/** A link to a unit on the day it is spoken of. */
export function UnitAnchor({ unit }: { unit: UnitLink }) {
  return <a href={unitPath.to({ code: unit.code }, { on: unit.on })}>{unit.name}</a>
}

/** Since when a unit is as it is; in words where that is before the records begin. */
export function lifeStart(reader: Reader, validFrom: string | null): string {
  return validFrom ? reader.date(validFrom) : reader.say(texts.sinceRecords)
}

/** What a unit is: kind, parent, validity, area, seat. */
export function UnitFacts({ reader, unit }: { reader: Reader; unit: UnitDetail }) {
  const { say } = reader
  const life = `${lifeStart(reader, unit.validFrom)} – ${unit.validTo ? reader.date(unit.validTo) : say(texts.today)}`
  const items = [
    { label: say(texts.kind), value: unit.kindName[reader.language] },
    { label: say(texts.code), value: unit.code },
    { label: say(texts.parent), value: unit.parent && <UnitAnchor unit={unit.parent} /> },
    { label: say(texts.valid), value: life },
    { label: say(texts.area), value: areaText(reader, unit) },
    { label: say(texts.seat), value: unit.seat },
  ]
  return <Facts items={items.filter((item) => item.value)} />
}

function areaText(reader: Reader, { areaKm2, areaIsEstimate }: UnitDetail): string | undefined {
  if (areaKm2 === null) return undefined
  const area = `${reader.number(areaKm2)} ${reader.say(texts.km2)}`
  return areaIsEstimate ? reader.say(texts.areaEstimate, { area }) : area
}

interface HistoryProps {
  readonly reader: Reader
  readonly unit: UnitDetail
  /** What a module above knows of the decisions of a day. */
  decisionsOn?(day: string): ComponentChildren
}

/** Where a unit came from and what it became: day by day, with the decision where it is known. */
export function UnitHistory({ reader, unit, decisionsOn }: HistoryProps) {
  const { say } = reader
  if (unit.predecessors.length === 0 && unit.successors.length === 0) return null
  const shown = { reader, decisionsOn }
  return (
    <Section id="history" title={say(texts.history)}>
      <Steps {...shown} title={say(texts.predecessors)} steps={unit.predecessors} />
      <Steps {...shown} title={say(texts.successors)} steps={unit.successors} />
    </Section>
  )
}

type StepsProps = Omit<HistoryProps, 'unit'> & { readonly title: string; readonly steps: readonly Succession[] }

function Steps({ reader, title, steps, decisionsOn }: StepsProps) {
  if (steps.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {[...Map.groupBy(steps, (step) => step.on)].map(([on, ofDay]) => (
        <Fragment key={on}>
          <p class="meta">
            {reader.date(on)} {decisionsOn?.(on)}
          </p>
          <ul class="list">
            {mostFirst(ofDay).map((step) => (
              <li key={step.unit.code}>
                <UnitAnchor unit={step.unit} /> <span class="meta">{aboutStep(reader, step)}</span>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  )
}

/** Whole units first, then by how much of their land passed. */
function mostFirst(steps: readonly Succession[]): Succession[] {
  const share = (step: Succession) => (step.part === 'full' ? 2 : (step.share ?? 0))
  return steps.toSorted((a, b) => share(b) - share(a))
}

function aboutStep(reader: Reader, step: Succession): string {
  const { say } = reader
  const whole = step.part === 'full' ? say(texts.whole) : partOf(reader, step)
  return [whole, step.verified ? undefined : say(texts.unverified)].filter(Boolean).join(' · ')
}

function partOf(reader: Reader, { scope, share, people }: Succession): string {
  const { say } = reader
  if (scope) return scope[reader.language]
  const isTiny = share !== null && share < tinyShare
  const land = share === null ? say(texts.partUnknown) : say(texts.partOf, { share: reader.percent(share, 0) })
  return [isTiny ? say(texts.partTiny) : land, people && say(texts[`people-${people}`])].filter(Boolean).join(', ')
}

/** Less of the land than this would read as nothing. */
const tinyShare = 0.005

/** The units directly under a unit. */
export function UnitChildren({ reader, unit }: { reader: Reader; unit: UnitDetail }) {
  const { say } = reader
  const places = unit.children.filter((child) => child.kind !== 'agency')
  if (places.length === 0) return null
  return (
    <Section id="children" title={say(texts.children)} lead={say(texts.unitCount, { count: places.length })}>
      <ul class="list list-columns">
        {places.map((child) => (
          <li key={child.code}>
            <UnitAnchor unit={child} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
