/** The duties of a reviewed document: each role of each agency that a clause names. */
import type { Draft, DraftDuty } from '#modules/official-texts'
import type { DutyFact } from '../versions/versions.model.ts'
import { keyOfDuty } from '../versions/versions.rules.ts'
import { type Known, type Lack, shortTitle, untranslated } from './fact-basis.rules.ts'
import { matchAgency } from './known-names.rules.ts'
import { keysOf } from './pieces.rules.ts'
import type { Correction, PieceVerdict } from './plan-imports.model.ts'

export interface DutyMade {
  readonly piece: string
  readonly facts: readonly DutyFact[]
  readonly lack: Lack | null
}

/** One for each agency; a group of agencies ("các Sở, ngành") becomes those that a person named. */
export function dutiesOf(
  draft: Draft,
  verdicts: ReadonlyMap<string, PieceVerdict>,
  known: Known,
  refs: ReadonlySet<string>,
): DutyMade[] {
  const unnamed = unnamedBefore(draft, verdicts, known)
  const made = keysOf('duty', draft.duties).flatMap(([piece, duty]): DutyMade[] => {
    const verdict = verdicts.get(piece)
    if (verdict?.verdict === 'rejected') return []
    const correction = verdict?.correction ?? {}
    const agencies = correction.agencies ?? agenciesOf(duty, known) ?? unnamed(duty)
    const lack = !refs.has(duty.ref) ? 'clause' : agencies.length === 0 ? 'agency' : null
    const facts = lack ? [] : agencies.map((agency) => factOf(duty, agency, correction, known))
    return [{ piece, facts, lack }]
  })
  return withoutRepeats(made)
}

function agenciesOf(duty: DraftDuty, known: Known): string[] | undefined {
  const agency = matchAgency(duty.agency, known)
  return agency && [agency.code]
}

/**
 * Whom the plan in force gives the same role at the same clause and no other duty of the document names: a group of agencies
 * that somebody read so before is read so again.
 */
function unnamedBefore(draft: Draft, verdicts: ReadonlyMap<string, PieceVerdict>, known: Known) {
  const named = new Set(
    keysOf('duty', draft.duties).flatMap(([piece, duty]) => {
      const { agencies = agenciesOf(duty, known), role = duty.role } = verdicts.get(piece)?.correction ?? {}
      return (agencies ?? []).map((agency) => keyOfDuty({ ref: duty.ref, agency, role }))
    }),
  )
  const left = known.state?.duties.filter((fact) => !named.has(keyOfDuty(fact))) ?? []
  return ({ ref, role }: DraftDuty): string[] => {
    const at = left.findIndex((fact) => fact.ref === ref && fact.role === role)
    return left.splice(at, at < 0 ? 0 : 1).map(({ agency }) => agency)
  }
}

function factOf(duty: DraftDuty, agency: string, correction: Correction, known: Known): DutyFact {
  const role = correction.role ?? duty.role
  const old = known.state?.duties.find((each) => keyOfDuty(each) === keyOfDuty({ ref: duty.ref, agency, role }))
  const partners = duty.partners.flatMap((name) => matchAgency(name, known)?.code ?? [])
  return {
    ref: duty.ref,
    agency,
    role,
    title: correction.title ?? old?.title ?? untranslated(shortTitle(duty.text, 120)),
    tasks: correction.tasks ?? old?.tasks ?? [],
    withAgencies: correction.withAgencies ?? old?.withAgencies ?? partners.filter((code) => code !== agency),
    indicators: correction.indicators ?? old?.indicators ?? [],
    deadline: correction.deadline !== undefined ? correction.deadline : deadlineOf(duty, old?.deadline ?? null),
    scope: correction.scope ?? old?.scope ?? null,
  }
}

/** A rhythm within the year has no place in the plan; a yearly one keeps the day that was known. The clause still says it all. */
function deadlineOf({ due }: DraftDuty, old: DutyFact['deadline']): DutyFact['deadline'] {
  if (!due) return old
  if ('by' in due) return due
  if (due.every !== 'year') return null
  const isKnown = due.before === null && old !== null && 'every' in old
  return isKnown ? old : { every: 'year', before: due.before }
}

/** A sentence that names an agency twice in one role gives it one duty. */
function withoutRepeats(made: readonly DutyMade[]): DutyMade[] {
  const seen = new Set<string>()
  return made.map((each) => ({
    ...each,
    facts: each.facts.filter((fact) => {
      const key = keyOfDuty(fact)
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    }),
  }))
}
