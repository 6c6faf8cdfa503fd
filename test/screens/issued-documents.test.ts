/** The register: numbers never twice however many ask at once, gaps explained, a number given once stays given. */
import { beforeAll, describe, expect, test } from 'vitest'
import { createIdentify } from '#app/identify.ts'
import { modules } from '#app/modules.ts'
import { createApp } from '#app/server.ts'
import { operatorCaller } from '#platform/authority.ts'
import type { Engine } from '#platform/operation.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { webClient } from '#test/web-client.ts'
import { type HanoiPerson, hanoi, hanoiCaller, hanoiPassword } from '#test/worlds/hanoi.ts'

const unit = '00004'
const year = 2026
const operator = operatorCaller('command')
const document = {
  unit,
  kind: 'decision',
  symbol: 'QĐ-UBND',
  issuedOn: '2026-02-10',
  title: 'Kiện toàn Ban Chỉ đạo',
  signatory: 'Nguyễn Văn Khuyến',
  recipients: 'Như Điều 3',
  keptBy: 'VT',
  note: '',
}
let machine: Engine
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  const made = await testMachine(await testDatabase(hanoi))
  machine = { ...made, limiter: { take: () => undefined } }
  app = createApp({ ...made, limiter: { take: () => undefined } }, createIdentify(made))
})

async function run<T = { id: string; number: number }>(name: string, input: object, caller = operator): Promise<T> {
  const operation = modules
    .flatMap(({ operations }) => operations)
    .find((each) => each.name === `issued-documents.${name}`)
  if (!operation) throw new Error(`there is no ${name}`)
  return (await performAny(machine, operation, caller, input)) as T
}
async function codesOf(name: string, input: object, person?: HanoiPerson): Promise<string[]> {
  const caller = person && (await hanoiCaller(machine.database, person))
  return run(name, input, caller).then(
    () => [],
    (error: { problems?: { code: string }[] }) => error.problems?.map(({ code }) => code) ?? [String(error)],
  )
}
interface Entry {
  readonly id: string
  readonly firstNumber: number
  readonly lastNumber: number
  readonly state: string
  readonly version: number
}
const entries = async (kind: string) => (await run<{ rows: Entry[] }>('list', { unit, year, kind })).rows
const gaps = () => run<{ kind: string; firstNumber: number; lastNumber: number }[]>('gaps', { unit, year })

describe('a number', () => {
  test('is the next of its book, never twice, however many ask at once', async () => {
    const given = await Promise.all(Array.from({ length: 20 }, () => run('register', document)))
    expect(given.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    )
    expect(await run('register', { ...document, kind: 'letter', symbol: 'UBND-VX' })).toMatchObject({ number: 1 })
    expect(await gaps()).toEqual([])
  })

  test('that is asked for by two at once goes to one of them', async () => {
    const input = { ...document, kind: 'notice', symbol: 'TB-UBND', number: 7 }
    const outcomes = await Promise.all([codesOf('register', input), codesOf('register', input)])
    expect(outcomes.toSorted((a, b) => a.length - b.length)).toEqual([[], ['issued-documents.numberTaken']])
    expect(await run('register', { ...input, number: '' })).toMatchObject({ number: 8 })
  })

  test('begins anew each year', async () => {
    expect(await run('register', { ...document, issuedOn: '2025-12-31' })).toMatchObject({ number: 1 })
  })

  test('is refused for a day to come, a kind that is none, and beyond the last', async () => {
    expect(await codesOf('register', { ...document, issuedOn: '2199-01-01', kind: 'poem' })).toEqual([
      'issued-documents.issuedLater',
      'issued-documents.unknownKind',
    ])
    const full = { ...document, kind: 'plan', symbol: 'KH-UBND' }
    await run('register', { ...full, number: 99_999 })
    expect(await codesOf('register', full)).toEqual(['issued-documents.bookFull'])
  })
})

describe('a gap', () => {
  test('is told until it is explained, and what is explained is given no more', async () => {
    const gap = { kind: 'notice', firstNumber: 1, lastNumber: 6 }
    expect(await gaps()).toContainEqual(expect.objectContaining(gap))
    const input = { unit, year, ...gap, reason: 'Đã cấp trên sổ giấy' }
    expect(await codesOf('explainGap', { ...input, lastNumber: 7 })).toEqual(['issued-documents.numberTaken'])
    expect(await codesOf('explainGap', { ...input, lastNumber: 9 })).toEqual(['issued-documents.gapAhead'])
    expect(await codesOf('explainGap', { ...input, firstNumber: 5, lastNumber: 4 })).toEqual([
      'issued-documents.gapBackwards',
    ])
    await run('explainGap', input)
    expect((await gaps()).filter(({ kind }) => kind === 'notice')).toEqual([])
    const taken = { ...document, kind: 'notice', symbol: 'TB-UBND', number: 3 }
    expect(await codesOf('register', taken)).toEqual(['issued-documents.numberTaken'])
  })

  test('a number that was given and not used stays taken, with its reason', async () => {
    const [last] = await entries('decision')
    if (!last) throw new Error('no decision')
    const input = { id: last.id, version: last.version, reason: 'Không ban hành' }
    await run('markUnused', input)
    expect(await codesOf('markUnused', input)).toEqual(['issued-documents.changedMeanwhile'])
    expect(await codesOf('markUnused', { ...input, version: 2 })).toEqual(['issued-documents.alreadyUnused'])
    expect((await entries('decision'))[0]).toMatchObject({ firstNumber: 20, state: 'unused' })
    expect(await run('register', document)).toMatchObject({ number: 21 })
  })
})

test('only editors of the unit or above enter, only readers see', async () => {
  expect(await codesOf('register', document, 'doc')).toEqual(['platform.forbidden'])
  expect(await codesOf('list', { unit: '00070', year }, 'ba-dinh')).toEqual(['platform.forbidden'])
  expect(await codesOf('register', { ...document, unit: '00070' }, 'ba-dinh')).toEqual(['platform.forbidden'])
})

test('an officer enters a document, explains a gap and finds both in the register', async () => {
  const officer = webClient(app)
  const signIn = await officer.open('/sign-in')
  await officer.press(signIn, 'Đăng nhập', { 'Thư điện tử': 'ba-dinh@hanoi.example', 'Mật khẩu': hanoiPassword })
  const form = await officer.open(`/issued-documents/new?unit=${unit}`)
  const fields = { 'Ký hiệu': 'BC-UBND', 'Trích yếu nội dung': 'Kết quả năm 2025', 'Người ký': 'Trần Thị Học' }
  const words = { ...fields, 'Tên loại': 'report', 'Số (không bắt buộc)': '12', 'Ngày, tháng văn bản': '2026-01-15' }
  const entered = await officer.press(form, 'Cấp số và đăng ký', words)
  expect(entered.text).toContain('12/BC-UBND')
  expect(entered.text).toContain('Báo cáo: số 1 đến 11')
  const gap = await officer.open(`/issued-documents/gap?unit=${unit}&year=2026&kind=report&firstNumber=1&lastNumber=11`)
  const wrong = await officer.press(gap, 'Ghi lý do', { 'Lý do': '' })
  expect(wrong.status).toBe(422)
  const explained = await officer.press(gap, 'Ghi lý do', { 'Lý do': 'Đã cấp trên sổ giấy' })
  expect(explained.text).toContain('Không sử dụng: Đã cấp trên sổ giấy')
  expect(explained.text).not.toContain('Báo cáo: số 1 đến 11')
  const file = await officer.open(`/issued-documents?unit=${unit}&year=2026&kind=report&format=csv`)
  expect(file.text).toContain('12/BC-UBND')
})
