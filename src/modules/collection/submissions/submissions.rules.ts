/** What is checked of a form, the same on the server, in the browser and for Excel: reading, ranges, sums, jumps. */
import type { Language } from '#kernel/language.ts'
import { readNumber } from '#kernel/number.ts'
import { composed } from '#kernel/text.ts'
import type { Finding, SumRule } from './submissions.model.ts'

/** What a rule needs to know of a row. */
export interface Checked {
  readonly measure: string
  readonly category: string
  readonly kind: 'count' | 'level' | 'yes-no' | 'money'
  readonly unitCode: string
  readonly atMost: string | null
  readonly highest: number | null
  readonly required: boolean
}

export interface CellEntry {
  readonly entry: string
  readonly language: Language
  readonly note: string
}

export type ParsedEntry =
  | { readonly amount: number | null; readonly wrong?: undefined }
  | { readonly amount: null; readonly wrong: Pick<Finding, 'code' | 'params'> }

/** The key of a cell within its form, and its place in the paths of problems. */
export function cellKey(measure: string, category: string): string {
  return category === 'total' ? measure : `${measure}.${category}`
}

/** More than any count of a city, and within the whole numbers that are exact. */
const mostAmount = 1e15

/** Reads what was typed as the number its row asks for; an empty text is no number and nothing wrong. */
export function readEntry(row: Checked, entry: string, language: Language): ParsedEntry {
  const text = entry.trim()
  if (text === '') return { amount: null }
  if (row.kind === 'yes-no') return readYesNo(text)
  // "12,5 %" says the unit that the row counts in anyway.
  const number = readNumber(language, row.unitCode === 'percent' ? text.replace(/\s*[%％]$/, '') : text)
  if (!number.ok) {
    // Where the other language's separators would fit, saying how they are written here is worth more than "not a number".
    return { amount: null, wrong: { code: number.why, params: { entry: text } } }
  }
  const { value } = number
  if (row.kind === 'level') return readLevel(value, row.highest ?? 1)
  if (value < 0) return { amount: null, wrong: { code: 'negative', params: {} } }
  if (value > mostAmount) return { amount: null, wrong: { code: 'too-large', params: {} } }
  if (row.unitCode === 'percent') {
    return value > 100 ? { amount: null, wrong: { code: 'over-100', params: { value } } } : { amount: value }
  }
  // "1,234" in Vietnamese is 1.234 of a person: refused, with how it was read.
  if (!Number.isInteger(value)) return { amount: null, wrong: { code: 'not-whole', params: { entry: text, value } } }
  return { amount: value }
}

function readYesNo(text: string): ParsedEntry {
  const message = composed(text).toLowerCase()
  if (['1', 'có', 'co', 'yes'].includes(message)) return { amount: 1 }
  if (['0', 'không', 'khong', 'no'].includes(message)) return { amount: 0 }
  return { amount: null, wrong: { code: 'not-yes-no', params: { entry: text } } }
}

function readLevel(value: number, highest: number): ParsedEntry {
  if (Number.isInteger(value) && value >= 0 && value <= highest) return { amount: value }
  return { amount: null, wrong: { code: 'not-a-level', params: { highest } } }
}

export interface FormToCheck {
  readonly rows: readonly Checked[]
  readonly rules: readonly SumRule[]
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<string, CellEntry>
  readonly previous: ReadonlyMap<string, number>
}

/** Everything found in a form, in the order of its rows. Errors and missing cells keep it from being sent; warnings do not. */
export function checkForm(form: FormToCheck): Finding[] {
  const amounts = amountsOf(form)
  const sums = form.rules.flatMap((rule) => checkSum(form, rule, amounts))
  return form.rows.flatMap((row) => [
    ...checkCell(form, row, amounts),
    ...sums.filter((result) => result.measure === row.measure && result.category === row.category),
  ])
}

/** The amount of every cell that can be read, by `cellKey`. */
export function amountsOf(form: Pick<FormToCheck, 'rows' | 'cells'>): Map<string, number> {
  return new Map(
    form.rows.flatMap((row) => {
      const key = cellKey(row.measure, row.category)
      const cell = form.cells.get(key)
      const amount = cell ? readEntry(row, cell.entry, cell.language).amount : null
      return amount === null ? [] : [[key, amount] as const]
    }),
  )
}

