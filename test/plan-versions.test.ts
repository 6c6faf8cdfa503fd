/** Amendments on a real database: who may, what is refused, what is in force before and after, and what stays as history. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type Problem, ProblemError, describe as tell } from '#kernel/problem.ts'
import { indicatorProgress, plan as planModule, progressOperation } from '#modules/plan'
import { operatorCaller } from '#platform/authority.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { perform, performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { type HanoiPerson, hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { seenInPlan } from '#test/worlds/seen.ts'

let database: Database
let engine: Engine

beforeAll(async () => {
  database = await testDatabase(hanoi)
  engine = await testMachine(database)
})

type Any = Record<string, never>

/** Performs an operation of the plan by its name. */
async function does<T = Any>(
  person: HanoiPerson | 'operator' | 'nobody',
  name: string,
  input: object = {},
): Promise<T> {
  const operation = planModule.operations.find((each) => each.name === `plan.${name}`)
  if (!operation) throw new Error(`no operation plan.${name}`)
  const caller =
    person === 'operator'
      ? operatorCaller('command')
      : person === 'nobody'
        ? { via: 'web' as const }
        : await hanoiCaller(database, person)
  return (await performAny(engine, operation, caller, await seenInPlan(engine, name, input))) as T
}

async function codesOf(attempt: Promise<unknown>): Promise<string[]> {
  try {
    await attempt
    return ['done']
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map(({ code, path }) => [code, ...(path ?? [])].join(' '))
  }
}

const decision = {
  symbol: '77/QĐ-UBND',
  issuedOn: '2026-01-05',
  effectiveOn: '2026-01-10',
  titleVi: 'Sửa chỉ tiêu tính theo cấp huyện',
  reason: 'Kết thúc cấp huyện',
}

const rows = async (table: string) =>
  Number((await database.pool.query(`select count(*) as count from plan.${table}`)).rows[0].count)

async function targetAt(ref: string) {
  const { targets } = await does<{ targets: { id: string; ref: string; value: number }[] }>('thanh-pho', 'amendable')
  const target = targets.find((each) => each.ref === ref)
  if (!target) throw new Error(`no target at ${ref}`)
  return target
}

async function draft(given: object = {}): Promise<string> {
  return (await does<{ id: string }>('thanh-pho', 'draftAmendment', { ...decision, ...given })).id
}

describe('the plan as loaded', () => {
  test('is version 1, with nothing changed', async () => {
    const { versions } = await does<{ versions: object[] }>('nobody', 'versions')
    expect(versions).toMatchObject([
      { number: 1, kind: 'original', symbol: '290/KH-UBND', effectiveOn: '2021-12-16', changes: 0 },
    ])
  })
})

describe('a draft', () => {
  test.each([
    ['older than the plan', { issuedOn: '2021-01-01' }, ['plan.issuedBeforePlan issuedOn']],
    ['in effect before the plan', { effectiveOn: '2021-12-15' }, ['plan.effectiveBeforePlan effectiveOn']],
    ['without a number', { symbol: ' ' }, ['platform.missing symbol']],
    ['without a reason', { reason: '' }, ['platform.missing reason']],
  ])('%s is refused', async (_, given, codes) => {
    expect(await codesOf(draft(given))).toEqual(codes)
  })

  test('its targets are checked', async () => {
    const amendment = await draft()
    const input = {
      amendment,
      ref: 'II.1.b.1',
      indicator: 'working_age_information_share',
      year: 2030,
      comparator: '>=',
      value: 55,
      mode: 'reach',
      subjectVi: 'Thử',
    }
    const write = (given: object) => codesOf(does('thanh-pho', 'writeTarget', { ...input, ...given }))
    expect(await write({ ref: 'IX.9' })).toEqual(['plan.clauseNotInPlan ref'])
    expect(await write({ value: null })).toEqual(['plan.valueMissing value'])
    expect(await write({ value: 120 })).toEqual(['plan.percentOver100 value'])
    expect(await write({ comparator: 'yes' })).toEqual(['plan.valueNotAsked value'])
    expect(await write({ year: 2050 })).toEqual(['plan.yearOutside year'])
    expect(await write({ indicator: 'none' })).toEqual(['indicators.unknownIndicator indicator'])
    expect(await write({})).toEqual(['plan.targetExists indicator'])
    expect(await write({ replaces: (await targetAt('II.1.b.1')).id })).toEqual(['done'])
    await does('thanh-pho', 'discardAmendment', { id: amendment })
    expect(await write({})).toEqual(['plan.notADraft'])
  })

  test.each(['nobody', 'doc', 'ba-dinh', 'duyet-ba-dinh', 'sgddt'] as const)('%s may not', async (person) => {
    const codes = await codesOf(does(person, 'draftAmendment', decision))
    expect(codes[0]).toMatch(/platform\.(forbidden|signInFirst)/)
  })
})

