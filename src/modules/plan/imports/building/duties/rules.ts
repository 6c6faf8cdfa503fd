/** The duties of a reviewed document: each role of each agency that a clause names. */
import type { Draft, DraftDuty } from '../../../grammar/model.ts'
import type { DutyFact } from '../../../versions/model.ts'
import { keyOfDuty } from '../../../versions/rules.ts'
import { matchAgency } from '../../matching/rules.ts'
import type { Correction, Decision } from '../../model.ts'
import { keysOf } from '../../pieces/rules.ts'
import { type Known, type Lack, shortTitle, untranslated } from '../rules.ts'

export interface DutyMade {
  readonly piece: string
  readonly facts: readonly DutyFact[]
  readonly lack: Lack | null
}

/** One for each agency; a group of agencies ("các Sở, ngành") becomes those that a person named. */
export function dutiesOf(
  draft: Draft,
  decisions: ReadonlyMap<string, Decision>,
  known: Known,
  refs: ReadonlySet<string>,
): DutyMade[] {
  const made = keysOf('duty', draft.duties).flatMap(([piece, duty]): DutyMade[] => {
    const decision = decisions.get(piece)
    if (decision?.verdict === 'rejected') return []
    const correction = decision?.correction ?? {}
    const agencies = correction.agencies ?? agenciesOf(duty, known)
    const lack = !refs.has(duty.ref) ? 'clause' : agencies.length === 0 ? 'agency' : null
    const facts = lack ? [] : agencies.map((agency) => factOf(duty, agency, correction, known))
    return [{ piece, facts, lack }]
  })
  return withoutRepeats(made)
}

function agenciesOf(duty: DraftDuty, known: Known): string[] {
  const found = matchAgency(duty.agency, known)
  return found ? [found.code] : []
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
    deadline: correction.deadline !== undefined ? correction.deadline : (deadlineOf(duty) ?? old?.deadline ?? null),
    scope: correction.scope ?? old?.scope ?? null,
  }
}

/** A rhythm within the year has no place in the plan; the words of the clause still say it. */
function deadlineOf({ due }: DraftDuty): DutyFact['deadline'] {
  if (!due || 'by' in due) return due
  return due.every === 'year' ? { every: 'year', before: due.before } : null
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
