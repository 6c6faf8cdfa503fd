/** The plan of Hanoi read by the grammar, against the pack that people have reviewed; where its text lies beside the checkout. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { agencyKey, readDraft } from '#modules/official-texts'

const signed = new URL('../../shared/data/ke-hoach-290-kh-ubnd.txt', import.meta.url)
const pack = (name: string) =>
  JSON.parse(readFileSync(new URL(`../packs/hanoi/${name}.json`, import.meta.url), 'utf8')).rows

const source = existsSync(signed) ? readFileSync(signed, 'utf8') : ''
const draft = readDraft(source)
const codes = new Map<string, string>(pack('agencies').map((row: string[]) => [agencyKey(row[1] ?? ''), row[0]]))
const codeOf = (name: string | null) => codes.get(agencyKey(name ?? '')) ?? name

describe.skipIf(!existsSync(signed))('the plan of Hanoi gives what its reviewed pack has', () => {
  test('the same clauses as the reviewed pack, under the same parents', () => {
    const own = draft.items.map(({ ref, parent, kind }) => `${ref} ${parent} ${kind}`)
    expect(own.sort()).toEqual(
      pack('plan-290/clauses')
        .map(([ref, parent, kind]: string[]) => `${ref} ${parent} ${kind}`)
        .sort(),
    )
  })

  test('every target, none invented', () => {
    const line = (row: { ref: string; year: number | null; comparator: string; value: number | null; mode: string }) =>
      [row.ref, row.year, row.comparator, row.value, row.mode].join(' ')
    expect(draft.targets.map(line).sort()).toEqual(pack('plan-290/targets').map(line).sort())
  })

  test('every duty, none invented', () => {
    const own = draft.duties.map(({ ref, agency, role }) => `${ref} ${codeOf(agency)} ${role}`)
    const reviewed = pack('plan-290/duties').map(
      ({ ref, agency, role }: Record<string, string>) => `${ref} ${agency} ${role}`,
    )
    expect(own.sort()).toEqual(reviewed.sort())
  })

  test('five component plans with lead, co-ordinator and quarter', () => {
    const own = draft.componentPlans.map(({ ref, lead, coordinators, approvalDue }) => [
      ref,
      codeOf(lead),
      coordinators.map(codeOf),
      [approvalDue?.quarter, approvalDue?.year],
    ])
    expect(own).toEqual(
      pack('plan-290/component-plans').map((row: Record<string, unknown>) => [
        row.ref,
        row.lead,
        [row.coordinator],
        Object.values(row.approvalDue ?? {}),
      ]),
    )
  })
})

describe.skipIf(!existsSync(signed))('the plan of Hanoi', () => {
  test('every legal basis with number and date; head and foot', () => {
    const plan = JSON.parse(readFileSync(new URL('../packs/hanoi/plan-290/plan.json', import.meta.url), 'utf8'))
    expect(draft.legalBases.map(({ number, issuedOn }) => [number, issuedOn])).toEqual(
      plan.legalBases.map((basis: Record<string, string>) => [basis.number, basis.issuedOn]),
    )
    const { symbol, issuedOn, period, recipients } = draft.document
    expect([symbol?.value, issuedOn?.value, period?.value]).toEqual([plan.symbol, plan.issuedOn, plan.period])
    expect(recipients).toHaveLength(13)
  })

  test('the faults of the scan', () => {
    const kinds = ['misread-word', 'doubled-mark', 'page-mark', 'lower-case-start', 'broken-sentence', 'missing-quote']
    const result = draft.doubts.filter(({ kind }) => [...kinds, 'misread-name'].includes(kind))
    expect(result.map(({ kind, line, ref }) => `${kind} ${line} ${ref}`)).toEqual([
      'doubled-mark 29 II.1.a',
      'doubled-mark 36 II.1.b',
      'doubled-mark 40 II.1.c',
      'doubled-mark 44 II.1.d',
      'doubled-mark 50 II.2.a',
      'misread-word 59 II.2.a.6',
      'lower-case-start 97 III.2.1',
      'misread-word 127 III.4.4',
      'broken-sentence 169 V.2.2',
      'broken-sentence 255 V.14.d.1',
      'misread-name 281 null',
      'page-mark 291 null',
      'misread-name 301 null',
      'missing-quote 316 PL.5',
    ])
  })

  test('in less than 50 ms of work', () => {
    for (let run = 0; run < 30; run++) readDraft(source)
    const times = Array.from({ length: 9 }, () => {
      const began = process.cpuUsage()
      readDraft(source)
      return process.cpuUsage(began).user / 1000
    })
    expect(Math.min(...times)).toBeLessThan(50)
  })
})
