/** The one table of what can be searched for: written by modules in the transaction that changes the thing, read by words. */
import { sql } from 'kysely'
import { z } from 'zod'
import { allFields } from '#kernel/field.ts'
import { fold } from '#kernel/text.ts'
import { namedQuery, recordsOf, type Tx } from '#platform/database/index.ts'
import { type SearchEntry, searchWords } from './entries.ts'

/** Writes all entries of a kind anew: after whatever changed many of them. */
export async function replaceEntries(tx: Tx, kind: string, entries: readonly SearchEntry[]): Promise<void> {
  await sql`delete from platform.search_entry where kind = ${kind}`.execute(tx)
  await putEntries(tx, kind, entries)
  await sql`insert into platform.search_kind (kind) values (${kind}) on conflict do nothing`.execute(tx)
}

/** Writes entries, each in the place of an earlier one of its id. */
export async function putEntries(tx: Tx, kind: string, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = recordsOf(
    'platform.search_entry',
    entries.map((entry) => rowOf(kind, entry)),
  )
  await sql`
    insert into platform.search_entry (kind, id, ref, name_vi, name_en, detail_vi, detail_en, href, folded, words,
      visible_at, visible_field, valid_from, valid_to)
    select kind, id, ref, name_vi, name_en, detail_vi, detail_en, href, folded, words, visible_at, visible_field,
      valid_from, valid_to
    from ${rows} as fresh
    on conflict (kind, id) do update set ref = excluded.ref, name_vi = excluded.name_vi, name_en = excluded.name_en,
      detail_vi = excluded.detail_vi, detail_en = excluded.detail_en, href = excluded.href, folded = excluded.folded,
      words = excluded.words, visible_at = excluded.visible_at,
      visible_field = excluded.visible_field, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to`.execute(tx)
  // In their order: two transactions that bring the same new words wait for each other, but never both ways.
  await sql`
    insert into platform.search_word (word)
    select distinct word collate "C" from ${rows} as fresh, unnest(fresh.words) as word
    where word !~ ':' order by 1
    on conflict do nothing`.execute(tx)
}

export async function dropEntries(tx: Tx, kind: string, ids: readonly string[]): Promise<void> {
  await sql`delete from platform.search_entry where kind = ${kind} and id = any(${ids}::text[])`.execute(tx)
}

function rowOf(kind: string, entry: SearchEntry) {
  const { id, ref, name, detail, href, text, visibleAt, validFrom, validTo } = entry
  return {
    kind,
    id,
    ref,
    nameVi: name.vi,
    nameEn: name.en,
    detailVi: detail.vi,
    detailEn: detail.en,
    href,
    folded: fold(name.vi),
    words: [`kind:${kind}`, ...searchWords([name.vi, name.en, ref, text].join(' '))],
    visibleAt: visibleAt?.unitId ?? null,
    visibleField: visibleAt?.field ?? null,
    validFrom: validFrom ?? '-infinity',
    validTo: validTo ?? 'infinity',
  }
}

/** The kinds there are entries of: a step along the key for each, not a look at every entry. */
export const listKindsThere = namedQuery({
  name: 'platform.searchKindsThere',
  row: z.object({ kind: z.string() }),
  text: () => sql`
    with recursive step as (
      (select kind from platform.search_entry order by kind limit 1)
      union all
      select (select entry.kind from platform.search_entry entry where entry.kind > step.kind order by entry.kind limit 1)
      from step where step.kind is not null
    )
    select kind from step where kind is not null`,
})

/** The kinds of which all entries were written. */
export const listKinds = namedQuery({
  name: 'platform.searchKinds',
  row: z.object({ kind: z.string() }),
  text: () => sql`select kind from platform.search_kind order by kind`,
})

const WordFit = z.object({ asked: z.string(), word: z.string() })

/** So many words that begin alike are looked for: `t` begins half a language. */
const mostBeginnings = 200

/** The words there are that begin with those of a query. */
export const listBeginnings = namedQuery({
  name: 'platform.searchBeginnings',
  row: WordFit,
  text: (p: { words: readonly string[] }) => sql`
    select asked.word as asked, known.word
    from unnest(${p.words}::text[]) as asked(word)
    cross join lateral (
      select word from platform.search_word
      where word >= asked.word collate "C" and word < (asked.word || chr(1114111)) collate "C"
        and (word = asked.word or length(asked.word) > 1)
      order by word limit ${mostBeginnings}) known`,
})

const mostNear = 40

