/** Letters of before Unicode under piles of marks: read in time linear in their length. */
import { describe, expect, test } from 'vitest'
import { fits, fromOldLetters, lettersOf, toUnicode } from './old-letters.ts'
import { readDocument } from './read-document.ts'
import { isSyllable } from './vietnamese-syllables.ts'

const marks = '\u0301\u0323'.repeat(200_000)
const vni = `Keá hoaïch xaây döïng xaõ hoäi hoïc taäp a${marks}`
const tcvn = `KÕ ho¹ch x©y dùng x· héi häc tËp a${marks}`
/** Windows-1258: tones are signs of their own (0xEC acute, 0xF2 dot below), đ and ư tell which it is. */
const windows = Buffer.concat([
  Buffer.from([
    0xf0,
    0xfd,
    0x20,
    ...Buffer.from('cho n'),
    0xe3,
    ...Buffer.from('m 2026 l'),
    0xe0,
    ...Buffer.from('\na'),
  ]),
  Buffer.alloc(400_000, Uint8Array.of(0xec, 0xf2)),
])

describe('400,000 marks on one letter take no time', () => {
  test.each<[string, () => unknown]>([
    ['VNI made Unicode', () => fromOldLetters(vni, 'VNI')],
    ['TCVN3 made Unicode', () => fromOldLetters(tcvn, 'TCVN3 (ABC)')],
    ['a run in an old font', () => toUnicode(vni, { letters: 'VNI', isCapitals: false })],
    ['which letters', () => [lettersOf(vni), lettersOf(tcvn), lettersOf(`é${marks}`)]],
    ['whether they fit', () => [fits(vni, 'VNI'), fits(tcvn, 'TCVN3 (ABC)')]],
    ['a syllable', () => isSyllable(`a${marks}`)],
    ['a text of Windows-1258', () => readDocument(windows, { convertsLetters: true })],
    ['a text of Windows-1258, not agreed', () => readDocument(windows).catch(() => undefined)],
    ['a text of UTF-8', () => readDocument(Buffer.from(vni), { convertsLetters: true }).catch(() => undefined)],
  ])('%s', async (_, read) => {
    const startedAt = performance.now()
    await read()
    // Unbounded, ordering them takes a minute.
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test('the words before them are made Unicode all the same', () => {
    expect(fromOldLetters(vni, 'VNI').slice(0, 32)).toBe('Kế hoạch xây dựng xã hội học tập')
  })

  test('and so are those of Windows-1258', async () => {
    const { text } = await readDocument(windows, { convertsLetters: true })
    expect(text.split('\n')[0]).toBe('đư cho năm 2026 là')
  })
})
