/** What one cell of a table says: agencies, last days. */
import { agenciesAt } from '../agencies/agency-lists.rules.ts'
import { type NamedAgency, startsAgency } from '../agencies/agency-names.rules.ts'
import { placesOf } from '../agencies/whole-names.rules.ts'
import type { DraftDue } from '../draft.model.ts'
import { flatten } from '../lines/lines.rules.ts'
import { approvalIn, duesIn } from '../phrases/deadlines.rules.ts'

/** The agencies of a cell; what is no known form of a name is kept as the cell has it, and is told. `names`: those known whole. */
export function agenciesOfCell(cell: string | null, names: readonly string[] = []): NamedAgency[] {
  if (!cell) return []
  return cell
    .split(/\s*[;\n\v]\s*|^[-+•]\s*/u)
    .filter((part) => part.trim() !== '')
    .flatMap((part) => agenciesOfPart(part.trim().replace(/^[-+•]\s*/u, ''), names))
}

/** A name that is known, before any sign that might part two: "Sở Lao động - Thương binh và Xã hội". */
function agenciesOfPart(text: string, whole: readonly string[]): NamedAgency[] {
  const words = { text, flat: flatten(text), names: placesOf(text, whole) }
  const { flat } = words
  const names: NamedAgency[] = []
  for (let at = 0; at < text.length; ) {
    at += /^[\s,.+&/-]*(?:(?:va|cung|voi|phoi hop)(?!\p{L})[\s,:]*)*/u.exec(flat.slice(at))?.[0].length ?? 0
    const { agencies, to } = agenciesAt(words, at)
    names.push(...agencies)
    if (agencies.length > 0) {
      at = to
      continue
    }
    const end = endOfUnknown(text, flat, at)
    const name = text.slice(at, end).replace(/[\s.,-]+$/, '')
    if (/\p{L}/u.test(name)) {
      names.push({ name, from: at, to: end, isGroup: /^(?:các|toàn|mọi) /i.test(name), isUnknown: true })
    }
    at = end
  }
  return names
}

/** Up to a comma, or to where a known name begins. */
function endOfUnknown(text: string, flat: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) === ',') return at
    const isJoint = /^(?: va| -|,| cung| \+) /.exec(flat.slice(at, at + 6))?.[0]
    if (isJoint && startsAgency(text, at + isJoint.length)) return at
  }
  return text.length
}

/** A column of times says a year or quarter without any word before it. */
export function duesOfCell(cell: string, onlyYear: number | null = null): DraftDue[] {
  const flat = flatten(cell)
  const isBare = /^(?:thang \d{1,2}|quy (?:[ivx]{1,3}|[1-4]))$/.test(flat.trim())
  const named = duesIn(isBare ? `trong ${flat.trim()}` : flat, onlyYear).map(({ due }) => due)
  if (named.length > 0) return named
  const approval = approvalIn(flat)
  if (!approval) return []
  if (approval.on) return [{ by: approval.on }]
  const { month, year } = approval
  return duesIn(month ? `thang ${month}/${year}` : `trong nam ${year}`).map(({ due }) => due)
}
