/** What a page links to, from a manifest as Vite writes it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { assetsOf } from '#platform/web/assets.ts'

const folder = mkdtempSync(join(tmpdir(), 'hieuhoc-assets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const built = {
  '_preact-1.js': { file: 'assets/preact-1.js', name: 'preact' },
  '_search-2.js': { file: 'assets/search-2.js', imports: ['_preact-1.js'] },
  'src/modules/organisation/unit-picker.island.tsx': {
    file: 'assets/unit-picker.island-3.js',
    isEntry: true,
    imports: ['_preact-1.js', '_search-2.js'],
  },
  'src/ui/styles/index.css': {
    file: 'assets/index-4.css',
    isEntry: true,
    assets: ['assets/vietnamese-5.woff2', 'assets/vietnamese-6.woff'],
  },
}

describe('assets of a build', () => {
  const assets = assetsOf(written(built))

  test('names the style sheet and the fonts worth loading early', () => {
    expect(assets.styles).toEqual(['/assets/index-4.css'])
    expect(assets.fonts).toEqual(['/assets/vietnamese-5.woff2'])
  })

  test('finds an island by its name, with every import once', () => {
    expect(assets.islands).toEqual(['unit-picker'])
    expect(assets.script('unit-picker')).toBe('/assets/unit-picker.island-3.js')
    expect(assets.preloads('unit-picker')).toEqual(['/assets/preact-1.js', '/assets/search-2.js'])
  })

  test('knows no island that was not built', () => {
    expect(assets.script('nothing')).toBeUndefined()
    expect(assets.preloads('nothing')).toEqual([])
  })

  test('refuses a build without styles', () => {
    expect(() => assetsOf(written({}))).toThrow('names no src/ui/styles/index.css')
  })
})

function written(manifest: object): string {
  const path = join(folder, 'manifest.json')
  writeFileSync(path, JSON.stringify(manifest))
  return path
}
