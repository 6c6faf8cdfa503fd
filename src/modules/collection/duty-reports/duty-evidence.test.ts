/** Files given as evidence, whatever their names: taken by what their names end in, or refused in words. */
import { beforeAll, expect, test } from 'vitest'
import { ProblemError, describe as tell } from '#kernel/problem.ts'
import type { Database } from '#platform/database/index.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { openRound } from '../rounds/rounds.operations.ts'
import { addEvidence, dutyList, evidenceFile } from './duty-reports.operations.ts'

let database: Database
let machine: Engine
let asked: { round: number; unit: string; duty: string | undefined }
beforeAll(async () => {
  database = await testDatabase(hanoi)
  machine = await testMachine(database)
  await perform(machine, openRound, await hanoiCaller(database, 'quan-tri'), { year: 2026 })
  const submission = { round: 2026, unit: 'STC' }
  const { duties } = await perform(machine, dutyList, await hanoiCaller(database, 'thanh-pho'), submission)
  asked = { ...submission, duty: duties[0]?.id }
})

const content = Buffer.from('%PDF-1.7').toString('base64')
const add = async (fileName: string | undefined) =>
  perform(machine, addEvidence, await hanoiCaller(database, 'thanh-pho'), { ...asked, fileName, content })
const longName = (length: number, end: string) => 'ă'.repeat(length - end.length) + end

test.each<[string, string | undefined]>([
  ['__proto__', 'a.__proto__'],
  ['constructor', 'a.constructor'],
  ['toString', 'a.toString'],
  ['hasOwnProperty', 'a.hasOwnProperty'],
  ['valueOf in capitals', 'a.VALUEOF'],
  ['a name alone', '__proto__'],
  ['no type', 'bao-cao'],
  ['a type alone that is none', '.html'],
  ['nothing', ''],
  ['no name', undefined],
  ['a dot at the end', 'bao-cao.pdf.'],
  ['a space at the end', 'bao-cao.pdf '],
  ['two types, the last of which runs', 'bao-cao.pdf.html'],
  ['300 signs of another type', longName(300, '.constructor')],
  ['300 signs of no type', longName(300, '')],
])('%s is no type of evidence', async (_, fileName) => {
  const error = await add(fileName).catch((thrown: unknown) => thrown)
  if (!(error instanceof ProblemError)) throw error
  expect(error.status).toBe(422)
  expect(error.problems.map((problem) => tell('vi', problem))).toEqual(['Chỉ nhận tệp PDF, ảnh, Word hoặc Excel.'])
  expect(error.problems[0]?.path).toEqual(['file'])
})

test.each<[string, string, string]>([
  ['capitals', 'a.PDF', 'application/pdf'],
  ['two dots', 'Bao cao..pdf', 'application/pdf'],
  ['two types', 'a.constructor.Jpeg', 'image/jpeg'],
  ['300 signs', longName(300, '.pdf'), 'application/pdf'],
])('%s: taken, and back under its name', async (_, fileName, fileType) => {
  const { id: evidence } = await add(fileName)
  const proof = await perform(machine, evidenceFile, await hanoiCaller(database, 'thanh-pho'), { ...asked, evidence })
  expect(proof).toMatchObject({ title: fileName, fileType, content })
})

test('a name of more than 300 signs is refused as too long', async () => {
  const error = await add(longName(301, '.pdf')).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ problems: [{ code: 'platform.tooLong', path: ['fileName'] }] })
})
