/** Turns the text of an administrative plan into a draft, by the grammar of such documents (Nghị định 30/2020/NĐ-CP); nothing is guessed in silence. */

import { isPressMerged } from './agencies/merged-press.rules.ts'
import { readClauses } from './clauses/clauses.rules.ts'
import { giveNames } from './clauses/named-bodies.rules.ts'
import { readRows } from './clauses/table-rows.rules.ts'
import { type Doubt, type Draft, type DraftDocument, doubtful, type NoPlanReason } from './draft.model.ts'
import { earlyDates } from './early-dates.rules.ts'
import { readHead } from './head.rules.ts'
import { readBases } from './legal-bases.rules.ts'
import { linesOf } from './lines/lines.rules.ts'
import { withoutContents } from './outline/contents.rules.ts'
import type { Node } from './outline/nodes.model.ts'
import { growOutline } from './outline/outline.rules.ts'
import { type Zones, zonesOf } from './outline/zones.rules.ts'
import { doubtsOf, faultsIn, faultsInNames, openBrackets, pageMarks } from './scan-faults.rules.ts'

/** A plan of 200 pages has some 600,000 signs in 6,000 lines; the longest that is read takes about two seconds. */
export const mostLines = 20_000
export const mostSigns = 2_000_000

/**
 * The draft of a plan. A text that is no plan gives `document.isPlan` false with its reason, and whatever could be read of it.
 * Never throws; the same text gives the same draft.
 */
export function readDraft(text: string): Draft {
  if (text.length > mostSigns) return emptyDraft('too-long', 0)
  const source = linesOf(text)
  if (source.length > mostLines) return emptyDraft('too-long', source.length)
  if (source.every((line) => line.text === '')) return emptyDraft('empty', source.length)
  const { lines, doubts: contents } = withoutContents(source)
  const zones = zonesOf(lines)
  const { nodes, noticed } = growOutline(zones)
  const facts = readHead(zones, nodes)
  giveNames(nodes, isPressMerged(facts.issuedOn?.value ?? null))
  const planYear = planYearOf(facts.period)
  const clauses = readClauses(nodes, planYear)
  const rows = readRows(nodes, planYear)
  const preamble = nodes.find(({ style }) => style === 'preamble')
  const bases = preamble ? readBases(preamble) : { legalBases: [], doubts: [] }
  const document = { ...verdictOf(zones, nodes), lines: lines.length, ...facts, ...typeFact(zones) }
  const targets = [...clauses.targets, ...rows.targets]
  const deadlines = [...clauses.deadlines, ...rows.deadlines]
  const doubts = [
    ...contents,
    ...doubtsOf(noticed),
    ...faultsIn(nodes),
    ...faultsInNames(facts),
    ...pageMarks(zones.pageMarks),
    ...openBrackets(zones.appendices.flatMap((own) => own.slice(0, 8))),
    ...headDoubts(document),
    ...bases.doubts,
    ...clauses.doubts,
    ...rows.doubts,
    ...earlyDates(document, { targets, deadlines, legalBases: bases.legalBases }),
  ]
  return {
    document,
    items: clauses.items,
    targets,
    duties: [...clauses.duties, ...rows.duties],
    componentPlans: rows.componentPlans,
    legalBases: [...bases.legalBases],
    deadlines,
    doubts: doubts.sort((a, b) => a.line - b.line),
  }
}

function planYearOf(period: DraftDocument['period']) {
  if (!period) return null
  const { from, to } = period.value
  const isSure = period.confidence >= doubtful
  return { from: isSure ? from : null, year: to, isOnly: from === to && isSure }
}

function typeFact({ type }: Zones): Pick<DraftDocument, 'type'> {
  if (!type) return { type: null }
  const { number, text } = type.line
  return { type: { value: type.value, line: number, endLine: number, text, confidence: type.isAlone ? 0.98 : 0.85 } }
}

type Verdict = Pick<DraftDocument, 'isPlan' | 'reason' | 'confidence'>

/** A plan says so in its head and is set out in numbered parts; one without its head is known by the parts that only plans have. */
function verdictOf(zones: Zones, nodes: readonly Node[]): Verdict {
  const tops = nodes.filter(({ parent, path }) => parent === null && path.length > 0)
  const type = zones.type?.value
  const no = (reason: NoPlanReason): Verdict => ({ isPlan: false, reason, confidence: 0.9 })
  if (type && !['plan', 'programme', 'scheme'].includes(type)) return no('other-type')
  const typical = tops.filter((node) => planParts.test(joined(node)))
  if (!type) return typical.length >= 2 ? { isPlan: true, reason: null, confidence: 0.6 } : no('no-type')
  if (tops.length < 2 && nodes.length < 6) return no('no-outline')
  return tops.length >= 1
    ? { isPlan: true, reason: null, confidence: typical.length > 0 ? 0.98 : 0.75 }
    : no('no-outline')
}

const planParts =
  /mục đích|mục tiêu|chỉ tiêu|nhiệm vụ|giải pháp|kinh phí|tổ chức thực hiện|muc tieu|nhiem vu|kinh phi|to chuc thuc hien/i

function joined(node: Node): string {
  return node.pieces
    .map(({ text }) => text)
    .join(' ')
    .slice(0, 200)
}

/** What the head should say and does not, or says only in another place. */
function headDoubts(document: DraftDocument): Doubt[] {
  if (!document.isPlan) return []
  const { type, symbol, issuedOn, issuer, title, period, signatory } = document
  const place = { line: type?.line ?? 1, text: type?.text ?? '' }
  return Object.entries({ symbol, issuedOn, issuer, title, period, signatory }).flatMap(([about, fact]): Doubt[] => {
    if (!fact) return [{ kind: 'unsure-head', ...place, ref: null, about, suggestion: null, confidence: 0.9 }]
    if (fact.confidence > 0.85) return []
    const { line, text, confidence } = fact
    return [{ kind: 'unsure-head', line, ref: null, about, text, suggestion: null, confidence: 1 - confidence }]
  })
}

function emptyDraft(reason: NoPlanReason, lines: number): Draft {
  const nothing = { type: null, number: null, symbol: null, issuedOn: null, place: null, issuer: null, title: null }
  return {
    document: {
      isPlan: false,
      reason,
      confidence: 1,
      lines,
      ...nothing,
      period: null,
      signatory: null,
      recipients: [],
      appendices: [],
    },
    items: [],
    targets: [],
    duties: [],
    componentPlans: [],
    legalBases: [],
    deadlines: [],
    doubts: [],
  }
}
