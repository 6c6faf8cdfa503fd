/** The packs are facts that everything else builds on: whole, bound to each other, in both languages. */
import { readFileSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readPackHead } from '#platform/packs.ts'
import { formatPack, packFiles } from '../scripts/packs/format.ts'
import { Coded, catalogue, indicatorRows, indicators, measures, terms } from './packs/catalogue.ts'
import { code, codesOf, Day, named, readPack, readTable, repeated, root, Table, Words } from './packs/read.ts'

/** Files whose rows reach running installations. Their versions, each with the SHA-256 of the file that bears it. */
const versionsFile = resolve(root, 'test/packs/versions.json')
const followed = ['hanoi/agencies', 'vietnam/forms', 'vietnam/indicators', 'vietnam/measures', 'vietnam/terms']

test('a file that changed has a higher version (written down by: UPDATE_DOCS=1 npm test -- test/packs.test.ts)', async () => {
  const heads = await Promise.all(
    followed.map(async (file) => [file, await readPackHead(file, resolve(root, 'packs'))] as const),
  )
  const known = JSON.parse(readFileSync(versionsFile, 'utf8')) as Record<string, { version: number; checksum: string }>
  const unraised = heads.filter(([file, { version, checksum }]) => {
    const before = known[file]
    return before && before.checksum !== checksum && before.version >= version
  })
  expect(unraised.map(([file]) => file)).toEqual([])
  if (process.env.UPDATE_DOCS === '1')
    writeFileSync(versionsFile, `${JSON.stringify(Object.fromEntries(heads), null, 2)}\n`)
  else expect(known).toEqual(Object.fromEntries(heads))
})

describe('the catalogue', () => {
  test('no code stands twice, among measures and indicators together', () => {
    expect(repeated([...codesOf(catalogue.rows), ...codesOf(indicatorRows)])).toEqual([])
  })

  test('measures use the terms, and their checks name comparable measures', () => {
    const dimensions = codesOf(terms.dimensions)
    for (const measure of catalogue.rows) {
      expect(codesOf(terms.units), measure.code).toContain(measure.unit)
      expect(codesOf(terms.clocks), measure.code).toContain(measure.clock)
      expect(codesOf(terms.sections), measure.code).toContain(measure.section)
      expect(
        measure.disaggregations.filter((each) => !dimensions.includes(each)),
        measure.code,
      ).toEqual([])
      if (measure.checks.atMost) expect(measures.has(measure.checks.atMost), measure.code).toBe(true)
      expect(measure.aggregate === 'sum', measure.code).toBe(['count', 'money'].includes(measure.kind))
    }
    for (const { parts, whole } of catalogue.rules)
      for (const each of [...parts, whole]) expect(measures.has(each), each).toBe(true)
  })

  test.each(indicatorRows.map((row) => [row.code, row] as const))('%s can be computed', (_, row) => {
    const used = [row.numerator, row.denominator, row.condition?.measure ?? null].filter((each) => each !== null)
    expect(used.filter((each) => !measures.has(each))).toEqual([])
    const shape = [row.numerator, row.denominator, row.condition].map((each) => each !== null)
    const wanted = { ratio: [true, true, false], 'share-of-units': [false, false, true], count: [false, false, true] }
    expect(shape).toEqual(row.kind === 'level' || row.kind === 'yes-no' ? [true, false, false] : wanted[row.kind])
    expect(codesOf(terms.units)).toContain(row.unit)
    if (row.parallelOf) expect([indicators.has(row.parallelOf), row.planTarget]).toEqual([true, false])
  })
})

