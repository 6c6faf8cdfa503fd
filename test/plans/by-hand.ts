/** Invented plans with what a person reads out of each line written under it: `» T` targets, `» D` duties, `» L` last days, `» B` legal bases. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft, DraftDue } from '#modules/official-texts'

export interface ByHand {
  readonly name: string
  readonly text: string
  /** `line T 2030 >= 85 percent reach | subject`, in order. */
  readonly read: readonly string[]
}

/** The plans of a folder. */
export function byHandIn(path: string): ByHand[] {
  const names = readdirSync(path).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => {
    const lines: string[] = []
    const read: string[] = []
    for (const line of readFileSync(join(path, name), 'utf8').trimEnd().split('\n')) {
      if (line.startsWith('» ')) read.push(`${lines.length} ${line.slice(2)}`)
      else lines.push(line)
    }
    return { name, text: lines.join('\n'), read: inOrder(read) }
  })
}

/** Those of this folder; a tool that is built elsewhere names its own. */
export const byHand = (): readonly ByHand[] => byHandIn(join(import.meta.dirname, 'by-hand'))

/** A duty that two sentences of a line give is said once. */
export function inOrder(read: readonly string[]): string[] {
  const isOnce = (each: string) => /^\d+ [DL]/.test(each)
  return read.filter((each, index) => !isOnce(each) || read.indexOf(each) === index).sort()
}

/** What the grammar read, in the same words. */
export function readingOf({ targets, duties, deadlines, legalBases }: Draft): string[] {
  const due = (own: DraftDue) => ('by' in own ? own.by : `${own.every} ${own.before}`)
  return inOrder([
    ...targets.map((each) => {
      const { line, year, comparator, value, unit, mode, subject } = each
      return `${line} T ${year} ${comparator} ${value} ${unit} ${mode} | ${subject}`
    }),
    ...duties.map(({ line, role, agency }) => `${line} D ${role} ${agency}`),
    ...deadlines.map((each) => `${each.line} L ${due(each.due)}`),
    ...legalBases.map(({ line, number, type, issuedOn }) => `${line} B ${number ?? type} ${issuedOn}`),
  ])
}
