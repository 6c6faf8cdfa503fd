/** The letter of a reminder: to whom, about what, by when, and where to go. */
import { beforeAll, expect, test } from 'vitest'
import { operatorCaller } from '#platform/authority.ts'
import type { Letter } from '#platform/mail/index.ts'
import { letterJob } from '#platform/mail/letter.ts'
import type { Engine } from '#platform/operation.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoi, hanoiCaller } from '#test/worlds/hanoi.ts'
import { writeReminder } from './reminders.operations.ts'
import { remind } from './review/review.operations.ts'
import { openRound } from './rounds/rounds.operations.ts'

let machine: Engine
beforeAll(async () => {
  machine = await testMachine(await testDatabase(hanoi))
  await perform(machine, openRound, operatorCaller('command'), { year: 2026 })
})

test('a reminder goes into the outbox for each editor, and from there into a letter', async () => {
  const city = await hanoiCaller(machine.database, 'thanh-pho')
  await perform(machine, remind, city, { round: 2026, unit: '00070' })
  const { rows } = await machine.database.pool.query(
    "select payload from platform.outbox where name = 'collection.reminded'",
  )
  expect(rows).toHaveLength(1)
  const letters: Letter[] = []
  const mailer = { send: async (letter: Letter) => void letters.push(letter), close: () => undefined }
  const payload = writeReminder.payload.parse(rows[0].payload)
  const job = letterJob(writeReminder)
  await job.run({ mailer, engine: machine, perform: () => Promise.reject(new Error('not asked')) }, payload)
  expect(letters).toHaveLength(1)
  expect(letters[0]).toMatchObject({
    to: 'hoan-kiem@hanoi.example',
    subject: 'Nhắc gửi báo cáo năm 2026 của Phường Hoàn Kiếm',
  })
  expect(letters[0]?.text).toContain('Hạn gửi: 30/11/2026.')
  expect(letters[0]?.text).toContain('http://localhost/rounds/2026/units/00070')
})
