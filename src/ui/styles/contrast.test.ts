/** Proves on the tokens themselves that every pair of colours used for text can be read, in both themes (WCAG 1.4.3, 1.4.11). */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pattern = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g
const tokens = new Map(
  [...source.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
)

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name)
  if (!token) throw new Error(`No colour --${name} in tokens.css`)
  return token[theme]
}

const grounds = ['paper', 'card', 'sunken']
const inks = ['ink', 'soft', 'brand', 'link', 'link-hover', 'good', 'warn', 'bad', 'none', 'note']
const washes = ['good', 'warn', 'bad', 'none', 'note']
const textPairs: [string, string][] = [
  ...grounds.flatMap((ground) => inks.map((ink): [string, string] => [ink, ground])),
  ...washes.map((tone): [string, string] => [tone, `${tone}-wash`]),
  ...washes.map((tone): [string, string] => ['ink', `${tone}-wash`]),
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
]
const shapePairs: [string, string][] = [
  ...grounds.map((ground): [string, string] => ['edge', ground]),
  ...grounds.map((ground): [string, string] => ['focus', ground]),
]

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  test.each(textPairs)('text %s on %s reads', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapePairs)('edge %s shows on %s', (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
  })

  test('the five classes of a map run one way from the paper', () => {
    const steps = [1, 2, 3, 4, 5].map((step) => contrast(colour(`class-${step}`, theme), colour('paper', theme)))
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
    for (const [index, step] of steps.slice(1).entries()) expect(step / (steps[index] ?? 1)).toBeGreaterThan(1.15)
  })
})

test('every colour used in a style sheet is a token', () => {
  const files = [
    'base',
    'layout',
    'shell',
    'menu',
    'components',
    'navigation',
    'tables',
    'fold',
    'forms',
    'charts',
    'print',
  ]
  for (const file of files) {
    const text = readFileSync(new URL(`./${file}.css`, import.meta.url), 'utf8')
    for (const [, name = ''] of text.matchAll(/var\(--([\w-]+)/g)) {
      expect(source, `${file}.css uses --${name}`).toContain(`--${name}:`)
    }
    if (file !== 'print') expect(text, `${file}.css has a colour of its own`).not.toMatch(/#[0-9a-f]{3,6}\b/i)
  }
})
