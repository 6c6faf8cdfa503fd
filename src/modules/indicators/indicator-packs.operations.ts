/** Loads the catalogue of measures and indicators, and a place's published figures and population. */
import { z } from 'zod'
import { ProblemError } from '#kernel/problem.ts'
import { Slug } from '#kernel/schema.ts'
import { unitFinder } from '#modules/organisation'
import { operator } from '#platform/authority.ts'
import type { Tx } from '#platform/database/index.ts'
import { operation } from '#platform/operation.ts'
import { fill } from '#platform/pack-kinds/applying.ts'
import { readPack } from '#platform/packs.ts'
import { readPlace } from '#platform/place.ts'
import { catalogueKinds } from './catalogue-packs.operations.ts'
import { FigurePack, PopulationPack } from './indicator-packs.model.ts'
import * as store from './indicator-packs.store.ts'
import type { NewValue } from './indicators.model.ts'
import { yearOf } from './indicators.rules.ts'
import * as values from './indicators.store.ts'
import { problems } from './indicators.texts.ts'

/** The source of values that came in by a form and were approved. */
export const submissionSource = 'submission'

export const loadCatalogue = operation({
  name: 'indicators.loadPack',
  summary: 'Loads measures, indicators, published figures and population into an empty database.',
  effect: 'write',
  may: operator,
  input: z.object({ pack: Slug }),
  output: z.object({ values: z.number() }),
  async run(work, { pack }) {
    const { tx, now, newId, audit } = work
    if ((await store.countMeasures(tx)) > 0) throw new ProblemError(problems.alreadyLoaded())
    const place = await readPlace(pack)
    for (const kind of catalogueKinds) await fill(work, kind, place)
    const find = await unitFinder(tx)
    const figures = [...(await population(tx, pack, find)), ...(await published(tx, pack, find))]
    const rows = figures.map((figure) => ({ ...figure, id: newId() }))
    const count = await values.insertValues(tx, rows, { at: now, reason: `pack ${pack}` })
    audit({ subject: `pack ${pack}`, new: { values: count } })
    return { values: count }
  },
})

type FindUnit = Awaited<ReturnType<typeof unitFinder>>

async function published(tx: Tx, pack: string, find: FindUnit): Promise<NewValue[]> {
  const { sources, rows } = await readPack(`${pack}/figures`, FigurePack)
  const press = Object.entries(sources).map(([id, source]) => ({ id, kind: 'press' as const, rank: 3, ...source }))
  await store.insertSources(tx, [
    { id: submissionSource, kind: 'submission', rank: 1, title: 'Báo cáo đã duyệt' },
    ...press,
  ])
  return rows.map((row) => {
    const { code, period, asOf, qualifier, sourceId, confidence, noteVi, noteEn, value: amount } = row
    const note = noteVi && noteEn ? { vi: noteVi, en: noteEn } : null
    const year = period ? yearOf(period) : null
    const unitId = unitIdOf(find, row.unitCode, `${year ?? undatedYear}-06-15`)
    return {
      unitId,
      subject: code,
      category: 'total',
      year,
      period,
      asOf,
      amount,
      qualifier,
      sourceId,
      confidence,
      note,
      status: statusOfPress(qualifier),
      isSample: false,
    }
  })
}

/** The press tells, it does not decide: "more than" and "nearly" are estimates, a plain figure is provisional. */
function statusOfPress(qualifier: NewValue['qualifier']): NewValue['status'] {
  return qualifier ? 'estimate' : 'provisional'
}

/** Figures without a date are looked up among the units of the years they probably speak of. */
const undatedYear = 2017

async function population(tx: Tx, pack: string, find: FindUnit): Promise<NewValue[]> {
  const { sources, rows } = await readPack(`${pack}/population`, PopulationPack)
  const official = Object.entries(sources).map(([id, source]) => ({
    id,
    kind: 'official' as const,
    rank: 2,
    ...source,
  }))
  await store.insertSources(tx, official)
  return rows.map((row) => {
    const { asOf, sourceId, confidence, measure: subject, value: amount } = row
    const year = yearOf(asOf)
    const unitId = unitIdOf(find, row.unitCode, row.unitValidFrom ?? asOf)
    return {
      unitId,
      subject,
      category: 'total',
      year,
      period: String(year),
      asOf,
      amount,
      sourceId,
      confidence,
      status: 'confirmed',
      isSample: false,
    }
  })
}

function unitIdOf(find: FindUnit, code: string, on: string): string {
  const unit = find(code, on)
  if (!unit) throw new Error(`a figure names unit ${code}, which is not there on ${on}`)
  return unit.id
}
