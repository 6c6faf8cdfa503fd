/** The grid as markup: the same on the server and in the browser. */
import { Icon } from '#ui/icon.tsx'
import type { Finding } from '../submissions/submissions.model.ts'
import { cellKey, fillWords, jumpOf, readEntry, sayFinding } from '../submissions/submissions.rules.ts'
import type { CellInHand, Cells, GridProps, GridRow } from './grid.model.ts'

/** What the browser adds: without it the grid is a form that posts. */
export interface GridActions {
  readonly change: (key: string, change: Partial<Pick<CellInHand, 'entry' | 'note'>>) => void
  readonly leave: () => void
  readonly keyDown: (event: KeyboardEvent, key: string) => void
  readonly paste: (event: ClipboardEvent, key: string) => void
  readonly settle: (key: string, whose: 'theirs' | 'mine') => void
}

/** CSS that folds a table takes its meaning away from screen readers, so every part names its role again. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

interface GridState {
  readonly grid: GridProps
  readonly cells: Cells
  readonly findings: readonly Finding[]
  readonly actions?: GridActions
}

/** A number in the reader's language; the browser has no formatter of ours. */
export function formatIn(language: GridProps['language'], value: number, decimals = 0): string {
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB'
  return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals, useGrouping: 'always' }).format(value)
}

