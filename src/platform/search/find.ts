/** Finds what can be searched for by the words of a query: typed with tones or without, begun, or misspelt. */
import { fold, tidy } from '#kernel/text.ts'
import type { Tx } from '#platform/database/index.ts'
import { allowedSlips, searchWords, swapped } from './entries.ts'
import * as store from './store.ts'

export interface Sought {
  readonly query: string
  /** Only these kinds; without them all. */
  readonly kinds?: readonly string[]
  /** Units whose entries are shown besides those for everybody; undefined shows all. */
  readonly visibleAt: readonly store.Sight[] | undefined
  readonly on: string
  /** Of each kind. */
  readonly limit: number
}

/** So many words of a query are looked for. */
const mostAsked = 10

type Fits = ReadonlyMap<string, readonly string[]>

/**
 * Entries that have every word of the query as it is typed or begun; where there are none, those with words that nearly are.
 * A word that not even nearly is one of those there are is passed over, if two others remain.
 */
export async function findEntries(tx: Tx, { query, kinds, visibleAt, on, limit }: Sought): Promise<store.FoundEntry[]> {
  const folded = fold(tidy(query))
  const words = searchWords(folded).slice(0, mostAsked)
  if (words.length === 0) return []
  const input = {
    folded,
    visibleAt,
    on,
    limit,
    kinds: kinds ?? (await store.listKindsThere(tx)).map(({ kind }) => kind),
  }
  const begun = fitsOf(await store.listBeginnings(tx, { words }))
  const exact = await listWith(tx, input, words, begun)
  if (exact.length > 0) return exact
  const near = fitsOf(
    await store.listNear(tx, {
      words: words.map((word) => ({ word, slips: allowedSlips(word), swapped: swapped(word) })),
    }),
  )
  const either = new Map(
    words.map((word) => [word, [...new Set([...(begun.get(word) ?? []), ...(near.get(word) ?? [])])]]),
  )
  const known = words.filter((word) => either.get(word)?.length)
  return known.length < words.length && known.length < leastKnown ? [] : listWith(tx, input, known, either)
}

const leastKnown = 2

function fitsOf(rows: readonly { asked: string; word: string }[]): Fits {
  return new Map(
    [...Map.groupBy(rows, (row) => row.asked)].map(([input, fits]) => [input, fits.map((fit) => fit.word)]),
  )
}

async function listWith(
  tx: Tx,
  input: Omit<Parameters<typeof store.listEntries>[1], 'words'>,
  words: readonly string[],
  fits: Fits,
): Promise<store.FoundEntry[]> {
  if (words.some((word) => !fits.get(word)?.length)) return []
  return store.listEntries(tx, { ...input, words: words.map((word) => ({ asked: word, known: fits.get(word) ?? [] })) })
}
