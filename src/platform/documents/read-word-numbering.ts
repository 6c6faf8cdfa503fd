/** The automatic numbers of a Word document: which level a paragraph stands on, and what its number reads. */
import { deepest, type Level, type List } from './read-word-lists.ts'
import type { ListPlace, Style } from './read-word-styles.ts'

/** Counts the paragraphs of lists in their order, and gives each its number as it is printed: `1.2.`, `b)`, `•`. */
export function numberer(lists: ReadonlyMap<string, List>) {
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (own: ListPlace, style: Style | undefined): string => {
    const id = own.list ?? style?.list ?? ''
    const list = lists.get(id)
    const depth = own.level ?? levelOfStyle(list, style) ?? style?.level ?? 0
    const level = list?.levels.get(depth)
    if (!list || !level) return ''
    const counts = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counts)
    const restart = begun.has(`${id} ${depth}`) ? undefined : list.starts.get(depth)
    begun.add(`${id} ${depth}`)
    const before = counts[depth]
    counts[depth] = restart ?? (before === undefined ? level.start : before + 1)
    restartBelow(counts, depth, list)
    return printed(level, counts, list)
  }
}

/** A level may name the style whose paragraphs stand on it; then the style itself names none. */
function levelOfStyle(list: List | undefined, style: Style | undefined): number | undefined {
  for (const id of style?.chain ?? []) {
    const match = [...(list?.levels ?? [])].find(([, level]) => level.style === id)
    if (match) return match[0]
  }
  return undefined
}

/** Deeper levels begin anew, unless they say after which level they do. */
function restartBelow(counts: (number | undefined)[], depth: number, { levels }: List): void {
  for (let below = depth + 1; below <= deepest; below++) {
    if (depth < (levels.get(below)?.restart ?? below)) counts[below] = undefined
  }
}

function printed(level: Level, counts: readonly (number | undefined)[], { levels }: List): string {
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = level.isLegal ? 'decimal' : (levels.get(at)?.format ?? 'decimal')
    return formatted(counts[at] ?? levels.get(at)?.start ?? 1, format)
  })
}

function formatted(count: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'upperRoman':
      return roman(count)
    case 'lowerRoman':
      return roman(count).toLowerCase()
    case 'upperLetter':
      return letters(count).toUpperCase()
    case 'lowerLetter':
      return letters(count)
    case 'decimalZero':
      return String(count).padStart(2, '0')
    default:
      return String(count)
  }
}

/** Word goes a ... z, aa, bb: it knows no đ, as those who number by hand do. */
function letters(count: number): string {
  if (count < 1 || count > 780) return String(count)
  return String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))
}

const romanDigits: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(count: number): string {
  if (count < 1 || count > 399) return String(count)
  let [left, text] = [count, '']
  for (const [value, digit] of romanDigits) {
    while (left >= value) {
      text += digit
      left -= value
    }
  }
  return text
}