const clauses = readTable(
  'hanoi/plan-290/clauses.json',
  z.object({
    ref: code,
    parentRef: code.nullable(),
    kind: code,
    order: z.int(),
    shortTitleVi: code,
    shortTitleEn: code,
  }),
)
const clauseRefs = new Set(clauses.map((clause) => clause.ref))
const Target = z.object({
  ref: code,
  key: code,
  group: code,
  year: z.literal([2025, 2030]),
  indicator: code,
  comparator: code,
  value: z.number().nullable(),
  unit: code,
  subject: Words,
  mode: code,
  note: Words.optional(),
})
const targets = readPack('hanoi/plan-290/targets.json', z.object({ rows: z.array(Target) })).rows
const Duty = z.object({
  ref: code,
  agency: code,
  role: z.enum(['lead', 'coordinate', 'requested', 'advise']),
  title: Words,
  clause: code,
  withAgencies: z.array(code),
  tasks: z.array(code),
  indicators: z.array(code),
  scope: code.optional(),
  deadline: z
    .union([z.object({ every: z.literal('year'), before: code.nullable() }), z.object({ by: Day })])
    .nullable(),
})
const duties = readPack('hanoi/plan-290/duties.json', z.object({ rows: z.array(Duty) })).rows
const agencyPack = readPack(
  'hanoi/agencies.json',
  Table.extend({
    sources: z.record(z.string(), z.object({ title: code })),
    successionColumns: z.array(code),
    moveColumns: z.array(code),
    successions: z.array(z.array(z.unknown())),
    moves: z.array(z.array(z.unknown())),
    asked: z.array(z.tuple([code, z.array(code)])),
  }),
)
const agencies = named(agencyPack.columns, agencyPack.rows)
const agencyCodes = agencies.map((agency) => agency.code)

describe('plan 290', () => {
  test('clauses form a tree with unique references', () => {
    expect(clauseRefs.size).toBe(clauses.length)
    for (const { ref, parentRef } of clauses) if (parentRef !== null) expect(clauseRefs, ref).toContain(parentRef)
    expect(clauses.filter((clause) => /^V\.\d+$/.test(clause.ref))).toHaveLength(15)
  })

  test('17 targets for 2025, 17 for 2030 and the rating of centres, each with an indicator', () => {
    const count = (year: number, group: string) =>
      targets.filter((each) => each.year === year && each.group === group).length
    for (const year of [2025, 2030])
      expect(['a', 'b', 'c', 'd'].map((group) => count(year, group))).toEqual([6, 4, 3, 4])
    expect(targets).toHaveLength(35)
    expect(repeated(targets.map((target) => target.ref))).toEqual([])
    for (const target of targets) {
      expect(clauseRefs, target.ref).toContain(target.ref)
      expect(indicators.get(target.indicator)?.planTarget, target.ref).toBe(true)
      expect(indicators.get(target.indicator)?.unit, target.ref).toBe(target.unit)
      expect(codesOf(terms.comparators), target.ref).toContain(target.comparator)
      expect(codesOf(terms.modes), target.ref).toContain(target.mode)
      expect(target.value === null, target.ref).toBe(target.comparator === 'yes')
    }
    const aimed = new Set(targets.map((target) => target.indicator))
    expect(indicatorRows.filter((row) => row.planTarget && !aimed.has(row.code)).map((row) => row.code)).toEqual([])
  })

  test('every duty has its clause, its agencies, its tasks and its indicators', () => {
    expect(repeated(duties.map(({ ref, role, agency }) => `${ref} ${role} ${agency}`))).toEqual([])
    const scopes = agencyPack.successions.map((row) => `${row[1]} ${row[3]}`)
    for (const duty of duties) {
      for (const ref of [duty.ref, duty.clause, ...duty.tasks]) expect(clauseRefs, duty.ref).toContain(ref)
      for (const agency of [duty.agency, ...duty.withAgencies]) expect(agencyCodes, duty.ref).toContain(agency)
      for (const each of duty.indicators) expect(indicators.has(each), `${duty.ref} ${each}`).toBe(true)
      if (duty.scope) expect(scopes, duty.ref).toContain(`${duty.agency} ${duty.scope}`)
    }
    const owned = new Set(duties.map((duty) => duty.agency))
    expect(agencies.filter((agency) => agency.clause && !owned.has(String(agency.code)))).toEqual([])
  })

  test('a duty never names an agency that had not begun, and every agency that ended has an heir', () => {
    const successions = named(agencyPack.successionColumns, agencyPack.successions)
    for (const agency of agencies) {
      if (agency.clause) expect(agency.validFrom, String(agency.code)).toBeNull()
      if (agency.validTo === null) continue
      const successors = successions.filter((row) => row.from === agency.code && row.on === agency.validTo)
      expect(
        successors.map((row) => row.scope),
        String(agency.code),
      ).toContain('main')
    }
    for (const row of [...successions, ...named(agencyPack.moveColumns, agencyPack.moves)]) {
      for (const each of [row.from ?? row.agency, row.to ?? row.parent]) expect(agencyCodes).toContain(each)
      expect(Object.keys(agencyPack.sources)).toContain(row.basis)
    }
    for (const agency of agencies) expect(codesOf(terms.agencyTypes)).toContain(agency.type)
  })

  test('five component plans, each led and dated', () => {
    const Component = z.object({
      ref: code,
      title: Words,
      lead: code,
      coordinator: code,
      approvalDue: z.object({ quarter: z.literal(4), year: z.literal(2021) }),
    })
    const { rows } = readPack('hanoi/plan-290/component-plans.json', z.object({ rows: z.array(Component) }))
    expect(rows.map((row) => row.ref)).toEqual(['PL.1', 'PL.2', 'PL.3', 'PL.4', 'PL.5'])
    for (const row of rows) for (const each of [row.lead, row.coordinator]) expect(agencyCodes).toContain(each)
  })
})

