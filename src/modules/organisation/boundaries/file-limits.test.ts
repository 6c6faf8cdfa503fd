/** What a file is, and whether it is read at all: by its first bytes and by what a parser would have to make of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describe as wordsOf } from '#kernel/problem.ts'
import { mostMegabytes, textWithin } from './file-limits.rules.ts'
import { bytesOf, feature, fileOf, square } from './geojson.fixture.ts'

function read(bytes: Uint8Array | string): string {
  const outcome = textWithin(typeof bytes === 'string' ? bytesOf(bytes) : bytes)
  return 'text' in outcome ? outcome.text : outcome.problem.code.replace('organisation.', '')
}

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test('a file of boundaries is read as it is', () => {
  const text = fileOf([feature({ ten: 'Phường "Ba Đình" [1, {2}]' }, [square(105, 21, 0.1)])])
  expect(read(text)).toBe(text)
})

describe('other formats are told by their name', () => {
  test.each([
    ['PK\x03\x04rest', 'ZIP'],
    ['\x00\x00\x27\x0arest', 'Shapefile'],
    ['SQLite format 3\0', 'GeoPackage'],
    ['fgb\x03', 'FlatGeobuf'],
    ['\x1f\x8b\x08', 'GZIP'],
    ['Rar!\x1a', 'RAR'],
    ['7z\xbc\xaf\x27\x1c', '7z'],
    ['%PDF-1.7', 'PDF'],
    ['<?xml version="1.0"?><kml xmlns="x">', 'KML'],
    ['\xef\xbb\xbf  <!DOCTYPE html>', 'HTML'],
    ['<gml:FeatureCollection>', 'XML'],
  ])('%j is %s', (start, format) => {
    const outcome = textWithin(latin(start))
    expect('problem' in outcome && wordsOf('en', outcome.problem)).toContain(format)
  })
})

describe('too much of anything is refused before it is parsed', () => {
  const list = (count: number, each: string) => `[${Array(count).fill(each).join()}]`
  test.each([
    ['bytes', new Uint8Array(mostMegabytes * 1_048_576 + 1), 'boundariesTooLarge'],
    ['depth', '['.repeat(65), 'boundariesTooDeep'],
    ['depth of objects', '{"a":'.repeat(65), 'boundariesTooDeep'],
    ['lists', list(1_500_001, '[]'), 'boundariesTooDetailed'],
    ['values', list(7_500_002, '1'), 'boundariesTooDetailed'],
    ['properties', `{${Array(2_000_001).fill('"a":1').join()}}`, 'boundariesTooManyProperties'],
  ])('%s', (_, given, expected) => {
    expect(read(given)).toBe(expected)
  })

  test('as much as is allowed is read', () => {
    expect(read(`${'['.repeat(64)}${']'.repeat(64)}`)).toMatch(/^\[/)
  })

  test('signs within quoted text count for nothing', () => {
    const text = JSON.stringify({ ten: `${'['.repeat(1000)}\\"{"` })
    expect(read(text)).toBe(text)
  })
})

test('what is no UTF-8 is told, not guessed', () => {
  expect(read(latin('{"ten":"B\xe0"}'))).toBe('boundariesNotText')
})

test('whatever bytes there are, they are read or told, never thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Object.keys(textWithin(bytes))).toHaveLength(1)
    }),
  )
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(read(text)).toBe(text)
    }),
  )
})
