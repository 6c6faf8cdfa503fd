/**
 * Makes packs/hanoi/plan-290 from the document and what its review decided (`review.json`):
 * `node_modules/node/bin/node scripts/packs/plan.ts [text of the plan]`.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Draft } from '../../src/modules/official-texts/draft.model.ts'
import { readDraft } from '../../src/modules/official-texts/reader.rules.ts'
import { documentOf } from '../../src/modules/plan/imports/document-facts.rules.ts'
import type { Known } from '../../src/modules/plan/imports/fact-basis.rules.ts'
import { isDoubtful, piecesOf, verdictsByPiece } from '../../src/modules/plan/imports/pieces.rules.ts'
import type { Correction, PieceVerdict } from '../../src/modules/plan/imports/plan-imports.model.ts'
import { build } from '../../src/modules/plan/imports/reviewed-facts.rules.ts'
import { writePack } from './format.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, 'packs/hanoi/plan-290')

/** One decision as the file keeps it: a correction's fields stand beside the piece; accepted where there are none. */
export type ReviewRow = Correction & { piece: string; rejected?: true; why?: string }

export interface Review {
  /** What the document does not say of itself, and a data sheet needs. */
  readonly sheet: Readonly<Record<string, unknown>>
  readonly groups: Readonly<Record<string, unknown>>
  readonly roles: Readonly<Record<string, unknown>>
  readonly rows: readonly ReviewRow[]
}

export function readReview(): Review {
  return JSON.parse(readFileSync(resolve(folder, 'review.json'), 'utf8'))
}

/** The decisions of a review. What it does not name was accepted as read. */
export function decisionsOf({ rows }: Review): Map<string, PieceVerdict> {
  return verdictsByPiece(
    rows.map(({ piece, rejected, why: _, ...correction }) => {
      if (rejected) return { piece, verdict: 'rejected' as const, correction: null }
      const isCorrected = Object.keys(correction).length > 0
      return { piece, verdict: isCorrected ? 'corrected' : 'accepted', correction: isCorrected ? correction : null }
    }),
  )
}

/** Agencies and indicators as the packs know them on the day of the plan. */
export function knownToPacks(on: string): Known {
  const read = (name: string) => JSON.parse(readFileSync(resolve(root, 'packs', name), 'utf8'))
  const { columns, rows } = read('hanoi/agencies.json') as { columns: string[]; rows: (string | null)[][] }
  const at = (row: (string | null)[], column: string) => row[columns.indexOf(column)] ?? null
  const agencies = rows
    .filter((row) => (at(row, 'validFrom') ?? '') <= on && (at(row, 'validTo') ?? '9999') > on)
    .map((row) => ({ code: at(row, 'code') ?? '', name: at(row, 'nameVi') ?? '' }))
  return {
    state: null,
    agencies,
    indicators: read('vietnam/indicators.json').rows,
    place: read('hanoi/place.json').name.vi,
  }
}

/** Every file of the pack by its name, from the document and its review. */
export function planPacks(text: string, review: Review): Record<string, object> {
  const draft = readDraft(text)
  const decisions = decisionsOf(review)
  const document = documentOf(draft, decisions)
  const built = build(draft, decisions, knownToPacks(document.issuedOn ?? ''))
  if (built.lacks.length > 0) throw new Error(`the review leaves open: ${JSON.stringify(built.lacks)}`)
  const { clauses, targets, duties, componentPlans } = built.state
  return {
    'plan.json': sheetOf(review, document),
    'clauses.json': {
      columns: ['ref', 'parentRef', 'kind', 'order', 'shortTitleVi', 'shortTitleEn'],
      rows: clauses.map((clause) => [
        clause.ref,
        clause.parentRef,
        clause.kind,
        orderAmong(clauses, clause),
        clause.title.vi,
        clause.title.en,
      ]),
    },
    'targets.json': {
      groups: review.groups,
      rows: targets.map(({ ref, key, group, year, indicator, comparator, value, subject, mode, note }) => ({
        ...{ ref, key, group, year, indicator, comparator, value, unit: unitAt(draft, ref) },
        ...{ subject, mode, ...(note ? { note } : {}) },
      })),
    },
    'duties.json': {
      roles: review.roles,
      rows: duties.map(({ ref, agency, role, title, withAgencies, tasks, deadline, indicators, scope }) => ({
        ...{ ref, agency, role, title, withAgencies, clause: ref, tasks, deadline, indicators },
        ...(scope ? { scope } : {}),
      })),
    },
    'component-plans.json': {
      rows: componentPlans.map(({ ref, title, lead, coordinator, approvalDue, indicators }) => ({
        ...{ ref, title, lead, coordinator, approvalDue, toYear: lastYearIn(draft, ref), indicators },
      })),
    },
  }
}

function sheetOf({ sheet }: Review, document: ReturnType<typeof documentOf>): object {
  const { sources, code, title, issuer, place, role, standingAgency, reporting, basisNotes } = sheet
  const { symbol, issuedOn, signatory, period } = document
  const notes = basisNotes as Readonly<Record<string, unknown>>
  const legalBases = document.legalBases.map(({ number, issuedOn: on, issuer: by, type, title: about, verified }) => ({
    ...{ number, issuedOn: on, issuer: by, type, title: about, verified },
    ...(notes[number] ? { note: notes[number] } : {}),
  }))
  return {
    ...{ sources, code, number: symbol?.split('/')[0], symbol, title, issuedOn, issuer, place },
    ...{ signatory: { name: signatory, role }, period, standingAgency, legalBases, reporting },
  }
}

function orderAmong(
  clauses: readonly { ref: string; parentRef: string | null }[],
  clause: { ref: string; parentRef: string | null },
) {
  const beside = clauses.filter(({ parentRef }) => parentRef === clause.parentRef)
  // The preamble stands before the first part.
  const first = beside[0]?.ref === 'CC' ? 0 : 1
  return beside.findIndex(({ ref }) => ref === clause.ref) + first
}

function unitAt(draft: Draft, ref: string) {
  return draft.targets.find((target) => target.ref === ref)?.unit
}

/** The last year that the title of a component plan names. */
function lastYearIn(draft: Draft, ref: string): number | null {
  const title = draft.componentPlans.find((part) => part.ref === ref)?.title ?? ''
  return Number(/(\d{4})\D*$/.exec(title)?.[1] ?? 0) || null
}

/** Doubtful pieces that the review does not speak of. */
export function undecidedIn(text: string, review: Review): string[] {
  const decisions = decisionsOf(review)
  return piecesOf(readDraft(text)).flatMap((piece) =>
    isDoubtful(piece) && !decisions.has(piece.key) ? [piece.key] : [],
  )
}

if (import.meta.main) {
  const text = readFileSync(
    resolve(process.argv[2] ?? resolve(root, '../shared/data/ke-hoach-290-kh-ubnd.txt')),
    'utf8',
  )
  for (const [name, pack] of Object.entries(planPacks(text, readReview()))) writePack(resolve(folder, name), pack)
}