describe('forms', () => {
  const Row = z.union([
    code.transform((measure) => ({ measure, categories: [] as string[] })),
    z.object({ measure: code, categories: z.array(code).min(1) }),
  ])
  const Section = z.object({ form: code, order: z.int(), section: code, measures: z.array(Row).min(1) })
  const Field = z.object({ form: code, order: z.int(), field: code, name: Words, explanation: Words })
  const codesAsked = (section: z.infer<typeof Section>) => section.measures.map((row) => row.measure)
  const { forms, sections } = readPack(
    'vietnam/forms.json',
    z.object({
      forms: z.array(Coded.extend({ audience: z.enum(['commune', 'agency', 'city']) })),
      sections: z.array(Section),
      fields: z.array(Field).min(4),
      states: z.array(Coded).min(3),
    }),
  )

  test('ask each measure once, in the section it belongs to, of those it is asked of', () => {
    for (const { code: form, audience } of forms) {
      const input = sections.filter((section) => section.form === form)
      expect(repeated(input.flatMap((section) => codesAsked(section))), form).toEqual([])
      for (const section of input)
        for (const each of codesAsked(section)) {
          expect(measures.get(each)?.section, each).toBe(section.section)
          expect(measures.get(each)?.askedOf, each).toContain(audience)
        }
    }
  })

  test('a measure is broken down only by the dimensions it has, into their categories', () => {
    const categories = terms.dimensions.flatMap((dimension) =>
      dimension.categories.map((category) => `${dimension.code}:${category.code}`),
    )
    const rows = sections.flatMap((section) => section.measures)
    expect(rows.some((row) => row.categories.length > 0)).toBe(true)
    for (const row of rows)
      for (const each of row.categories) {
        expect(categories, row.measure).toContain(each)
        expect(measures.get(row.measure)?.disaggregations, each).toContain(each.split(':')[0])
      }
  })

  const askedIn = (form: string) => new Set(sections.filter((each) => each.form === form).flatMap(codesAsked))

  test('the form of the communes gathers what every target counted in people or centres needs', () => {
    const input = askedIn('commune-2026')
    const needed = targets.flatMap(({ indicator }) => {
      const { numerator, denominator } = indicators.get(indicator) ?? {}
      return [numerator, denominator].filter((each) => each && measures.get(each)?.askedOf.includes('commune'))
    })
    expect(needed.filter((each) => each && !input.has(each))).toEqual([])
    expect(needed.length).toBeGreaterThan(30)
  })

  test('the form of the city asks the level or the yes of every target that is the city’s own', () => {
    const input = askedIn('city-2026')
    const needed = targets.flatMap(({ indicator }) => {
      const { kind, numerator } = indicators.get(indicator) ?? {}
      return numerator && (kind === 'level' || kind === 'yes-no') ? [numerator] : []
    })
    expect(needed.filter((each) => !input.has(each))).toEqual([])
    expect(new Set(needed).size).toBe(5)
  })

  test('agencies are asked for measures of agencies', () => {
    for (const [agency, listed] of agencyPack.asked) {
      if (agency !== '*') expect(agencyCodes).toContain(agency)
      for (const each of listed) expect(measures.get(each)?.askedOf, each).toContain('agency')
    }
  })
})

describe('every pack file', () => {
  const files = packFiles(resolve(root, 'packs')).map(
    (path) => [relative(root, path), readFileSync(path, 'utf8')] as const,
  )
  test.each(files)('%s: one row a line, composed letters, no stray spaces', (_, text) => {
    expect(text).toBe(formatPack(JSON.parse(text)))
    expect(text).toBe(text.normalize('NFC'))
    expect(text).not.toMatch(/"\s+\p{L}|\p{L}\s+"|\p{L} {2,}\p{L}/u)
  })
})