describe('publishing', () => {
  test('needs a change, its day, and a second person', async () => {
    const id = await draft({ effectiveOn: '2027-01-01' })
    expect(await codesOf(does('thanh-pho', 'publishAmendment', { id }))).toEqual(['plan.samePerson'])
    expect(await codesOf(does('quan-tri', 'publishAmendment', { id }))).toEqual([
      'plan.effectiveLater effectiveOn',
      'plan.nothingChanged',
    ])
    expect((await does<{ mayPublish: boolean }>('quan-tri', 'amendment', { id })).mayPublish).toBe(true)
    await does('quan-tri', 'editAmendment', { id, ...decision })
    expect(await codesOf(does('quan-tri', 'publishAmendment', { id }))).toEqual(['plan.samePerson'])
    await does('thanh-pho', 'discardAmendment', { id })
  })

  test('an amendment changed since it was looked at is published and put away by nobody unseen', async () => {
    const amendment = await draft({ symbol: '70/QĐ-UBND', reason: 'Lý do cũ' })
    const target = (await targetAt('II.1.b.1')).id
    await does('thanh-pho', 'endTarget', { amendment, target })
    const { amendment: seen } = await does<{ amendment: { revision: number } }>('quan-tri', 'amendment', {
      id: amendment,
    })
    await does('thanh-pho', 'editAmendment', { ...decision, id: amendment, symbol: '70/QĐ-UBND', reason: 'Lý do mới' })
    await does('thanh-pho', 'retitleClause', { amendment, ref: 'V.1.2', titleVi: 'Tên khác' })
    for (const [person, name] of [
      ['quan-tri', 'publishAmendment'],
      ['thanh-pho', 'discardAmendment'],
    ] as const) {
      const refused = await does(person, name, { id: amendment, revision: seen.revision }).catch((error) => error)
      expect(refused.status).toBe(409)
      expect(refused.problems.map((problem: Problem) => tell('vi', problem)).slice(1)).toEqual([
        'Lần soạn: khi bạn mở trang là “2”, nay là “4”.',
        'Lý do: khi bạn mở trang là “Lý do cũ”, nay là “Lý do mới”.',
        'Thay đổi ở mục V.1.2: mới có thêm, là “Tên khác”.',
      ])
    }
    expect(await codesOf(does('quan-tri', 'publishAmendment', { id: amendment, revision: undefined }))).toEqual([
      'platform.invalid revision',
    ])
    await does('thanh-pho', 'discardAmendment', { id: amendment })
  })

  test('a target on districts moves to the communes and stays as history', async () => {
    const old = await targetAt('II.2.a.4')
    const { parallels } = await does<{ parallels: { code: string }[] }>('thanh-pho', 'convertible', { target: old.id })
    expect(parallels.map(({ code }) => code)).toEqual(['communes_universal_preschool_share'])
    const input = { target: old.id, indicator: 'communes_universal_preschool_share', comparator: '>=' }
    expect(await codesOf(does('thanh-pho', 'convertTarget', { ...input, ...decision, value: null }))).toEqual([
      'plan.valueMissing value',
    ])
    expect(
      await codesOf(
        does('thanh-pho', 'convertTarget', { ...input, ...decision, value: 95, indicator: 'university_share' }),
      ),
    ).toEqual(['plan.noParallel indicator'])
    expect(await codesOf(does('thanh-pho', 'convertTarget', { ...input, value: 95 }))).toContain(
      'platform.missing symbol',
    )
    const before = await rows('target')
    const { amendment } = await does<{ amendment: string }>('thanh-pho', 'convertTarget', {
      ...input,
      ...decision,
      value: 95,
    })
    expect(await rows('target')).toBe(before)
    expect(await does('quan-tri', 'publishAmendment', { id: amendment })).toEqual({ number: 2 })

    const { rows: shown } = await perform(engine, progressOperation, { via: 'web' }, {})
    const both = shown.filter((row) => row.key === 'a.4')
    expect(
      both.map((row) => [row.indicator.code, row.isHistory, row.targets.map(({ year, value }) => [year, value])]),
    ).toEqual([
      ['districts_universal_preschool_share', false, [[2025, 100]]],
      ['communes_universal_preschool_share', false, [[2030, 95]]],
    ])
    expect(both[0]?.former).toMatchObject([
      {
        year: 2030,
        lastDay: '2025-06-30',
        assessment: { forecast: null },
        until: {
          number: 2,
          symbol: '77/QĐ-UBND',
          issuedOn: '2026-01-05',
          replacedBy: { indicator: 'communes_universal_preschool_share' },
        },
      },
    ])
    expect(both[1]?.targets[0]).toMatchObject({ since: { number: 2, symbol: '77/QĐ-UBND' }, until: null })

    const districts = await perform(
      engine,
      indicatorProgress,
      { via: 'web' },
      { indicator: 'districts_universal_preschool_share' },
    )
    expect(districts.targets.map(({ year, until }) => [year, until?.number ?? null])).toEqual([
      [2025, null],
      [2030, 2],
    ])
  })

  test('the database itself refuses to rewrite what was asked', async () => {
    const refused = (text: string) =>
      expect(database.pool.query(text)).rejects.toThrow(/ended by a version|append|refuse/i)
    await refused('update plan.target set value = 1 where value > 1')
    await refused('delete from plan.duty')
    await refused('update plan.target set until_version = null where until_version = 2')
    await refused("update plan.plan_version set symbol = 'x'")
    await expect(
      database.pool.query(
        `insert into plan.target select gen_random_uuid(), plan_id, ref, key, group_code, position, year, indicator, comparator,
           value, mode, subject_vi, subject_en from plan.target where until_version is null limit 1`,
      ),
    ).rejects.toThrow('target_in_force')
    await expect(
      database.pool.query(
        `insert into plan.plan_version (plan_id, number, kind, symbol, issued_on, effective_on, title_vi, title_en, reason, diff,
           published_at, follows_on)
         select plan_id, 3, 'amendment', 'x', '2025-01-01', '2025-01-01', '', '', '', '[]', now(), effective_on
         from plan.plan_version where number = 2`,
      ),
    ).rejects.toThrow('version_in_order')
  })

  test('duties are ended and given to others from the day of the decision; reports of before keep theirs', async () => {
    const { duties } = await does<{ duties: { id: string; ref: string; agency: string; role: string }[] }>(
      'thanh-pho',
      'amendable',
    )
    const ended = duties.find((each) => each.ref === 'V.1.2')
    const duty = duties.find((each) => each.ref === 'V.1.1.3')
    const amendment = await draft({ symbol: '80/QĐ-UBND', effectiveOn: '2026-02-01' })
    await does('thanh-pho', 'endDuty', { amendment, duty: ended?.id })
    const input = { amendment, ref: 'V.1.1.3', agency: 'SVHTT', role: 'lead', titleVi: 'Việc giao lại' }
    expect(await codesOf(does('thanh-pho', 'writeDuty', { ...input, agency: 'KHONG' }))).toEqual([
      'plan.unknownAgency agency',
    ])
    await does('thanh-pho', 'writeDuty', { ...input, replaces: duty?.id })
    await does('thanh-pho', 'retitleClause', { amendment, ref: 'V.1.2', titleVi: 'Tên mới' })
    await does('operator', 'publishAmendment', { id: amendment })

    const held = async (agency: string, on: string) =>
      (await does<{ ref: string; role: string }[]>('nobody', 'duties', { agency, on })).map(({ ref }) => ref)
    expect(await held('SGDDT', '2026-01-31')).toEqual(expect.arrayContaining(['V.1.2', 'V.1.1.3']))
    expect(await held('SGDDT', '2026-02-01')).not.toContain('V.1.2')
    expect(
      (await does<{ ref: string; title: { vi: string } }[]>('nobody', 'duties', { on: '2026-02-01' })).find(
        ({ ref }) => ref === 'V.1.1.3',
      )?.title.vi,
    ).toBe('Việc giao lại')
    const { rows: published } = await database.pool.query(
      `select valid_from::text as from, valid_to::text as to from plan.published_duty where ref = 'V.1.1.3' order by valid_from`,
    )
    expect(published).toEqual([
      { from: '2021-12-16', to: '2026-02-01' },
      expect.objectContaining({ from: '2026-02-01' }),
    ])
    const { clauses } = await does<{ clauses: { ref: string; title: { vi: string } }[] }>('nobody', 'tree')
    expect(clauses.find(({ ref }) => ref === 'V.1.2')?.title.vi).toBe('Tên mới')
    const { diff } = await does<{ diff: { what: string; old: { title: { vi: string } } }[] }>('nobody', 'version', {
      number: 3,
    })
    expect(diff.find(({ what }) => what === 'clause')?.old.title.vi).not.toBe('Tên mới')
  })

  test('a change that no longer fits is told, and nothing is published', async () => {
    const one = await draft({ symbol: '81/QĐ-UBND', effectiveOn: '2026-03-01' })
    const two = await draft({ symbol: '82/QĐ-UBND', effectiveOn: '2026-03-01' })
    const target = (await targetAt('II.2.b.1')).id
    for (const amendment of [one, two]) await does('thanh-pho', 'endTarget', { amendment, target })
    await does('quan-tri', 'publishAmendment', { id: one })
    expect((await does<{ outdated: number[] }>('quan-tri', 'amendment', { id: two })).outdated).toEqual([0])
    expect(await codesOf(does('quan-tri', 'publishAmendment', { id: two }))).toEqual(['plan.changeOutdated'])
    expect(await codesOf(draft({ effectiveOn: '2026-02-27' }))).toEqual(['plan.effectiveBeforeLast effectiveOn'])
  })
})
