/** Changes in words: their units by name, and the whole as a sentence. */
import { formatPercent, type Language, say } from '#kernel/language.ts'
import type { UnitChange } from '#modules/organisation'
import { peopleWords } from '../entries/entries.texts.ts'
import type { ChangeLine } from './change-sentences.model.ts'
import { texts } from './change-sentences.texts.ts'

export interface Names {
  readonly before: (code: string) => string | null
  readonly after: (code: string) => string | null
}
type Target = Extract<UnitChange, { kind: 'merge' }>['into']
type Piece = { readonly share: number | null; readonly people: 'all' | 'part' | 'none' | null }

/** A change as a list shows it. */
export function lineOf(change: UnitChange, place: number, names: Names): ChangeLine {
  const nothing = { units: [], takers: [], value: null, parent: null, part: null, scope: null }
  const before = (code: string) => ({ code, name: names.before(code) })
  const after = (code: string) => ({ code, name: names.after(code) })
  const taker = (target: Target, piece: Piece) => {
    const code = typeof target === 'string' ? target : target.code
    return { ...after(code), isNew: typeof target !== 'string', share: piece.share, people: piece.people }
  }
  const line = { ...nothing, place, kind: change.kind }
  switch (change.kind) {
    case 'open':
      return { ...line, takers: [taker(change.unit, unknown)], parent: after(change.unit.parent) }
    case 'close':
      return { ...line, units: [before(change.code)] }
    case 'rename':
      return { ...line, units: [before(change.code)], value: change.name }
    case 'retype':
      return { ...line, units: [before(change.code)], value: change.type }
    case 'move':
      return { ...line, units: [before(change.code)], parent: after(change.parent) }
    case 'merge':
      return { ...line, units: change.from.map(before), takers: [taker(change.into, unknown)] }
    case 'split':
      return { ...line, units: [before(change.from)], takers: change.into.map((part) => taker(part.unit, part)) }
    case 'transfer':
      return { ...line, units: [before(change.from)], takers: [taker(change.to, change)] }
    case 'pass':
      return { ...line, units: [before(change.from)], takers: [taker(change.to, change)], part: change.part }
    case 'succeed': {
      const scope = change.scope ? (change.scope.vi ?? change.scope.code) : null
      return { ...line, units: [before(change.from)], takers: [taker(change.to, unknown)], scope }
    }
  }
}

const unknown: Piece = { share: null, people: null }

const lines = {
  open: texts.openLine,
  close: texts.closeLine,
  rename: texts.renameLine,
  retype: texts.retypeLine,
  move: texts.moveLine,
  merge: texts.mergeLine,
  split: texts.splitLine,
  transfer: texts.transferLine,
  pass: texts.passLine,
  succeed: texts.succeedLine,
}

/** A change as a sentence. */
export function changeText(language: Language, row: ChangeLine): string {
  return say(language, lines[row.kind], {
    from: row.units.map(named).join(', '),
    to: row.takers.map((taker) => takerText(language, taker, row.kind !== 'open')).join('; '),
    parent: row.parent ? named(row.parent) : '',
    value: row.value ?? '',
    part: row.part ?? 'partial',
    scope: row.scope ?? 'all',
  })
}

function named({ code, name }: { code: string; name: string | null }): string {
  return name ? `${name} (${code})` : code
}

function takerText(language: Language, taker: ChangeLine['takers'][number], isMarked: boolean): string {
  const { isNew, share, people } = taker
  const parts = [
    isNew && isMarked && say(language, texts.isNew),
    share !== null && share < 1 && say(language, texts.ofArea, { share: formatPercent(language, share, 1) }),
    people !== null && say(language, texts.ofPeople, { people: say(language, peopleWords[people]) }),
  ].filter(Boolean)
  return parts.length > 0 ? `${named(taker)}, ${parts.join(', ')}` : named(taker)
}
