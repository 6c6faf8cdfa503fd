/** What people see when a decision has ended their unit: where their role went, the new form, and what became of the old one. */
import { expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { createApp } from '#app/server.ts'
import { newId } from '#kernel/id.ts'
import { followRoles } from '#modules/access'
import { carryOver, openRound, saveCells } from '#modules/collection'
import { putInForce, type UnitChange } from '#modules/organisation'
import { operatorCaller } from '#platform/authority.ts'
import { perform } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { handClock, testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { hanoi, hanoiPassword } from '#test/worlds/hanoi.ts'

const decision = 'Nghị quyết 9/NQ-UB'
const today = '2026-11-02'
const ward = { code: '00004', kind: 'commune', name: 'Hồ Gươm', type: 'Phường', parent: '01' }
const unknown = { areaKm2: null, areaIsEstimate: false, seat: null, lon: null, lat: null }

test('an officer of a ward that was joined to another finds the new form, and the old ones beside it', async () => {
  const database = await testDatabase(hanoi)
  const clock = handClock()
  const machine = await testMachine(database, { clock })
  const operator = operatorCaller('command')
  await perform(machine, openRound, operator, { year: 2026 })
  for (const [unit, entry] of [
    ['00004', '12'],
    ['00070', '30'],
  ] as const) {
    const cells = [{ measure: 'events_held', entry, version: 0 }]
    await perform(machine, saveCells, operator, { round: 2026, unit, cells })
  }
  const changes: UnitChange[] = [{ kind: 'merge', from: ['00004', '00070'], into: { ...ward, ...unknown } }]
  await database.kysely.transaction().execute(async (tx) => {
    const id = newId()
    const at = clock.now()
    const unitEffects = await putInForce(tx, { id, on: today, title: '', basis: decision, changes }, { at, newId })
    await followRoles(tx, unitEffects, { decisionId: id, decision, at, newId, publish: async () => undefined })
    await carryOver(tx, unitEffects, { decision, at, newId })
  })

  const client = webClient(createApp(machine, createIdentify(machine)))
  const entry = { 'Thư điện tử': 'hoan-kiem@hanoi.example', 'Mật khẩu': hanoiPassword }
  await client.press(await client.open('/sign-in'), 'Đăng nhập', entry)
  const work = await client.open('/work')
  const moved = `Quyền Người nhập của bạn tại Phường Hoàn Kiếm chuyển sang Phường Hồ Gươm từ ngày 02/11/2026, theo ${decision}.`
  expect(work.text).toContain(moved)
  const page = await client.open('/rounds/2026/units/00004')
  expect(page.text).toContain('Phường Hồ Gươm')
  expect(page.text).toContain('Số liệu của đơn vị cũ để tham khảo')
  expect(page.text).toContain('Nhận số liệu của đơn vị cũ')
  expect(page.html).toContain('/rounds/2026/units/00070?on=2026-11-01')
  const former = await client.open('/rounds/2026/units/00004?on=2026-11-01')
  expect(former.text).toContain('Đơn vị này kết thúc từ ngày 02/11/2026')
  expect(former.text).toContain('Số liệu đã chuyển sang: Phường Hồ Gươm')
  expect(former.text).not.toContain('Gửi')
})
