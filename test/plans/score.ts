/** How much of what a person reads out of plans the grammar reads, how much of what it reads is right, and which errors no doubt tells of. */
import { pathToFileURL } from 'node:url'
import { type Doubt, readDraft } from '#modules/official-texts'
import { type ByHand, byHandIn, readingOf } from './by-hand.ts'

/** What is counted, each with the doubts that tell of an error in it. */
const kinds = {
  targets: /^(?:unsure-target|year-missing|unsure-row|unsure-table)$/,
  subjects: /^(?:unsure-target|year-missing|unsure-row|unsure-table)$/,
  duties: /^(?:unsure-duty|unsure-agency|agency-missing|unsure-row|unsure-table)$/,
  deadlines: /^(?:unsure-deadline|unsure-row|unsure-table)$/,
  bases: /^unsure-basis$/,
} as const
export type Kind = keyof typeof kinds

export interface Score {
  /** What a person reads, what the grammar reads, and what both do. */
  readonly expected: number
  readonly read: number
  readonly both: number
  /** What only one of them reads, where nothing at its line is doubted: `hon-tre.txt:12 missing D lead Sở Y tế`. */
  readonly silent: readonly string[]
  /** The same where a doubt tells of it. */
  readonly doubted: readonly string[]
}

/** The pieces of one kind out of a reading; an aim is counted by its figure and year, and once more by its subject. */
function piecesOf(kind: Kind, reading: readonly string[]): string[] {
  const letter = { targets: 'T', subjects: 'T', duties: 'D', deadlines: 'L', bases: 'B' }[kind]
  const own = reading.filter((each) => each.split(' ')[1] === letter)
  if (kind === 'targets') return own.map((each) => each.replace(/ \|.*/u, ''))
  return kind === 'subjects' ? own.map((each) => each.replace(/T .*? \| /u, '| ')) : own
}

export function scoreOf(kind: Kind, { name, text, read }: ByHand): Score {
  const draft = readDraft(text)
  const [expected, own] = [piecesOf(kind, read), piecesOf(kind, readingOf(draft))]
  const missing = without(expected, own).map((each) => ({ each, word: 'missing' }))
  const wrong = without(own, expected).map((each) => ({ each, word: 'wrong' }))
  const errors = [...missing, ...wrong].sort((a, b) => Number.parseInt(a.each, 10) - Number.parseInt(b.each, 10))
  const said = errors.map(({ each, word }) => {
    const [line = '', ...rest] = each.split(' ')
    return { isDoubted: isDoubted(kind, draft.doubts, each), text: `${name}:${line} ${word} ${rest.join(' ')}` }
  })
  return {
    expected: expected.length,
    read: own.length,
    both: expected.length - missing.length,
    silent: said.filter(({ isDoubted: is }) => !is).map((each) => each.text),
    doubted: said.filter(({ isDoubted: is }) => is).map((each) => each.text),
  }
}

/** A doubt of the line, or of a duty by the name of its agency. */
function isDoubted(kind: Kind, doubts: readonly Doubt[], piece: string): boolean {
  const [line = '', , ...rest] = piece.split(' ')
  return doubts.some(
    (doubt) =>
      doubt.line === Number(line) &&
      (kinds[kind].test(doubt.kind) || (kind === 'duties' && doubt.about === rest.slice(1).join(' '))),
  )
}

/** What the first has and the second has not, each as often as it stands there. */
function without(first: readonly string[], second: readonly string[]): string[] {
  const left = [...second]
  return first.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function summedUp(kind: Kind, plans: readonly ByHand[]): Score {
  const scores = plans.map((plan) => scoreOf(kind, plan))
  const sum = (of: 'expected' | 'read' | 'both') => scores.reduce((total, score) => total + score[of], 0)
  return {
    expected: sum('expected'),
    read: sum('read'),
    both: sum('both'),
    silent: scores.flatMap(({ silent }) => silent),
    doubted: scores.flatMap(({ doubted }) => doubted),
  }
}

/** `npm run tool test/plans/score.ts FOLDER`: the table of a folder of plans read by hand, then every error. */
function main(folder: string): void {
  const plans = byHandIn(folder)
  const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)}%`)
  const scores = (Object.keys(kinds) as Kind[]).map((kind) => ({ kind, ...summedUp(kind, plans) }))
  for (const { kind, expected, read, both, silent, doubted } of scores) {
    const shares = `found ${percent(both, expected)} of ${expected}, right ${percent(both, read)} of ${read}`
    console.log(`${kind}: ${shares}; errors in a doubt ${doubted.length}, in silence ${silent.length}`)
  }
  for (const { kind, silent, doubted } of scores) {
    for (const error of silent) console.log(`SILENT ${kind} ${error}`)
    for (const error of doubted) console.log(`doubted ${kind} ${error}`)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2] ?? '')
