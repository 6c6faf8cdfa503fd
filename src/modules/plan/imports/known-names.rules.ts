/** Words matched to what the installation knows: a target to an indicator, a name to an agency. Never surer than the words allow. */
import type { Words } from '#kernel/language.ts'
import { fold } from '#kernel/text.ts'
import type { Draft, DraftTarget } from '#modules/official-texts'
import { keysOf } from './pieces.rules.ts'
import type { Piece, Suggestion } from './plan-imports.model.ts'

export interface KnownIndicator {
  readonly code: string
  readonly kind: string
  readonly unit: string
  readonly name: Words
  readonly explanation: Words
}

/** A suggestion this good, and this far before the next, may stand until someone says otherwise. */
export const sureScore = 0.75
const clearlyAhead = 0.1

/** Words that stand in every target and tell none apart. */
const commonWords = new Set(
  'ty le so nguoi dat tro len duoc trong cac va cua co tren den nam voi cho theo tu la o tai thanh pho nham phan dau duy tri muc tieu'.split(
    ' ',
  ),
)

function wordsOf(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '' && !commonWords.has(word))
}

/**
 * How well words say a name: the share of the name's words found in them, and of their words found in the name. Words that few
 * names have weigh more.
 */
function overlap(name: ReadonlySet<string>, words: ReadonlySet<string>, weight: (word: string) => number): number {
  const sum = (list: Iterable<string>) => [...list].reduce((total, word) => total + weight(word), 0)
  const both = sum([...name].filter((word) => words.has(word)))
  const all = sum(name) + sum(words)
  return all === 0 ? 0 : (2 * both) / all
}

/** The best indicators for a target, best first. Of another kind of unit they are not suggested at all. */
export function rankIndicators(
  target: Pick<DraftTarget, 'subject' | 'sentence' | 'unit'>,
  indicators: readonly KnownIndicator[],
  most = 5,
): Suggestion[] {
  const fitting = indicators.filter((indicator) => isFitting(target, indicator))
  const bags = fitting.map((indicator) => ({
    indicator,
    name: new Set(wordsOf(indicator.name.vi)),
    told: new Set(wordsOf(`${indicator.name.vi} ${indicator.explanation.vi}`)),
  }))
  const weight = (word: string) =>
    Math.log((bags.length + 1) / (1 + bags.filter(({ told: words }) => words.has(word)).length)) + 0.2
  const subject = new Set(wordsOf(target.subject))
  const sentence = new Set(wordsOf(target.sentence))
  return bags
    .map(({ indicator, name, told: words }) => {
      const score =
        0.6 * overlap(name, subject, weight) +
        0.2 * overlap(words, subject, weight) +
        0.2 * covered(name, sentence, weight)
      return { code: indicator.code, name: indicator.name, score: Math.round(score * 100) / 100 }
    })
    .filter(({ score }) => score > 0.15)
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, most)
}

function covered(name: ReadonlySet<string>, words: ReadonlySet<string>, weight: (word: string) => number): number {
  const all = [...name].reduce((total, word) => total + weight(word), 0)
  const count = [...name].filter((word) => words.has(word)).reduce((total, word) => total + weight(word), 0)
  return all === 0 ? 0 : count / all
}

function isFitting({ unit }: Pick<DraftTarget, 'unit'>, indicator: KnownIndicator): boolean {
  if (unit === 'yes') return indicator.kind === 'yes-no'
  if (unit === 'level') return indicator.kind === 'level'
  if (unit === 'count' || unit === 'money') return indicator.kind === 'count'
  return indicator.unit === 'percent'
}

/** Suggestions for a piece; of no other kind than targets. */
export function linksOf(piece: Piece, draft: Draft, indicators: readonly KnownIndicator[]): Suggestion[] {
  if (piece.kind !== 'target') return []
  const match = keysOf('target', draft.targets).find(([key]) => key === piece.key)
  return match ? rankIndicators(match[1], indicators) : []
}

/** The one suggestion that may stand by itself, if there is one. */
export function sureSuggestion(suggestions: readonly Suggestion[]): Suggestion | undefined {
  const [first, second] = suggestions
  if (!first || first.score < sureScore) return undefined
  return second && first.score - second.score < clearlyAhead ? undefined : first
}

export interface KnownAgency {
  readonly code: string
  readonly name: string
}

const shortForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'gd dt': 'giao duc va dao tao',
    'ld tb xh': 'lao dong thuong binh va xa hoi',
    'ldtb xh': 'lao dong thuong binh va xa hoi',
    'tt tt': 'thong tin va truyen thong',
    'vh tt': 'van hoa va the thao',
    'kh dt': 'ke hoach va dau tu',
    'tp ho chi minh': 'thanh pho ho chi minh',
    ubnd: 'uy ban nhan dan',
    ubmttq: 'uy ban mat tran to quoc',
    mttq: 'mat tran to quoc',
    hkh: 'hoi khuyen hoc',
    ldld: 'lien doan lao dong',
  }),
)

/** What is in brackets explains ("(Sở Nội vụ)"); the name of the place says of which city, and all are of this one. */
function agencyWords(name: string, place: string): Set<string> {
  let text = ` ${fold(name.replace(/\([^)]*\)/g, ' '))} `
  for (const [short, long] of shortForms) text = text.replace(` ${short} `, ` ${long} `)
  const own = fold(place)
  if (own !== '') text = text.replace(` ${own} `, ' ')
  return new Set(text.split(' ').filter((word) => !['', 'va', 'thanh', 'pho', 'tinh'].includes(word)))
}

/**
 * The agency that a document names. The same words in another order or with the name of the city behind are the same agency;
 * two that fit alike are none.
 */
export function matchAgency(
  name: string,
  { agencies, place }: { readonly agencies: readonly KnownAgency[]; readonly place: string },
): KnownAgency | undefined {
  const words = agencyWords(name, place)
  if (words.size === 0) return undefined
  const scored = agencies
    .map((agency) => {
      const own = agencyWords(agency.name, place)
      const both = [...own].filter((word) => words.has(word)).length
      return { agency, score: (2 * both) / (own.size + words.size) }
    })
    .sort((a, b) => b.score - a.score)
  const [first, second] = scored
  if (!first || first.score < 0.8) return undefined
  return second && first.score - second.score < 0.05 ? undefined : first.agency
}
