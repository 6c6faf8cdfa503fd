/** Every word of the product in both languages: parsed, with the same values filled in, composed Unicode, none left out. */
/// <reference types="vite/types/importMeta.d.ts" />
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { languages, type Words } from '#kernel/language.ts'

const files = import.meta.glob<Record<string, unknown>>(
  ['../src/**/texts.ts', '../src/**/*.texts.ts', '../src/**/words.ts', '../src/**/problems.ts'],
  { eager: true },
)

const all: [name: string, words: Words][] = Object.entries(files).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([list, value]) => entriesOf(`${file.replace('../src/', '')} ${list}`, value)),
)

/** A catalogue of words, or of problems (functions that make one). */
function entriesOf(list: string, value: unknown): [string, Words][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]): [string, Words][] => {
    if (isWords(entry)) return [[`${list}.${key}`, entry]]
    if (typeof entry !== 'function') return []
    const made: unknown = entry()
    return typeof made === 'object' && made !== null && 'words' in made && isWords(made.words)
      ? [[`${list}.${key}`, made.words]]
      : []
  })
}

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'vi' in value && 'en' in value
}

function placeholders(elements: readonly MessageFormatElement[]): Set<string> {
  const named = elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) return []
    const own = [element.value]
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return own
    return [...own, ...Object.values(element.options).flatMap((option) => [...placeholders(option.value)])]
  })
  return new Set(named)
}

test('the catalogues were found', () => {
  expect(all.length).toBeGreaterThan(400)
})

describe('every text', () => {
  test.each(all)('%s', (_, words) => {
    const [vi, en] = languages.map((language) => placeholders(parse(words[language], { ignoreTag: true })))
    expect(vi).toEqual(en)
    for (const language of languages) {
      expect(words[language].trim()).not.toBe('')
      expect(words[language]).toBe(words[language].normalize('NFC'))
    }
  })
})
