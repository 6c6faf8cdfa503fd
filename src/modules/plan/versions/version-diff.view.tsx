/** What a version changes, on screen: its decision, and what was before and is after, in words. */
import { type Indicator, listIndicatorsOperation } from '#modules/indicators'
import type { Visit } from '#platform/web/page.ts'
import { EmptyState, Facts } from '#ui/layout.tsx'
import type { Reader } from '#ui/reader.ts'
import { Mark } from '#ui/status.tsx'
import { type Column, DataTable } from '#ui/table.tsx'
import { Paragraphs } from '../clause-words.view.tsx'
import { quarterText } from '../component-approval.view.tsx'
import { deadlineText } from '../duties/duty-table.view.tsx'
import { clauseHref } from '../paths.ts'
import { texts as planTexts } from '../plan.texts.ts'
import { targetText } from '../target-progress.view.tsx'
import type { ClauseFact, ComponentPlanFact, DiffEntry, DutyFact, TargetFact, Version } from './versions.model.ts'
import { keyOfEntry, refOf } from './versions.rules.ts'
import { texts } from './versions.texts.ts'

/** What words of a diff need to know besides: names of indicators and agencies. */
export interface DiffNames {
  readonly indicators: readonly Indicator[]
  readonly agencies: Readonly<Record<string, string>>
}

interface Line {
  readonly label: string
  readonly text: string
}

/** Every change as a row: the clause, then old and new side by side, with what differs marked. */
export function DiffTable(props: {
  reader: Reader
  diff: readonly DiffEntry[]
  names: DiffNames
  /** Indexes of changes that no longer fit. */
  outdated?: readonly number[]
  /** A column of what can be done with each. */
  actions?: Column<DiffEntry>
}) {
  const { reader, diff, names, outdated = [], actions } = props
  const { say } = reader
  return (
    <DataTable
      reader={reader}
      id="diff"
      caption={say(texts.changes)}
      captionUnseen
      rows={diff}
      keyOf={keyOfEntry}
      empty={<EmptyState title={say(texts.noChanges)}>{say(texts.noChangesHint)}</EmptyState>}
      columns={[
        {
          key: 'what',
          label: say(texts.what),
          rowHeader: true,
          size: 'medium',
          render: (entry) => (
            <>
              <a href={clauseHref(refOf(entry))}>{refOf(entry)}</a> <small>{say(texts[`what-${entry.what}`])}</small>
              {outdated.includes(diff.indexOf(entry)) && <Mark tone="bad">{say(texts.outdated)}</Mark>}
            </>
          ),
        },
        {
          key: 'before',
          label: say(texts.before),
          phone: 'whole',
          render: (entry) => <Side reader={reader} names={names} entry={entry} side="old" />,
        },
        {
          key: 'after',
          label: say(texts.after),
          phone: 'whole',
          render: (entry) => <Side reader={reader} names={names} entry={entry} side="new" />,
        },
        ...(actions ? [actions] : []),
      ]}
    />
  )
}

function Side(props: { reader: Reader; names: DiffNames; entry: DiffEntry; side: 'old' | 'new' }) {
  const { reader, names, entry, side } = props
  const lines = linesOf(reader, names, entry)
  const own = lines[side]
  if (own.length === 0) return <span class="soft">{reader.say(side === 'old' ? texts.nothing : texts.ends)}</span>
  const other = new Set(lines[side === 'old' ? 'new' : 'old'].map(({ label, text }) => `${label} ${text}`))
  const Changed = side === 'old' ? 'del' : 'ins'
  return (
    <ul class="diff">
      {own.map(({ label, text }) => {
        const isKept = other.has(`${label} ${text}`)
        const words = <Paragraphs text={text} />
        return (
          <li key={label} class={isKept ? 'soft' : undefined}>
            <span class="meta">{label}</span> {isKept ? words : <Changed>{words}</Changed>}
          </li>
        )
      })}
    </ul>
  )
}

