/** What a clause takes from the headings and lines above it: whom it speaks to, in what role, under which topic. */

import { agencyKey } from '../agencies/agency-keys.rules.ts'
import { isCapitals, isFinished } from '../lines/lines.rules.ts'
import type { Words } from '../lines/spans.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import { type Addressed, addressedBy, bodyAmongOthers } from './addressees.rules.ts'
import { onlyYearOf, type PlanYear, settingOf } from './aim-years.rules.ts'
import type { FoundTarget } from './aims.rules.ts'
import type { Clause } from './statements.rules.ts'
import { type Part, partOf } from './tasks-given.rules.ts'

/** Whom each clause speaks to, and whom the last line without a number under a heading names for those after it. */
export interface Told {
  readonly at: Map<Node, Addressed>
  readonly after: Map<Node, Addressed>
  /** What a line that opens a list says of all its points: "Tham mưu UBND xã:". */
  readonly opened: Map<Node, Part>
  /** Whether the headings under one name bodies. */
  readonly bodies: Map<Node, boolean>
  /** The aims of the last clause that set some, and the heading it stands under. */
  aims: { readonly parent: Node | null; readonly targets: readonly FoundTarget[] }
}

export function nothingTold(): Told {
  const aims = { parent: null, targets: [] }
  return { at: new Map(), after: new Map(), opened: new Map(), bodies: new Map(), aims }
}

/** A clause with what is said above it: whom it speaks to, in what role, under which topic. */
export function clauseOf(node: Node, words: Words, planYear: PlanYear | null, told: Told): Clause {
  const setting = settingOf(node, planYear)
  const inherited = inheritedBy(node, told)
  const isHeading = node.children.length > 0 || isLineHeading(node)
  const isTold = setting.topic === 'organisation' && node.parent !== null
  const named = isTold ? addressedBy(words, isHeading, inherited !== undefined) : null
  const own = named ?? (isTold && !inherited && isAmongBodies(node, told) ? bodyAmongOthers(words) : null)
  const addressed = own ? { ...own, isRequested: own.isRequested || isAsked(node, own, told) } : (inherited ?? null)
  if (addressed) told.at.set(node, { ...(own && isHeading ? asCut(own, words, addressed) : addressed), from: 0 })
  const isNamed = own !== null && own.from >= words.text.length && !isFinished(words.text)
  if (node.parent && addressed && isNamed && node.style === 'paragraph')
    told.after.set(node.parent, { ...addressed, from: 0 })
  const span = { from: own && own.from < words.text.length ? own.from : 0, to: words.text.length }
  const opened = own ? null : openedFor(node, told)
  const opens = addressed && words.text.endsWith(':') ? partOf(words, span, opened, onlyYearOf(setting)) : opened
  if (opens?.isStated) told.opened.set(node, { ...opens, isOpening: true, due: null })
  return { node, words, setting, addressed, opened, span }
}

/** "Công an tỉnh, nhóm nòng cốt" over a list: where the heading goes on, its last name may too. */
function asCut({ from }: Addressed, { text }: Words, addressed: Addressed): Addressed {
  const last = addressed.agencies.at(-1)
  const goesOn = /,\s*$/.test(text.slice(0, from)) && /^\p{L}/u.test(text.slice(from)) && !/[.:]/.test(text.slice(from))
  return last && goesOn
    ? { ...addressed, agencies: [...addressed.agencies.slice(0, -1), { ...last, isCut: true }] }
    : addressed
}

/** "VĂN PHÒNG HỘI" on a line of its own, without a number: it heads the dashes and paragraphs after it. */
function isLineHeading({ style, words }: Node): boolean {
  return style === 'paragraph' && words.text.length < 120 && isCapitals(words.text)
}

/** Whether a numbered heading stands among others that, but for two at most, all name bodies, some by forms that are known. */
function isAmongBodies({ parent, path, style, children }: Node, { bodies }: Told): boolean {
  if (!parent || path.length === 0 || children.length === 0) return false
  const own = bodies.get(parent) ?? areBodies(parent.children.filter((node) => node.style === style))
  bodies.set(parent, own)
  return own
}

function areBodies(headings: readonly Node[]): boolean {
  const named = headings.flatMap(({ words }) => addressedBy(words, true) ?? [])
  const known = named.filter(({ agencies }) => agencies.every(({ isUnknown }) => !isUnknown))
  return known.length >= 2 && named.length >= headings.length - 2
}

/** Those of the heading around it, else of the last line before it that only names somebody. */
function inheritedBy({ parent, path }: Node, { at, after }: Told): Addressed | undefined {
  if (!parent) return undefined
  return at.get(parent) ?? (path.length > 0 ? undefined : after.get(parent))
}

/** Under a heading "Đề nghị ..." everything is a request, but for a point on somebody else than the body it asks. */
function isAsked(node: Node, own: Addressed, { at: addressed }: Told): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    if (!/^đề nghị(?!\p{L})/iu.test(at.pieces[0]?.text ?? '') || at.path.length === 0) continue
    return at === node || node.path.length > 0 || !asksOthers(addressed.get(at), own)
  }
  return false
}

/** Whether those a heading asks are all named, and none of them is one of these. */
function asksOthers(heading: Addressed | undefined, own: Addressed): boolean {
  if (!heading || heading.agencies.some(({ isGroup, isUnknown }) => isGroup || isUnknown)) return false
  const asked = new Set(heading.agencies.map(({ name }) => agencyKey(name)))
  return own.agencies.every(({ name, isUnknown }) => !isUnknown && !asked.has(agencyKey(name)))
}

/** The role that the line before its list, or the heading around it, gives. */
function openedFor({ opener, parent }: Node, { opened }: Told): Part | null {
  return (opener && opened.get(opener)) ?? (parent && opened.get(parent)) ?? null
}

/** Whether a line that only names somebody heads those after it. */
export function heads({ after }: Told, { node, addressed }: Clause): boolean {
  return node.style === 'paragraph' && node.parent !== null && after.get(node.parent)?.agencies === addressed?.agencies
}
