/** Choosing the map that numbers are shown on: links and a date, without script, so that the address can be shared. */
import type { ComponentChildren } from 'preact'
import { DateField } from '#ui/fields.tsx'
import { Hidden, SubmitButton } from '#ui/form.tsx'
import type { Reader } from '#ui/reader.ts'
import { methodPath } from '../paths.ts'
import type { BoundarySpan } from './boundary-days.model.ts'
import { type BoundaryDay, dayOfSpan, isSpanOf } from './boundary-days.rules.ts'
import { texts } from './boundary-days.texts.ts'

export interface BoundaryOption {
  /** What the address asks for; undefined for what is shown unasked. */
  readonly tree: BoundaryDay | undefined
  readonly label: string
  readonly isCurrent: boolean
}

/** The maps to choose from, at the address that `hrefWith` gives; another day by a form with `kept` in it. */
export function BoundarySwitch(props: {
  reader: Reader
  options: readonly BoundaryOption[]
  hrefWith(boundaryDay: BoundaryDay | undefined): string
  action: string
  kept: Readonly<Record<string, string | undefined>>
  /** What the form asks for by its date: `tree`, else another name. */
  shown: BoundaryDay
  today: string
  children?: ComponentChildren
}) {
  const { reader, options, hrefWith, action, kept, shown, today, children } = props
  const { say } = reader
  return (
    <div class="switch">
      <nav class="switch-row" aria-label={say(texts.onMap)}>
        <span class="switch-label" aria-hidden="true">
          {say(texts.onMap)}
        </span>
        <ul class="switch-maps">
          {options.map(({ tree: boundaryDay, label, isCurrent }) => (
            <li key={label}>
              <a href={hrefWith(boundaryDay)} aria-current={isCurrent ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
        <details class="disclosure">
          <summary>{say(texts.otherDay)}</summary>
          <form class="filters" method="get" action={action}>
            {Object.entries(kept).map(([name, value]) => value && <Hidden key={name} name={name} value={value} />)}
            <DateField form={{ reader }} name="tree" label={say(texts.day)} value={shown === 'then' ? today : shown} />
            <SubmitButton tone="quiet">{say(texts.show)}</SubmitButton>
          </form>
        </details>
      </nav>
      {children && <p class="meta">{children}</p>}
    </div>
  )
}

/** The maps of the whole city: as reported, then every map there has been, newest first. */
export function cityOptions(
  reader: Reader,
  spans: readonly BoundarySpan[],
  shown: BoundaryDay,
  today: string,
): BoundaryOption[] {
  const maps = [...spans].reverse().map((span) => ({
    tree: dayOfSpan(span, today),
    label: spanText(reader, span),
    isCurrent: isSpanOf(span, shown),
  }))
  return [
    { tree: undefined, label: reader.say(texts.asReported), isCurrent: shown === 'then' },
    ...maps,
    ...strayOption(reader, shown, spans),
  ]
}

/** A day before or after every map on record is named as it was asked. */
function strayOption(reader: Reader, shown: BoundaryDay, spans: readonly BoundarySpan[]): BoundaryOption[] {
  if (shown === 'then' || spans.some((span) => isSpanOf(span, shown))) return []
  return [{ tree: shown, label: dayText(reader, shown), isCurrent: true }]
}

function spanText({ say, date }: Reader, { from, until, units }: BoundarySpan): string {
  if (from && until) return say(texts.span, { units, from: date(from), until: date(until) })
  if (from) return say(texts.spanNow, { units, from: date(from) })
  return until ? say(texts.spanFirst, { units, until: date(until) }) : say(texts.spanOnly, { units })
}

/** The maps of one place: the land it has on the day looked at, or each year as reported; and the day that was asked for. */
export function placeOptions(
  reader: Reader,
  place: { validFrom: string | null; unasked: BoundaryDay },
  look: { on: string; shown: BoundaryDay; today: string },
): BoundaryOption[] {
  const { say } = reader
  const { on, shown, today } = look
  const own = {
    tree: place.unasked === 'then' ? on : undefined,
    label: on < today ? dayText(reader, on) : nowText(reader, place.validFrom),
    isCurrent: shown === on,
  }
  const then = {
    tree: place.unasked === 'then' ? undefined : 'then',
    label: say(texts.asReported),
    isCurrent: shown === 'then',
  }
  const other = { tree: shown, label: dayText(reader, shown), isCurrent: true }
  return [own, then, ...(shown === 'then' || shown === on ? [] : [other])]
}

export function dayText({ say, date }: Reader, day: string): string {
  return say(texts.ofDay, { date: date(day) })
}

export function nowText({ say, date }: Reader, since: string | null): string {
  return since ? say(texts.now, { date: date(since) }) : say(texts.nowPlain)
}

/** What the map chosen means for what is shown, and where the rules stand. */
export function BoundaryMeaning(props: { reader: Reader; shown: BoundaryDay; isCity: boolean; today: string }) {
  const { reader, shown, isCity, today } = props
  const { say } = reader
  const carried = isCity ? texts.carriedCityLead : texts.carriedLead
  const day = shown === today ? say(texts.nowPlain) : dayText(reader, shown)
  return (
    <>
      {shown === 'then' ? say(texts.asReportedLead) : say(carried, { day })}{' '}
      <a href={`${methodPath.to()}#rebasing`}>{say(texts.howCarried)}</a>
    </>
  )
}
