/** A draft as a list of pieces to decide, in the order of the document. */
import { type Doubt, type DoubtKind, type Draft, doubtful, faultKinds } from '#modules/official-texts'
import type { Counts, Piece, PieceKind, PieceVerdict } from './plan-imports.model.ts'

/** Each is a piece of its own. Other doubts belong to the piece they speak of. */
const faults: ReadonlySet<DoubtKind> = new Set(faultKinds)

interface Placed {
  readonly line: number
  readonly endLine: number
  readonly text: string
  readonly confidence: number
}

/** The facts of the head that a person decides. */
export const headFacts = ['type', 'symbol', 'issuedOn', 'issuer', 'title', 'period', 'signatory'] as const
export type HeadFact = (typeof headFacts)[number]

/** Everything read in a document. Keys tell pieces of one clause apart by their order. */
export function piecesOf(draft: Draft): Piece[] {
  const { document, items, targets, duties, componentPlans, legalBases, doubts } = draft
  const missing = { line: document.type?.line ?? 1, endLine: document.type?.line ?? 1, text: '', confidence: 0 }
  // What the head should say and does not is a piece too: a person says it.
  const head = headFacts.map((fact) => pieceOf('head', fact, null, document[fact] ?? missing))
  const own = [
    ...head,
    ...numbered('basis', legalBases),
    ...items.map((item) => pieceOf('item', item.ref, item.ref, item)),
    ...numbered('target', targets),
    ...numbered('duty', duties),
    ...numbered('part', componentPlans),
  ]
  const faultPieces = faultsOf(draft).map(([key, doubt]) => ({
    ...{ key, kind: 'fault' as const, ref: doubt.ref, line: doubt.line, endLine: doubt.line, text: doubt.text },
    ...{ confidence: 1 - doubt.confidence, doubts: [doubt] },
  }))
  const byPiece = doubtsByPiece(
    own,
    doubts.filter(({ kind }) => !faults.has(kind)),
  )
  const doubted = own.map((piece) => ({ ...piece, doubts: byPiece.get(piece.key) ?? [] }))
  return [...doubted, ...faultPieces].sort((a, b) => a.line - b.line)
}

/** The doubts of each piece. What looks like a target or a duty and was not read has no piece of its own: its clause shows the doubt. */
function doubtsByPiece(pieces: readonly Piece[], doubts: readonly Doubt[]): Map<string, Doubt[]> {
  const byRef = Map.groupBy(pieces, ({ ref }) => ref)
  const homes = pieces.filter(({ kind }) => kind === 'item').sort((a, b) => a.line - b.line)
  const byPiece = new Map<string, Doubt[]>()
  for (const doubt of doubts) {
    const here = byRef.get(doubt.ref) ?? []
    const about = here.filter((piece) => kindsIn(doubt.kind).includes(piece.kind) && isAbout(doubt, piece))
    const home = here.find(({ kind }) => kind === 'item') ?? lastBefore(homes, doubt.line) ?? pieces[0]
    for (const piece of about.length > 0 ? about : home ? [home] : []) {
      const own = byPiece.get(piece.key) ?? []
      own.push(doubt)
      byPiece.set(piece.key, own)
    }
  }
  return byPiece
}

function lastBefore(pieces: readonly Piece[], line: number): Piece | undefined {
  let [from, to] = [0, pieces.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((pieces[middle]?.line ?? 0) <= line) from = middle + 1
    else to = middle
  }
  return pieces[from - 1]
}

/** Faults with their keys: the kind, the line, and the place among those alike in one line. */
export function faultsOf({ doubts }: Draft): [key: string, doubt: Draft['doubts'][number]][] {
  const alike = new Map<string, number>()
  return doubts
    .filter(({ kind }) => faults.has(kind))
    .map((doubt) => {
      const name = `fault ${doubt.kind} ${doubt.line}`
      const place = (alike.get(name) ?? 0) + 1
      alike.set(name, place)
      return [`${name} ${place}`, doubt]
    })
}

/** Which pieces a doubt can speak of. */
function kindsIn(kind: DoubtKind): readonly PieceKind[] {
  switch (kind) {
    case 'unsure-head':
      return ['head']
    case 'unsure-target':
    case 'year-missing':
      return ['target']
    case 'unsure-duty':
    case 'role-implied':
    case 'group-agency':
    case 'agency-missing':
    case 'unsure-agency':
    case 'unsure-deadline':
      return ['duty']
    case 'unsure-basis':
      return ['basis']
    case 'unsure-row':
      return ['part', 'target', 'duty']
    default:
      return ['item']
  }
}

function isAbout(doubt: Draft['doubts'][number], piece: Piece): boolean {
  if (piece.kind === 'head') return piece.key === `head ${doubt.about}`
  return doubt.line >= piece.line && doubt.line <= piece.endLine
}

function pieceOf(kind: PieceKind, name: string, ref: string | null, at: Placed): Piece {
  const { line, endLine, text, confidence } = at
  return { key: `${kind} ${name}`, kind, ref, line, endLine, text, confidence, doubts: [] }
}

/** Rows with their keys, and their place among those of the same clause, from 1. */
export function keysOf<Row extends { ref: string }>(
  kind: PieceKind,
  rows: readonly Row[],
): [key: string, row: Row, place: number][] {
  const count = new Map<string, number>()
  return rows.map((row) => {
    const place = (count.get(row.ref) ?? 0) + 1
    count.set(row.ref, place)
    return [`${kind} ${row.ref} ${place}`, row, place]
  })
}

function numbered(kind: PieceKind, rows: readonly (Placed & { ref: string })[]): Piece[] {
  return keysOf(kind, rows).map(([, row, place]) => pieceOf(kind, `${row.ref} ${place}`, row.ref, row))
}

/** Whether a person must look at it: faults, doubts, and whatever was read with little confidence. */
export function isDoubtful(piece: Pick<Piece, 'kind' | 'confidence' | 'doubts'>): boolean {
  return piece.kind === 'fault' || piece.confidence < doubtful || piece.doubts.length > 0
}

export function countsOf(pieces: readonly Piece[], verdicts: ReadonlyMap<string, PieceVerdict>): Counts {
  const open = pieces.filter((piece) => !verdicts.has(piece.key))
  const of = (kind: PieceKind) => pieces.filter((piece) => piece.kind === kind).length
  return {
    pieces: pieces.length,
    targets: of('target'),
    duties: of('duty'),
    undecided: open.length,
    doubtful: open.filter(isDoubtful).length,
  }
}

/** Decisions by piece. */
export function verdictsByPiece<T extends PieceVerdict>(verdicts: readonly T[]): Map<string, T> {
  return new Map(verdicts.map((verdict) => [verdict.piece, verdict]))
}
