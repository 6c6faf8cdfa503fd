/** A document is judged as it was seen: its decisions, and the plan that it amends. */
import { z } from 'zod'
import { type Difference, plain } from '#kernel/difference.ts'
import type { Tx } from '#platform/database/index.ts'
import { changedSince } from '#platform/judging.ts'
import { listVersions } from '../versions/versions.store.ts'
import { piecesOf } from './pieces.rules.ts'
import type { FullImport } from './plan-imports.model.ts'
import * as store from './plan-imports.store.ts'
import { texts } from './plan-imports.texts.ts'

/** What a step that judges a document names: the document, and its `version` as it was shown. */
export const ImportVersion = z.object({ id: z.uuid(), version: z.string().regex(/^\d{1,9}\.\d{1,9}$/) })

interface Counted {
  /** Decisions about its pieces. */
  readonly verdicts: number
  /** The version of the plan in force; 0 where there is none. */
  readonly plan: number
}

async function countedNow(tx: Tx, importId: string, planId: string | undefined): Promise<Counted> {
  const [counted] = await store.countVerdicts(tx, { importId })
  const [last] = planId ? await listVersions(tx, { planId }) : []
  return { verdicts: counted?.count ?? 0, plan: planId ? (last?.number ?? 1) : 0 }
}

/** Names a document under review as it stands. */
export async function versionOf(tx: Tx, importId: string, planId: string | undefined): Promise<string> {
  const { verdicts, plan } = await countedNow(tx, importId, planId)
  return `${verdicts}.${plan}`
}

/** Throws `platform.changedSince` with the pieces that were decided since. The document must be held. */
export async function requireSeen(
  tx: Tx,
  result: FullImport,
  planId: string | undefined,
  version: string,
): Promise<void> {
  const now = await countedNow(tx, result.id, planId)
  const [verdicts = 0, plan = 0] = version.split('.').map(Number)
  if (now.verdicts === verdicts && now.plan === plan) return
  const inForce = { what: texts.planInForce, before: plain(String(plan)), now: plain(String(now.plan)) }
  throw changedSince([...(now.plan === plan ? [] : [inForce]), ...(await judgedSince(tx, result, verdicts))])
}

async function judgedSince(tx: Tx, { id, draft }: FullImport, after: number): Promise<Difference[]> {
  const pieces = new Map(piecesOf(draft).map((piece) => [piece.key, piece]))
  const changed = await store.decidedSince(tx, { importId: id, after })
  return changed.map(({ piece: key, before, now }) => {
    const piece = pieces.get(key)
    const name = [piece?.ref, piece?.text].filter(Boolean).join(' ') || key
    return {
      what: plain(name.length > 120 ? `${name.slice(0, 120)}…` : name),
      before: before ? texts[`verdict-${before}`] : texts.undecidedYet,
      now: texts[`verdict-${now}`],
    }
  })
}
