/** Drafts as tests of their review write them: pieces with nothing but what a test is about. */
import type { Draft, DraftDuty, DraftItem, DraftTarget } from '#modules/official-texts'
import type { PlanState } from '../versions/versions.model.ts'
import type { Known } from './fact-basis.rules.ts'
import { verdictsByPiece } from './pieces.rules.ts'
import type { Correction, PieceVerdict } from './plan-imports.model.ts'

const place = { line: 1, endLine: 1, text: '', confidence: 1 }

export function factOf<Value>(value: Value) {
  return { ...place, value }
}

const noHead = { number: null, symbol: null, issuedOn: null, place: null, issuer: null, title: null }

export function draftOf(parts: Partial<Omit<Draft, 'document'>> & { document?: Partial<Draft['document']> }): Draft {
  const { document, ...lists } = parts
  const whole = { isPlan: true, reason: null, confidence: 1, lines: 1, recipients: [], appendices: [] }
  const nothing = { items: [], targets: [], duties: [], componentPlans: [], legalBases: [], deadlines: [], doubts: [] }
  return {
    ...nothing,
    ...lists,
    document: { ...whole, ...noHead, type: null, period: null, signatory: null, ...document },
  }
}

export function itemOf(ref: string, parent: string | null = null, more: Partial<DraftItem> = {}): DraftItem {
  return { ...place, ref, parent, kind: 'section', text: `Điều ${ref}`, ...more }
}

export function targetOf(ref: string, more: Partial<DraftTarget> = {}): DraftTarget {
  const when = { year: 2026, yearFrom: 'sentence' as const, everyYear: false }
  const amount = { comparator: '>=' as const, value: 80, valueTo: null, unit: 'percent' as const, unitText: '%' }
  const words = { subject: 'xã có thư viện', mode: 'reach' as const, qualifiers: [], sentence: '' }
  return { ...place, ref, ...when, ...amount, ...words, ...more }
}

export function dutyOf(ref: string, agency: string, more: Partial<DraftDuty> = {}): DraftDuty {
  const role = { isGroup: false, role: 'lead' as const, isStated: true, partners: [], due: null }
  return { ...place, ref, agency, text: 'Tổ chức thực hiện.', ...role, ...more }
}

/** Decisions by piece: a correction, or nothing kept of it. */
export function verdictsOf(
  verdicts: Readonly<Record<string, Correction | 'rejected'>>,
): ReadonlyMap<string, PieceVerdict> {
  const all = Object.entries(verdicts).map(
    ([piece, given]): PieceVerdict =>
      given === 'rejected'
        ? { piece, verdict: 'rejected', correction: null }
        : { piece, verdict: 'corrected', correction: given },
  )
  return verdictsByPiece(all)
}

export const noVerdicts = verdictsOf({})

/** An installation that knows two agencies and two indicators; with the facts of a plan in force where they are given. */
export function knownWith(state?: Partial<PlanState>): Known {
  const words = (vi: string) => ({ vi, en: `${vi} (en)` })
  const indicator = (code: string, unit: string, vi: string) => {
    return { code, kind: 'ratio', unit, name: words(vi), explanation: words(vi) }
  }
  const nothing = { clauses: [], targets: [], duties: [], componentPlans: [] }
  return {
    state: state ? { ...nothing, ...state } : null,
    agencies: [
      { code: 'SGDDT', name: 'Sở Giáo dục và Đào tạo' },
      { code: 'STC', name: 'Sở Tài chính' },
    ],
    place: 'Hà Nội',
    indicators: [
      indicator('libraries', 'percent', 'Tỷ lệ xã có thư viện'),
      indicator('learners', 'percent', 'Tỷ lệ công dân học tập'),
    ],
  }
}
