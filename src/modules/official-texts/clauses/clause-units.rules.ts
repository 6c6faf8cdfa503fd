/** The units of a clause: pieces of it with the same answer to who, how and when, and the aims each of them sets. */

import type { Span } from '../lines/spans.rules.ts'
import { flatOf } from '../outline/headings.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { withSubjectOf } from '../phrases/figure-subjects.rules.ts'
import { standsForAnother } from '../phrases/unsure-subjects.rules.ts'
import type { Addressed } from './addressees.rules.ts'
import { onlyYearOf } from './aim-years.rules.ts'
import { type FoundTarget, reachOf, targetsIn } from './aims.rules.ts'
import { type Piece, piecesOf } from './clause-parts.rules.ts'
import { isLabelled } from './labelled-roles.rules.ts'
import { yesTargetOf } from './plain-aims.rules.ts'
import { secondAddressee, tellsOthers } from './second-addressees.rules.ts'
import type { Clause } from './statements.rules.ts'
import { type Part, partOf } from './tasks-given.rules.ts'

/** One piece of a clause, or several that say the same of who and when. */
export interface Unit {
  readonly span: Span
  readonly part: Part | null
  /** Whom it speaks to: those of its clause, or others named in it or before it. */
  readonly addressed: Addressed | null
  /** It goes on after others were spoken to, and does not say to whom; or it tells a group something besides. */
  readonly isCarried: boolean
  readonly targets: readonly FoundTarget[]
  readonly key: string
}

/** The pieces of a clause, those side by side with the same answer taken together. `before`: the aims of the clause before it. */
export function unitsOf(clause: Clause, isLeaf: boolean, before: readonly FoundTarget[]): Unit[] {
  const { words, setting, node } = clause
  const pieces = piecesOf(words, clause.span, setting.topic === 'aims')
  const single = singleUnits(clause, pieces, before)
  if (isLeaf && isFunding(clause, pieces)) return single
  const units: Unit[] = []
  for (const unit of single) {
    const last = units.at(-1)
    const isSame = last && last.key === unit.key && last.targets.length === 0 && unit.targets.length === 0
    const isLabel = last !== undefined && unit.targets.length === 0 && isLabelled(words, unit.span)
    if (last && (isSame || isLabel)) units[units.length - 1] = joined(last, unit)
    else units.push(unit)
  }
  if (units.length === 1 && units[0]?.targets.length === 0 && isLeaf) {
    const yes = yesTargetOf(words, clause.span, setting)
    // A numbered section may be a heading whose text was lost: it sets an aim only in so many words.
    if (yes && (isPoint(node) || yes.why === null)) return [{ ...units[0], targets: [yes] }]
  }
  return units
}

function joined(last: Unit, next: Unit): Unit {
  return { ...last, span: { from: last.span.from, to: next.span.to }, isCarried: last.isCarried || next.isCarried }
}

function singleUnits(clause: Clause, pieces: readonly Piece[], before: readonly FoundTarget[]): Unit[] {
  const { words, setting, node } = clause
  const reach = reachOf(words, clause.span, setting)
  let addressed = clause.addressed
  let part: Part | null = clause.opened
  let last: FoundTarget | undefined
  return pieces.map((piece, index): Unit => {
    const previous = pieces[index - 1]
    const isTold = clause.addressed !== null && previous !== undefined
    const second = isTold ? secondAddressee(words, piece, previous, addressed?.isRequested === true) : null
    if (second) [addressed, part] = [second, null]
    const span = second ? { from: second.from, to: piece.to } : piece
    part = addressed ? partOf(words, span, part, onlyYearOf(setting)) : null
    const own = targetsIn(words, piece, piece.sentence, setting, reach)
    const named = withSubjectAbove(withSubjectOf(withSubjectBefore(own, before), last), node)
    const isKept = last?.mode === 'keep' && isListedAfter(words, piece, previous)
    const targets = isKept ? named.map((target) => ({ ...target, mode: 'keep' as const })) : named
    last = targets.at(-1) ?? last
    const isElse = isTold && !second && tellsOthers(words, piece, previous)
    const isCarried = isElse || (!second && addressed !== clause.addressed)
    return {
      span: piece,
      part,
      addressed,
      isCarried,
      targets,
      key: keyOf(part, addressed, addressed !== clause.addressed),
    }
  })
}

/** "Duy trì 9 câu lạc bộ, 12 tủ sách": a figure that follows the one before it at once. */
function isListedAfter({ text }: Clause['words'], { from, to, sentence }: Piece, before: Piece | undefined): boolean {
  return (
    before?.sentence.from === sentence.from &&
    /^(?:,\s|và\s)*\d/u.test(text.slice(from, to)) &&
    !/[;.]$/.test(text.slice(0, before.to))
  )
}

/** "tỷ lệ này đạt 85%" in a point of its own is of what the point before set in the same unit; a person looks at it. */
function withSubjectBefore(targets: readonly FoundTarget[], before: readonly FoundTarget[]): FoundTarget[] {
  return targets.map((target) => {
    const meant = standsForAnother(target.subject) ? before.findLast(({ unit }) => unit === target.unit) : undefined
    return meant ? { ...target, subject: meant.subject, why: 'subject' } : target
  })
}

/** No more than a time. */
const isNone = /^(?:đến|vào|trong|hết|cuối|đầu|trước|tới|năm|quý|tháng|ngày|giai đoạn|[\s\d/ivx.,:;()–-])*$/iu

/** "Tỷ lệ người biết chữ:" over "- Năm 2026: 96%": the heading says what the figures are of. */
function withSubjectAbove(targets: readonly FoundTarget[], { opener, parent }: Node): FoundTarget[] {
  const above = [opener, parent].find(
    (own) => own && /^(?:ty le|ti le|tong so|so|quy mo|chi so)(?!\p{L})/u.test(flatOf(own)),
  )
  const text = above?.words.text.replace(/[\s:.;,]+$/, '')
  if (!text || text.length > 200) return [...targets]
  return targets.map((target) =>
    isNone.test(target.subject) ? { ...target, subject: text, why: target.why ?? 'subject' } : target,
  )
}

function isPoint(node: Node): boolean {
  return ['bullet', 'dash', 'plus', 'letter', 'bracket', 'level', 'paragraph'].includes(node.style)
}

/** Where who, how or when differ, a duty is another one. What is asked of others stays one request. */
function keyOf(part: Part | null, addressed: Addressed | null, isSecond: boolean): string {
  if (!part) return ''
  const who = isSecond ? (addressed?.agencies.map(({ name }) => name) ?? []) : []
  if (addressed?.isRequested) return who.join()
  return JSON.stringify([part.role, part.partners.map(({ name }) => name), part.due, ...who])
}

/** Each source of money is a statement: "ngân sách nhà nước ...; huy động ...". */
function isFunding({ setting, words }: Clause, pieces: readonly Piece[]): boolean {
  const sources = pieces.filter(({ from, to }) =>
    /ngan sach|huy dong|tai tro|dong gop|nguon/.test(words.flat.slice(from, to)),
  )
  return setting.topic === 'money' && pieces.length > 1 && sources.length === pieces.length
}
