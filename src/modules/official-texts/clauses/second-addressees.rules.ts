/** Others than those a clause begins with: a later sentence or point may speak to a body of its own. */

import { isBody } from '../agencies/agency-groups.rules.ts'
import { agencyKey } from '../agencies/agency-keys.rules.ts'
import { type AgencyList, agenciesAt } from '../agencies/agency-lists.rules.ts'
import { agencyAt, type NamedAgency, startsAgency } from '../agencies/agency-names.rules.ts'
import { startsActing } from '../agencies/agency-words.rules.ts'
import type { Span, Words } from '../lines/spans.rules.ts'
import type { Addressed } from './addressees.rules.ts'
import type { Piece } from './clause-parts.rules.ts'
import { lateSubject } from './late-subjects.rules.ts'
import { isMoneyGiven } from './money-given.rules.ts'
import { type Assigned, leadingIn } from './tasks-given.rules.ts'

/** Whom a piece within a clause begins to speak to: "...; Sở B chủ trì ...", "... . Đề nghị Hội C vận động ...". */
export function secondAddressee(words: Words, piece: Piece, before: Piece, isAsked: boolean): Addressed | null {
  if (endsInNames(words, before)) return null
  const own = words.text.slice(piece.from, piece.from + 200)
  const isSentence = piece.from === piece.sentence.from
  // Within a sentence "yêu cầu", "đề nghị" may be what the body before it is to do; not where that one is asked itself.
  const head = (
    isSentence || isAsked ? /^(?:giao cho|giao|phân công|yêu cầu|đề nghị) /iu : /^(?:giao cho|giao|phân công) /iu
  ).exec(own)?.[0]
  const at = piece.from + (head?.length ?? 0)
  const list = agenciesAt(words, at)
  if (list.agencies.length === 0 || list.to >= piece.to) return null
  // A group without a name of its own is, within a sentence, whom the body before it leads.
  if (!isSentence && !(isAsked && head) && list.agencies.every(({ isGroup }) => isGroup)) return null
  const isGiven = head !== undefined && /^,? \p{Ll}/u.test(words.text.slice(list.to, list.to + 3))
  if (!isGiven && !isToldToAct(words, list, piece)) return null
  const colon = /^\s?:\s*/.exec(words.text.slice(list.to, list.to + 4))?.[0].length ?? 0
  const isRequested = /^đề nghị/iu.test(head ?? '')
  return { agencies: list.agencies, isRequested, from: list.to + colon }
}

/** Whether a piece begins with anybody who is to act, named or not. */
export function tellsOthers(words: Words, piece: Piece, before: Piece): boolean {
  if (endsInNames(words, before)) return false
  const head = /^(?:yêu cầu|đề nghị) /iu.exec(words.text.slice(piece.from, piece.from + 12))?.[0].length ?? 0
  const list = agenciesAt(words, piece.from + head)
  return list.agencies.length > 0 && list.to < piece.to && isToldToAct(words, list, piece)
}

/** "Các trường mở lớp" among tasks: a group of a known kind that is to do something; whether it is a duty a person says. */
export function groupActs(words: Words, piece: Span): boolean {
  const list = subjectOf(words, piece)
  const isGroup = list.agencies.some((agency) => agency.isGroup && isBody(agency))
  return isGroup && list.to < piece.to && isToldToAct(words, list, piece)
}

/** Who acts at the beginning of a task, by a name that is known: "Trường Tiểu học A bố trí phòng học", "Trưởng các thôn có trách nhiệm ...". */
export function actorsAt(words: Words, piece: Span): Assigned | null {
  const list = subjectOf(words, piece)
  const isKnown =
    list.agencies.length > 0 && list.agencies.every(({ isUnknown, isCut, isGroup }) => !isUnknown && !isCut && !isGroup)
  if (!isKnown || list.to >= piece.to || words.text.charAt(list.to) === ':') return null
  if (!isToldToAct(words, list, piece)) return null
  return {
    addressed: { agencies: list.agencies, isRequested: false, from: list.to },
    at: { from: list.to, to: piece.to },
  }
}

/** The bodies a task begins with, or names after when or on what ground. */
function subjectOf(words: Words, piece: Span): AgencyList {
  const own = agenciesAt(words, piece.from)
  return own.agencies.length > 0 ? own : (lateSubject(words, piece) ?? own)
}

function isToldToAct({ text }: Words, { to }: AgencyList, piece: Span): boolean {
  const rest = text.slice(to, Math.min(piece.to, to + 60))
  if (/^\s?:\s*\p{L}/u.test(rest)) return true
  return (
    /^,? \p{Ll}/u.test(rest) &&
    startsActing(rest.replace(/^,? /, '')) &&
    !/^,? (?:họp|là|như|được|gồm|về|tại|từ|đến|trong)(?!\p{L})/u.test(rest)
  )
}

/** "hướng dẫn các cơ quan báo chí; Đài A tổ chức ...": the list of whom the body guides goes on after the semicolon. */
function endsInNames(words: Words, { from, to }: Piece): boolean {
  const { text } = words
  if (text.charAt(to - 1) !== ';') return false
  const verbs =
    /(?<!\p{L})(?:hướng dẫn|chỉ đạo|đề nghị|yêu cầu|vận động|phối hợp(?: chặt chẽ)?(?: với)?|cùng với?|giao) /giu
  const last = [...text.slice(from, to).matchAll(verbs)].at(-1)
  return last !== undefined && agenciesAt(words, from + last.index + last[0].length).to >= to - 2
}

/** Whether a stretch names one that leads, or is given something, who is none of those it is taken to speak to. */
export function namesAnother(words: Words, piece: Span, names: readonly string[]): boolean {
  const keys = new Set(names.map(agencyKey))
  const isOther = (list: readonly { readonly name: string; readonly isGroup: boolean }[]) =>
    list.some(({ name, isGroup }) => !isGroup && !keys.has(agencyKey(name)))
  const leading = leadingIn(words, piece)
  if (leading && isOther(leading.addressed.agencies)) return true
  const own = words.text.slice(piece.from, piece.to)
  for (const match of own.matchAll(/(?<![\p{L}])(?:giao cho|giao|phân công) (?=\p{Lu})/giu)) {
    // "tham mưu UBND tỉnh giao Sở A": what one body is to make another do.
    const list = agenciesAt(words, piece.from + match.index + match[0].length)
    const isMoney = isMoneyGiven(words, piece, piece.from + match.index, list.to)
    if (!isMoney && isOther(list.agencies)) return true
  }
  return isOther(helpersNamed(words, piece))
}

/** "...; cơ quan phối hợp: Sở A", "Sở A (phối hợp)": who helps, said elsewhere than after "phối hợp với". */
function helpersNamed(words: Words, { from, to }: Span): NamedAgency[] {
  const { text, flat } = words
  const after = [...flat.slice(from, to).matchAll(/(?<!\p{L})(?:co quan|don vi) phoi hop ?: ?/gu)].flatMap(
    ({ 0: message, index }) => agenciesAt(words, from + index + message.length).agencies,
  )
  const beside = [...flat.slice(from, to).matchAll(/ \((?:cung )?phoi hop\)/g)].flatMap(({ index }) => {
    const end = from + index
    for (let at = Math.max(from, end - 160); at < end; at++) {
      const agency = startsAgency(text, at) ? agencyAt(words, at) : null
      if (agency?.to === end) return [agency]
    }
    return []
  })
  return [...after, ...beside]
}
