/** What a reviewed document says of itself: number, day, title, who signed, and what it rests on. */
import type { Draft } from '#modules/official-texts'
import type { Plan } from '../plan.model.ts'
import { shortTitle, untranslated } from './fact-basis.rules.ts'
import { keysOf } from './pieces.rules.ts'
import type { PieceVerdict } from './plan-imports.model.ts'

type LegalBasis = Plan['legalBases'][number]

export interface DocumentFacts {
  readonly symbol: string | null
  readonly issuedOn: string | null
  readonly issuer: string | null
  readonly title: string | null
  readonly signatory: string | null
  readonly period: { readonly from: number; readonly to: number } | null
  readonly legalBases: readonly LegalBasis[]
}

/** The facts of the head, as read or as put right; what the plan in force says of the same legal basis stays. */
export function documentOf(
  draft: Draft,
  verdicts: ReadonlyMap<string, PieceVerdict>,
  known: readonly LegalBasis[] = [],
): DocumentFacts {
  const { document } = draft
  const words = (fact: string) => verdicts.get(`head ${fact}`)?.correction?.words
  const period = /^(\d{4})\D+(\d{4})$/.exec(words('period') ?? '')
  return {
    symbol: words('symbol') ?? document.symbol?.value ?? null,
    issuedOn: words('issuedOn') ?? document.issuedOn?.value ?? null,
    issuer: words('issuer') ?? document.issuer?.value ?? null,
    title: words('title') ?? document.title?.value ?? null,
    signatory: words('signatory') ?? document.signatory?.value.name ?? null,
    period: period ? { from: Number(period[1]), to: Number(period[2]) } : (document.period?.value ?? null),
    legalBases: basesOf(draft, verdicts, known),
  }
}

function basesOf(
  draft: Draft,
  verdicts: ReadonlyMap<string, PieceVerdict>,
  known: readonly LegalBasis[],
): LegalBasis[] {
  return keysOf('basis', draft.legalBases).flatMap(([piece, basis]) => {
    const verdict = verdicts.get(piece)
    if (verdict?.verdict === 'rejected') return []
    const given = verdict?.correction?.basis ?? {}
    const number = given.number ?? basis.number
    const issuedOn = given.issuedOn ?? basis.issuedOn
    // Without a number and a day ("the proposal of the department") it names no document that could be found.
    if (!number || !issuedOn) return []
    const old = known.find((each) => each.number === number)
    return [
      {
        number,
        issuedOn,
        type: given.type ?? old?.type ?? untranslated(basis.type),
        issuer: given.issuer ?? old?.issuer ?? untranslated(basis.issuer ?? ''),
        title: given.title ?? old?.title ?? untranslated(shortTitle(basis.subject ?? basis.text, 150)),
        verified: given.verified ?? old?.verified ?? false,
      },
    ]
  })
}
