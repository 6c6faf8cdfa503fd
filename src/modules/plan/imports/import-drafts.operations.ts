/** Documents of plans brought in for review: read into a draft, looked at piece by piece. */
import { z } from 'zod'
import { Hindrances, History } from '#kernel/history.ts'
import { ProblemError } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { catalogueOf } from '#modules/indicators'
import type { Draft } from '#modules/official-texts'
import { rootUnit } from '#modules/organisation'
import type { Tx } from '#platform/database/index.ts'
import { file } from '#platform/files/upload.ts'
import { operation, type Work } from '#platform/operation.ts'
import type { Plan } from '../plan.model.ts'
import { findPlan } from '../plan.store.ts'
import { atCity } from '../plan-in-force.operations.ts'
import { stateOf } from '../versions/versions.operations.ts'
import { documentOf } from './document-facts.rules.ts'
import type { Known } from './fact-basis.rules.ts'
import { versionOf } from './import-differences.operations.ts'
import { importSteps, onItsWay } from './import-steps.operations.ts'
import { linksOf } from './known-names.rules.ts'
import { countsOf, isDoubtful, keysOf, piecesOf, verdictsByPiece } from './pieces.rules.ts'
import { planFileUse, readUpload } from './plan-file.operations.ts'
import { Counts, type FullImport, Piece, PieceKey, PlanImport, Suggestion, VerdictRow } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'
import { problems } from './plan-imports.texts.ts'
import { type Built, build } from './reviewed-facts.rules.ts'

const Id = z.object({ id: z.uuid() })

export const importPlan = operation({
  name: 'plan.importPlan',
  summary:
    'Brings in a document of a plan, Word or text: reads it into a draft that people review before it becomes a plan.',
  effect: 'write',
  body: 'file',
  touches: [],
  may: importSteps.mayTake('bring'),
  input: z.object({
    file: file(planFileUse),
    /** Letters of before Unicode (TCVN3, VNI) may be converted; without it they are refused. */
    convertsLetters: z.boolean().default(false),
  }),
  output: Id.extend({ isPlan: z.boolean(), counts: Counts }),
  prepare:
    async (_, { file: sent, convertsLetters }) =>
    () =>
      readUpload(sent, convertsLetters),
  async run(work, { file: sent }, { kind, draft, lines }) {
    const { tx, caller, now, newId, files, audit } = work
    if (!draft.document.isPlan) throw new ProblemError(noPlan(draft))
    const [plan] = await findPlan(tx)
    const id = newId()
    const fileName = sent.name
    await store.insertImport(tx, {
      id,
      planId: plan && isSamePlan(plan, draft.document.symbol?.value) ? plan.id : null,
      fileName,
      file: await files.keep(sent, null),
      fileKind: kind,
      lines,
      draft,
      by: caller.account?.id ?? null,
      at: now,
    })
    await importSteps.take(work, { id, state: 'open', version: 0 }, 'bring')
    const counts = countsOf(piecesOf(draft), new Map())
    audit({ subject: `import ${id}`, new: { fileName, symbol: draft.document.symbol?.value ?? null, ...counts } })
    return { id, isPlan: true, counts }
  },
})

/** Why a text is no plan; where its parts may stand in a file embedded in it, that is told instead. */
function noPlan({ document, doubts }: Draft) {
  const reason = document.reason ?? 'no-type'
  const embedded = doubts.find(({ kind }) => kind === 'unread-part')
  const isWithout = reason === 'no-type' || reason === 'no-outline'
  if (embedded && isWithout) return problems['noPlan-unread-part']({ line: embedded.line }, ['file'])
  return problems[`noPlan-${reason}`]({}, ['file'])
}

/** One number, whatever its spaces and letters. */
export function isSamePlan(plan: Pick<Plan, 'symbol'>, symbol: string | undefined | null): boolean {
  return Boolean(symbol) && fold(plan.symbol) === fold(symbol ?? '')
}

