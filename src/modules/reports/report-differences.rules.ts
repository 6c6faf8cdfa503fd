/** What is not in a draft as it was seen: each written part, old and new, and which of the figures. */
import { type Difference, plain } from '#kernel/difference.ts'
import type { Words } from '#kernel/language.ts'
import { type Narrative, narrativeParts } from './reports.model.ts'
import { partWords, texts } from './reports.texts.ts'

/** The parts of the figures that have a mark each. */
export const parts = ['units', 'targets', 'duties', 'earlier', 'round', 'plan'] as const

/** The version of what was written that a mark was made of. */
export function versionIn(mark: string): number {
  return Number(mark.split('.')[0])
}

interface Written {
  readonly seen: Narrative
  readonly now: Narrative
}

/** `seen` and `now` are marks of the draft. */
export function differencesOf(seen: string, now: string, written: Written): Difference[] {
  const [before, after] = [seen.split('.'), now.split('.')]
  const figures = parts.filter((_, index) => before[index + 1] !== after[index + 1])
  return [
    ...narrativeParts.flatMap((part) => {
      const [old, text] = [written.seen[part], written.now[part]]
      return old === text ? [] : [{ what: partWords[part], before: plain(old), now: plain(text) }]
    }),
    ...figures.map((part) => ({ what: figureWords[part] })),
  ]
}

const figureWords: Readonly<Record<(typeof parts)[number], Words>> = {
  units: texts.figuresOfUnits,
  targets: texts.figuresOfTargets,
  duties: texts.figuresOfDuties,
  earlier: texts.figuresEarlier,
  round: texts.figuresOfRound,
  plan: texts.figuresOfPlan,
}