export function GridTable(state: GridState) {
  const { words, round, rows } = state.grid
  const year = (at: number) => fillWords(words.lastYear ?? '', { year: at })
  return (
    <div class="table-region">
      <div class="gauge">
        <div class="hold">
          <table class="table table-fold" {...roles.table} aria-labelledby="section-title">
            <thead {...roles.rowgroup}>
              <tr {...roles.row}>
                <th {...roles.columnheader} scope="col" data-mute="">
                  {words.measure}
                </th>
                <th {...roles.columnheader} scope="col" class="end size-small" data-mute="">
                  {year(round - 1)}
                </th>
                <th {...roles.columnheader} scope="col" class="end size-medium" data-mute="">
                  {year(round)}
                </th>
                <th {...roles.columnheader} scope="col" class="size-note" data-mute="">
                  {words.check}
                </th>
              </tr>
            </thead>
            <tbody {...roles.rowgroup}>
              {rows.map((row) => (
                <Row key={row.key} state={state} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </div>
  )
}

function Row({ state, row }: { state: GridState; row: GridRow }) {
  const { grid, cells, findings } = state
  const cell = cells[row.key] ?? row.cell
  const result = findings.find((finding) => cellKey(finding.measure, finding.category) === row.key)
  const year = (at: number) => fillWords(grid.words.lastYear ?? '', { year: at })
  return (
    <tr {...roles.row}>
      <th {...roles.rowheader} scope="row" class={row.part ? 'part' : undefined}>
        <RowName row={row} />
        <Wrong state={state} row={row} cell={cell} found={result} />
        {!grid.isOpen && cell.note && <small class="verbatim">{`${grid.words.note}: ${cell.note}`}</small>}
      </th>
      <td {...roles.cell} class="end" data-label={year(grid.round - 1)}>
        <Previous grid={grid} row={row} />
      </td>
      <td {...roles.cell} class="end" data-label={year(grid.round)}>
        <Control state={state} row={row} cell={cell} isWrong={result?.severity === 'error' || Boolean(cell.conflict)} />
        <input type="hidden" name={`version.${row.key}`} value={cell.conflict?.version ?? cell.version} />
        <input type="hidden" name={`was.${row.key}`} value={row.was.entry} />
        <input type="hidden" name={`wasnote.${row.key}`} value={row.was.note} />
      </td>
      <td {...roles.cell} data-label={grid.words.check}>
        <Verdict grid={grid} row={row} cell={cell} found={result} />
        {row.fact && (
          <small>
            <a href={row.fact.href}>{row.fact.text}</a>
          </small>
        )}
        {row.recordedHref && (
          <small>
            <a href={row.recordedHref}>{grid.words.recorded}</a>
          </small>
        )}
        {grid.isOpen && <NoteField state={state} row={row} cell={cell} />}
      </td>
    </tr>
  )
}

/** A part stands under its total, which names it for those who see and is named again for those who hear. */
function RowName({ row }: { row: GridRow }) {
  if (!row.part) {
    return (
      <>
        {row.name}
        <small>{row.about}</small>
      </>
    )
  }
  return (
    <>
      <span aria-hidden="true">{row.part}</span>
      <span class="unseen">{row.name}</span>
    </>
  )
}

/** Last year's figure, leading to where it comes from. */
function Previous({ grid, row }: { grid: GridProps; row: GridRow }) {
  const { previous, previousHref } = row
  if (previous === null) return <>–</>
  const text = amountText(grid, row, previous)
  return <span class="number">{previousHref ? <a href={previousHref}>{text}</a> : text}</span>
}

function amountText({ language, words }: GridProps, row: GridRow, amount: number): string {
  if (row.kind === 'yes-no') return (amount ? words.yes : words.no) ?? ''
  if (row.kind === 'level') return levelText(words, amount)
  return formatIn(language, amount, 2)
}

function levelText(words: GridProps['words'], level: number): string {
  return level === 0 ? (words.notReached ?? '') : fillWords(words.level ?? '', { level })
}

interface RowProps {
  readonly state: GridState
  readonly row: GridRow
  readonly cell: CellInHand
}

function Control({ state, row, cell, isWrong }: RowProps & { isWrong: boolean }) {
  const { grid, actions } = state
  const { words, round, isOpen } = grid
  const name = `cells.${row.key}`
  const props = {
    id: `field-${name}`,
    name,
    'aria-label': `${row.name}, ${round}`,
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    'aria-describedby': isWrong ? `field-${name}-error` : undefined,
    onKeyDown: actions && ((event: KeyboardEvent) => actions.keyDown(event, row.key)),
    onBlur: actions?.leave,
  }
  if (row.kind === 'count' || row.kind === 'money') {
    return (
      <input
        {...props}
        class="input cell"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        readonly={!isOpen}
        placeholder={row.part ? words.optional : words.empty}
        value={cell.entry}
        onInput={actions && ((event) => actions.change(row.key, { entry: event.currentTarget.value }))}
        onPaste={actions && ((event: ClipboardEvent) => actions.paste(event, row.key))}
      />
    )
  }
  return (
    <select
      {...props}
      class="input cell"
      disabled={!isOpen}
      onChange={actions && ((event) => actions.change(row.key, { entry: event.currentTarget.value }))}
    >
      <option value="" selected={cell.entry === ''}>
        {words.empty}
      </option>
      {choicesOf(row, words).map(([value, label]) => (
        <option key={value} value={value} selected={chosen(row, cell) === value}>
          {label}
        </option>
      ))}
    </select>
  )
}

function choicesOf(row: GridRow, words: GridProps['words']): [value: string, label: string][] {
  if (row.kind === 'yes-no') {
    return [
      ['1', words.yes ?? ''],
      ['0', words.no ?? ''],
    ]
  }
  return Array.from({ length: (row.highest ?? 1) + 1 }, (_, level) => [String(level), levelText(words, level)])
}

/** "Có" from an Excel file is the same choice as "1". */
function chosen(row: GridRow, cell: CellInHand): string {
  const { amount } = readEntry(row, cell.entry, 'vi')
  return amount === null ? '' : String(amount)
}

function Wrong({ state, row, cell, found: result }: RowProps & { found?: Finding }) {
  const { grid, actions } = state
  const { words, language } = grid
  const id = `field-cells.${row.key}-error`
  if (cell.conflict) {
    const { editor, entry } = cell.conflict
    return (
      <span class="cell-error" id={id}>
        {fillWords(words.conflict ?? '', { editor, entry: entry || (words.empty ?? '') })}
        {actions && (
          <span class="actions">
            <button class="button button-plain" type="button" onClick={() => actions.settle(row.key, 'mine')}>
              {words.mine}
            </button>
            <button class="button button-plain" type="button" onClick={() => actions.settle(row.key, 'theirs')}>
              {fillWords(words.theirs ?? '', { editor })}
            </button>
          </span>
        )}
      </span>
    )
  }
  if (!result || result.severity === 'missing') return null
  const text = sayFinding(result, words, grid.names, (value, decimals) => formatIn(language, value, decimals))
  if (result.severity === 'warning') return <small>{text}</small>
  return (
    <span class="cell-error" id={id}>
      {text}
    </span>
  )
}

function NoteField({ state, row, cell }: RowProps) {
  const { grid, actions } = state
  // A part may be left empty without a reason; a note of it can still come by Excel.
  if (row.part && row.cell.note === '') return null
  return (
    <details class="disclosure" open={row.cell.note !== ''}>
      <summary class="meta">{grid.words.note}</summary>
      <textarea
        class="input cell-note"
        rows={3}
        name={`note.${row.key}`}
        aria-label={`${grid.words.note}: ${row.name}`}
        maxlength={2000}
        value={cell.note}
        onInput={actions && ((event) => actions.change(row.key, { note: event.currentTarget.value }))}
        onBlur={actions?.leave}
      />
    </details>
  )
}

function Verdict(props: { grid: GridProps; row: GridRow; cell: CellInHand; found?: Finding }) {
  const { grid, row, cell, found: result } = props
  const { words, language } = grid
  if (result?.severity === 'error' || cell.conflict) return mark('bad', 'cross', words.mustCorrect)
  if (result?.severity === 'warning') {
    const percent = Number(result.params.percent)
    const text = fillWords((percent > 0 ? words.up : words.down) ?? '', {
      percent: formatIn(language, Math.abs(percent), 1),
    })
    return mark('warn', 'alert', text)
  }
  const { amount } = readEntry(row, cell.entry, language)
  if (amount === null) return null
  const isCompared = row.previous !== null && jumpOf(row.previous, amount) === 0
  return isCompared || row.atMost || row.part ? mark('good', 'check', words.fine) : null
}

function mark(tone: 'good' | 'warn' | 'bad', shape: 'check' | 'alert' | 'cross', text?: string) {
  return (
    <span class={`mark ${tone}`}>
      <Icon shape={shape} />
      {text}
    </span>
  )
}
