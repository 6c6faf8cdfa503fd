/** Renders every example in both languages and holds them to the rules of the house. */
import { readdirSync } from 'node:fs'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { languages } from '#kernel/language.ts'
import { readerOf } from '#ui/reader.ts'
import { Shell } from '#ui/shell.tsx'
import type { ShellProps } from '#ui/shell-props.ts'
import { examplesByFile, StyleGuide } from '#ui/style-guide.tsx'
import { words } from '#ui/words.ts'

const here = new URL('.', import.meta.url)
const componentFiles = ['', 'chart/', 'map/'].flatMap((folder) =>
  readdirSync(new URL(folder || '.', here))
    .filter((file) => /^[a-z-]+\.tsx$/.test(file))
    .map((file) => `${folder}${file.replace('.tsx', '')}`),
)
/** Parts that only stand inside another component, which shows them. */
const partOf: Record<string, string> = {
  'shell-header': 'shell',
  'chart/drawing': 'chart/trend',
  'map/legend': 'map/tiles',
  'style-guide': 'shell',
}

function tags(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
}

function attribute(tag: string, name: string): string | undefined {
  return tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
}

function page(overrides: Partial<ShellProps> = {}, language: (typeof languages)[number] = 'vi'): string {
  const reader = readerOf(language)
  return render(
    <Shell
      reader={reader}
      title="Mẫu"
      nav={[{ href: '/progress', label: 'Tiến độ', current: true }]}
      assets={{ styles: ['/a.css'], scripts: ['/a.js'] }}
      path="/style?x=1"
      cityName="Hà Nội"
      theme="system"
      {...overrides}
    >
      {overrides.children ?? <StyleGuide reader={reader} />}
    </Shell>,
  )
}

test('every component file has its examples', () => {
  for (const file of componentFiles) expect([...examplesByFile.keys()], file).toContain(partOf[file] ?? file)
})

describe.each(languages)('in %s', (language) => {
  const html = page({ account: { name: 'Nguyễn Văn Ổn', links: [{ href: '/my', label: 'x' }] } }, language)

  test('nothing is missing and nothing is a defect', () => {
    expect(html).not.toMatch(/undefined|NaN|\[object Object\]|Infinity/)
    for (const entry of Object.values(words)) expect(entry[language].trim()).not.toBe('')
  })

  test('no style attribute, no inline script or handler', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  })

  test('every control has a label', () => {
    const labelled = new Set(tags(html, 'label').map((tag) => attribute(tag, 'for')))
    const controls = ['input', 'select', 'textarea'].flatMap((name) => tags(html, name))
    const shown = controls.filter((tag) => attribute(tag, 'type') !== 'hidden')
    expect(shown.length).toBeGreaterThan(20)
    for (const tag of shown) {
      expect(attribute(tag, 'aria-label') ?? labelled.has(attribute(tag, 'id')), tag).toBeTruthy()
    }
  })

  test('ids are unique, and every reference leads to one', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)
    expect(ids).toEqual([...new Set(ids)])
    const references = [...html.matchAll(/\s(?:aria-describedby|aria-labelledby|popovertarget|for)="([^"]*)"/g)]
    expect(references.length).toBeGreaterThan(20)
    for (const id of references.flatMap(([, list = '']) => list.split(' '))) expect(ids).toContain(id)
  })

  test('there is one main heading, and no level is skipped', () => {
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.slice(1).entries()) expect(level - (levels[index] ?? 1)).toBeLessThanOrEqual(1)
  })

  test('every drawing has a name or is hidden', () => {
    for (const [whole] of html.matchAll(/<svg\b[^>]*>.{0,80}/gs)) {
      expect(whole).toMatch(/aria-hidden="true"|aria-label=|<title>/)
    }
  })
})

describe('the shell', () => {
  test('says its language, and keeps a chosen theme', () => {
    expect(page({}, 'en')).toContain('<html lang="en">')
    expect(page({ theme: 'dark' })).toContain('<html lang="vi" data-theme="dark">')
  })

  test('leads to the other language and back to the same page', () => {
    expect(page({}, 'vi')).toContain('href="/preferences?language=en&amp;back=%2Fstyle%3Fx%3D1"')
  })

  test('offers to sign in, or to sign out, never both', () => {
    expect(page()).toContain('/sign-in?back=')
    expect(page()).not.toContain('/sign-out')
    const signedIn = page({ account: { name: 'Lê Thị Mỹ' } })
    expect(signedIn).toContain('action="/sign-out"')
    expect(signedIn).not.toContain('/sign-in?back=')
  })

  test('says first in the title that a form came back', () => {
    expect(page({ invalid: true, title: 'Mở lớp' })).toContain('<title>Lỗi: Mở lớp · Hiếu Học Hà Nội</title>')
  })

  test('escapes what people typed', () => {
    expect(page({ searched: '"><script>', children: 'x' })).not.toContain('"><script>')
  })
})