function checkCell(form: FormToCheck, row: Checked, amounts: ReadonlyMap<string, number>): Finding[] {
  const { measure, category } = row
  const key = cellKey(measure, category)
  const cell = form.cells.get(key)
  const find = (severity: Finding['severity'], code: Finding['code'], params: Finding['params'] = {}): Finding => ({
    measure,
    category,
    severity,
    code,
    params,
  })
  if (!cell || cell.entry.trim() === '') {
    // A note says why there is no figure; then the cell may stay empty.
    return row.required && !cell?.note.trim() ? [find('missing', 'missing')] : []
  }
  const { amount, wrong } = readEntry(row, cell.entry, cell.language)
  if (wrong) return [find('error', wrong.code, wrong.params)]
  if (amount === null) return []
  for (const other of boundsOf(row)) {
    const bound = amounts.get(other)
    if (bound !== undefined && amount > bound) return [find('error', 'over-another', { other, amount: bound })]
  }
  const before = form.previous.get(key)
  const jump = before === undefined || row.kind === 'level' || row.kind === 'yes-no' ? 0 : jumpOf(before, amount)
  return jump === 0 ? [] : [find('warning', 'jump', { percent: jump, before: before ?? 0 })]
}

/** The cells that a cell cannot exceed: of a part its total, of both the same category of the measure's bound. */
function boundsOf({ measure, category, atMost }: Checked): string[] {
  return [...(category === 'total' ? [] : [measure]), ...(atMost ? [cellKey(atMost, category)] : [])]
}

/** Sums that hold between the parts of a total: those of one dimension stay within it together, where nobody is in two of them. */
export function partRules(rows: readonly (Checked & { readonly disjoint: boolean })[]): SumRule[] {
  const parts = rows.filter((row) => row.category !== 'total' && row.disjoint)
  const groups = Map.groupBy(parts, (row) => `${row.measure} ${row.category.split(':')[0]}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first || group.length < 2) return []
    const keys = group.map((row) => cellKey(row.measure, row.category))
    return [{ parts: keys, relation: '<=' as const, whole: first.measure }]
  })
}

/** A change of this share against last year is worth a look... */
const jumpShare = 0.3
/** ...unless it is a few pieces only. */
const jumpLeast = 20

/** The change in percent where it is large enough to be a slip, else 0. */
export function jumpOf(before: number, now: number): number {
  const change = now - before
  if (before <= 0 || Math.abs(change) < jumpLeast || Math.abs(change) / before < jumpShare) return 0
  return (100 * change) / before
}

function checkSum({ rows }: FormToCheck, rule: SumRule, amounts: ReadonlyMap<string, number>): Finding[] {
  const whole = amounts.get(rule.whole)
  const parts = rule.parts.map((part) => amounts.get(part))
  const last = rows.findLast((row) => rule.parts.includes(cellKey(row.measure, row.category)))
  if (whole === undefined || !last || parts.every((part) => part === undefined)) return []
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
  const isComplete = parts.every((part) => part !== undefined)
  const params = { other: rule.whole, amount: whole, sum }
  const at = { measure: last.measure, category: last.category, severity: 'error' as const, params }
  if (sum > whole) return [{ ...at, code: 'over-whole' }]
  return rule.relation === '=' && isComplete && sum !== whole ? [{ ...at, code: 'not-equal-whole' }] : []
}

export function blocksSending(finding: Finding): boolean {
  return finding.severity !== 'warning'
}

/**
 * The day a value speaks of: the statistics of a universal education year are taken on 30 September, the others on the day the
 * form was sent, but never after the year: what is sent late still tells of its own year.
 */
export function asOfDate(clock: string, year: number, sentOn: string): string {
  if (clock === 'universal-education-year') return `${year}-09-30`
  const lastDay = `${year}-12-31`
  return sentOn < lastDay ? sentOn : lastDay
}

/** Whole days from one date to another; negative when it has passed. */
export function daysUntil(date: string, today: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)
}

/** Fills `{name}` in words that have no other syntax: for the browser, where no formatter of messages is loaded. */
export function fillWords(words: string, params: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(Object.hasOwn(params, name) ? params[name] : whole),
  )
}

/** What is said of a finding: `words` of its code, `names` of cells by their keys, numbers written by `format`. */
export function sayFinding(
  finding: Finding,
  words: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>>,
  format: (value: number, decimals: number) => string,
): string {
  const params = Object.entries(finding.params).map(([name, value]) => {
    if (typeof value === 'number') return [name, format(value, name === 'value' ? 6 : 1)]
    return [name, name === 'other' && Object.hasOwn(names, value) ? names[value] : value]
  })
  return fillWords(words[finding.code] ?? finding.code, Object.fromEntries(params))
}