function linesOf(reader: Reader, names: DiffNames, entry: DiffEntry): { old: Line[]; new: Line[] } {
  const both = <Fact,>(change: { old: Fact | null; new: Fact | null }, lines: (fact: Fact) => Line[]) => ({
    old: change.old === null ? [] : lines(change.old),
    new: change.new === null ? [] : lines(change.new),
  })
  switch (entry.what) {
    case 'clause':
      return both(entry, (fact) => clauseLines(reader, fact))
    case 'target':
      return both(entry, (fact) => targetLines(reader, names, fact))
    case 'duty':
      return both(entry, (fact) => dutyLines(reader, names, fact))
    case 'component-plan':
      return both(entry, (fact) => partLines(reader, names, fact))
  }
}

function clauseLines({ say }: Reader, fact: ClauseFact): Line[] {
  return [
    { label: say(texts.name), text: say(fact.title) },
    ...(fact.text === null ? [] : [{ label: say(texts.words), text: fact.text }]),
  ]
}

function targetLines(reader: Reader, names: DiffNames, fact: TargetFact): Line[] {
  const { say } = reader
  const indicator = names.indicators.find(({ code }) => code === fact.indicator)
  return [
    { label: say(texts.name), text: say(fact.subject) },
    { label: say(texts.value), text: indicator ? targetText(reader, indicator, fact) : String(fact.value ?? '') },
    { label: say(texts.year), text: String(fact.year) },
    { label: say(texts.mode), text: say(texts[`mode-${fact.mode}`]) },
    { label: say(texts.indicator), text: indicator ? say(indicator.name) : fact.indicator },
    ...(fact.note ? [{ label: say(texts.note), text: say(fact.note) }] : []),
  ]
}

function dutyLines(reader: Reader, names: DiffNames, fact: DutyFact): Line[] {
  const { say } = reader
  return [
    { label: say(texts.name), text: say(fact.title) },
    { label: say(planTexts.role), text: say(planTexts[`role-${fact.role}`]) },
    { label: say(texts.agency), text: names.agencies[fact.agency] ?? fact.agency },
    { label: say(planTexts.deadline), text: deadlineText(reader, fact) },
  ]
}

function partLines(reader: Reader, names: DiffNames, fact: ComponentPlanFact): Line[] {
  const { say } = reader
  return [
    { label: say(texts.name), text: say(fact.title) },
    { label: say(planTexts['role-lead']), text: names.agencies[fact.lead] ?? fact.lead },
    { label: say(texts.coordinator), text: names.agencies[fact.coordinator] ?? fact.coordinator },
    { label: say(planTexts.approvalDue), text: quarterText(reader, fact.approvalDue) },
  ]
}

/** The decision that a version rests on. */
export function HeadFacts({
  reader,
  head,
}: {
  reader: Reader
  head: Pick<Version, 'symbol' | 'issuedOn' | 'effectiveOn' | 'reason'>
}) {
  const { say } = reader
  return (
    <Facts
      items={[
        { label: say(texts.decision), value: head.symbol },
        { label: say(texts.issuedOn), value: reader.date(head.issuedOn) },
        { label: say(texts.effectiveOn), value: reader.date(head.effectiveOn) },
        ...(head.reason ? [{ label: say(texts.reason), value: head.reason }] : []),
      ]}
    />
  )
}

export function publishedText(reader: Reader, { publishedBy, publishedAt }: Version): string {
  const at = reader.instant(new Date(publishedAt))
  return publishedBy
    ? reader.say(texts.publishedBy, { name: publishedBy, at })
    : reader.say(texts.publishedByOperator, { at })
}

export async function diffNames(visit: Visit, agencies: DiffNames['agencies']): Promise<DiffNames> {
  const { indicators } = await visit.perform(listIndicatorsOperation, {})
  return { indicators, agencies }
}
