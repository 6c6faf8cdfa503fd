/** The list of the control room: every unit that reports, how its form stands, since when. */
import type { Words } from '#kernel/language.ts'
import { type PageInput, pageOfRows } from '#kernel/page.ts'
import { fold } from '#kernel/text.ts'
import type { List, ListColumn, ListContext } from '#ui/list.tsx'
import type { ListInput } from '#ui/list-page.ts'
import { lookOf, StatusMark } from '#ui/status.tsx'
import { texts as collectionTexts } from '../collection.texts.ts'
import { submissionPath } from '../paths.ts'
import { shownState } from '../submissions/submission-workflow.rules.ts'
import type { FormStatus, Round } from './rounds.model.ts'
import { completeness } from './rounds.rules.ts'
import { texts } from './rounds.texts.ts'

/** The states of a submission in their order, with their words among the key figures. */
export const states = [
  ['not-started', texts.kfNotStarted],
  ['in-progress', texts.kfInProgress],
  ['sent', texts.kfSent],
  ['returned', texts.kfReturned],
  ['approved', texts.kfApproved],
] as const

export interface RoundContext {
  readonly round: Round
  /** The kinds of units that report. */
  readonly kinds: readonly { readonly code: string; readonly name: Words }[]
}

type Context = ListContext<RoundContext>

const screenColumns: readonly ListColumn<FormStatus, RoundContext>[] = [
  {
    key: 'unit',
    label: collectionTexts.unit,
    rowHeader: true,
    sort: 'name',
    render: ({ code, name }, { extra: { round } }) => (
      <a href={submissionPath.to({ year: String(round.year), code })}>{name}</a>
    ),
  },
  {
    key: 'status',
    label: collectionTexts.state,
    sort: 'state',
    render: (row, { reader, today }) => (
      <>
        <StatusMark reader={reader} status={shownState(row, today)} />
        {row.isLate && <small>{reader.say(collectionTexts.lateSent)}</small>}
      </>
    ),
  },
  { key: 'dueOn', label: collectionTexts.due, sort: 'due', render: (row, { reader }) => reader.date(row.dueOn) },
  {
    key: 'completeness',
    label: texts.complete,
    explain: texts.completeExplained,
    align: 'end',
    sort: 'complete',
    render: (row, { reader }) => reader.percent(completeness(row), 0),
  },
  {
    key: 'touched',
    label: texts.lastTouched,
    sort: 'touched',
    render: (row, { reader }) => (row.touchedAt ? reader.instant(row.touchedAt) : '–'),
  },
]

const fileColumns: readonly ListColumn<FormStatus, RoundContext>[] = [
  { key: 'code', label: collectionTexts.code, file: { value: (row) => row.code, width: 10 } },
  { key: 'name', label: collectionTexts.unit, file: { value: (row) => row.name, width: 42 } },
  { key: 'state', label: collectionTexts.state, file: { value: stateText, width: 16 } },
  { key: 'due', label: collectionTexts.due, file: { value: (row) => row.dueOn, width: 14, kind: 'date' } },
  { key: 'sent', label: collectionTexts.sentOn, file: { value: (row) => row.sentOn, width: 14, kind: 'date' } },
  { key: 'complete', label: texts.complete, file: { value: (row) => completeness(row), width: 12, kind: 'percent' } },
  { key: 'sample', label: collectionTexts.isSample, file: { value: sampleText, width: 14 } },
]

export const formStatusList: List<FormStatus, RoundContext> = {
  id: 'standings',
  caption: texts.allUnits,
  keyOf,
  rowsPerPage: 50,
  fileName: ({ extra: { round } }) => `tinh-trang-${round.year}`,
  fileTitle: ({ reader, extra: { round } }) =>
    `${reader.say(collectionTexts.controlRoom)} · ${reader.say(round.title)}`,
  fileNote: ({ reader, extra: { round } }) => (round.isSample ? reader.say(collectionTexts.isSample) : undefined),
  empty: ({ reader }) => ({ title: reader.say(texts.noUnitFits), hint: reader.say(texts.noUnitFitsDo) }),
  filters: [
    { name: 'query', label: texts.find, kind: 'search' },
    { name: 'state', label: collectionTexts.state, kind: 'choice', all: texts.stateAll, options: stateOptions },
    {
      name: 'kind',
      label: texts.kind,
      kind: 'choice',
      all: texts.kindAll,
      options: ({ reader, extra }) => extra.kinds.map(({ code, name }) => ({ value: code, label: reader.say(name) })),
    },
  ],
  columns: [...screenColumns, ...fileColumns],
}

function keyOf({ code }: FormStatus): string {
  return code
}

function stateText(row: FormStatus, { reader, today }: Context): string {
  return reader.say(lookOf(shownState(row, today)).words)
}

function sampleText({ isSample }: FormStatus, { reader }: Context): string {
  return isSample ? reader.say(texts.yes) : ''
}

function stateOptions({ reader: { say } }: Context) {
  return [
    ...states.map(([value, words]) => ({ value, label: capital(say(words)) })),
    { value: 'late', label: say(texts.late) },
  ]
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** A page of the rows that fit, in the order that is asked for. `page`: which of them by number, as addresses once said it. */
export function pageOfStatuses(rows: readonly FormStatus[], input: ListInput, today: string, page?: string) {
  const { query, state, kind, sort, ...rest } = input as PageInput & Readonly<Record<string, string | undefined>>
  const wanted = fold(query ?? '')
  const fitting = rows.filter(
    (row) =>
      (!wanted || fold(row.name).includes(wanted) || row.code === query) &&
      (!kind || row.kind === kind) &&
      (!state || row.state === state || shownState(row, today) === state),
  )
  const from = (Math.max(1, Math.floor(Number(page)) || 1) - 1) * rest.limit
  return pageOfRows(inOrder(fitting, sort), keyOf, { ...rest, from })
}

function inOrder(rows: readonly FormStatus[], sort = ''): readonly FormStatus[] {
  const [, minus, name] = /^(-?)(\w+)$/.exec(sort) ?? []
  const compare = comparisons.get(name ?? '')
  return compare ? rows.toSorted((a, b) => (minus ? -1 : 1) * compare(a, b)) : rows
}

const comparisons = new Map(
  Object.entries({
    name: (a: FormStatus, b: FormStatus) => fold(a.name).localeCompare(fold(b.name)),
    state: (a: FormStatus, b: FormStatus) => stateOrder(a) - stateOrder(b),
    due: (a: FormStatus, b: FormStatus) => a.dueOn.localeCompare(b.dueOn),
    complete: (a: FormStatus, b: FormStatus) => completeness(a) - completeness(b),
    touched: (a: FormStatus, b: FormStatus) => (a.touchedAt?.getTime() ?? 0) - (b.touchedAt?.getTime() ?? 0),
  }),
)

function stateOrder({ state }: FormStatus): number {
  return states.findIndex(([each]) => each === state)
}
