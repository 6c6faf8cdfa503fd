/** What a plan brings besides its text: letters of before Unicode and what stands in no line, asked about or told in the review. */
import { beforeAll, expect, test } from 'vitest'
import { ProblemError } from '#kernel/problem.ts'
import { plan as planModule } from '#modules/plan'
import type { Database } from '#platform/database/index.ts'
import { packed, wordFile } from '#platform/documents/bombs.fixture.ts'
import type { Engine } from '#platform/operation.ts'
import { performAny } from '#platform/perform.ts'
import { testDatabase } from '#test/database.ts'
import { testMachine } from '#test/machine.ts'
import { hanoiCaller } from '#test/worlds/hanoi.ts'
import { withoutPlan } from '#test/worlds/hanoi-without-plan.ts'

const head = ['ỦY BAN NHÂN DÂN', 'Số: 301/KH-UBND', 'Hà Nội, ngày 05 tháng 3 năm 2026', 'KẾ HOẠCH', 'Học tập suốt đời']
const target = '- Phấn đấu đến năm 2030, 70% gia đình được công nhận gia đình học tập.'
const old = '- PhÊn ®Êu ®Õn n¨m 2030, 70% gia ®×nh ®­îc c«ng nhËn gia ®×nh häc tËp.'
const tail = ['II. TỔ CHỨC THỰC HIỆN', '1. Sở Giáo dục và Đào tạo chủ trì theo dõi Kế hoạch.']
const textOf = (line: string) => [...head, 'I. MỤC TIÊU', line, ...tail].join('\n')

let database: Database
let engine: Engine

beforeAll(async () => {
  database = await testDatabase(withoutPlan)
  engine = await testMachine(database)
})

async function does<T>(name: string, input: object): Promise<T> {
  const operation = planModule.operations.find((each) => each.name === `plan.${name}`)
  if (!operation) throw new Error(`no operation plan.${name}`)
  return (await performAny(engine, operation, await hanoiCaller(database, 'thanh-pho'), input)) as T
}

const upload = (bytes: Uint8Array, more: object = {}) =>
  does<{ id: string }>('importPlan', { fileName: 'a.docx', content: Buffer.from(bytes).toString('base64'), ...more })

interface Piece {
  pieces: { key: string; line: number; isDoubtful: boolean; text: string; doubts: { about?: string }[] }[]
  lines: { number: number; text: string }[]
}

test('old letters are refused at the file until the person agrees to their conversion, which is a piece to look at', async () => {
  const refused = await upload(Buffer.from(textOf(old))).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ProblemError)
  expect((refused as ProblemError).problems).toMatchObject([
    { code: 'documents.oldEncoding', path: ['file'], params: { encoding: 'TCVN3 (ABC)', count: 1, line: 7 } },
  ])
  const { id } = await upload(Buffer.from(textOf(old)), { convertsLetters: true })
  const { pieces } = await does<Piece>('import', { id, filter: 'doubtful' })
  expect(pieces.find(({ key }) => key.startsWith('fault converted-letters'))).toMatchObject({
    line: 7,
    isDoubtful: true,
    text: target,
    doubts: [{ about: 'TCVN3 (ABC): 7' }],
  })
})

test('a picture in a Word file is a piece to look at, at its line', async () => {
  const picture = '<w:r><w:drawing><pic:pic/></w:drawing></w:r>'
  const paragraphs = textOf(target)
    .split('\n')
    .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r>${text === target ? picture : ''}</w:p>`)
  const { id } = await upload(packed(wordFile(`<w:document><w:body>${paragraphs.join('')}</w:body></w:document>`)))
  const { pieces } = await does<Piece>('import', { id, filter: 'doubtful' })
  expect(pieces.find(({ key }) => key.startsWith('fault unread-picture'))).toMatchObject({ line: 7, text: target })
})

test.each([
  ['is told with its line where the plan itself is in it', '{\\rtf1 x}', 'plan.noPlan-unread-part', { line: 2 }],
  ['is read where it is a web page', '<html><body><p>Giấy mời</p></body></html>', 'plan.noPlan-no-outline', undefined],
])('a part put in whole %s', async (_, content, code, params) => {
  const document =
    '<w:document><w:body><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p><w:altChunk r:id="c"/></w:body></w:document>'
  const relations = '<Relationships><Relationship Id="c" Type="x/aFChunk" Target="part"/></Relationships>'
  const own = wordFile(document).filter(({ path }) => !path.startsWith('word/_rels'))
  const parts = [
    { path: 'word/_rels/document.xml.rels', data: Buffer.from(relations) },
    { path: 'word/part', data: Buffer.from(content) },
  ]
  const refused = await upload(packed([...own, ...parts])).catch((error: unknown) => error)
  expect((refused as ProblemError).problems).toMatchObject([{ code, path: ['file'], ...(params ? { params } : {}) }])
})