/** Everything about an import that its pages and its publication need. Throws `plan.unknownImport`. */
export async function lookUp(work: Work, id: string) {
  const { tx } = work
  const [result] = await store.findImport(tx, { id })
  if (!result) throw new ProblemError(problems.unknownImport())
  const verdicts = verdictsByPiece(await store.latestVerdicts(tx, { importId: id }))
  const [plan] = await findPlan(tx)
  const own = plan && isSamePlan(plan, documentOf(result.draft, verdicts).symbol) ? plan : undefined
  const known = await knownTo(work, result, own)
  return { found: result, verdicts, plan: own, other: own ? undefined : plan, known }
}

async function knownTo(work: Work, { draft }: FullImport, plan: Plan | undefined): Promise<Known> {
  const { tx, today } = work
  const on = plan?.issuedOn ?? draft.document.issuedOn?.value ?? today
  const { indicators } = await catalogueOf(tx)
  return {
    state: plan ? (await stateOf(tx, plan.id)).state : null,
    agencies: await store.agenciesOn(tx, { on }),
    place: await placeName(tx, today),
    indicators,
  }
}

/** `Thành phố Hà Nội` is Hà Nội. */
async function placeName(tx: Tx, today: string): Promise<string> {
  const [city] = await store.nameOfPlace(tx, { id: (await rootUnit(tx, today)).id, on: today })
  return city?.name ?? ''
}

export const filters = ['all', 'doubtful', 'targets', 'duties', 'undecided'] as const
const pageSize = 40

const ReviewedPiece = Piece.extend({
  isDoubtful: z.boolean(),
  decision: VerdictRow.nullable(),
  /** What it cannot be published without. */
  lack: z.string().nullable(),
  /** What it stands for as decided or read, in words of the plan: the indicator, the agencies. */
  made: z.object({
    title: z.object({ vi: z.string(), en: z.string() }).nullable(),
    indicator: z.string().nullable(),
    agencies: z.array(z.string()),
  }),
  /** What a target asks as it was read. */
  read: z
    .object({
      year: z.number().nullable(),
      comparator: z.string(),
      value: z.number().nullable(),
      mode: z.enum(['reach', 'keep', 'register']),
    })
    .nullable(),
  /** Indicators that fit a target, best first. */
  suggestions: z.array(Suggestion),
})
export type ReviewedPiece = z.infer<typeof ReviewedPiece>

