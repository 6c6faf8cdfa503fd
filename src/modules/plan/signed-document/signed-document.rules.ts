/** Puts the words of a signed document to the clauses of the plan: what its grammar finds under a number belongs to the clause of that number. */
import { fold } from '#kernel/text.ts'
import type { DraftItem } from '#modules/official-texts'
import { linesOf, readDraft } from '#modules/official-texts'
import type { Clause } from '../plan.model.ts'

/** A clause as far as its place goes; in the order of the plan. */
export type Structured = Pick<Clause, 'ref' | 'parentRef' | 'kind'>

export interface TextMatch {
  readonly ref: string
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly text: string
}

export interface Reading {
  readonly texts: readonly TextMatch[]
  /** Lines that no clause took: the head, the recipients, the signature, and whatever the plan does not know. */
  readonly untaken: readonly { readonly line: number; readonly text: string }[]
}

/** The texts of a plan's clauses; a statement has the text of the dash or paragraph that holds it. */
export function readPlanText(text: string, clauses: readonly Structured[]): Reading {
  const items = new Map(readDraft(text).items.map((item) => [item.ref, item]))
  const taken = new Set<number>()
  const texts = clauses.flatMap(({ ref, parentRef, kind }) => {
    const item = items.get(kind === 'statement' ? (parentRef ?? ref) : ref)
    if (!item || (kind !== 'statement' && !isAlike(item.kind, kind))) return []
    for (let line = item.line; line <= item.endLine; line++) taken.add(line)
    return [{ ref, line: item.line, text: shownText(item) }]
  })
  const untaken = linesOf(text).filter((line) => line.text !== '' && !taken.has(line.number))
  return { texts, untaken: untaken.map((line) => ({ line: line.number, text: line.text })) }
}

/** What one typist sets with a dash another sets as a paragraph. */
function isAlike(match: string, kind: string): boolean {
  const points = ['dash', 'paragraph']
  return match === kind || (points.includes(match) && points.includes(kind))
}

/** The cells of a row stand one under the other. */
function shownText({ text }: DraftItem): string {
  return text.split('\t').join('\n')
}

/** Whether the text is the plan at all: at least half of the parts found bear their names. */
export function isThePlan(reading: Reading, clauses: readonly Pick<Clause, 'ref' | 'kind' | 'title'>[]): boolean {
  const parts = clauses.filter((clause) => clause.kind === 'part')
  const named = parts.filter((part) => {
    const match = reading.texts.find((text) => text.ref === part.ref)
    return match !== undefined && sharesWords(match.text, part.title.vi)
  })
  return named.length * 2 >= parts.length && named.length > 0
}

/** Half of the words of a short title, told without tones. */
function sharesWords(text: string, title: string): boolean {
  const said = new Set(fold(text).split(' '))
  const words = fold(title).split(' ')
  return words.filter((word) => said.has(word)).length * 2 >= words.length
}
