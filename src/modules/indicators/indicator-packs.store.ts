/** Writes the catalogue of a pack: measures, dimensions, indicators, sources. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { insertRows, type Tx } from '#platform/database/index.ts'
import type { IndicatorPack, MeasurePack, TermPack } from './indicator-packs.model.ts'

export async function insertTerms(tx: Tx, terms: z.infer<typeof TermPack>): Promise<void> {
  const dimensions = JSON.stringify(terms.dimensions)
  await sql`
    insert into indicators.dimension (code, position, name_vi, name_en)
    select entry->>'code', place, entry->'name'->>'vi', entry->'name'->>'en'
    from jsonb_array_elements(${dimensions}::jsonb) with ordinality as each(entry, place)`.execute(tx)
  await sql`
    insert into indicators.category (dimension, code, position, name_vi, name_en)
    select entry->>'code', category->>'code', place, category->'name'->>'vi', category->'name'->>'en'
    from jsonb_array_elements(${dimensions}::jsonb) as entry
    cross join jsonb_array_elements(entry->'categories') with ordinality as each(category, place)`.execute(tx)
  await sql`
    insert into indicators.term (kind, code, position, name_vi, name_en)
    select kind, entry->>'code', place, entry->'name'->>'vi', entry->'name'->>'en'
    from (values ('section', ${JSON.stringify(terms.sections)}::jsonb), ('unit', ${JSON.stringify(terms.units)}::jsonb)) as list(kind, entries)
    cross join jsonb_array_elements(entries) with ordinality as each(entry, place)`.execute(tx)
}

export async function insertMeasures(tx: Tx, pack: z.infer<typeof MeasurePack>): Promise<void> {
  await sql`
    insert into indicators.measure (code, position, kind, unit, clock, aggregate, section, name_vi, name_en,
      explanation_vi, explanation_en, at_most, dimensions, verified)
    select entry->>'code', place, entry->>'kind', entry->>'unit', entry->>'clock', entry->>'aggregate', entry->>'section',
      entry->'name'->>'vi', entry->'name'->>'en', entry->'explanation'->>'vi', entry->'explanation'->>'en',
      entry->'checks'->>'atMost', array(select jsonb_array_elements_text(entry->'disaggregations')), (entry->>'verified')::boolean
    from jsonb_array_elements(${JSON.stringify(pack.rows)}::jsonb) with ordinality as each(entry, place)`.execute(tx)
  await sql`
    insert into indicators.measure_rule (code, parts, relation, whole, explanation_vi, explanation_en)
    select entry->>'code', array(select jsonb_array_elements_text(entry->'parts')), entry->>'relation', entry->>'whole',
      entry->'explanation'->>'vi', entry->'explanation'->>'en'
    from jsonb_array_elements(${JSON.stringify(pack.rules)}::jsonb) as entry`.execute(tx)
}

/** `leafKind` is the kind of place whose values are summed where an indicator names none. */
export async function insertIndicators(tx: Tx, pack: z.infer<typeof IndicatorPack>, leafKind: string): Promise<void> {
  await sql`
    insert into indicators.indicator (code, position, kind, unit, numerator, denominator, at_least, unit_kind, direction, decimals,
      name_vi, name_en, explanation_vi, explanation_en, legal_value, legal_source, legal_verified, parallel_of)
    select entry->>'code', place, entry->>'kind', entry->>'unit',
      coalesce(entry->'condition'->>'measure', entry->>'numerator'), entry->>'denominator',
      (entry->'condition'->>'atLeast')::numeric, coalesce(entry->'condition'->>'unitKind', ${leafKind}),
      entry->>'direction', (entry->>'decimals')::int,
      entry->'name'->>'vi', entry->'name'->>'en', entry->'explanation'->>'vi', entry->'explanation'->>'en',
      (entry->'legalStandard'->>'value')::numeric, entry->'legalStandard'->>'source', (entry->'legalStandard'->>'verified')::boolean,
      entry->>'parallelOf'
    from jsonb_array_elements(${JSON.stringify(pack.rows)}::jsonb) with ordinality as each(entry, place)`.execute(tx)
}

/** `kind` and `rank` say how far a source is trusted when several speak of the same: 1 is shown first. */
export interface SourceRow {
  readonly id: string
  readonly kind: 'submission' | 'official' | 'press' | 'sample'
  readonly rank: number
  readonly title: string
  readonly url?: string
}

export async function insertSources(tx: Tx, sources: readonly SourceRow[]): Promise<void> {
  const rows = sources.map(({ url = null, ...source }) => ({ ...source, url }))
  await insertRows(tx, 'indicators.source', rows, { unlessKnown: 'id' })
}

export async function countMeasures(tx: Tx): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*)::int as count from indicators.measure`.execute(tx)
  return counted.rows[0]?.count ?? 0
}