export const planImport = operation({
  name: 'plan.import',
  summary: 'One document under review: its pieces with what is decided, the lines they stand in, page by page.',
  effect: 'read',
  may: atCity,
  input: Id.extend({
    filter: z.enum(filters).default('all'),
    /** The line to begin at. */
    from: z.coerce.number().int().min(1).default(1),
    /** One piece alone. */
    piece: PieceKey.optional(),
  }),
  output: z.object({
    import: PlanImport,
    /** The plan in force that it amends, or another one that stands in its way. */
    plan: z.object({ symbol: z.string(), isOther: z.boolean() }).nullable(),
    counts: Counts,
    lacking: z.number(),
    pieces: z.array(ReviewedPiece),
    /** The lines of this page, with their numbers. */
    lines: z.array(z.object({ number: z.number(), text: z.string() })),
    nextFrom: z.number().nullable(),
    agencies: z.array(z.object({ code: z.string(), name: z.string() })),
    /** `hindrances` says why not. It stays for one version more. */
    mayPublish: z.boolean().meta({ deprecated: true }),
    history: History,
    hindrances: Hindrances,
    /** Names it as it is shown: judging it names this. */
    version: z.string(),
  }),
  async run(work, { id, filter, from, piece }) {
    const { found: result, verdicts, plan, other, known } = await lookUp(work, id)
    const pieces = piecesOf(result.draft)
    const built = build(result.draft, verdicts, known)
    const lacks = new Map(built.lacks.map((each) => [each.piece, each.lack]))
    const input = pieces.filter((each) =>
      piece
        ? each.key === piece
        : isAsked(each, filter, { isJudged: verdicts.has(each.key), lack: lacks.get(each.key) }),
    )
    const here = input.filter((each) => each.line >= from || piece !== undefined)
    const page = here.slice(0, pageSize)
    const next = here[pageSize]
    const { lines, draft: _, file: __, ...head } = result
    const hindrances = importSteps.hindrances(work, await onItsWay(work.tx, result))
    return {
      import: head,
      plan: plan ? { symbol: plan.symbol, isOther: false } : other ? { symbol: other.symbol, isOther: true } : null,
      counts: countsOf(pieces, verdicts),
      lacking: lacks.size,
      pieces: page.map((each) => ({
        ...each,
        isDoubtful: isDoubtful(each),
        decision: verdicts.get(each.key) ?? null,
        lack: lacks.get(each.key) ?? null,
        made: madeOf(each, built),
        read: readOf(each, result.draft),
        suggestions: linksOf(each, result.draft, known.indicators),
      })),
      lines: linesAround(lines, page, { from, next: next?.line, isWhole: filter === 'all' && !piece }),
      nextFrom: next && next.line > from ? next.line : null,
      agencies: [...known.agencies],
      version: await versionOf(work.tx, id, (plan ?? other)?.id),
      mayPublish: head.state === 'open' && hindrances.publish === undefined,
      history: await importSteps.history(work.tx, id),
      hindrances,
    }
  },
})

function isAsked(
  piece: Piece,
  filter: (typeof filters)[number],
  { isJudged, lack }: { isJudged: boolean; lack: string | undefined },
): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'doubtful':
      return (isDoubtful(piece) && !isJudged) || lack !== undefined
    case 'targets':
      return piece.kind === 'target'
    case 'duties':
      return piece.kind === 'duty' || piece.kind === 'part'
    case 'undecided':
      return !isJudged
  }
}

/** The lines that pieces of this page stand in; without a filter all lines between them too. */
function linesAround(
  lines: readonly string[],
  pieces: readonly Piece[],
  { from, next, isWhole }: { from: number; next: number | undefined; isWhole: boolean },
) {
  const wanted = new Set(
    pieces.flatMap(({ line, endLine }) => Array.from({ length: endLine - line + 1 }, (_, i) => line + i)),
  )
  const last = next ?? lines.length + 1
  return lines
    .map((text, index) => ({ number: index + 1, text }))
    .filter(({ number, text }) => wanted.has(number) || (isWhole && text !== '' && number >= from && number < last))
}

function madeOf(piece: Piece, built: Built): ReviewedPiece['made'] {
  const none = { title: null, indicator: null, agencies: [] }
  if (piece.kind === 'item') {
    const clause = built.state.clauses.find(({ ref }) => ref === piece.ref)
    return { ...none, title: clause?.title ?? null }
  }
  if (piece.kind === 'target') {
    const fact = built.targets.find((each) => each.piece === piece.key)?.fact
    return { ...none, title: fact?.subject ?? null, indicator: fact?.indicator ?? null }
  }
  const duty = built.duties.find((each) => each.piece === piece.key)
  const part = piece.kind === 'part' ? built.state.componentPlans.find(({ ref }) => ref === piece.ref) : undefined
  if (part) return { ...none, title: part.title, agencies: [part.lead, part.coordinator] }
  return { ...none, title: duty?.facts[0]?.title ?? null, agencies: duty?.facts.map(({ agency }) => agency) ?? [] }
}

function readOf(piece: Piece, draft: Draft): ReviewedPiece['read'] {
  const target = keysOf('target', draft.targets).find(([key]) => key === piece.key)?.[1]
  if (!target) return null
  const { year, comparator, value, mode } = target
  return { year, comparator, value, mode }
}