/** The words there are that nearly are those of a query; `i` and `y` are written for each other. */
export const listNear = namedQuery({
  name: 'platform.searchNear',
  row: WordFit,
  text: (p: { words: readonly { word: string; slips: number; swapped: readonly string[] }[] }) => sql`
    select asked.word as asked, near.word
    from jsonb_to_recordset(${JSON.stringify(p.words)}::jsonb) as asked(word text, slips int, swapped text[])
    cross join lateral (
      select known.word
      from (select word, case when word = any(asked.swapped) then 1 else
          levenshtein_less_equal(translate(asked.word, 'y', 'i'), translate(word, 'y', 'i'), asked.slips) end as slips
        from platform.search_word
        where asked.slips > 0 and letters between length(asked.word) - asked.slips and length(asked.word) + asked.slips) known
      where known.slips <= asked.slips or known.word = any(asked.swapped)
      order by known.slips, known.word limit ${mostNear}) near`,
})

export const FoundEntry = z.object({
  kind: z.string(),
  id: z.string(),
  ref: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  detail: z.object({ vi: z.string(), en: z.string() }),
  href: z.string(),
})
export type FoundEntry = z.infer<typeof FoundEntry>

/** So many of a kind are looked at and ranked; what begins with the query is looked at first and apart. */
const mostRanked = 500
const mostBegun = 50

/** A unit whose entries somebody sees: those of one field of work, or of every field. */
export interface Sight {
  readonly id: string
  readonly field: string
}

interface EntriesAsked {
  readonly kinds: readonly string[]
  /** The query, folded. */
  readonly folded: string
  /** For each word of it, the words that stand for it. */
  readonly words: readonly { readonly asked: string; readonly known: readonly string[] }[]
  /** Units whose entries of a field are shown besides those for everybody; undefined shows all. */
  readonly visibleAt: readonly Sight[] | undefined
  readonly on: string
  /** Of each kind. */
  readonly limit: number
}

/** Entries that have every word, best first of each kind: the name itself, then its beginning, the words together, the words as typed. */
export const listEntries = namedQuery({
  name: 'platform.search',
  row: FoundEntry.extend({ score: z.number() }),
  text: (p: EntriesAsked) => sql`
    with hit as (
      select distinct on (entry.kind, entry.id) entry.* from unnest(${p.kinds}::text[]) as asked(kind)
      cross join lateral (
        (select * from platform.search_entry where kind = asked.kind and folded like ${`${p.folded}%`} and ${isShown(p)}
          order by folded limit ${mostBegun})
        union all
        (select * from platform.search_entry where words @> array['kind:' || asked.kind] and ${hasAll(p)} and ${isShown(p)}
          limit ${mostRanked})) entry
    ),
    scored as (
      select hit.*, (case when folded = ${p.folded} then 4 when starts_with(folded, ${p.folded}) then 3
          when strpos(' ' || folded || ' ', ${` ${p.folded} `}) > 0 then 2.5 when strpos(folded, ${p.folded}) > 0 then 2 else 0 end
        + ${sql.join(
          p.words.map(({ asked: input }) => sql`(words @> array[${input}])::int::float8`),
          sql` + `,
        )} / ${p.words.length} + similarity(folded, ${p.folded}) / 2)::float8 as score
      from hit
    ),
    ranked as (
      select scored.*, row_number() over (partition by kind order by score desc, folded, ref, id) as place from scored
    )
    select kind, id, ref, jsonb_build_object('vi', name_vi, 'en', name_en) as name,
      jsonb_build_object('vi', detail_vi, 'en', detail_en) as detail, href, score
    from ranked where place <= ${p.limit} order by kind, place`,
})

function hasAll({ words }: EntriesAsked) {
  return sql.join(
    words.map(({ known }) => sql`words && ${known}::text[]`),
    sql` and `,
  )
}

function isShown({ visibleAt, on }: EntriesAsked) {
  return sql`${visibleAt ? isSeen(visibleAt) : sql`true`} and valid_from <= ${on} and valid_to > ${on}`
}

function isSeen(sights: readonly Sight[]) {
  const ofAll = sights.filter(({ field }) => field === allFields).map(({ id }) => id)
  const ofOne = sights.filter(({ field }) => field !== allFields)
  return sql`(visible_at is null or visible_at = any(${ofAll}::uuid[])
    or (visible_at, visible_field) in (
      select * from unnest(${ofOne.map(({ id }) => id)}::uuid[], ${ofOne.map(({ field }) => field)}::text[])))`
}
