/** An installation that has been used: Hanoi, its people, a round in all states, a report frozen, a plan read, decisions drafted and approved. */
import { readFileSync } from 'node:fs'
import type { Machine } from '#app/engine.ts'
import { modules } from '#app/modules.ts'
import { seedDemoRound } from '#modules/collection'
import { type Caller, operatorCaller } from '#platform/authority.ts'
import { isCalled, underTodaysNames, withFormerNames } from '#platform/former-names.ts'
import { perform, performAny } from '#platform/perform.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'

const operator = operatorCaller('command')
const year = 2026

/** Calls an operation by the name it has in the API, or had in the version before. */
export async function call(
  machine: Machine,
  name: string,
  input: unknown,
  caller: Caller = operator,
): Promise<unknown> {
  const found = modules.flatMap(({ operations }) => operations).find((operation) => isCalled(operation, name))
  if (!found) throw new Error(`there is no operation ${name}`)
  return withFormerNames(await performAny(machine, found, caller, underTodaysNames(input, found.former)), found.former)
}

/** Fills an empty, migrated database. */
export async function useIt(machine: Machine): Promise<void> {
  await hanoi.fill(machine.database)
  await seedDemoRound((operation, input) => perform(machine, operation, operator, input))
  const admin = await hanoiCaller(machine.database, 'quan-tri')
  await call(machine, 'access.createToken', { name: 'Kết nối', scopes: ['*'], expiresOn: '2026-12-31' }, admin)
  const plan = readFileSync(new URL('../plans/an-lac.txt', import.meta.url)).toString('base64')
  await call(machine, 'plan.importPlan', { fileName: 'an-lac.txt', content: plan }, admin)
  const { draftVersion } = (await call(machine, 'reports.preview', { year })) as { draftVersion: string }
  const head = { number: 7, symbol: 'BC-UBND', issuedOn: '2026-11-28', place: 'Hà Nội', keptBy: 'VT' }
  const foot = { authority: ['TM. Ủy ban nhân dân'], position: 'Chủ tịch', signatory: 'Mẫu', recipients: ['Bộ'] }
  await call(machine, 'reports.freeze', { year, draftVersion, ...head, ...foot, incompleteIsKnown: true })
}

/** What an installation is asked before and after its upgrade, by the names of the API. */
const questions: readonly (readonly [name: string, input: Readonly<Record<string, unknown>>])[] = [
  ['organisation.units', { on: '2026-11-28', limit: 1000 }],
  ['organisation.units', { on: '2024-06-30', kind: 'commune', limit: 1000 }],
  ['organisation.unit', { code: '00004', on: '2026-11-28' }],
  ['organisation.kinds', {}],
  ['access.audit', { limit: 100 }],
  ['access.verifyAudit', {}],
  // After the log, in which it is noted who looked at them.
  ['access.accounts', { unit: '01' }],
  ['indicators.list', {}],
  ['indicators.byUnit', { indicator: 'learning_citizens_share', year }],
  ['indicators.ofUnit', { unit: '00004' }],
  ['indicators.openValues', { limit: 1000 }],
  ['plan.progress', {}],
  ['plan.tree', {}],
  ['plan.duties', {}],
  ['plan.imports', {}],
  ['plan.versions', {}],
  ['collection.rounds', {}],
  ['collection.control', { year }],
  ['collection.submission', { round: year, unit: '00004' }],
  ['collection.cells', { round: year, unit: '00070' }],
  ['collection.duties', { round: year, unit: 'SGDDT' }],
  ['reorganisation.list', {}],
  ['reports.list', {}],
  ['reports.report', { year }],
  ['reports.verify', { year }],
  ['reports.render', { year, format: 'docx' }],
]

/** The answers by their questions; as JSON has them. */
export async function answersOf(machine: Machine): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const [name, input] of questions) {
    const answer = await call(machine, name, input)
    answers[`${name} ${JSON.stringify(input)}`] = JSON.parse(JSON.stringify(answer))
  }
  return answers
}

/** Addresses that people have kept. */
export const pages: readonly string[] = [
  '/',
  '/plan',
  '/units',
  '/units/00004',
  '/units/00004?on=2024-06-30',
  '/indicators',
  '/indicators/learning_citizens_share',
  '/compare?units=00004,00070&indicator=learning_citizens_share',
  '/reports',
  '/reports/2026',
  '/reports/2026/verify',
  '/reports/2026/files/xlsx',
  '/data',
  '/data/values.csv',
  '/method',
  '/search?q=ba%20dinh',
  '/api',
  '/api/openapi.json',
  '/api/v1/plan/progress',
]
