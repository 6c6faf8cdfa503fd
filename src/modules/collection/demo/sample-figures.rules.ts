/** Sample figures: for every commune (and whatever else is filled cell by cell) plausible, the same at every start, and passing the checks of the form. */
import { cellKey } from '../submissions/submissions.rules.ts'
import { baseYear, type SamplePlace } from './sample-places.rules.ts'

/** A stream of numbers 0..1 that depends on its name alone (FNV-1a, then mulberry32). */
export function chance(name: string): () => number {
  let state = 2_166_136_261
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The amounts of one place in one year. What a place was made of, and what it became, has the same shares but for a little. */
export class Sample {
  readonly amounts = new Map<string, number>()
  readonly #place: SamplePlace
  readonly #year: number

  constructor(place: SamplePlace, year: number) {
    this.#place = place
    this.#year = year
  }

  /** A share of `whole` between two bounds, the same of a place in every year but for `growth` points a year. */
  part(measure: string, whole: number, from: number, to: number, growth = 0): number {
    const { code, mix, turn } = this.#place
    const drawn = mix.reduce((sum, each) => sum + each.share * this.#drawn(each.code, measure), 0)
    const own = turn === null ? 0 : 0.12 * (chance(`${code} ${measure} own`)() - 0.5)
    const base = from + (to - from) * (drawn + own)
    const share = Math.max(0, base + growth * (this.#year - baseYear))
    return this.whole(measure, whole * (to <= 1 ? Math.min(1, share) : share))
  }

  /** Where a commune of the base year stands between the bounds of a measure (0..1), a little elsewhere each year. */
  #drawn(code: string, measure: string): number {
    const wobble = (chance(`${code} ${measure} ${this.#year}`)() - 0.5) * 0.08
    return chance(`${code} ${measure}`)() + wobble
  }

  /** A number between two bounds, as of a whole commune. */
  number(measure: string, from: number, to: number, growth = 0): number {
    return this.part(measure, this.#place.size, Math.max(1.000001, from), Math.max(1.000002, to), growth)
  }

  /** Rounded so that the pieces a commune was made of do not all err to one side. */
  whole(measure: string, amount: number): number {
    const { successors, turn } = this.#place
    const threshold = turn === null ? 0.5 : (turn * 0.618034 + chance(`${successors[0]} ${measure}`)()) % 1
    return this.set(measure, Math.floor(amount + threshold))
  }

  set(measure: string, amount: number): number {
    this.amounts.set(measure, amount)
    return amount
  }

  /** One of several, the first ones more often. */
  choose(measure: string, choices: readonly number[]): number {
    return this.set(measure, Math.max(...this.#place.successors.map((code) => chosen(code, measure, choices))))
  }

  /** A small number, one of several for a whole commune. */
  few(measure: string, choices: readonly number[]): number {
    const { mix, size } = this.#place
    const mean = mix.reduce((sum, { code, share }) => sum + share * chosen(code, measure, choices), 0)
    return this.whole(measure, size * mean)
  }

  /** A level, one of several; `late` of the communes (0..1) have risen to it since the plan began, one of their pieces last. */
  level(measure: string, choices: readonly number[], late: number): number {
    const reached = this.choose(measure, choices)
    const { code, successors, turn } = this.#place
    const draw = chance(`${successors[0]} ${measure} since`)
    const isLate = draw() < late
    const since = lateYears[Math.floor(draw() * lateYears.length)] ?? 0
    const isLast = (turn ?? 0) === 0 || chance(`${code} ${measure} own`)() < 0.4
    const isBelow = isLate && isLast && this.#year < since && reached > 0
    return this.set(measure, isBelow ? reached - 1 : reached)
  }
}

/** The years in which the late ones reached their level. */
const lateYears = [2022, 2023, 2024] as const

function chosen(code: string, measure: string, choices: readonly number[]): number {
  return choices[Math.floor(chance(`${code} ${measure}`)() ** 2 * choices.length)] ?? 0
}

/** The amount of every cell of the commune's form, by its key. */
export function sampleAmounts(place: SamplePlace, year: number): Map<string, number> {
  const sample = new Sample(place, year)
  sample.set('steering_group_established', 1)
  sample.choose('local_plan_issued', [1, 1, 1, 0])
  sample.number('documents_issued', 4, 24)
  sample.number('inspections', 1, 9)
  literacy(sample, place)
  competence(sample, place)
  centres(sample, place)
  models(sample, place)
  activities(sample, place)
  money(sample, place)
  return sample.amounts
}

function literacy(sample: Sample, { population }: SamplePlace): void {
  const people = sample.part('population_15_60', population, 0.6, 0.65)
  const literate = sample.part('literate_level1_15_60', people, 0.993, 0.9995, 0.0002)
  women(sample, 'literate_level1_15_60')
  minority(sample, 'literate_level1_15_60')
  sample.part('literate_level2_15_60', literate, 0.986, 0.998, 0.0005)
  const young = sample.part('population_15_35', people, 0.46, 0.53)
  sample.part('literate_level1_15_35', young, 0.997, 0.9999, 0.0001)
  const learners = sample.part('literacy_learners', population, 0.0004, 0.0013)
  const fresh = sample.part('newly_literate', learners, 0.6, 0.85)
  women(sample, 'newly_literate')
  minority(sample, 'newly_literate')
  sample.part('newly_literate_continuing', fresh, 0.82, 0.97)
  sample.few('relapsed_illiterate', [0, 0, 1, 2, 4])
  sample.level('literacy_level_reached', [2, 2, 2, 2, 1], 0.25)
  sample.set('universal_preschool_5_met', 1)
  sample.level('universal_primary_level', [3, 3, 3, 2], 0.3)
  sample.level('universal_lower_secondary_level', [3, 3, 2, 2], 0.4)
}

/** Women and people of minorities within a total that is already there. */
function women(sample: Sample, measure: string): void {
  sample.part(cellKey(measure, 'sex:female'), sample.amounts.get(measure) ?? 0, 0.48, 0.55)
}

function minority(sample: Sample, measure: string): void {
  sample.part(cellKey(measure, 'ethnicity:other'), sample.amounts.get(measure) ?? 0, 0.003, 0.04)
}

function competence(sample: Sample, { population, size }: SamplePlace): void {
  const working = sample.part('working_age_population', population, 0.56, 0.6)
  sample.part('working_age_information_competence', working, 0.48, 0.72, 0.035)
  sample.part('working_age_life_skills', working, 0.44, 0.66, 0.03)
  const adults = sample.part('population_15_plus', population, 0.75, 0.79)
  const trained = sample.part('trained_technical_15_plus', adults, 0.42, 0.66, 0.015)
  sample.part('university_or_higher', trained, 0.28, 0.5, 0.005)
  const institutions = sample.part('institutions_total', population / 5500 + 4 * size, 0.85, 0.999)
  sample.part('institutions_digital', institutions, 0.45, 0.9, 0.04)
  sample.number('open_materials_published', 3, 60, 2)
}

function centres(sample: Sample, { population, centres: total }: SamplePlace): void {
  sample.set('centres_total', total)
  sample.part('centres_using_it', total, 0.4, 0.9, 0.05)
  const good = sample.part('centres_rated_good', total, 0.35, 0.8, 0.03)
  const fair = sample.part('centres_rated_fair', total - good, 0.6, 0.95)
  const average = sample.part('centres_rated_average', total - good - fair, 0.6, 0.95)
  sample.set('centres_rated_weak', total - good - fair - average)
  sample.part('centre_classes', total, 18, 55)
  const turns = sample.part('learner_turns', population, 0.2, 0.36, 0.012)
  const learners = sample.part('learners', turns, 0.42, 0.62)
  women(sample, 'learners')
  sample.part(cellKey('learners', 'disability:yes'), learners, 0.004, 0.015)
}

function models(sample: Sample, { population, mix, size }: SamplePlace): void {
  type Shares = readonly [registered: number, recognised: number]
  /** What exists, what is registered and what is recognised, each at most the one before. */
  const chain = (
    names: readonly [string, string, string],
    whole: number,
    shares: Shares,
    growth: Shares = [0.012, 0.01],
  ) => {
    const total = sample.set(names[0], Math.max(1, sample.whole(names[0], whole)))
    const registered = sample.part(names[1], total, shares[0], shares[0] + 0.16, growth[0])
    sample.part(names[2], registered, shares[1], shares[1] + 0.12, growth[1])
  }
  const named = (kind: string) => [`learning_${kind}_registered`, `learning_${kind}_recognised`] as const
  const spread = (name: string) => 0.9 + 0.2 * chance(name)()
  chain(['citizens_18_plus', ...named('citizens')], population * 0.73, [0.66, 0.8], [0.022, 0.02])
  women(sample, 'learning_citizens_recognised')
  minority(sample, 'learning_citizens_recognised')
  chain(['families_total', ...named('families')], population / 3.7, [0.76, 0.82])
  // Of clans there are fewer in a ward, and a place is what its heirs are, for clans do not leave it on the day it becomes a ward.
  const each = mix.reduce((sum, { isWard, share }) => sum + share / (isWard ? 2800 : 750), 0)
  const clans = population * each * spread('clans')
  chain(['clans_total', ...named('clans')], clans, [0.68, 0.76])
  chain(['communities_total', ...named('communities')], population / 1700 + 6 * size, [0.74, 0.82])
  chain(['units_total', ...named('units')], population / 2200 + 12 * size, [0.74, 0.84])
  sample.level('learning_commune_level', [1, 1, 2, 0], 0.5)
}

function activities(sample: Sample, { population, isWard }: SamplePlace): void {
  const communities = sample.amounts.get('communities_total') ?? 1
  sample.number('events_held', 12, 70)
  const turns = sample.part('event_participants', population, 0.12, 0.26, 0.006)
  sample.part('learning_week_participants', turns, 0.25, 0.42)
  sample.part('book_day_participants', turns, 0.14, 0.3)
  sample.number('broadcast_items', 30, 220)
  sample.number('good_models_spread', 1.5, 6)
  sample.number('people_awarded', 30, 240)
  sample.number('groups_awarded', 6, 42)
  const members = sample.part('association_members', population, 0.19, 0.31, 0.006)
  sample.part('association_new_members', members, 0.03, 0.08)
  sample.part('association_branches_village', communities, 0.85, 0.999)
  sample.part('clan_committees', sample.amounts.get('clans_total') ?? 1, 0.5, 0.8)
  sample.part('school_committees', sample.amounts.get('institutions_total') ?? 1, 0.6, 0.95)
  sample.part('workers_trained', population, 0.012, 0.03)
  sample.part('supported_learners', population, 0.004, 0.012)
  sample.number('enterprises_with_programmes', 2, 16)
  sample.number('libraries', 1.2, 4)
  sample.part('village_cultural_houses', isWard ? 0 : communities, 0.75, 0.95)
  sample.part('residential_group_cultural_houses', isWard ? communities : 0, 0.6, 0.9)
  sample.part('cultural_learning_turns', population, 0.08, 0.2)
}

function money(sample: Sample, { population }: SamplePlace): void {
  const rounded = (name: string) => sample.set(name, Math.round((sample.amounts.get(name) ?? 0) / 100_000) * 100_000)
  const spend = (planned: string, spent: string, each: readonly [number, number]) => {
    sample.part(planned, population * 1000, each[0], each[1], 0.2)
    const whole = rounded(planned)
    sample.part(spent, whole, 0.84, 0.99)
    rounded(spent)
  }
  spend('money_state_planned', 'money_state_spent', [6, 11])
  spend('money_mobilised', 'money_mobilised_spent', [3, 8])
  spend('study_fund_raised', 'study_fund_balance', [4, 9])
}

export type SampleState = 'approved' | 'sent' | 'returned' | 'in-progress' | 'not-started'

/** How many of the communes stand where; the others are approved. */
const few: readonly (readonly [SampleState, number])[] = [
  ['sent', 8],
  ['returned', 5],
  ['in-progress', 5],
  ['not-started', 5],
]

/** Where each commune of the sample round stands; `fixed` names those that demo accounts work on. */
export function sampleStates(
  codes: readonly string[],
  fixed: ReadonlyMap<string, SampleState>,
): Map<string, SampleState> {
  const free = codes
    .filter((code) => !fixed.has(code))
    .map((code) => ({ code, place: chance(`state ${code}`)() }))
    .sort((a, b) => a.place - b.place)
  const states = new Map<string, SampleState>([...fixed].filter(([code]) => codes.includes(code)))
  const slots = few.flatMap(([state, count]) => Array.from({ length: count }, () => state))
  for (const [index, { code }] of free.entries()) states.set(code, slots[index] ?? 'approved')
  return states
}

/** Why sample forms came back. */
export const sampleReasons = [
  'Số gia đình được công nhận chưa có quyết định kèm theo; đề nghị đối chiếu với Hội Khuyến học.',
  'Lượt người học tại trung tâm tăng nhiều so với năm trước; đề nghị kiểm tra lại và ghi chú nguyên nhân.',
  'Kinh phí đã chi chưa khớp với quyết toán 9 tháng; đề nghị rà soát.',
  'Số người 15-60 tuổi biết chữ mức độ 2 chưa khớp với phần mềm phổ cập giáo dục, xóa mù chữ.',
  'Số trung tâm học tập cộng đồng sau sắp xếp chưa đúng; đề nghị báo cáo theo địa bàn mới.',
] as const
