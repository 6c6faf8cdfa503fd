/** Parts of the report in words: who reported, money by source, what officers wrote. */
import { describe, expect, test } from 'vitest'
import { data, unit } from '#test/worlds/report.ts'
import { Narrative } from '../reports.model.ts'
import { closingParts, coverage, directionPart, list, moneyPart, written } from './document-parts.rules.ts'

const narrative = Narrative.parse({})
const of = (given: Partial<typeof data> = {}) => ({ data: { ...data, ...given }, narrative })

describe('who reported', () => {
  test('a report that lacks units says so, and of whom the year before is', () => {
    const text = coverage(of())
    expect(text).toMatch(/^Tính đến ngày 23\/11\/2026, 2\/3 xã, phường và 1\/1 sở, ngành, tổ chức đã có/)
    expect(text).toContain('số ước tính')
    expect(text).toContain('Số năm 2025')
    expect(coverage(of({ earlier: {} }))).not.toContain('Số năm 2025')
  })

  test('a whole one does not; a kind of units that is not there is not told', () => {
    const text = coverage(of({ units: [unit('1', {})] }))
    expect(text).toBe('Tính đến ngày 23/11/2026, 1/1 xã, phường đã có báo cáo được duyệt.')
  })
})

test('a list has the lines that there are; of none there is no list', () => {
  expect(list([undefined, ''])).toEqual([])
  expect(list([undefined, 'a', '', { text: 'b' }])).toEqual([{ kind: 'list', items: [{ text: 'a' }, { text: 'b' }] }])
})

test('direction counts who answered, not who was asked', () => {
  const units = [unit('1', { local_plan_issued: 1 }), unit('2', { local_plan_issued: 0 }), unit('3', null)]
  const text = JSON.stringify(directionPart(of({ units })))
  expect(text).toContain('Ban hành kế hoạch của đơn vị: 1/2 xã, phường')
  expect(text).not.toContain('Thành lập bộ phận')
})

test('component plans: approved ones are counted and named', () => {
  const plan = (title: string, approvedOn: string | null) => ({ title, approvedOn, document: 'QĐ 1' })
  const componentPlans = [plan('Một', '2026-03-01'), plan('Hai', null)] as never
  const text = JSON.stringify(directionPart(of({ plan: { ...data.plan, componentPlans } })))
  expect(text).toContain('1/2: Một (QĐ 1, ngày 01/3/2026).')
})

describe('money', () => {
  const rows = (values: Record<string, number>) => {
    const table = moneyPart(of({ units: [unit('1', values)] })).find((block) => block.kind === 'table')
    return table?.kind === 'table' ? table.rows.slice(0, 1).map(({ cells }) => cells)[0] : undefined
  }
  test('in millions, with the share of what was spent', () => {
    expect(rows({ money_state_planned: 2_000_000, money_state_spent: 1_000_000 })).toEqual([
      'Ngân sách nhà nước',
      2,
      1,
      50,
    ])
  })

  test('not reported is a gap, of nothing planned there is no share', () => {
    expect(rows({ money_state_planned: 2_000_000 })).toEqual(['Ngân sách nhà nước', 2, null, null])
    expect(rows({ money_state_planned: 0, money_state_spent: 0 })).toEqual(['Ngân sách nhà nước', 0, 0, '–'])
  })
})

test('a plus sign without a dash before it is an item; a dash without a space begins no item', () => {
  const text = (limits: string) => written({ ...of(), narrative: { ...narrative, limits } }, 'limits')
  expect(text('+ Một')).toEqual([{ kind: 'list', items: [{ text: 'Một' }] }])
  expect(text('-Một')).toEqual([{ kind: 'paragraph', text: '-Một' }])
  expect(text('\n \n')).toEqual([])
})

test('the next year is the one after the report’s', () => {
  expect(JSON.stringify(closingParts(of()))).toContain('Phương hướng, nhiệm vụ năm 2027')
})
