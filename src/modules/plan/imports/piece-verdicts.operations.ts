/** What people decide about the pieces of a document: accept, correct, reject, link; every decision is kept, the latest counts. */
import { z } from 'zod'
import { plain } from '#kernel/difference.ts'
import { ProblemError } from '#kernel/problem.ts'
import { Code } from '#kernel/schema.ts'
import { requireIndicators } from '#modules/indicators'
import type { Tx } from '#platform/database/index.ts'
import { changedSince } from '#platform/judging.ts'
import { operation, type Work } from '#platform/operation.ts'
import { problems as planProblems } from '../plan.texts.ts'
import { namesOfAgencies } from '../versions/versions.operations.ts'
import { ImportVersion, requireSeen } from './import-differences.operations.ts'
import { lookUp } from './import-drafts.operations.ts'
import { holdFor, importSteps, take } from './import-steps.operations.ts'
import { isDoubtful, piecesOf, verdictsByPiece } from './pieces.rules.ts'
import { Correction, type FullImport, PieceKey, type PieceVerdict, Verdict } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'
import { problems, texts } from './plan-imports.texts.ts'
import { build } from './reviewed-facts.rules.ts'

const Id = z.object({ id: z.uuid() })

/** Read with this certainty or more, and without a doubt, a piece may be accepted with all others like it. */
export const sureConfidence = 0.9

const PieceVersion = {
  piece: PieceKey,
  /** How many decisions about the piece were seen: its decision's `version`, 0 where there was none. */
  version: z.coerce.number().int().min(0),
}

/** Throws `platform.changedSince` where somebody else has decided about a piece since it was seen. */
async function requireSeenPiece(
  { tx, isAgain, caller }: Work,
  importId: string,
  { key, ref }: { key: string; ref: string | null },
  version: number,
): Promise<void> {
  const verdict = verdictsByPiece(await store.latestVerdicts(tx, { importId })).get(key)
  if ((verdict?.version ?? 0) === version) return
  // Gone back to one's own decision to correct it.
  if (isAgain && verdict?.by === caller.account?.name) return
  const words = verdict ? texts[`verdict-${verdict.verdict}`] : texts.undecidedYet
  const by = (word: string) => [word, verdict?.by].filter(Boolean).join(', ')
  throw changedSince([{ what: plain(ref ?? key), now: { vi: by(words.vi), en: by(words.en) } }])
}

async function keep(work: Work, document: FullImport, verdicts: readonly PieceVerdict[]): Promise<void> {
  const rows = verdicts.map((verdict) => ({ ...verdict, id: work.newId() }))
  const { id: importId } = document
  await store.insertVerdicts(work.tx, importId, rows, { account: work.caller.account?.id ?? null, at: work.now })
  await take(work, document, 'decide')
  work.audit({
    subject: `import ${importId}`,
    new: verdicts.length === 1 ? verdicts[0] : { decided: verdicts.length },
  })
}

export const judgePiece = operation({
  name: 'plan.judgePiece',
  former: { name: 'plan.decidePiece' },
  summary: 'Accepts a piece of a document as read, corrects it, or rejects it.',
  effect: 'write',
  body: 'long',
  touches: [],
  may: importSteps.mayTake('decide'),
  input: Id.extend({ ...PieceVersion, verdict: Verdict, correction: Correction.optional() }),
  output: Id,
  async run(work, { id, piece, version, verdict, correction }) {
    const fullImport = await holdFor(work, 'decide', id)
    await requireSeenPiece(work, id, requirePiece(fullImport, piece), version)
    await checkCorrection(work.tx, correction)
    const given = verdict === 'corrected' ? { ...(await former(work.tx, id, piece)), ...correction } : null
    await keep(work, fullImport, [{ piece, verdict, correction: given }])
    return { id }
  },
})

/** What was corrected before stays, unless corrected anew. */
async function former(tx: Tx, importId: string, piece: string): Promise<Correction> {
  const verdicts = verdictsByPiece(await store.latestVerdicts(tx, { importId }))
  return verdicts.get(piece)?.correction ?? {}
}

function requirePiece({ draft }: FullImport, key: string) {
  const piece = piecesOf(draft).find((each) => each.key === key)
  if (!piece) throw new ProblemError(problems.unknownPiece())
  return piece
}

async function checkCorrection(tx: Tx, correction: Correction | undefined): Promise<void> {
  if (correction?.indicator) await requireIndicators(tx, [correction.indicator])
  const named = [...(correction?.agencies ?? []), ...(correction?.coordinator ? [correction.coordinator] : [])]
  if (named.length === 0) return
  const known = await namesOfAgencies(tx)
  const unknown = named.filter((code) => !Object.hasOwn(known, code))
  if (unknown.length > 0) {
    throw new ProblemError(...unknown.map((agency) => planProblems.unknownAgency({ agency, date: '' }, ['agencies'])))
  }
}

export const linkIndicator = operation({
  name: 'plan.linkIndicator',
  summary: 'Says by which indicator a target of a document is followed, or that none follows it.',
  effect: 'write',
  touches: [],
  may: importSteps.mayTake('decide'),
  input: Id.extend({
    ...PieceVersion,
    /** Null or empty: no indicator. */
    indicator: Code.nullable().transform((code) => code || null),
  }),
  output: Id,
  async run(work, { id, piece, version, indicator }) {
    const document = await holdFor(work, 'decide', id)
    const target = requirePiece(document, piece)
    if (target.kind !== 'target') throw new ProblemError(problems.unknownPiece())
    await requireSeenPiece(work, id, target, version)
    if (indicator) await requireIndicators(work.tx, [indicator])
    const correction = { ...(await former(work.tx, id, piece)), indicator }
    await keep(work, document, [{ piece, verdict: 'corrected', correction }])
    return { id }
  },
})

export const acceptSure = operation({
  name: 'plan.acceptSure',
  summary: 'Accepts every piece that was read with certainty and has no doubt; never a doubtful one.',
  effect: 'write',
  touches: [],
  may: importSteps.mayTake('decide'),
  input: ImportVersion,
  output: z.object({ accepted: z.number() }),
  async run(work, { id, version }) {
    await holdFor(work, 'decide', id)
    const { found: result, verdicts, plan, other, known } = await lookUp(work, id)
    await requireSeen(work.tx, result, (plan ?? other)?.id, version)
    const lacking = new Set(build(result.draft, verdicts, known).lacks.map((each) => each.piece))
    const sure = piecesOf(result.draft).filter(
      (piece) =>
        !verdicts.has(piece.key) && !isDoubtful(piece) && piece.confidence >= sureConfidence && !lacking.has(piece.key),
    )
    if (sure.length > 0) {
      await keep(
        work,
        result,
        sure.map(({ key }) => ({ piece: key, verdict: 'accepted', correction: null })),
      )
    }
    return { accepted: sure.length }
  },
})

export const discardImport = operation({
  name: 'plan.discardImport',
  summary: 'Puts a document away that will not be published; it stays in the list.',
  effect: 'write',
  touches: [],
  may: importSteps.mayTake('discard'),
  input: ImportVersion,
  output: Id,
  async run(work, { id, version }) {
    const { tx, audit } = work
    const fullImport = await holdFor(work, 'discard', id)
    const { plan, other } = await lookUp(work, id)
    await requireSeen(tx, fullImport, (plan ?? other)?.id, version)
    const state = await take(work, fullImport, 'discard')
    await store.closeImport(tx, id, { state, version: null, planId: null })
    audit({ subject: `import ${id}`, old: { fileName: fullImport.fileName } })
    return { id }
  },
})
