/** What a clause inherits from its headings and its plan, and the year that an aim is for. */

import type { DraftTarget } from '../draft.model.ts'
import { type Topic, topicOf, yearAbove } from '../outline/headings.rules.ts'
import type { Node } from '../outline/nodes.model.ts'
import type { RuledYear } from '../phrases/years.rules.ts'

/** What a clause inherits: its topic, the year its headings set, the last year of the plan. */
export interface Setting {
  readonly topic: Topic
  readonly yearAbove: { readonly year: number; readonly isSure: boolean } | null
  readonly planYear: PlanYear | null
}

export interface PlanYear {
  /** The first year of the plan; null where it is not sure. */
  readonly from: number | null
  readonly year: number
  /** The plan is for this one year, so that a target without a year can only be for it. */
  readonly isOnly: boolean
}

export function settingOf(node: Node, planYear: PlanYear | null): Setting {
  return { topic: topicOf(node), yearAbove: yearAbove(node), planYear }
}

/** The year of a plan that is for one year alone. */
export function onlyYearOf({ planYear }: Setting): number | null {
  return planYear?.isOnly ? planYear.year : null
}

export interface YearRead extends Pick<DraftTarget, 'year' | 'yearFrom'> {
  readonly isSure: boolean
}

/** The year of the sentence, of a heading above, or the last one of the plan. */
export function yearFor({ yearAbove, planYear }: Setting, { year, isSure }: RuledYear): YearRead {
  if (year) return { year, yearFrom: 'sentence', isSure }
  if (yearAbove) return { year: yearAbove.year, yearFrom: 'heading', isSure: isSure && yearAbove.isSure }
  return { year: planYear?.year ?? null, yearFrom: planYear && 'title', isSure }
}
